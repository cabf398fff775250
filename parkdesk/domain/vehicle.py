"""Vehicle types are data; this is the set a new database starts with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VehicleType:
    """`code` is typed in the command bar and stored; `name` is what a person reads."""

    code: str
    name: str
    position: int = 0


STARTING_SET = tuple(
    VehicleType(code, name, position)
    for position, (code, name) in enumerate(
        (
            ("two-wheeler", "Two-wheeler"),
            ("three-wheeler", "Three-wheeler"),
            ("hatchback", "Hatchback"),
            ("sedan", "Sedan"),
            ("suv", "SUV"),
            ("ev", "Electric car"),
            ("van", "Van"),
            ("multi-axle", "Multi-axle"),
        )
    )
)
CARS = ("hatchback", "sedan", "suv", "ev")
