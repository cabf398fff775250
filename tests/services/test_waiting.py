"""A deed that had to wait for another desk on Postgres goes by what that one has left, not by what it read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import IouUnknown, NotToHandBack
from tests.another_desk import another, waiting
from tests.till import Till, till_case

pytestmark = pytest.mark.postgres
_HAVE = text("SELECT id FROM bookings WHERE id = :booking FOR UPDATE")


@pytest.fixture
def till(postgres_url: str) -> Iterator[Till]:
    with till_case(postgres_url) as till:
        yield till


def meanwhile(till: Till, booking_id: UUID, work: Callable[[], object], *changes: str) -> list[object]:
    """`work` waits for a booking that another desk has and changes; what came of it, or why not."""
    came: list[object] = []

    def run() -> None:
        try:
            came.append(work())
        except ParkDeskError as refused:
            came.append(type(refused))

    with another(till) as other:
        other.execute(_HAVE, {"booking": booking_id})
        desk = waiting(run, other)
        for change in changes:
            other.execute(text(change))
    desk.join()
    return came


def test_an_iou_is_struck_once(till: Till) -> None:
    booking = till.book()
    till.clock.move(minutes=50)
    iou = till.services.unpaid.iou(till.attendant, booking.id, "No money")
    assert iou is not None
    came = meanwhile(
        till,
        booking.id,
        lambda: till.services.unpaid.settle_iou(till.supervisor, iou.id, "Moved away"),
        "UPDATE ious SET settled_at = issued_at",
    )
    assert came == [IouUnknown]
    assert till.reload(booking).total_minor == booking.total_minor, "somebody else has said what was let go"


def test_what_is_given_back_forgets_nothing_that_another_desk_wrote(till: Till) -> None:
    booking = till.book()
    (payment,) = till.services.payments.take(till.attendant, booking.id, Method.CASH)
    meanwhile(
        till,
        booking.id,
        lambda: till.services.refunds.give_back(till.owner, payment.id, 1000, "Lift out of order"),
        "UPDATE bookings SET until = until + interval '1 hour'",
    )
    after = till.reload(booking)
    assert after.until == booking.until + timedelta(hours=1)
    assert after.total_minor == booking.total_minor - 1000


def test_cash_is_not_handed_back_while_its_booking_is_taken_up_again(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 1000)
    till.clock.move(minutes=20)
    till.services.sweep.run()
    assert till.reload(booking).status is Status.CANCELLED
    (waiting,) = till.services.refunds.to_hand_back()
    came = meanwhile(
        till,
        booking.id,
        lambda: till.services.refunds.hand_back(till.attendant, waiting.refund_id),
        "UPDATE refunds SET state = 'canceled'",
        "UPDATE payments SET refunded_minor = 0, status = 'paid'",
    )
    assert came == [NotToHandBack]
    with suppress(ParkDeskError):
        till.services.refunds.keep(till.supervisor, waiting.refund_id)
    (payment,) = till.payments(booking)
    assert payment.left_minor == 1000
