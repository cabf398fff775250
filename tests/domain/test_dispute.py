"""Disputes: what is said of each stage, once, and nothing of what is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.attention import Attention, Reason, Why, in_english
from parkdesk.domain.claim import Claim
from parkdesk.domain.dispute import Dispute, Stage, hangs, stage_of, told, why
from parkdesk.domain.money import Money

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ASKED = Dispute(
    "dp_1",
    UUID(int=1),
    UUID(int=2),
    Stage.NEEDS_RESPONSE,
    "product_not_received",
    Money(500, "EUR"),
    NOW,
    NOW + timedelta(days=14),
)
LATE = Reason(Why.PAID_LATE)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (
            Stage.NEEDS_RESPONSE,
            "the driver's bank wants EUR 5.00 back (got nothing for it); answer in Stripe's Dashboard by 2026-12-05",
        ),
        (
            Stage.APPEAL_NEEDS_RESPONSE,
            "the driver's bank wants EUR 5.00 back (got nothing for it); answer in Stripe's Dashboard by 2026-12-05",
        ),
        (
            Stage.UNDER_REVIEW,
            "the driver's bank wants EUR 5.00 back (got nothing for it) and has not decided yet",
        ),
        (
            Stage.WARNING_NEEDS_RESPONSE,
            "the driver's bank asks about EUR 5.00 (got nothing for it); answer in Stripe's Dashboard by 2026-12-05",
        ),
        (
            Stage.WARNING_UNDER_REVIEW,
            "the driver's bank asks about EUR 5.00 (got nothing for it) and has not decided yet",
        ),
        (
            Stage.LOST,
            "the driver's bank has taken EUR 5.00 back for good (got nothing for it); the money is gone",
        ),
        (Stage.WON, ""),
        (Stage.WARNING_CLOSED, ""),
        (Stage.PREVENTED, ""),
    ],
)
def test_what_is_said_of_each_stage(stage: Stage, words: str) -> None:
    dispute = replace(ASKED, stage=stage)
    assert in_english(told((), None, dispute)) == words or stage.endswith("under_review")
    reason = why(dispute)
    assert ("" if reason is None else str(reason)) == words
    assert (stage.is_open, hangs([dispute])) == (bool(words) and stage is not Stage.LOST, bool(words))


def test_without_a_day_nobody_is_told_one() -> None:
    assert why(replace(ASKED, respond_by=None)) == why(replace(ASKED, stage=Stage.UNDER_REVIEW))


def test_words_that_stripe_may_find_tomorrow() -> None:
    assert stage_of("mulled_over") is Stage.UNDER_REVIEW
    assert replace(ASKED, reason="bad_weather").claim is Claim.OTHER


def test_of_two_that_are_alike_one_that_is_won_leaves_the_other_told() -> None:
    other = replace(ASKED, id="dp_2")
    attention = told(told((), None, ASKED), None, other, (ASKED,))
    assert attention == (why(ASKED),)
    won = replace(ASKED, stage=Stage.WON)
    attention = told(attention, ASKED, won, (other,))
    assert attention == (why(other),)
    assert told(attention, other, replace(other, stage=Stage.WON), (won,)) == ()


moves = st.lists(st.sampled_from(list(Stage)), min_size=1)


@given(moves, st.booleans())
def test_at_most_one_reason_stands_for_a_dispute_and_others_stay(
    stages: list[Stage], looked_at: bool
) -> None:
    attention: Attention = (Reason(Why.DISPUTED), LATE)
    before: Dispute | None = None
    for stage in stages:
        after = replace(ASKED, stage=stage)
        attention = told(attention, before, after)
        assert told(attention, after, after) == attention, "the same again changes nothing"
        assert LATE in attention
        assert set(attention) <= {LATE, why(after)}
        before = after
        if looked_at:
            attention = (LATE,)
