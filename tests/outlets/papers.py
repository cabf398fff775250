"""Papers to test outlets with, and a reader of what a thermal printer would print."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from parkdesk.domain.entry_ticket import EntryTicket, PayPage
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.receipt import Header, Receipt, Stretch, Tax, Tender
from parkdesk.domain.tariff import LineKind, PriceLine

NOON = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
DESK = UUID("01980000-0000-7000-8000-000000000001")
HEADER = Header("Riverside Lot", "Marine Drive, Kochi", ("GSTIN 32AABCR1234F1Z5",), ("Thank you",))
PARKED = Stretch(
    NOON - timedelta(minutes=19),
    NOON + timedelta(minutes=41),
    (
        PriceLine(LineKind.PARKING, 6000, 60, 6000),
        PriceLine(LineKind.TAX, 1080, name="GST", basis_points=1800),
    ),
    Tax("GST", 1800, 1080, False),
)
INDIAN = Receipt(
    id=UUID(int=1),
    desk_id=DESK,
    number=123,
    booking_id=UUID(int=2),
    lot_id=UUID(int=3),
    issued_at=NOON,
    desk="Desk 1",
    who="Asha M.",
    header=HEADER,
    language="en_IN",
    time_zone="Asia/Kolkata",
    currency="INR",
    ticket="7K3-Q9FM",
    plate="KL 08 AZ 1234",
    bay="B7",
    stretches=(PARKED,),
    tenders=(Tender(Method.CASH, 7080, NOON, 10000),),
)
GERMAN = Receipt(
    id=UUID(int=4),
    desk_id=DESK,
    number=10412,
    booking_id=UUID(int=5),
    lot_id=UUID(int=6),
    issued_at=NOON,
    desk="Kasse 2",
    who="Jonas W.",
    header=Header("Semperoper", "Theaterplatz 2, 01067 Dresden", ("Parkhäuser Łódź GmbH",), ("Gute Fahrt",)),
    language="de_DE",
    time_zone="Europe/Berlin",
    currency="EUR",
    ticket="M4T-8KXW",
    plate="DD AB 1234",
    bay="E2-114",
    stretches=(
        Stretch(
            NOON - timedelta(hours=3),
            NOON - timedelta(hours=1),
            (PriceLine(LineKind.PARKING, 500, 120, 250),),
            Tax("MwSt.", 1900, 80, True),
        ),
        Stretch(
            NOON - timedelta(hours=1),
            NOON + timedelta(hours=1),
            (PriceLine(LineKind.PARKING, 500, 120, 250), PriceLine(LineKind.OVERSTAY, 250, 60, 250)),
            Tax("MwSt.", 1900, 120, True),
        ),
    ),
    tenders=(
        Tender(Method.CASH, 500, NOON - timedelta(hours=2), 500, before=True),
        Tender(Method.CARD, 500, NOON),
    ),
)
DST = replace(
    GERMAN,
    stretches=(
        Stretch(
            datetime(2026, 10, 25, 0, 50, tzinfo=UTC),
            datetime(2026, 10, 25, 1, 10, tzinfo=UTC),
            (PriceLine(LineKind.PARKING, 100, 20, 300),),
        ),
    ),
    tenders=(Tender(Method.CASH, 100, datetime(2026, 10, 25, 1, 10, tzinfo=UTC)),),
)
"""Twenty minutes across the end of summer time."""
TICKET = EntryTicket(
    code="7K3-Q9FM",
    header=HEADER,
    plate="KL 08 AZ 1234",
    bay="B7",
    level="Ground",
    starts_at=PARKED.starts_at,
    until=PARKED.until,
    language="en_IN",
    time_zone="Asia/Kolkata",
)
PAGE = "https://checkout.stripe.com/c/pay/cs_test_a1" + "B2c3D4e5F6" * 34
"""As long as such an address is."""
UNPAID_TICKET = replace(TICKET, pay=PayPage(PAGE, Money(7080, "INR"), NOON + timedelta(minutes=30)))
_PAGES = {0: "cp437", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858", 47: "cp1253", 48: "cp1254"}
_ONE_BYTE = (b"\x1bE", b"\x1ba", b"\x1d!", b"\x1dB", b"\x1bR", b"\x1bJ")


def as_printed(data: bytes) -> str:
    """What an ESC/POS stream leaves on paper; pictures as their size in dots, the cut as a line of its own."""
    out, place, page = [], 0, "ascii"
    while place < len(data):
        head = data[place : place + 2]
        if head == b"\x1b@":
            # No printer need start with the page that Epson's start with.
            place, page = place + 2, "ascii"
        elif head == b"\x1c.":
            place += 2
        elif head == b"\x1bt":
            place, page = place + 3, _PAGES[data[place + 2]]
        elif head in _ONE_BYTE:
            place += 3
        elif head == b"\x1dV":
            place += 4
            out.append("<cut>")
        elif head == b"\x1dv":
            across = data[place + 4] + 256 * data[place + 5]
            height = data[place + 6] + 256 * data[place + 7]
            place += 8 + across * height
            out.append(f"<{across * 8}x{height}>\n")
        else:
            out.append(data[place : place + 1].decode(page))
            place += 1
    return "".join(out)
