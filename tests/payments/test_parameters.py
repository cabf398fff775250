"""What is sent is the same each time, fits Stripe's limits, and names no plate and no person."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.charge import SESSION_LIFE, Attempt, Charge, Mode, Refund, RefundState, Tender
from parkdesk.domain.money import Money
from parkdesk.payments.gateway import Operation
from parkdesk.payments.parameters import (
    idempotency_key,
    intent_parameters,
    present_parameters,
    refund_parameters,
    session_parameters,
)

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def charge(amount: Money) -> Charge:
    ids = [UUID(int=number) for number in range(1, 6)]
    return Charge(ids[0], ids[1], ids[2], ids[3], amount, Mode.TEST, NOW, ids[4])


def attempt(number: int = 1) -> Attempt:
    return Attempt(UUID(int=9), UUID(int=1), number, Tender.QR, NOW)


def test_a_session_says_what_is_paid_until_when_and_for_which_charge() -> None:
    asked = session_parameters(charge(Money(6050, "EUR")), attempt(2), "Parking")
    assert asked["client_reference_id"] == asked["metadata"]["charge"] == str(UUID(int=1))
    assert asked["payment_intent_data"]["metadata"] == asked["metadata"]
    assert asked["metadata"]["attempt"] == "2"
    assert asked["line_items"][0]["price_data"]["unit_amount"] == 6050
    assert asked["expires_at"] == int((NOW + SESSION_LIFE).timestamp())
    assert timedelta(minutes=30) < SESSION_LIFE < timedelta(hours=24)


def test_no_question_holds_what_the_api_version_refuses_or_what_is_private() -> None:
    refund = Refund(
        UUID(int=7), UUID(int=8), Money(5, "INR"), RefundState.REQUESTED, "KL08AZ1234", NOW, None, UUID(int=1)
    )
    asked = [
        session_parameters(charge(Money(500, "INR")), attempt(), "Parking"),
        intent_parameters(charge(Money(500, "INR")), attempt()),
        present_parameters("tmr_1", "pi_1"),
        refund_parameters(refund, "pi_1"),
    ]
    for text in map(json.dumps, asked):
        assert '"payment_method_types"' not in text
        assert "KL08AZ1234" not in text


@given(st.sampled_from(["EUR", "JPY", "KWD", "ISK"]), st.integers(1, 10**5))
def test_what_is_asked_can_be_kept_as_json(currency: str, tens: int) -> None:
    asked = session_parameters(charge(Money(tens * 10, currency)), attempt(), "Parking")
    assert json.loads(json.dumps(asked)) == asked


@given(st.uuids(), st.sampled_from(Operation), st.integers(1, 1000))
def test_a_key_is_one_for_each_try_and_fits(owner: UUID, operation: Operation, number: int) -> None:
    key = idempotency_key(owner, operation, number)
    assert key == f"pd1-{owner}-{operation.value}-{number}"
    again = {idempotency_key(owner, operation, number, again) for again in range(3)}
    assert key in again
    assert len(again) == 3
    assert max(map(len, again)) <= 120
