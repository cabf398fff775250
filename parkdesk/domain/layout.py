"""Levels and rows for a lot of which only the number of bays is known; the same number gives the same plan."""

from __future__ import annotations

from parkdesk.domain.plan import BayPlan, LevelPlan
from parkdesk.domain.vehicle import CARS

BAYS_A_LEVEL = 200
MOST_LEVELS = 12
"""No more levels than this are made up; a larger lot gets larger levels."""
BAYS_A_ROW = 16
MOST_BAYS_A_ROW = 20
ZONE = "Cars"

_CARS = frozenset(CARS)
_LEAST_FOR_FEATURES = 10
_ACCESSIBLE, _CHARGING = 2, 5
"""Percent of a level's bays."""


def laid_out(capacity: int) -> tuple[LevelPlan, ...]:
    """Levels that hold exactly `capacity` bays, in pairs of rows with a drive lane between.

    Ground is `A1`, `A2` …, level 1 `1A1` … . Bays nearest the entrance (top left) are accessible, the next
    charge; the last bay of a ground row takes vans.
    """
    count = min(-(-capacity // BAYS_A_LEVEL), MOST_LEVELS)
    return tuple(
        _level(position, bays, roofed=position < count - 1)
        for position, bays in enumerate(_shared(capacity, count))
    )


def _level(position: int, bays: int, *, roofed: bool) -> LevelPlan:
    name = f"Level {position}" if position else "Ground"
    prefix = str(position) if position else ""
    rows = _shared(bays, _row_count(bays))
    places = [(row, column) for row, length in enumerate(rows) for column in range(length)]
    accessible, charging = _featured(places)
    plans = []
    for row, column in places:
        place = (row, column)
        types, features = _CARS, {"covered"} if roofed else set()
        if place in accessible:
            features.add("accessible")
        elif place in charging:
            types, features = frozenset({"ev"}), features | {"ev"}
        elif not position and column == rows[row] - 1:
            types = _CARS | {"van"}
        code = f"{prefix}{_letters(row)}{column + 1}"
        plans.append(BayPlan(name, ZONE, code, row + row // 2, column, types, frozenset(features)))
    return LevelPlan(name, position, tuple(plans))


def _row_count(bays: int) -> int:
    """Rows come in pairs; only a handful of bays stands in one."""
    if bays <= MOST_BAYS_A_ROW // 2:
        return 1
    pairs = max(1, round(bays / (2 * BAYS_A_ROW)))
    return 2 * (pairs if bays <= 2 * pairs * MOST_BAYS_A_ROW else pairs + 1)


def _shared(total: int, parts: int) -> list[int]:
    each, over = divmod(total, parts)
    return [each + (part < over) for part in range(parts)]


def _featured(places: list[tuple[int, int]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The accessible and the charging places, nearest to the entrance first."""
    if len(places) < _LEAST_FOR_FEATURES:
        return set(), set()
    nearest = sorted(places, key=lambda place: (place[0] + place[1], place))
    accessible = -(-len(places) * _ACCESSIBLE // 100)
    charging = -(-len(places) * _CHARGING // 100)
    return set(nearest[:accessible]), set(nearest[accessible : accessible + charging])


def _letters(row: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
