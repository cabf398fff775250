"""What the card of a bay says: pure words from the board and from what is known of the booking."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from parkdesk import wording
from parkdesk.domain.board import Board, LiveStay
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.ui.board import BayChoice
from parkdesk.ui.board.quoted import hourly_words

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

translate = QCoreApplication.translate
NOT_KNOWN = "–"
Facts = list[tuple[str, str]]
_METHODS = {
    Method.CASH: QT_TRANSLATE_NOOP("methods", "Cash"),
    Method.CARD: QT_TRANSLATE_NOOP("methods", "Card"),
    Method.TRANSFER: QT_TRANSLATE_NOOP("methods", "Transfer"),
    Method.OTHER: QT_TRANSLATE_NOOP("methods", "Other"),
}


def method_words(method: Method) -> str:
    return QCoreApplication.translate("methods", str(_METHODS[method]))


def caption(board: Board, choice: BayChoice, type_names: list[str], language: str) -> str:
    """`Hatchback · ₹ 60 an hour · Ground`."""
    stay = choice.booking
    vehicle_type = stay.vehicle_type if stay is not None else min(choice.cell.vehicle_types, default="")
    level = next((level.name for level in board.levels if level.id == choice.cell.level_id), "")
    rate = hourly_words(board, choice.cell, vehicle_type, language)
    name = type_names[0] if stay is not None and type_names else ""
    return " · ".join(part for part in (name, rate, level if len(board.levels) > 1 else "") if part)


def bay_facts(choice: BayChoice, type_names: list[str], lot: Lot) -> Facts:
    """Of a bay that nobody stands in."""
    cell, coming = choice.cell, choice.coming
    known = {
        "ev": translate("bay", "charging point"),
        "accessible": translate("bay", "accessible"),
        "covered": translate("bay", "covered"),
        "reserved": translate("bay", "kept for permits"),
    }
    features = ", ".join(words for feature, words in known.items() if feature in cell.features)
    first = (translate("bay", "Next booking"), translate("bay", "none soon"))
    if cell.closed_reason is not None:
        first = (translate("bay", "Closed because"), cell.closed_reason)
    elif coming is not None:
        first = (
            translate("bay", "Next booking"),
            f"{wording.clock(coming.starts_at, lot.time_zone)} · {coming.plate}",
        )
    return [
        first,
        (translate("bay", "Takes"), ", ".join(type_names)),
        (translate("bay", "Zone"), cell.zone or NOT_KNOWN),
        (translate("bay", "Features"), features or NOT_KNOWN),
    ]


def stay_facts(
    stay: LiveStay, detail: BookingDetail | None, lot: Lot, now: datetime, language: str, *, reserved: bool
) -> Facts:
    """The rows keep their number while the details are being read, so that nothing jumps."""
    return [
        (translate("bay", "Plate"), stay.plate),
        (translate("bay", "Driver"), driver_words(stay, detail)),
        _times(stay, detail, lot, now, language, reserved=reserved),
        (translate("bay", "Ticket"), stay.ticket),
        (
            translate("bay", "Requests"),
            " ".join(detail.booking.requests.split()) or NOT_KNOWN if detail is not None else NOT_KNOWN,
        ),
    ]


def driver_words(stay: LiveStay, detail: BookingDetail | None) -> str:
    phone = masked(detail.booking.driver.phone) if detail is not None else ""
    return " · ".join(part for part in (stay.driver_name, phone) if part) or NOT_KNOWN


def masked(phone: str) -> str:
    """`+91 98•••• 210`: enough to recognise, not enough to copy from across the counter."""
    digits = [place for place, character in enumerate(phone) if character.isdecimal()]
    hidden = set(digits[4:-3]) if len(digits) > 8 else set()
    return "".join("•" if place in hidden else character for place, character in enumerate(phone))


def _times(
    stay: LiveStay, detail: BookingDetail | None, lot: Lot, now: datetime, language: str, *, reserved: bool
) -> tuple[str, str]:
    starts = wording.when(stay.starts_at, now, lot.time_zone, language)
    if reserved:
        return translate("bay", "Booked for"), f"{starts}–{wording.clock(stay.until, lot.time_zone)}"
    if detail is None:
        return translate("bay", "Started"), starts
    booking = detail.booking
    came = (
        translate("bay", "walk-in")
        if booking.booked_at >= booking.starts_at
        else translate("bay", "booked ahead")
    )
    if stay.last_id != stay.booking_id or booking.renewed_from is not None:
        came = translate("bay", "renewed")
    return translate("bay", "Started"), f"{starts} · {came}"


def price_facts(detail: BookingDetail, lot: Lot, language: str) -> Facts:
    """The lines of the booking's price; what was parked before it and its renewals are one line each."""
    own = [
        (
            wording.price_line(line, detail.quote.currency, lot.language, language),
            wording.money(Money(line.amount_minor, detail.quote.currency), lot.language),
        )
        for line in detail.quote.lines
    ]
    before: Facts = []
    after: Facts = []
    for link, minor in _others(detail):
        earlier = link.starts_at < detail.booking.starts_at
        words = translate("bay", "Earlier, {span}") if earlier else translate("bay", "Renewal {span}")
        amount = wording.money(Money(minor, detail.quote.currency), lot.language)
        (before if earlier else after).append((words.format(span=wording.span(link.span)), amount))
    return [*before, *own, *after]


def total_minor(detail: BookingDetail) -> int:
    """What the whole stay costs as of now: less what was paid it is what the payment's dialog asks for."""
    return detail.quote.total_minor + sum(minor for _, minor in _others(detail))


def _others(detail: BookingDetail) -> list[tuple[Booking, int]]:
    """The links of the stay beside the booking itself that cost something."""
    return [(link, minor) for link, minor in detail.links if link.id != detail.booking.id and minor]


def paid_words(payments: tuple[Payment, ...], lot: Lot, language: str) -> str:
    """`Paid · card · 14:13`: the last payment says how and when."""
    taken = [payment for payment in payments if payment.status is PaymentStatus.PAID]
    if not taken:
        return translate("bay", "Nothing to pay")
    last = taken[-1]
    how = method_words(last.method) if language[:2] == "de" else method_words(last.method).lower()
    return " · ".join((translate("bay", "Paid"), how, wording.clock(last.processed_at, lot.time_zone)))
