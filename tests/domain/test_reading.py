"""Readings of a provider's object: any order, repetition and loss of earlier ones ends in the same state."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Attempt, Charge, Mode, Phase, RefundState, Standing, Tender
from parkdesk.domain.money import Money
from parkdesk.domain.reading import (
    IntentReading,
    Reading,
    RefundReading,
    SessionReading,
    read_into,
    standing,
    strange,
)

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CHARGE = Charge(
    UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4), Money(500, "EUR"), Mode.TEST, NOW, UUID(int=5)
)
ATTEMPT = Attempt(UUID(int=6), CHARGE.id, 1, Tender.QR, NOW)
INTENT = IntentReading("pi_1", "requires_payment_method", 500, "eur", False, str(CHARGE.id))
SESSION = SessionReading("cs_1", "open", "unpaid", 500, "eur", False, str(CHARGE.id), url="https://pay")
DECLINED = replace(INTENT, declined="Your card was declined.")
PROCESSING = replace(INTENT, status="processing")
SUCCEEDED = replace(INTENT, status="succeeded", received=500)

# Where an object may go next; a reading is a look at it somewhere on the way.
PAGE = {
    "open": [SESSION],
    "declined": [replace(SESSION, intent=DECLINED), DECLINED],
    "submitted": [replace(SESSION, status="complete", url="", intent=PROCESSING), PROCESSING],
    "paid": [
        replace(SESSION, status="complete", payment_status="paid", url="", intent=SUCCEEDED),
        SUCCEEDED,
    ],
    "bounced": [replace(SESSION, status="complete", url="", intent=DECLINED)],
    "expired": [replace(SESSION, status="expired", url="")],
}
NEXT = {
    "open": ["open", "declined", "submitted", "paid", "expired"],
    "declined": ["declined", "submitted", "paid", "expired"],
    "submitted": ["submitted", "paid", "bounced"],
    "paid": ["paid"],
    "bounced": ["bounced"],
    "expired": ["expired"],
}


@st.composite
def histories(draw: st.DrawFn) -> list[Reading]:
    """Readings of one page over its life, numbered as they were asked for."""
    state, told = "open", []
    for number in range(1, draw(st.integers(1, 10)) + 1):
        told.append(replace(draw(st.sampled_from(PAGE[state])), number=number))
        state = draw(st.sampled_from(NEXT[state]))
    return told


anything = st.builds(
    replace,
    st.sampled_from([reading for told in PAGE.values() for reading in told]),
    number=st.integers(1, 50),
)


def after(readings: list[Reading]) -> Standing:
    return read_into(ATTEMPT, readings).standing


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_repetition_and_loss_ends_in_the_same_state(
    told: list[Reading], chance: random.Random
) -> None:
    kept = [reading for reading in told[:-1] if chance.random() < 0.5]
    mixed = [*kept, told[-1], *kept, told[-1]]
    chance.shuffle(mixed)
    assert after(mixed) == after(told) == standing(told[-1])


@given(st.lists(anything, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_even_impossible_stories_end_alike_in_any_order(told: list[Reading], chance: random.Random) -> None:
    again = [*told, *told]
    chance.shuffle(again)
    assert after(again) == after(told)


@given(st.lists(anything, max_size=10), st.integers(1, 50))
def test_paid_never_becomes_unpaid(told: list[Reading], number: int) -> None:
    paid = read_into(ATTEMPT, [replace(SUCCEEDED, number=number)])
    assert read_into(paid, told).phase is Phase.PAID
    assert read_into(ATTEMPT, [*told, replace(SUCCEEDED, number=number)]).phase is Phase.PAID


@given(st.lists(anything, min_size=1, max_size=10))
def test_a_reading_settles_what_was_unknown_and_names_the_objects(told: list[Reading]) -> None:
    read = read_into(replace(ATTEMPT, unknown=True), told)
    assert not read.unknown
    assert (read.session_id == "cs_1") == any(isinstance(reading, SessionReading) for reading in told)
    assert read.intent_id in ("pi_1", None)


def test_without_readings_nothing_changes() -> None:
    unknown = replace(ATTEMPT, unknown=True)
    assert read_into(unknown, []) == unknown


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("requires_payment_method", Phase.AWAITING),
        ("requires_confirmation", Phase.AWAITING),
        ("requires_action", Phase.AWAITING),
        ("processing", Phase.PROCESSING),
        ("requires_capture", Phase.PROCESSING),
        ("succeeded", Phase.PAID),
        ("canceled", Phase.CANCELED),
        ("something_new", Phase.AWAITING),
    ],
)
def test_where_an_intent_stands(status: str, phase: Phase) -> None:
    assert replace(INTENT, status=status).phase is phase


@pytest.mark.parametrize(
    ("state", "phase"),
    [
        ("open", Phase.AWAITING),
        ("declined", Phase.AWAITING),
        ("submitted", Phase.PROCESSING),
        ("paid", Phase.PAID),
        ("bounced", Phase.FAILED),
        ("expired", Phase.EXPIRED),
    ],
)
def test_where_a_page_stands(state: str, phase: Phase) -> None:
    assert PAGE[state][0].phase is phase


def test_a_declined_card_is_told_while_the_page_is_open() -> None:
    read = read_into(ATTEMPT, [replace(SESSION, intent=DECLINED, number=1)])
    assert (read.phase, read.standing.declined) == (Phase.AWAITING, "Your card was declined.")


@pytest.mark.parametrize(
    ("reading", "reason"),
    [
        (replace(SUCCEEDED, live=True), Reason(Why.OTHER_MODE)),
        (replace(SUCCEEDED, currency="usd"), Reason(Why.OTHER_CURRENCY, ("USD", "EUR"))),
        (replace(SUCCEEDED, amount=499), Reason(Why.OTHER_AMOUNT)),
        (replace(SUCCEEDED, reference=str(UUID(int=77))), Reason(Why.OTHER_PAYMENT)),
        (replace(SESSION, reference=""), Reason(Why.OTHER_PAYMENT)),
        (SUCCEEDED, None),
        (SESSION, None),
    ],
)
def test_a_reading_of_something_else_is_strange(reading: Reading, reason: Reason | None) -> None:
    assert strange(CHARGE, reading) == reason


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("pending", RefundState.PENDING),
        ("requires_action", RefundState.PENDING),
        ("succeeded", RefundState.SUCCEEDED),
        ("failed", RefundState.FAILED),
        ("canceled", RefundState.CANCELED),
    ],
)
def test_where_a_refund_stands(status: str, state: RefundState) -> None:
    assert RefundReading("re_1", status, 100, "eur", "pi_1").state is state
