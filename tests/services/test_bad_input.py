"""Whatever is typed, pasted or passed on gets one clear sentence or is stored as it is, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import select

from parkdesk.domain.bay import Bay, Place
from parkdesk.domain.booking import FURTHEST_AHEAD, Driver
from parkdesk.domain.errors import (
    EndBeforeStart,
    LotUnknown,
    ParkDeskError,
    StartTooFar,
    StayTooLong,
    VehicleTypeUnknown,
)
from parkdesk.domain.money import MOST_MINOR
from parkdesk.domain.payment import Method
from parkdesk.domain.people import Role
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.texts import holds_card_number
from parkdesk.services.desk import new_id
from parkdesk.store.tables import metadata
from tests.kit import NINE, Case

HOUR = timedelta(hours=1)
TEXTS = {
    "nothing": "",
    "nul": "a\x00b",
    "surrogate": "\ud800",
    "emoji": "🚗" * 10,
    "right to left": "\u202eabc",
    "long": "x" * 300,
    "a million": "x" * 1_000_000,
    "sql": "'); DROP TABLE bookings; --",
    "wildcards": "%_\\",
    "terminal": "\x1b[31m",
    "format": "{plate}",
    "ligature": "ﷺ" * 16,
    "card": "4242 4242 4242 4242",
    "card in words": "with 4000-0566-5566-5556 12/27",
}

LOT_FILE = b"name,capacity,timezone,currency\nImported,3,Asia/Kolkata,INR\n"
pytestmark = pytest.mark.usefixtures("sound")


def told(deed: Callable[[], object]) -> str:
    """The sentence a deed is refused with; empty if it is done. Anything else is a bug."""
    try:
        deed()
    except ParkDeskError as refused:
        sentence = str(refused)
        assert 0 < len(sentence) < 500
        assert sentence.encode()
        assert not any(ord(c) < 32 for c in sentence)
        return sentence
    return ""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_in_any_field(case: Case, text: str) -> None:
    services, who, owner, lot = case.services, case.attendant, case.owner, case.lot
    stay = case.book("A6", "KL 6", minutes=600)
    columns, plates = count(), count()

    def booked(**more: object) -> None:
        booking = case.book("A2", f"P {next(plates)}", **more)
        services.stays.check_out(who, booking.id)

    def new_lot(**more: object) -> None:
        fields = {"id": new_id(), "name": f"Lot {next(plates)}", **more}
        services.lots.add(owner, replace(lot, **fields))  # type: ignore[arg-type]

    def new_bay(**more: object) -> None:
        column = next(columns)
        bay = Bay(new_id(), lot.id, case.level.id, f"N{column}", Place(50, column))
        services.lots.add_bays(owner, lot.id, [replace(bay, **more)])  # type: ignore[arg-type]

    def new_tariff(**more: object) -> None:
        services.lots.set_tariff(owner, replace(Tariff(new_id(), lot.id, 1, "INR", 100), **more))  # type: ignore[arg-type]

    deeds: dict[str, Callable[[], object]] = {
        "plate": lambda: case.book("A1", text),
        "driver": lambda: booked(driver=Driver(name=text)),
        "phone": lambda: booked(driver=Driver(phone=text)),
        "email": lambda: booked(driver=Driver(email=text)),
        "requests": lambda: booked(requests=text),
        "override": lambda: services.bookings.book(
            case.supervisor, case.ask("A3", "KL 6", override_reason=text)
        ),
        "type": lambda: booked(vehicle_type=text),
        "note": lambda: services.stays.add_note(who, stay.id, text),
        "payment": lambda: services.payments.take(who, stay.id, Method.CASH, 100, note=text),
        "closing": lambda: services.lots.close_bays(who, [case.bay("A4")], text),
        "search": lambda: services.search.find(text),
        "list": lambda: services.bookings.page(lot.id, text=text),
        "named": lambda: services.lots.named(text),
        "lot": lambda: new_lot(name=text),
        "address": lambda: new_lot(address=text),
        "zone": lambda: new_lot(time_zone=text),
        "currency": lambda: new_lot(currency=text),
        "language": lambda: new_lot(language=text),
        "level": lambda: services.lots.add_level(owner, lot.id, text),
        "bay": lambda: new_bay(code=text),
        "bay zone": lambda: new_bay(zone=text),
        "bay types": lambda: new_bay(vehicle_types=frozenset({text})),
        "features": lambda: new_bay(features=frozenset({text})),
        "closed": lambda: new_bay(closed_reason=text),
        "changed": lambda: services.lots.change_bay(owner, replace(case.bays["A1"], zone=text)),
        "tax": lambda: new_tariff(tax_name=text, tax_basis_points=100),
        "tariff": lambda: new_tariff(currency=text),
        "rates": lambda: new_tariff(rates={text: 100}),
        "kind": lambda: services.vehicle_types.add(owner, text),
        "kind's name": lambda: services.vehicle_types.rename(owner, "sedan", text),
        "kind's code": lambda: services.vehicle_types.retire(owner, text),
        "person": lambda: services.people.add(owner, text, Role.ATTENDANT, "long enough"),
        "pin": lambda: services.people.add(owner, "Eve", Role.ATTENDANT, "long enough", text),
        "signing in": lambda: services.people.sign_in(text, text),
        "file": lambda: services.lots.import_file(owner, LOT_FILE, text),
        "content": lambda: services.lots.import_file(owner, text.encode("utf-8", "surrogatepass"), "a.csv"),
        "cancelling": lambda: services.stays.cancel(who, stay.id, text),
    }
    for name, deed in deeds.items():
        try:
            told(deed)
        except Exception as error:
            raise AssertionError(f"{name}: {type(error).__name__}") from error
    assert services.bookings.page(lot.id).rows, "no table was dropped"
    assert services.lots.named("Imported"), "the name of a file is no reason to refuse it"
    if holds_card_number(text):
        assert not [kept for kept in everything_kept(case) if digits(text)[:16] in digits(kept)]


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def everything_kept(case: Case) -> Iterator[str]:
    """Every text in the database, whatever was refused."""
    with case.database.reading() as store:
        for table in metadata.sorted_tables:
            for row in store.connection.execute(select(table)):
                yield from (value for value in row if isinstance(value, str))


def test_what_is_stored_is_what_was_checked(case: Case) -> None:
    spaced = replace(
        case.lot, id=new_id(), name="  North   side ", address=f"Way{' ' * 400}1", currency="eur"
    )
    lot = case.services.lots.add(case.owner, spaced)
    assert (lot.name, lot.address, lot.currency) == ("North side", "Way 1", "EUR")
    assert case.services.lots.lot(lot.id) == lot
    bay = replace(case.bays["A1"], code=" B  7 ", zone=" Roof ")
    assert case.services.lots.change_bay(case.owner, bay).code == "B 7"
    assert case.services.lots.bays(case.lot.id)[0].zone == "Roof"


@pytest.mark.parametrize("text", ["%", "_", "\\", "%%%"])
def test_wildcards_find_only_themselves(case: Case, text: str) -> None:
    case.book("A1", "KL 1", driver=Driver("Asha"))
    percent = case.book("A2", "KL 2", driver=Driver(f"Asha {text}{text}"))
    assert [hit.booking_id for hit in case.services.search.find(text * 2)] == [percent.id]


@pytest.mark.parametrize("text", ["Émile", "émile", "ÉMILE", "mile ø", "ØRSTED", "ørsted"])
def test_names_are_found_in_capitals_and_small_letters(case: Case, text: str) -> None:
    booking = case.book(driver=Driver("Émile Ørsted"))
    assert [hit.booking_id for hit in case.services.search.find(text)] == [booking.id]


def test_a_sentence_does_not_repeat_all_that_was_pasted(case: Case) -> None:
    with pytest.raises(VehicleTypeUnknown) as refused:
        case.book(vehicle_type="\x1b[31m" + "x" * 10_000)
    assert len(str(refused.value)) < 300
    assert "\x1b" not in str(refused.value)


SPANS = {
    timedelta.max: StayTooLong,
    timedelta(days=999_999): StayTooLong,
    timedelta(days=31, microseconds=1): StayTooLong,
    timedelta(0): EndBeforeStart,
    timedelta.min: EndBeforeStart,
}


@pytest.mark.parametrize(("span", "kind"), SPANS.items(), ids=str)
def test_any_duration(case: Case, span: timedelta, kind: type[ParkDeskError]) -> None:
    with pytest.raises(kind):
        case.services.bookings.book(case.attendant, replace(case.ask(), duration=span))
    stay = case.book()
    assert told(lambda: case.services.bookings.renew(case.attendant, stay.id, span))
    assert told(lambda: case.services.stays.extend(case.attendant, stay.id, span))
    assert case.reload(stay) == stay


MOMENTS = [
    datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=UTC),
    datetime(9999, 12, 31, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, tzinfo=UTC),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_any_moment(case: Case, moment: datetime) -> None:
    for asked in (
        case.ask(starts_at=moment),
        case.ask(starts_at=moment, back_entry=True),
        case.ask(until=moment),
        case.ask(starts_at=moment, until=moment),
    ):
        assert told(lambda asked=asked: case.services.bookings.book(case.supervisor, asked))  # type: ignore[misc]
    told(lambda: case.services.lots.availability(case.lot.id, NINE, moment))


def test_an_advance_booking_has_its_horizon(case: Case) -> None:
    furthest = NINE + FURTHEST_AHEAD
    assert case.book(starts_at=furthest).starts_at == furthest
    with pytest.raises(StartTooFar, match="A booking can start 3650 days ahead at most"):
        case.book("A2", "KL 2", starts_at=furthest + timedelta(seconds=1))


def test_microseconds_are_kept_and_compared(case: Case) -> None:
    starts_at = NINE + HOUR + timedelta(microseconds=1)
    booking = case.book(starts_at=starts_at)
    assert case.reload(booking).starts_at == starts_at
    before = case.ask("A1", "KL 2", starts_at=NINE, until=starts_at)
    assert case.services.bookings.book(case.attendant, before).until == starts_at


@pytest.mark.parametrize("number", [-1, 0, 1, MOST_MINOR, 10**12, 2**63 - 1, 2**63, -(2**63) - 1, 10**30])
def test_any_number(case: Case, number: int) -> None:
    services, who, owner, lot = case.services, case.attendant, case.owner, case.lot
    stay = case.book()
    tariff = Tariff(new_id(), lot.id, 1, "INR", 100)
    for change in ("hourly_minor", "minimum_minor", "increment_minutes", "tax_basis_points"):
        told(lambda change=change: services.lots.set_tariff(owner, replace(tariff, **{change: number})))  # type: ignore[misc]
    told(lambda: services.lots.set_tariff(owner, replace(tariff, rates={"sedan": number})))
    told(lambda: services.lots.change_bay(owner, replace(case.bays["A2"], hourly_minor=number)))
    told(lambda: services.lots.change_bay(owner, replace(case.bays["A2"], place=Place(number, 1))))
    told(lambda: services.lots.change(owner, replace(lot, latitude=float(number))))
    told(lambda: services.payments.take(who, stay.id, Method.CASH, number))
    told(lambda: services.payments.take(who, stay.id, Method.CASH, tendered_minor=number))
    if abs(number) < 10**12:
        span = timedelta(minutes=number)
        for change in ("grace", "least_stay", "most_stay", "back_entry", "default_duration"):
            told(lambda change=change: services.lots.change(owner, replace(lot, **{change: span})))  # type: ignore[misc]
    told(lambda: services.lots.change(owner, replace(lot, quick_durations=(HOUR,) * 60)))
    assert services.lots.board(lot.id).cells


def test_a_lot_that_is_not_there(case: Case) -> None:
    nowhere = new_id()
    tariff = Tariff(new_id(), nowhere, 1, "INR", 100)
    bay = replace(case.bays["A1"], id=new_id(), code="B1")
    for deed in (
        lambda: case.services.lots.set_tariff(case.owner, tariff),
        lambda: case.services.lots.add_level(case.owner, nowhere, "Roof"),
        lambda: case.services.lots.add_bays(case.owner, nowhere, [bay]),
        lambda: case.services.lots.change(case.owner, replace(case.lot, id=nowhere)),
        lambda: case.services.lots.board(nowhere),
    ):
        with pytest.raises(LotUnknown):
            deed()
