"""A charge's standing is a join: order, repetition and loss do not matter, and paid stays paid."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.charge import (
    OPEN,
    Attempt,
    Charge,
    Mode,
    Phase,
    RefundState,
    Shown,
    Standing,
    Tender,
    refund_settled,
    settled,
    shown,
)
from parkdesk.domain.money import Money

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
standings = st.builds(
    Standing, st.sampled_from(Phase), st.integers(0, 50), st.sampled_from(["", "insufficient funds"])
)
refund_states = st.sampled_from(RefundState)


def attempt(number: int, phase: Phase) -> Attempt:
    return Attempt(UUID(int=number), UUID(int=99), number, Tender.QR, NOW, Standing(phase, number))


def charge(*attempts: Attempt, refunded_minor: int = 0) -> Charge:
    ids = [UUID(int=number) for number in range(100, 105)]
    return Charge(
        ids[0],
        ids[1],
        ids[2],
        ids[3],
        Money(500, "EUR"),
        Mode.TEST,
        NOW,
        ids[4],
        attempts,
        refunded_minor=refunded_minor,
    )


@given(st.lists(standings, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_any_order_and_repetition_ends_in_the_same_standing(
    told: list[Standing], chance: random.Random
) -> None:
    again = [*told, *told]
    chance.shuffle(again)
    assert settled(again) == settled(told)
    one_by_one = again[0]
    for standing in again[1:]:
        one_by_one = settled((one_by_one, standing))
    assert one_by_one == settled(told)


@given(st.lists(standings, max_size=8), standings)
def test_paid_never_becomes_unpaid(told: list[Standing], paid: Standing) -> None:
    assert settled([replace(paid, phase=Phase.PAID), *told]).phase is Phase.PAID


@given(st.lists(standings, min_size=1, max_size=8))
def test_what_has_closed_only_opens_by_being_paid(told: list[Standing]) -> None:
    before, after = settled(told[:1]), settled(told)
    if not before.phase.is_open:
        assert not after.phase.is_open


@given(st.lists(standings, min_size=1, max_size=8))
def test_the_newest_of_equally_final_words_holds(told: list[Standing]) -> None:
    after = settled(told)
    assert after.number == max(each.number for each in told if each.finality == after.finality)


def test_only_what_is_under_way_is_open() -> None:
    assert {Phase.CREATING, Phase.AWAITING, Phase.PROCESSING} == OPEN


def test_a_charge_is_paid_by_whichever_attempt() -> None:
    paid, failed, waiting = attempt(1, Phase.PAID), attempt(2, Phase.FAILED), attempt(3, Phase.AWAITING)
    for attempts in permutations((paid, failed, waiting)):
        assert charge(*attempts).phase is Phase.PAID
    assert charge(failed, waiting).phase is Phase.AWAITING
    assert charge(attempt(1, Phase.AWAITING), failed).phase is Phase.FAILED


@pytest.mark.parametrize(
    ("phase", "refunded", "seen"),
    [
        (Phase.CREATING, 0, Shown.PENDING),
        (Phase.AWAITING, 0, Shown.PENDING),
        (Phase.PROCESSING, 0, Shown.PENDING),
        (Phase.FAILED, 0, Shown.FAILED),
        (Phase.CANCELED, 0, Shown.FAILED),
        (Phase.EXPIRED, 0, Shown.FAILED),
        (Phase.PAID, 0, Shown.PAID),
        (Phase.PAID, 499, Shown.PARTLY_REFUNDED),
        (Phase.PAID, 500, Shown.REFUNDED),
    ],
)
def test_what_a_person_sees(phase: Phase, refunded: int, seen: Shown) -> None:
    assert charge(attempt(1, phase), refunded_minor=refunded).shown is seen


def test_an_attempt_takes_the_place_of_its_older_self() -> None:
    first, second = attempt(1, Phase.FAILED), attempt(2, Phase.CREATING)
    whole = charge(first).with_attempt(second).with_attempt(replace(second, standing=Standing(Phase.PAID, 9)))
    assert [each.phase for each in whole.attempts] == [Phase.FAILED, Phase.PAID]
    assert whole.latest.number == 2


# Refunds


@given(st.lists(refund_states, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_refund_ends_alike_in_any_order(told: list[RefundState], chance: random.Random) -> None:
    again = [*told, *told]
    chance.shuffle(again)
    assert refund_settled(again) is refund_settled(told)


def test_a_refund_that_succeeded_may_fail_but_never_the_other_way_round() -> None:
    assert refund_settled([RefundState.SUCCEEDED, RefundState.FAILED]) is RefundState.FAILED
    assert (
        refund_settled([RefundState.FAILED, RefundState.SUCCEEDED, RefundState.PENDING]) is RefundState.FAILED
    )
    assert {state for state in RefundState if not state.counts} == {RefundState.FAILED, RefundState.CANCELED}


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_how_a_paid_amount_reads_after_refunds(paid: int, refunded: int) -> None:
    seen = shown(paid, refunded)
    assert (seen is Shown.PAID) == (refunded == 0)
    assert (seen is Shown.REFUNDED) == (refunded >= paid)
