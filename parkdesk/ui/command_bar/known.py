"""What the command bar knows of the lot, from the board alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from parkdesk.domain.board import BayState, Board, Cell, LiveStay
from parkdesk.domain.booking import TRANSITIONS, Deed, Status
from parkdesk.domain.command_words import Vocabulary
from parkdesk.domain.plate import key_of, search_key
from parkdesk.domain.vehicle import VehicleType

_LEAST_PART = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A stay or a coming booking that fits what was typed, and its bay."""

    cell: Cell
    stay: LiveStay


def vocabulary(board: Board, kinds: tuple[VehicleType, ...], now: datetime, language: str) -> Vocabulary:
    states = {cell.code: cell.state(now, board.lot) for cell in board.cells}
    taken = (BayState.BOOKED, BayState.ENDING, BayState.OVERSTAYING, BayState.RESERVED)
    known = stays(board, now)
    expected = [found for found in known if found.stay.status in (Status.PENDING, Status.CONFIRMED)]
    return Vocabulary(
        bays=tuple(states),
        free_bays=tuple(code for code, state in states.items() if state is BayState.FREE),
        taken_bays=tuple(code for code, state in states.items() if state in taken),
        closed_bays=tuple(cell.code for cell in board.cells if cell.closed_reason is not None),
        vehicle_types=tuple(kind.code for kind in kinds),
        expecting_bays=tuple(dict.fromkeys(found.cell.code for found in expected)),
        plates=tuple(found.stay.plate for found in known),
        expected_plates=tuple(found.stay.plate for found in expected),
        quick_durations=board.lot.quick_durations,
        language=language,
    )


def stays(board: Board, now: datetime) -> list[Found]:
    """Who stands in the lot, then who is expected."""
    here, coming = [], []
    for cell in board.cells:
        stay, booked = cell.standing(now, board.lot), cell.upcoming(now)
        if stay is not None:
            here.append(Found(cell, stay))
        if booked is not None:
            coming.append(Found(cell, booked))
    return here + coming


def bay_named(board: Board, code: str) -> Cell | None:
    wanted = code.casefold()
    return next((cell for cell in board.cells if cell.code.casefold() == wanted), None)


def fitting(board: Board, target: str, now: datetime, deed: Deed | None = None) -> list[Found]:
    """The stays a word names: a bay's, a ticket's, a plate's, or those with the word in their plate.

    A bay, a ticket or a whole plate is meant alone, of several that one on which the deed can be done; only a part of
    a plate may fit several.
    """
    known = stays(board, now)
    wanted = target.casefold()
    bays = [found for found in known if found.cell.code.casefold() == wanted]
    if bays:
        return _meant(bays, deed)
    ticket = wanted.replace("-", "")
    exact = [found for found in known if found.stay.ticket.casefold().replace("-", "") == ticket]
    key = key_of(target)
    exact = exact or [found for found in known if key and found.stay.plate_key == key]
    if exact:
        return _meant(exact, deed)
    part = search_key(target)
    if len(part) < _LEAST_PART:
        return []
    return [found for found in known if part in search_key(found.stay.plate)]


def _meant(found: list[Found], deed: Deed | None) -> list[Found]:
    able = [one for one in found if deed is None or (one.stay.status, deed) in TRANSITIONS]
    return (able or found)[:1]
