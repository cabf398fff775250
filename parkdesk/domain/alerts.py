"""Alerts at a stay's end: raised on crossing a moment, once, however the clock ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.board import Cell, LiveStay
from parkdesk.domain.booking import ENDING_SOON


class AlertKind(StrEnum):
    ENDING = "ending"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Alert:
    kind: AlertKind
    bay_code: str
    bay_id: UUID
    stay: LiveStay


class Crossings:
    """Remembers which ends were already announced. An extension moves the end and so may announce again."""

    def __init__(self) -> None:
        self._announced: set[tuple[AlertKind, UUID, datetime]] = set()

    def crossed(self, cells: Iterable[Cell], now: datetime) -> tuple[Alert, ...]:
        """The alerts due at `now` and not raised before. An end that came in one leap raises only `ended`."""
        alerts = []
        standing = set()
        for cell in cells:
            stay = cell.stay
            if stay is None:
                continue
            standing |= {(kind, stay.booking_id, stay.until) for kind in AlertKind}
            if now < stay.until - ENDING_SOON:
                continue
            kind = AlertKind.ENDED if now >= stay.until else AlertKind.ENDING
            key = (kind, stay.booking_id, stay.until)
            if key in self._announced:
                continue
            if kind is AlertKind.ENDED:
                self._announced.add((AlertKind.ENDING, stay.booking_id, stay.until))
            self._announced.add(key)
            alerts.append(Alert(kind, cell.code, cell.bay_id, stay))
        self._announced &= standing
        return tuple(alerts)
