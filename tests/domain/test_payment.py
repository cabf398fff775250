"""A payment's amount and the change it leaves."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment, PaymentStatus


@pytest.mark.parametrize(("tendered", "change"), [(None, 0), (7080, 0), (10_000, 2920)])
def test_change_is_what_was_handed_over_less_the_amount(tendered: int | None, change: int) -> None:
    at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    ids = (UUID(int=number) for number in range(3))
    payment = Payment(
        next(ids),
        next(ids),
        Method.CASH,
        7080,
        "INR",
        PaymentStatus.PAID,
        at,
        next(ids),
        tendered_minor=tendered,
    )
    assert payment.amount == Money(7080, "INR")
    assert payment.change == Money(change, "INR")
