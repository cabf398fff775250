"""Cash of a booking that lapsed by itself stands in the strip until a person says what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import PayWhen
from parkdesk.domain.payment import Method
from parkdesk.ui.live.hand_backs import HandBacks
from tests.ui.open_desk import OpenDesk

NB = "\u00a0"


@pytest.fixture
def hand_backs(desk: OpenDesk) -> HandBacks:
    case = desk.case
    case.lot = case.services.lots.change(case.owner, replace(case.lot, pay_when=PayWhen.BOOKING))
    desk.ui.set_lots((case.lot,))
    desk.ui.sign_in(case.attendant)
    return HandBacks(desk.ui, desk.ui)


def lapsed(desk: OpenDesk, *bays: str) -> list[Booking]:
    case, made = desk.case, []
    for bay in bays:
        made.append(case.book(bay, f"KL {bay}"))
        case.services.payments.take(case.attendant, made[-1].id, Method.CASH, 500)
    desk.now.forward(minutes=16)
    case.services.sweep.run()
    return made


def read(desk: OpenDesk, hand_backs: HandBacks) -> None:
    hand_backs.read()
    desk.settle()


def test_it_stands_there_until_it_was_given_back(desk: OpenDesk, hand_backs: HandBacks) -> None:
    (booking,) = lapsed(desk, "A1")
    read(desk, hand_backs)
    read(desk, hand_backs)
    (alert,) = desk.alerts
    assert alert.words == f"Give ₹{NB}5 back in cash to KL A1: the booking was let go"
    assert (alert.action, alert.more) == ("Given back", ())
    assert alert.act is not None
    alert.act()
    desk.settle()
    assert desk.messages == [f"KL A1 has ₹{NB}5 back"]
    assert desk.case.services.refunds.to_hand_back() == ()
    (refund,) = desk.case.services.refunds.of_booking(booking.id)
    assert refund.state.value == "succeeded"
    assert len(desk.alerts) == 1


def test_what_another_desk_gave_back_leaves_the_strip(desk: OpenDesk, hand_backs: HandBacks) -> None:
    lapsed(desk, "A1")
    read(desk, hand_backs)
    refunds = desk.case.services.refunds
    refunds.hand_back(desk.case.attendant, refunds.to_hand_back()[0].refund_id)
    (alert,) = desk.alerts
    assert alert.act is not None
    alert.act()
    desk.settle()
    assert desk.messages == ["That money was handed back already, or stays."]
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert len(desk.alerts) == 1


def test_a_supervisor_may_say_that_nobody_came(desk: OpenDesk, hand_backs: HandBacks) -> None:
    (booking,) = lapsed(desk, "A1")
    read(desk, hand_backs)
    desk.ui.sign_in(desk.case.supervisor)
    desk.settle()
    (nobody,) = desk.up[desk.alerts[-1].key].more
    assert nobody.words == "Nobody came for it"
    nobody.act()
    desk.settle()
    assert desk.messages == [f"₹{NB}5 of KL A1 stay here"]
    (payment,) = desk.case.services.bookings.detail(booking.id).payments
    assert payment.left_minor == 500


def test_many_fold_into_one_line(desk: OpenDesk, hand_backs: HandBacks) -> None:
    lapsed(desk, "A1", "A2", "A3", "A4")
    read(desk, hand_backs)
    assert [alert.words for alert in desk.up.values()] == ["4 drivers have cash to get back"]
    refunds = desk.case.services.refunds
    refunds.hand_back(desk.case.attendant, refunds.to_hand_back()[0].refund_id)
    read(desk, hand_backs)
    assert len(desk.up) == 3
    assert all(alert.action == "Given back" for alert in desk.up.values())
