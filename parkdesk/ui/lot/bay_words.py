"""What the card of a bay says: pure words from the board and from what is known of the booking."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.board import Board, LiveStay
from parkdesk.domain.lot import Lot
from parkdesk.ui.board import BayChoice
from parkdesk.ui.board.quoted import hourly_words
from parkdesk.ui.stay_words import masked

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

translate = QCoreApplication.translate
NOT_KNOWN = "–"
Facts = list[tuple[str, str]]


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
