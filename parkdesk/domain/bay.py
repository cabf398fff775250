"""A bay: a marked place on a level's plan, what fits into it, and whether it is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import NumberOutOfRange
from parkdesk.domain.file_errors import FeatureUnknown
from parkdesk.domain.money import MOST_MINOR

FEATURES = ("ev", "accessible", "covered", "reserved")
MOST_ROWS = MOST_COLUMNS = 10_000
_KEPT_BACK = ("reserved", "accessible", "ev")
"""Features that some drivers need: other cars are put there last."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bay stands on its level's plan, counted from the top left corner; a row without bays is a lane."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Level:
    id: UUID
    lot_id: UUID
    name: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Bay:
    """`vehicle_types` are the codes that fit; `hourly_minor` overrides the tariff; an open bay has no
    `closed_reason`."""

    id: UUID
    lot_id: UUID
    level_id: UUID
    code: str
    place: Place
    zone: str = ""
    vehicle_types: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    hourly_minor: int | None = None
    closed_reason: str | None = None

    def takes(self, vehicle_type: str) -> bool:
        return vehicle_type in self.vehicle_types

    def checked(self) -> Bay:
        """As it is stored, its texts trimmed. Raises the error of the first field at fault."""
        code = texts.line(self.code, field="code", most=12, required=True)
        zone = texts.line(self.zone, field="zone", most=40)
        reason = self.closed_reason
        if reason is not None:
            reason = texts.line(reason, field="reason", required=True)
        for feature in sorted(self.features - set(FEATURES)):
            raise FeatureUnknown(feature=feature, features=", ".join(FEATURES), field="features")
        if not 0 <= self.place.row < MOST_ROWS:
            raise NumberOutOfRange(least=0, most=MOST_ROWS - 1, number=self.place.row, field="row")
        if not 0 <= self.place.column < MOST_COLUMNS:
            raise NumberOutOfRange(least=0, most=MOST_COLUMNS - 1, number=self.place.column, field="column")
        if self.hourly_minor is not None and not 0 <= self.hourly_minor <= MOST_MINOR:
            raise NumberOutOfRange(least=0, most=MOST_MINOR, number=self.hourly_minor, field="price")
        return replace(self, code=code, zone=zone, closed_reason=reason)


def kept_back(features: frozenset[str], vehicle_type: str) -> tuple[bool, ...]:
    """Sort key that puts the bays nobody needs specially first; an electric car needs its charger."""
    return tuple((feature in features) is not (feature == vehicle_type == "ev") for feature in _KEPT_BACK)


def code_order(code: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key that puts B2 before B10."""
    return tuple(
        (0, int(part)) if part.isdecimal() else (1, part.casefold())
        for part in re.split(r"(\d+)", code)
        if part
    )
