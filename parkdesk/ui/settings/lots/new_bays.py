"""New bays: a whole lot laid out from their number, or one row of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.layout import laid_out
from parkdesk.services.desk import new_id


@dataclass(frozen=True, slots=True)
class RowOfBays:
    """Bays side by side, their codes counted on from the first."""

    first_code: str
    count: int
    place: Place
    zone: str
    vehicle_types: frozenset[str]
    features: frozenset[str]
    hourly_minor: int | None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code_after(self.first_code, number) for number in range(self.count))

    def bays(self, level: Level) -> tuple[Bay, ...]:
        return tuple(
            Bay(
                new_id(),
                level.lot_id,
                level.id,
                code,
                Place(self.place.row, self.place.column + number),
                self.zone,
                self.vehicle_types,
                self.features,
                self.hourly_minor,
            )
            for number, code in enumerate(self.codes)
        )


def code_after(code: str, steps: int) -> str:
    """B7 and 3 make B10; leading noughts stay (`B07`, `B10`); a code without a number gets one."""
    code = " ".join(code.split())
    match = re.fullmatch(r"(.*?)(\d*)", code, flags=re.ASCII)
    stem, digits = match.groups() if match is not None else (code, "")
    if not digits:
        return f"{stem}{steps + 1}" if stem else ""
    return f"{stem}{int(digits) + steps:0{len(digits)}d}"


def next_row(bays: Sequence[Bay], level_id: UUID) -> int:
    """The first row behind all bays of a level."""
    return max((bay.place.row for bay in bays if bay.level_id == level_id), default=-1) + 1


def laid_out_bays(lot_id: UUID, capacity: int) -> tuple[tuple[Level, ...], tuple[Bay, ...]]:
    """Levels and bays for a lot of which only the number of bays is known."""
    levels, bays = [], []
    for plan in laid_out(capacity):
        level = Level(new_id(), lot_id, plan.name, plan.position)
        levels.append(level)
        for bay in plan.bays:
            place = Place(bay.row, bay.column)
            bays.append(
                Bay(new_id(), lot_id, level.id, bay.code, place, bay.zone, bay.vehicle_types, bay.features)
            )
    return tuple(levels), tuple(bays)
