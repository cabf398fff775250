"""What is said below a plate while it is typed: a hint, never a wall, for any plate can be booked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.lot import Lot
from parkdesk.domain.plate import example, key_of, looks_usual
from parkdesk.ui.board import LiveBoard

translate = QCoreApplication.translate


def plate_hint(typed: str, lot: Lot, live: LiveBoard) -> tuple[str, str]:
    """The words and their tone: a plate that stands here already is refused, if nobody overrides it."""
    key, usual = key_of(typed), example(lot.country)
    standing = _standing_at(key, live)
    if standing:
        return translate("BookingDialog", "Stands in {bay} already").format(bay=standing), "overstaying"
    if len(key) > 3 and not looks_usual(key, lot.country):
        return translate("BookingDialog", "Unusual here; usual is {plate}").format(plate=usual), "mute"
    return translate("BookingDialog", "for example {plate}").format(plate=usual), "mute"


def _standing_at(key: str, live: LiveBoard) -> str:
    """The bay in which that plate stands now."""
    board = live.board
    if board is None or not key:
        return ""
    now = live.model.now
    found = (
        cell.code
        for cell in board.cells
        if cell.stay is not None and cell.stay.plate_key == key and cell.standing(now, board.lot)
    )
    return next(found, "")
