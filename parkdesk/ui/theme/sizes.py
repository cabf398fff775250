"""The 4 px grid, the radii and the two densities."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GAP_1, GAP_2, GAP_3, GAP_4, GAP_6 = 4, 8, 12, 16, 24
RADIUS_SMALL, RADIUS, RADIUS_CARD = 6, 9, 12
RAIL_WIDTH = 76
HEADER_HEIGHT = 64


class Density(StrEnum):
    COMFORTABLE = "comfortable"
    TOUCH = "touch"


@dataclass(frozen=True)
class Sizes:
    """The heights of things a finger or a pointer aims at, in pixels."""

    target: int
    primary: int
    row: int
    pill: int
    chip: int


SIZES = {
    Density.COMFORTABLE: Sizes(target=34, primary=40, row=38, pill=32, chip=32),
    Density.TOUCH: Sizes(target=44, primary=52, row=48, pill=44, chip=44),
}
