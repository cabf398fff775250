"""Vehicle types are data; this is the set a new database starts with, and what an owner may call one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from parkdesk.domain import texts
from parkdesk.domain.errors import ParkDeskError

MOST = 40
_MARKS = frozenset(" -/&+().'")
_LOOK_ALIKES = str.maketrans("01iавекмнорстухіѕјαβεηικνορτυχ", "ollabekmhopctyxlsjabenlkvoptux")


@dataclass(frozen=True, slots=True)
class VehicleType:
    """`code` is typed in the command bar and stored; `name` is what a person reads. A retired one is offered for
    nothing new, and what was booked with it keeps it."""

    code: str
    name: str
    position: int = 0
    retired: bool = False


class VehicleNameUnreadable(ParkDeskError):
    sentence = (
        "A vehicle type is named with letters, digits and - / & + ( ) . only; '{character}' is none of them."
    )


class VehicleNameTaken(ParkDeskError):
    sentence = "There is already a vehicle type {name}; another name must not read the same."


class VehicleTypeRetired(ParkDeskError):
    sentence = "The vehicle type {name} is retired; choose another, or let an owner bring it back."


class LastVehicleType(ParkDeskError):
    sentence = "One vehicle type must remain in use."


def checked_name(name: str) -> str:
    """Raises TextMissing, TextTooLong, TextUnreadable or VehicleNameUnreadable."""
    shown = texts.line(name, field="name", most=MOST)
    for character in shown:
        if character not in _MARKS and unicodedata.category(character)[0] not in "LMN":
            raise VehicleNameUnreadable(character=character, field="name")
    return texts.line(shown if code_of(shown) else "", field="name", required=True)


def code_of(name: str) -> str:
    """The name as one word: `Mini bus (16+)` is `mini-bus-16`."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    parts = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded).split()
    return "-".join(parts)[:MOST].rstrip("-")


def reads_as(name: str) -> str:
    """What two names share that a person cannot tell apart: case, accents, spaces, 0/O, 1/I/l, other alphabets' twins.

    After the idea of Unicode's confusables (UTS #39), for the letters of plain vehicle names.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    # The accents of European letters go; the vowel signs of Indian ones are letters to whoever reads them.
    kept = (c for c in folded if unicodedata.category(c)[0] in "LMN" and not "\u0300" <= c <= "\u036f")
    return "".join(kept).translate(_LOOK_ALIKES)


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
