"""Booking and renewing, as an attendant meets it, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Driver, Status
from parkdesk.domain.errors import (
    AlreadyOver,
    BackEntryTooOld,
    BayClosed,
    BayTaken,
    BayUnsuitable,
    DeedNotAllowed,
    EmailUnreadable,
    EndBeforeStart,
    NotAllowed,
    ParkDeskError,
    PlateAlreadyParked,
    PlateMissing,
    PlateTooLong,
    PlateUnreadable,
    StartInPast,
    StayTooLong,
    StayTooShort,
    TariffMissing,
    TextTooLong,
    VehicleTypeUnknown,
)
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import LineKind
from parkdesk.domain.ticket import read_ticket
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case


def refused(case: Case, error: type[ParkDeskError], field: str | None, **asked: object) -> None:
    """The deed is refused beside the right field, and nothing at all is written."""
    before = case.services.journal.verify().entries, case.states()
    with pytest.raises(error) as told:
        case.book(**asked)
    assert told.value.field == field
    assert (case.services.journal.verify().entries, case.states()) == before


def test_an_instant_booking_starts_now_and_carries_its_price(case: Case) -> None:
    booking = case.book(
        driver=Driver("Anil P.", "+91 98 1234 5678", "anil@example.org"), requests="Near the lift"
    )
    assert booking.status is Status.ACTIVE
    assert (booking.starts_at, booking.until) == (NINE, NINE + timedelta(hours=1))
    assert booking.plate.shown == "KL 08 AZ 1234"
    assert read_ticket(booking.ticket) == booking.ticket
    assert booking.total_minor == 6000 + 1080
    detail = case.services.bookings.detail(booking.id)
    assert [line.kind for line in detail.quote.lines] == [LineKind.PARKING, LineKind.TAX]
    assert detail.quote.total_minor == booking.total_minor == detail.due_minor
    assert detail.booking == booking
    assert case.states().startswith("A1 KL08AZ1234 1:00 | A2 free")


def test_the_price_follows_type_increment_and_bay(case: Case) -> None:
    assert case.services.bookings.quote(case.bay("A1"), "sedan", timedelta(minutes=31)).total_minor == 7080
    assert case.services.bookings.quote(case.bay("A1"), "sedan", timedelta(minutes=30)).total_minor == 3540
    assert case.services.bookings.quote(case.bay("T1"), "two-wheeler", timedelta(hours=1)).total_minor == 2360
    dear = replace(case.bays["A2"], hourly_minor=10000)
    case.services.lots.change_bay(case.owner, dear)
    assert case.services.bookings.quote(dear.id, "sedan", timedelta(hours=1)).total_minor == 11800
    assert case.book("A2").total_minor == 11800


def test_an_advance_booking_reserves_and_two_fit_one_after_the_other(case: Case) -> None:
    later = case.book(starts_at=NINE + timedelta(hours=1))
    assert later.status is Status.CONFIRMED
    assert case.states().startswith("A1 KL08AZ1234 from 10:00")
    now = case.book(plate="KL 07 B 1", minutes=60)
    assert now.until == later.starts_at
    assert case.states().startswith("A1 KL07B1 1:00")
    refused(case, BayTaken, "bay", plate="KL 9", starts_at=NINE + timedelta(minutes=119), minutes=10)
    assert case.book(plate="KL 9", starts_at=NINE + timedelta(hours=2)).status is Status.CONFIRMED


def test_a_pending_booking_holds_its_bay(case: Case) -> None:
    assert case.book(confirmed=False).status is Status.PENDING
    refused(case, BayTaken, "bay", plate="KL 7")


@pytest.mark.parametrize(
    ("plate", "error"),
    [
        ("", PlateMissing),
        ("  - ", PlateMissing),
        ("K" * 300, PlateTooLong),
        ("KL 🚗 1", PlateUnreadable),
        ("KL;1", PlateUnreadable),
    ],
)
def test_unusable_plates_are_told_beside_their_field(
    case: Case, plate: str, error: type[ParkDeskError]
) -> None:
    refused(case, error, "plate", plate=plate)


def test_plates_of_any_script_are_welcome(case: Case) -> None:
    assert case.book("A1", "ا ب ج ١٢٣").plate.shown == "ا ب ج ١٢٣"
    assert case.book("A2", "കെഎൽ 8").plate.shown == "കെഎൽ 8"
    assert case.book("A3", "\u202eKL 8 Z 1\u202c").plate.shown == "KL 8 Z 1"


@pytest.mark.parametrize(
    ("asked", "error", "field"),
    [
        ({"until": NINE - timedelta(hours=1)}, EndBeforeStart, "until"),
        ({"until": NINE}, EndBeforeStart, "until"),
        ({"starts_at": NINE - timedelta(minutes=10)}, StartInPast, "starts_at"),
        ({"minutes": 1}, StayTooShort, "until"),
        ({"minutes": 60 * 24 * 40}, StayTooLong, "until"),
        ({"vehicle_type": "tank"}, VehicleTypeUnknown, "vehicle_type"),
        ({"vehicle_type": "two-wheeler"}, BayUnsuitable, "vehicle_type"),
        ({"driver": Driver(email="not an address")}, EmailUnreadable, "email"),
        ({"requests": "x" * 5000}, TextTooLong, "requests"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    case: Case, asked: dict[str, object], error: type[ParkDeskError], field: str
) -> None:
    refused(case, error, field, **asked)


def test_a_start_a_moment_ago_is_not_the_past(case: Case) -> None:
    booking = case.book(starts_at=NINE - timedelta(seconds=90))
    assert booking.status is Status.ACTIVE


def test_a_late_entry_needs_the_right_and_has_a_limit(case: Case) -> None:
    asked = case.ask(starts_at=NINE - timedelta(hours=3), minutes=240, back_entry=True)
    with pytest.raises(NotAllowed):
        case.services.bookings.book(case.attendant, asked)
    booking = case.services.bookings.book(case.supervisor, asked)
    assert (booking.status, booking.starts_at) == (Status.ACTIVE, NINE - timedelta(hours=3))
    too_old = case.ask("A2", "KL 5", starts_at=NINE - timedelta(hours=13), minutes=900, back_entry=True)
    with pytest.raises(BackEntryTooOld):
        case.services.bookings.book(case.supervisor, too_old)


def test_one_live_stay_a_plate_unless_a_supervisor_gives_a_reason(case: Case) -> None:
    case.book("A1")
    refused(case, PlateAlreadyParked, "plate", bay="A2", plate="kl-08-az-1234")
    second = case.ask("A2", override_reason="Tow truck with the same plate")
    with pytest.raises(NotAllowed):
        case.services.bookings.book(case.attendant, second)
    assert case.services.bookings.book(case.supervisor, second).status is Status.ACTIVE
    assert case.book("A3", starts_at=NINE + timedelta(hours=3)).status is Status.CONFIRMED


def test_a_closed_bay_takes_nobody(case: Case) -> None:
    case.services.lots.close_bays(case.attendant, [case.bay("A1")], "Oil on the floor")
    refused(case, BayClosed, "bay")
    case.services.lots.reopen_bays(case.attendant, [case.bay("A1")])
    assert case.book().live


def test_a_lot_without_a_tariff_says_so(case: Case) -> None:
    lot = Lot(new_id(), "Bare", "Europe/Berlin", "EUR")
    bay = replace(case.bays["A1"], id=new_id(), lot_id=lot.id, level_id=case.level.id, code="X1")
    level = replace(case.level, id=new_id(), lot_id=lot.id)
    case.services.lots.add(case.owner, lot, levels=[level], bays=[replace(bay, level_id=level.id)])
    with pytest.raises(TariffMissing):
        case.services.bookings.book(case.attendant, replace(case.ask(), bay_id=bay.id))


def test_the_same_deed_twice_is_done_once(case: Case) -> None:
    deed_id = new_id()
    first = case.services.bookings.book(case.attendant, case.ask(), deed_id=deed_id)
    again = case.services.bookings.book(case.attendant, case.ask(), deed_id=deed_id)
    assert first == again
    assert len(case.services.bookings.page(case.lot.id).rows) == 1
    renewal_id = new_id()
    renewed = case.services.bookings.renew(case.attendant, first.id, deed_id=renewal_id)
    assert case.services.bookings.renew(case.attendant, first.id, deed_id=renewal_id) == renewed


def test_a_bay_whose_time_has_run_out_is_free_without_a_sweep(case: Case) -> None:
    old = case.book()
    case.clock.move(hours=1)
    assert case.states().startswith("A1 free")
    new = case.book(plate="KL 01 X 9")
    assert new.status is Status.ACTIVE
    ended = case.reload(old)
    assert (ended.status, ended.left_at, ended.auto_ended) == (Status.COMPLETED, old.until, True)


def test_a_plate_whose_time_has_run_out_may_come_again(case: Case) -> None:
    case.book("A1")
    case.clock.move(hours=2)
    assert case.book("A2").status is Status.ACTIVE


def test_a_held_bay_stays_taken_after_its_end(case: Case) -> None:
    case.hold()
    case.book()
    case.clock.move(hours=1, minutes=18)
    assert case.states().startswith("A1 KL08AZ1234 +0:18")
    refused(case, BayTaken, "bay", plate="KL 5")
    refused(case, PlateAlreadyParked, "plate", bay="A2")


def test_grace_keeps_the_bay_a_little_longer(case: Case) -> None:
    case.release(grace=10)
    case.book()
    case.clock.move(hours=1, minutes=9)
    refused(case, BayTaken, "bay", plate="KL 5")
    case.clock.move(minutes=1)
    assert case.book(plate="KL 5").live


def test_renewing_a_running_stay_goes_on_from_its_end(case: Case) -> None:
    old = case.book(driver=Driver("Anil"), requests="Lift")
    case.clock.move(minutes=20)
    renewal = case.services.bookings.renew(case.attendant, old.id)
    assert (renewal.starts_at, renewal.until) == (old.until, old.until + timedelta(hours=1))
    assert renewal.renewed_from == old.id
    assert (renewal.plate, renewal.vehicle_type, renewal.driver, renewal.requests, renewal.bay_id) == (
        old.plate,
        old.vehicle_type,
        old.driver,
        old.requests,
        old.bay_id,
    )
    assert renewal.ticket != old.ticket
    assert case.states().startswith("A1 KL08AZ1234 1:40")
    third = case.services.bookings.renew(case.attendant, old.id, timedelta(minutes=30))
    assert third.renewed_from == renewal.id
    assert case.states().startswith("A1 KL08AZ1234 2:10")
    detail = case.services.bookings.detail(old.id)
    assert [link.id for link in detail.chain] == [old.id, renewal.id, third.id]
    assert detail.due_minor == old.total_minor + renewal.total_minor + third.total_minor


def test_a_renewal_takes_over_by_itself(case: Case) -> None:
    old = case.book()
    renewal = case.services.bookings.renew(case.attendant, old.id)
    case.clock.move(hours=1, minutes=5)
    assert case.states().startswith("A1 KL08AZ1234 0:55")
    case.services.sweep.run()
    assert case.reload(old).status is Status.COMPLETED
    assert (case.reload(renewal).status, case.reload(renewal).arrived_at) == (Status.ACTIVE, old.until)
    assert case.states().startswith("A1 KL08AZ1234 0:55")


def test_renewing_after_the_end_starts_now_at_a_lot_that_releases(case: Case) -> None:
    old = case.book(vehicle_type="hatchback")
    case.clock.move(hours=1, minutes=10)
    renewal = case.services.bookings.renew(case.attendant, old.id, timedelta(minutes=30))
    assert (renewal.status, renewal.starts_at) == (Status.ACTIVE, case.clock())
    assert renewal.vehicle_type == "hatchback"
    assert case.reload(old).left_at == old.until


def test_renewing_an_overstay_covers_it(case: Case) -> None:
    case.hold()
    old = case.book()
    case.clock.move(hours=1, minutes=18)
    with pytest.raises(AlreadyOver):
        case.services.bookings.renew(case.attendant, old.id, timedelta(minutes=15))
    renewal = case.services.bookings.renew(case.attendant, old.id, timedelta(hours=1))
    assert (renewal.status, renewal.starts_at) == (Status.ACTIVE, old.until)
    assert (case.reload(old).status, case.reload(old).left_at) == (Status.COMPLETED, old.until)


def test_a_renewal_may_not_run_into_the_next_booking(case: Case) -> None:
    old = case.book()
    case.book(plate="KL 5", starts_at=NINE + timedelta(minutes=90))
    with pytest.raises(BayTaken):
        case.services.bookings.renew(case.attendant, old.id, timedelta(hours=1))
    assert case.services.bookings.renew(case.attendant, old.id, timedelta(minutes=30)).live


def test_a_cancelled_booking_cannot_be_renewed(case: Case) -> None:
    booking = case.book()
    case.services.stays.cancel(case.attendant, booking.id, "Wrong plate")
    with pytest.raises(DeedNotAllowed):
        case.services.bookings.renew(case.attendant, booking.id)


def test_pages_follow_their_key(case: Case) -> None:
    made = [
        case.book("A1", f"KL {number}", 10, starts_at=NINE + timedelta(hours=number))
        for number in range(1, 8)
    ]
    first = case.services.bookings.page(case.lot.id, most=3)
    assert [row.booking.id for row in first.rows] == [made[6].id, made[5].id, made[4].id]
    second = case.services.bookings.page(case.lot.id, most=3, after=first.next)
    third = case.services.bookings.page(case.lot.id, most=3, after=second.next)
    assert [row.booking.id for row in (*second.rows, *third.rows)] == [made[i].id for i in (3, 2, 1, 0)]
    assert third.next is None
    assert [row.booking.plate.shown for row in case.services.bookings.page(case.lot.id, text="l5").rows] == [
        "KL 5"
    ]
    assert case.services.bookings.page(case.lot.id, "history").rows == ()
    assert len(case.services.bookings.page(case.lot.id, "upcoming").rows) == 7
