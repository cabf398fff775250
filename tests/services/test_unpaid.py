"""Leaving without paying: a nil payment, an IOU, and no card number in a note."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import NotAllowed, NothingOwed, TextMissing
from parkdesk.domain.iou import Iou
from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import CardNumberTyped, ChargeOpen, IouStands, IouUnknown
from parkdesk.domain.tariff import LineKind
from parkdesk.services.desk import new_id
from tests.kit import Case
from tests.till import Till, till_case


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    with till_case(database_url) as till:
        yield till


def open_ious(case: Case) -> tuple[Iou, ...]:
    return tuple(row.iou for row in case.services.payment_list.ious(IouFilter(case.lot.id)).rows)


def test_a_nil_payment_ends_the_stay_and_strikes_what_it_owes(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 1000)
    left = case.services.unpaid.nil_payment(case.supervisor, booking.id, "Ambulance")
    detail = case.services.bookings.detail(booking.id)
    assert (left.status, left.total_minor, detail.due_minor) == (Status.COMPLETED, 1000, 0)
    assert [(line.kind, line.name) for line in detail.quote.lines][-1] == (LineKind.WAIVED, "Ambulance")
    assert case.services.reports.compare_rollups() == ()
    case.services.undo.undo(case.supervisor)
    assert case.reload(booking) == booking


def test_what_only_a_renewal_to_come_has_cost_goes_with_it(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    left = case.services.unpaid.nil_payment(case.supervisor, booking.id, "Ambulance")
    assert (left.status, left.total_minor) == (Status.COMPLETED, booking.total_minor // 2)
    assert case.reload(renewal).status is Status.CANCELLED
    assert case.services.bookings.detail(booking.id).due_minor == 0
    (refund,) = case.services.refunds.of_booking(booking.id)
    assert refund.amount.minor == booking.total_minor // 2, "paid for time that nobody stood there"
    assert case.services.reports.compare_rollups() == ()


def test_who_may_let_go_and_why_is_asked(case: Case) -> None:
    booking = case.book()
    with pytest.raises(NotAllowed):
        case.services.unpaid.nil_payment(case.attendant, booking.id, "Friend")
    with pytest.raises(TextMissing):
        case.services.unpaid.nil_payment(case.supervisor, booking.id, " ")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    with pytest.raises(NothingOwed):
        case.services.unpaid.nil_payment(case.supervisor, booking.id, "Why not")
    assert case.reload(booking).status is Status.ACTIVE


def test_an_iou_keeps_what_is_owed_until_it_is_paid(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=1, minutes=30)
    iou = case.services.unpaid.iou(case.attendant, booking.id, "Card left at home")
    assert (case.reload(booking).status, iou.amount.minor) == (Status.COMPLETED, 10620)
    assert [(open_iou.plate, open_iou.amount.minor) for open_iou in open_ious(case)] == [
        ("KL 08 AZ 1234", 10620)
    ]
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 5000)
    assert len(open_ious(case)) == 1
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert open_ious(case) == ()
    assert case.services.reports.compare_rollups() == ()


def test_an_iou_is_for_the_time_used_and_not_for_a_renewal_to_come(case: Case) -> None:
    booking = case.book(minutes=180)
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(minutes=40)
    assert case.services.refunds.preview_check_out(booking.id).due.minor == 7080
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    assert iou is not None
    assert (iou.amount.minor, case.services.bookings.detail(booking.id).due_minor) == (7080, 7080)
    assert case.reload(renewal).status is Status.CANCELLED


def test_no_iou_is_written_where_only_a_renewal_to_come_is_unpaid(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(minutes=40)
    deed_id = new_id()
    for _ in range(2):
        assert case.services.unpaid.iou(case.attendant, booking.id, "No money", deed_id=deed_id) is None, (
            "also to one who asks again"
        )
    assert open_ious(case) == ()
    assert (case.reload(booking).status, case.reload(renewal).status) == (Status.COMPLETED, Status.CANCELLED)
    case.services.undo.undo(case.attendant)
    assert (case.reload(booking), case.reload(renewal)) == (booking, renewal)


def test_nobody_is_let_go_while_their_renewal_is_being_paid_by_card(till: Till) -> None:
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.services.bookings.renew(till.attendant, booking.id)
    till.by_qr(booking)
    with pytest.raises(ChargeOpen):
        till.services.unpaid.iou(till.attendant, booking.id, "No money")
    assert till.reload(booking).status is Status.ACTIVE


def test_an_iou_that_will_not_be_paid_is_struck(case: Case) -> None:
    iou = case.services.unpaid.iou(case.attendant, case.book().id, "No money")
    with pytest.raises(NotAllowed):
        case.services.unpaid.settle_iou(case.attendant, iou.id, "Moved away")
    case.services.unpaid.settle_iou(case.supervisor, iou.id, "Moved away")
    with pytest.raises(IouUnknown):
        case.services.unpaid.settle_iou(case.supervisor, iou.id, "Again")


def test_an_iou_can_be_undone(case: Case) -> None:
    booking = case.book()
    case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.services.undo.undo(case.attendant)
    assert open_ious(case) == ()
    assert case.reload(booking).status is Status.ACTIVE


def test_money_taken_by_a_slip_leaves_the_iou_open(case: Case) -> None:
    booking = case.book()
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert open_ious(case) == ()
    case.services.undo.undo(case.attendant)
    assert open_ious(case) == (iou,)
    assert case.services.journal.verify().faults == ()


def test_what_is_struck_is_owed_no_more_until_it_is_undone(case: Case) -> None:
    booking = case.book()
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    assert iou is not None
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 1000)
    owed = case.services.bookings.detail(booking.id).due_minor
    case.services.unpaid.settle_iou(case.supervisor, iou.id, "Moved away")
    detail = case.services.bookings.detail(booking.id)
    assert (detail.due_minor, detail.quote.lines[-1].name) == (0, "Moved away")
    assert detail.quote.lines[-1].amount_minor == -owed
    assert case.services.reports.compare_rollups() == ()
    case.services.undo.undo(case.supervisor)
    assert case.services.bookings.detail(booking.id).due_minor == owed
    assert open_ious(case) == (iou,)


def test_striking_leaves_what_came_to_be_owed_since(case: Case) -> None:
    booking = case.book()
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    assert iou is not None
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.services.unpaid.settle_iou(case.supervisor, iou.id, "Moved away")
    assert case.services.bookings.detail(booking.id).due_minor == 0
    assert case.services.bookings.detail(renewal.id).due_minor == renewal.total_minor


def test_a_stay_that_began_anew_is_no_part_of_the_one_before(case: Case) -> None:
    """Its driver may owe for the first one, or for both; each is paid by itself and settles its own IOU."""
    booking = case.book()
    case.clock.move(minutes=55)
    first = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.clock.move(minutes=30)
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    assert case.services.bookings.detail(booking.id).due_minor == booking.total_minor
    case.services.payments.take(case.attendant, renewal.id, Method.CASH)
    assert open_ious(case) == (first,)
    (row,) = case.services.payment_list.ious(IouFilter()).rows
    assert row.owed.minor == booking.total_minor
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert open_ious(case) == ()


def test_nobody_promises_the_same_money_twice(case: Case) -> None:
    booking = case.book()
    case.clock.move(minutes=55)
    case.services.unpaid.iou(case.attendant, booking.id, "No money")
    with pytest.raises(IouStands):
        case.services.unpaid.iou(case.attendant, booking.id, "No money")
    page = case.services.payment_list.ious(IouFilter())
    assert [total.minor for total in page.totals] == [booking.total_minor]


def test_what_comes_to_be_owed_beside_an_iou_can_be_promised_too(case: Case) -> None:
    booking = case.book()
    case.clock.move(minutes=55)
    (payment,) = case.services.payments.take(case.attendant, booking.id, Method.CASH, 1000)
    case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.services.refunds.give_back(case.owner, payment.id, 1000, "False note", owed_again=True)
    more = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    assert more is not None
    assert more.amount.minor == 1000


@pytest.mark.parametrize("minutes", [7, 180])
def test_undoing_a_nil_payment_brings_back_the_lines_of_the_price(case: Case, minutes: int) -> None:
    """Also where the time used costs what was agreed, so that leaving alone has changed no line."""
    booking = case.book(minutes=minutes)
    lines = case.services.bookings.detail(booking.id).quote.lines
    case.services.unpaid.nil_payment(case.supervisor, booking.id, "Ambulance")
    case.services.undo.undo(case.supervisor)
    detail = case.services.bookings.detail(booking.id)
    assert (detail.booking, detail.quote.lines) == (booking, lines)


def test_a_nil_payment_settles_the_iou_of_what_it_strikes(case: Case) -> None:
    booking = case.book()
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.services.unpaid.nil_payment(case.supervisor, booking.id, "Hardship")
    assert open_ious(case) == ()
    case.services.undo.undo(case.supervisor)
    assert open_ious(case) == (iou,)


@pytest.mark.parametrize(
    "text", ["4242 4242 4242 4242", "paid by 4000-0566-5566-5556 12/27 123", "378282246310005"]
)
def test_no_card_number_is_ever_kept(case: Case, text: str) -> None:
    booking = case.book()
    services, who = case.services, case.attendant
    for typed in (
        lambda: services.stays.add_note(who, booking.id, text),
        lambda: services.stays.cancel(who, booking.id, text),
        lambda: services.payments.take(who, booking.id, Method.CARD, note=text),
        lambda: services.lots.close_bays(who, [case.bay("A2")], text),
        lambda: services.unpaid.iou(who, booking.id, text),
        lambda: case.book("A3", "KL 3", requests=text),
    ):
        with pytest.raises(CardNumberTyped):
            typed()
    services.stays.add_note(who, booking.id, "Call +91 98470 12345 about bay 12, ticket 4242 4242")
