"""What happens to a booking once it exists, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import (
    AlreadyOver,
    BayClosed,
    BayTaken,
    BayUnknown,
    BayUnsuitable,
    BookingUnknown,
    DeedNotAllowed,
    NotYetDue,
    NumberOutOfRange,
    StayTooLong,
    TextMissing,
)
from parkdesk.domain.tariff import LineKind
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case


def test_a_pending_booking_is_confirmed_and_checked_in_on_time(case: Case) -> None:
    stays = case.services.stays
    booking = case.book(starts_at=NINE + timedelta(hours=1), confirmed=False)
    with pytest.raises(DeedNotAllowed):
        stays.check_in(case.attendant, booking.id)
    assert stays.confirm(case.attendant, booking.id).status is Status.CONFIRMED
    with pytest.raises(DeedNotAllowed):
        stays.confirm(case.attendant, booking.id)
    case.clock.move(hours=1, minutes=7)
    arrived = stays.check_in(case.attendant, booking.id)
    assert (arrived.status, arrived.arrived_at) == (Status.ACTIVE, case.clock())
    assert (arrived.starts_at, arrived.total_minor) == (booking.starts_at, booking.total_minor)


def test_checking_in_early_starts_and_charges_the_stay_from_now(case: Case) -> None:
    booking = case.book(starts_at=NINE + timedelta(hours=1))
    arrived = case.services.stays.check_in(case.attendant, booking.id)
    assert (arrived.starts_at, arrived.until) == (NINE, booking.until)
    assert arrived.total_minor == 2 * booking.total_minor


def test_checking_in_while_another_car_is_in_the_bay_is_refused(case: Case) -> None:
    case.hold()
    case.book()
    booking = case.book(plate="KL 5", starts_at=NINE + timedelta(hours=1))
    with pytest.raises(BayTaken):
        case.services.stays.check_in(case.attendant, booking.id)
    case.clock.move(hours=1, minutes=5)
    with pytest.raises(BayTaken):
        case.services.stays.check_in(case.attendant, booking.id)


def test_extending_prices_the_whole_stay_anew(case: Case) -> None:
    booking = case.book(minutes=45)
    longer = case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=15))
    # 45 minutes were charged as an hour already: reaching the hour costs nothing more.
    assert (longer.until, longer.total_minor) == (NINE + timedelta(hours=1), booking.total_minor)
    assert case.services.bookings.detail(booking.id).quote.total_minor == longer.total_minor
    with pytest.raises(StayTooLong):
        case.services.stays.extend(case.attendant, booking.id, timedelta(days=60))
    with pytest.raises(NumberOutOfRange):
        case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=-5))


def test_extending_stops_before_the_next_booking(case: Case) -> None:
    booking = case.book()
    case.book(plate="KL 5", starts_at=NINE + timedelta(hours=2))
    with pytest.raises(BayTaken) as told:
        case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=61))
    assert told.value.field == "bay"
    assert case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=60)).live


def test_extending_an_overstay_must_reach_beyond_now(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=1, minutes=30)
    with pytest.raises(AlreadyOver):
        case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=20))
    longer = case.services.stays.extend(case.attendant, booking.id, timedelta(hours=1))
    assert longer.until == NINE + timedelta(hours=2)


def test_moving_frees_the_old_bay_and_takes_the_new_ones_price(case: Case) -> None:
    case.services.lots.change_bay(case.owner, replace(case.bays["A3"], hourly_minor=12000))
    booking = case.book()
    case.services.bookings.renew(case.attendant, booking.id)
    moved = case.services.stays.move(case.attendant, booking.id, case.bay("A3"))
    assert (moved.bay_id, moved.total_minor) == (case.bay("A3"), 2 * booking.total_minor)
    assert case.states().startswith("A1 free | A2 free | A3 KL08AZ1234 2:00")


@pytest.mark.parametrize(
    ("prepare", "error"),
    [("taken", BayTaken), ("closed", BayClosed), ("unsuitable", BayUnsuitable), ("unknown", BayUnknown)],
)
def test_a_move_that_cannot_be_leaves_the_car_where_it_is(case: Case, prepare: str, error: type) -> None:
    booking = case.book()
    target = case.bay("A2")
    if prepare == "taken":
        case.book("A2", "KL 5")
    elif prepare == "closed":
        case.services.lots.close_bays(case.attendant, [target], "Paint")
    else:
        target = case.bay("T1") if prepare == "unsuitable" else new_id()
    with pytest.raises(error):
        case.services.stays.move(case.attendant, booking.id, target)
    assert case.reload(booking) == booking


def test_checking_out_early_frees_the_bay_at_once(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(minutes=20)
    left = case.services.stays.check_out(case.attendant, booking.id)
    assert (left.status, left.left_at, left.total_minor) == (
        Status.COMPLETED,
        case.clock(),
        booking.total_minor // 2,
    )
    assert case.reload(renewal).status is Status.CANCELLED
    assert case.states().startswith("A1 free")
    assert case.book(plate="KL 5").live
    with pytest.raises(DeedNotAllowed):
        case.services.stays.check_out(case.attendant, booking.id)


def test_an_overstay_is_counted_and_charged_at_check_out(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=1, minutes=18)
    due = case.services.bookings.detail(booking.id)
    assert [line.kind for line in due.quote.lines] == [LineKind.PARKING, LineKind.OVERSTAY, LineKind.TAX]
    left = case.services.stays.check_out(case.attendant, booking.id)
    assert left.total_minor == due.quote.total_minor == due.due_minor == (9000 * 118) // 100
    assert sum(line.amount_minor for line in case.services.bookings.detail(left.id).quote.lines) == (
        left.total_minor
    )


def test_an_overstay_within_the_grace_costs_nothing(case: Case) -> None:
    case.hold(grace=20)
    booking = case.book()
    case.clock.move(hours=1, minutes=18)
    left = case.services.stays.check_out(case.attendant, booking.id)
    assert left.total_minor == booking.total_minor


@pytest.mark.parametrize("stage", ["pending", "confirmed", "active"])
def test_cancelling_at_any_stage_needs_a_reason_and_frees_the_bay(case: Case, stage: str) -> None:
    asked = {} if stage == "active" else {"starts_at": NINE + timedelta(minutes=30)}
    booking = case.book(confirmed=stage != "pending", **asked)
    with pytest.raises(TextMissing):
        case.services.stays.cancel(case.attendant, booking.id, "   ")
    cancelled = case.services.stays.cancel(case.attendant, booking.id, "Driver changed plans")
    assert (cancelled.status, cancelled.cancelled_at, cancelled.cancel_reason) == (
        Status.CANCELLED,
        NINE,
        "Driver changed plans",
    )
    assert case.states().startswith("A1 free")
    assert case.services.bookings.detail(booking.id).due_minor == 0


def test_a_no_show_can_be_marked_once_the_booking_has_begun(case: Case) -> None:
    booking = case.book(starts_at=NINE + timedelta(hours=1))
    with pytest.raises(NotYetDue):
        case.services.stays.mark_no_show(case.attendant, booking.id)
    case.clock.move(hours=1)
    assert case.services.stays.mark_no_show(case.attendant, booking.id).status is Status.NO_SHOW
    assert case.states().startswith("A1 free")


def test_notes_stay_with_the_booking_and_say_who_wrote_them(case: Case) -> None:
    booking = case.book()
    case.services.stays.add_note(case.attendant, booking.id, "Scratch on the left door\nSeen at entry")
    with pytest.raises(TextMissing):
        case.services.stays.add_note(case.attendant, booking.id, " ")
    case.clock.move(hours=3)
    case.services.sweep.run()
    case.services.stays.add_note(case.attendant, booking.id, "Found a glove")
    notes = case.services.bookings.detail(booking.id).notes
    assert [note.text for note in notes] == ["Scratch on the left door\nSeen at entry", "Found a glove"]
    assert {note.who for note in notes} == {case.attendant.name}


def test_an_unknown_booking_is_told(case: Case) -> None:
    with pytest.raises(BookingUnknown):
        case.services.stays.check_out(case.attendant, new_id())


def test_the_history_tells_who_did_what(case: Case) -> None:
    booking = case.book()
    case.clock.move(minutes=1)
    case.services.stays.extend(case.supervisor, booking.id, timedelta(minutes=30))
    case.clock.move(hours=3)
    case.services.sweep.run()
    told = [(line.deed, line.who) for line in case.services.bookings.detail(booking.id).history]
    assert told == [("book", case.attendant.name), ("extend", case.supervisor.name), ("sweep", None)]
