"""Undo, on both databases: every deed that offers it is put back whole, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import BayTaken, NothingToUndo, PlateAlreadyParked, UndoOvertaken
from parkdesk.domain.payment import Method, PaymentStatus
from tests.kit import NINE, Case, desk_case

DEEDS: dict[str, Callable[[Case, object], object]] = {
    "extend": lambda case, stay: case.services.stays.extend(case.attendant, stay, timedelta(hours=1)),
    "move": lambda case, stay: case.services.stays.move(case.attendant, stay, case.bay("A4")),
    "check_out": lambda case, stay: case.services.stays.check_out(case.attendant, stay),
    "cancel": lambda case, stay: case.services.stays.cancel(case.attendant, stay, "Slip"),
    "renew": lambda case, stay: case.services.bookings.renew(case.attendant, stay),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_and_its_undo_leave_the_booking_as_it_was(case: Case, deed: str) -> None:
    booking = case.book()
    case.services.bookings.renew(case.attendant, booking.id)
    drawn = case.states()
    before = case.services.bookings.detail(booking.id)
    DEEDS[deed](case, booking.id)
    assert case.states() != drawn
    offered = case.services.undo.last(case.attendant)
    assert offered is not None
    assert (offered.deed, offered.plate) == (deed, booking.plate.shown)
    assert case.services.undo.undo(case.attendant).deed == deed
    assert case.states() == drawn
    after = case.services.bookings.detail(booking.id)
    assert (after.booking, after.chain, after.quote, after.due_minor) == (
        before.booking,
        before.chain,
        before.quote,
        before.due_minor,
    )


def test_undoing_goes_back_step_by_step(case: Case) -> None:
    booking = case.book()
    case.services.stays.extend(case.attendant, booking.id, timedelta(hours=1))
    case.services.stays.check_out(case.attendant, booking.id)
    undone = [case.services.undo.undo(case.attendant).deed for _ in range(3)]
    assert undone == ["check_out", "extend", "book"]
    assert case.reload(booking).status is Status.CANCELLED
    with pytest.raises(NothingToUndo):
        case.services.undo.undo(case.attendant)
    assert case.services.undo.last(case.attendant) is None


def test_a_payment_taken_by_a_slip_is_voided(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.undo.undo(case.attendant)
    detail = case.services.bookings.detail(booking.id)
    assert [payment.status for payment in detail.payments] == [PaymentStatus.VOID]
    assert detail.due_minor == booking.total_minor


def test_notes_and_closures_are_taken_back_too(case: Case) -> None:
    booking = case.book()
    case.services.stays.add_note(case.attendant, booking.id, "Wrong car")
    case.services.undo.undo(case.attendant)
    assert case.services.bookings.detail(booking.id).notes == ()
    case.services.lots.close_bays(case.attendant, [case.bay("A2"), case.bay("A3")], "Paint")
    assert "A2 closed | A3 closed" in case.states()
    case.services.undo.undo(case.attendant)
    assert "A2 free | A3 free" in case.states()
    case.services.lots.close_bays(case.attendant, [case.bay("A2")], "Paint")
    case.services.lots.reopen_bays(case.attendant, [case.bay("A2")])
    case.services.undo.undo(case.attendant)
    assert "A2 closed" in case.states()


def test_a_no_show_and_a_check_in_are_taken_back(case: Case) -> None:
    booking = case.book(starts_at=NINE + timedelta(minutes=30))
    case.clock.move(minutes=30)
    case.services.stays.mark_no_show(case.attendant, booking.id)
    case.services.undo.undo(case.attendant)
    assert case.reload(booking).status is Status.CONFIRMED
    case.services.stays.check_in(case.attendant, booking.id)
    case.services.undo.undo(case.attendant)
    assert case.reload(booking) == booking


def test_a_bay_taken_meanwhile_is_not_taken_back(case: Case) -> None:
    booking = case.book()
    case.services.stays.check_out(case.attendant, booking.id)
    offered = case.services.undo.last(case.attendant)
    assert offered is not None
    other = case.services.bookings.book(case.supervisor, case.ask(plate="KL 5"))
    with pytest.raises(NothingToUndo):
        case.services.undo.undo(case.attendant, offered.entry_id)
    assert case.reload(other).live
    # The supervisor's own booking is the last deed; withdrawn, the check-out is next in line again.
    case.services.undo.undo(case.supervisor)
    case.services.undo.undo(case.supervisor)
    assert case.reload(booking).status is Status.ACTIVE


def test_undo_is_refused_once_the_sweep_has_gone_over_it(case: Case) -> None:
    booking = case.book()
    case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=30))
    case.clock.move(hours=2)
    case.services.sweep.run()
    with pytest.raises(UndoOvertaken):
        case.services.undo.undo(case.attendant)
    assert case.reload(booking).status is Status.COMPLETED


def test_undo_gives_way_to_a_car_that_came_from_another_desk(case: Case, database_url: str) -> None:
    booking = case.book()
    case.services.stays.check_out(case.attendant, booking.id)
    with desk_case(database_url, clock=case.clock) as other:
        other.services.bookings.book(other.attendant, case.ask(plate="KL 5"))
    with pytest.raises(BayTaken):
        case.services.undo.undo(case.attendant)


def test_only_a_supervisor_takes_back_what_somebody_else_did(case: Case) -> None:
    booking = case.book()
    assert case.services.undo.last(case.owner) is not None
    case.services.stays.extend(case.supervisor, booking.id, timedelta(minutes=30))
    assert case.services.undo.last(case.attendant) is None
    assert case.services.undo.undo(case.supervisor).deed == "extend"


def test_a_bay_left_meanwhile_for_another_car_is_not_moved_back_into(case: Case, database_url: str) -> None:
    booking = case.book("A1", "KL 1")
    case.services.stays.move(case.attendant, booking.id, case.bay("A2"))
    with desk_case(database_url, clock=case.clock) as other:
        other.services.bookings.book(other.attendant, case.ask("A1", "KL 2"))
    with pytest.raises(BayTaken):
        case.services.undo.undo(case.attendant)
    assert case.reload(booking).bay_id == case.bay("A2")


def test_a_cancellation_stays_where_the_plate_has_parked_elsewhere(case: Case, database_url: str) -> None:
    booking = case.book("A1", "KL 1")
    case.services.stays.cancel(case.attendant, booking.id, "Slip")
    with desk_case(database_url, clock=case.clock) as other:
        other.services.bookings.book(other.attendant, case.ask("A2", "KL 1"))
    with pytest.raises(PlateAlreadyParked):
        case.services.undo.undo(case.attendant)
    assert case.reload(booking).status is Status.CANCELLED


def test_a_renewal_that_has_taken_over_stays(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(hours=1, minutes=10)
    case.services.sweep.run()
    with pytest.raises(UndoOvertaken):
        case.services.undo.undo(case.attendant)
    assert case.reload(renewal).status is Status.ACTIVE


def test_payments_of_a_chain_are_voided_one_deed_after_the_other(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    whole = booking.total_minor + renewal.total_minor
    take = case.services.payments.take
    assert len(take(case.attendant, booking.id, Method.CASH, booking.total_minor + 5)) == 2
    assert len(take(case.attendant, renewal.id, Method.CARD)) == 1
    undone = []
    for _ in range(3):
        undone.append(case.services.undo.undo(case.attendant).deed)
        detail = case.services.bookings.detail(booking.id)
        paid = sum(p.amount_minor for p in detail.payments if p.status is PaymentStatus.PAID)
        assert detail.due_minor == (whole if len(undone) < 3 else booking.total_minor) - paid
    assert undone == ["take_payment", "take_payment", "renew"]


def test_an_overstay_charged_with_its_payment_is_taken_back_with_it(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=3)
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert case.reload(booking).total_minor == 3 * booking.total_minor
    case.clock.move(hours=1)
    case.services.stays.check_out(case.attendant, booking.id)
    for _ in range(2):
        case.services.undo.undo(case.attendant)
    assert case.reload(booking) == booking
    assert case.services.reports.compare_rollups() == ()
