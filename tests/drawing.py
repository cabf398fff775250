"""Boards drawn as text and read back from it, so that a test shows its case.

    A1 KL08AZ1234 0:30 | A2 free | A3 DL3CAB1234 0:04 ! | A4 W12345A +0:12 !! | B1 R DDAB123 in 1:00 | B2 closed

Times are hours and minutes (and seconds, if any) to the end, past it, or to the arrival; `P` behind them: unpaid.
A line is a row of the plan; an empty line begins the next level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from parkdesk.domain.bay import Level, Place
from parkdesk.domain.board import BayState, Board, Cell, LiveStay
from parkdesk.domain.booking import Status
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.plate import key_of
from parkdesk.domain.ticket import ticket_of

LOT = Lot(id=UUID(int=1), name="Riverside", time_zone="Asia/Kolkata", currency="INR")
HELD = replace(LOT, at_end=AtEnd.HOLD)
_MARKS = {BayState.ENDING: " !", BayState.OVERSTAYING: " !!"}


def drawn(board: Board, now: datetime) -> str:
    """The board as it looks at `now`."""
    levels = []
    for level in board.levels:
        rows: dict[int, list[str]] = {}
        for cell in board.level_cells(level.id):
            rows.setdefault(cell.place.row, []).append(_drawn_cell(cell, board.lot, now))
        levels.append("\n".join(" | ".join(cells) for _, cells in sorted(rows.items())))
    return "\n\n".join(levels)


def board(drawing: str, now: datetime, lot: Lot = HELD) -> Board:
    """The board that is drawn, as it would look at `now`."""
    levels = tuple(
        Level(UUID(int=100 + position), lot.id, f"Level {position}" if position else "Ground", position)
        for position in range(len(drawing.strip().split("\n\n")))
    )
    return Board(lot, None, levels, tuple(_cells(drawing, levels, now)), now)


def stay(plate: str, starts_at: datetime, until: datetime, *, number: int = 1, due: int = 0) -> LiveStay:
    """A stay that is on the board; `due` is what is still to pay."""
    id = UUID(int=1000 + number)
    status = Status.ACTIVE
    return LiveStay(
        id, id, ticket_of(id), plate, key_of(plate), "sedan", status, starts_at, until, "", 6000, 6000 - due
    )


def _cells(drawing: str, levels: tuple[Level, ...], now: datetime) -> Iterator[Cell]:
    number = 0
    for level, plan in zip(levels, drawing.strip().split("\n\n"), strict=True):
        for row, line in enumerate(plan.splitlines()):
            for column, words in enumerate(line.split("|")):
                number += 1
                yield _cell(words.split(), level, Place(row, column), number, now)


def _cell(words: list[str], level: Level, place: Place, number: int, now: datetime) -> Cell:
    code, *rest = words
    types = frozenset({"sedan"})
    cell = Cell(UUID(int=number), code, level.id, place, "", types, frozenset(), None, None)
    due = 6000 if rest[-1] == "P" else 0
    match [word for word in rest if word not in ("!", "!!", "P")]:
        case ["free"]:
            return cell
        case ["closed"]:
            return replace(cell, closed_reason="Oil on the floor")
        case ["R", plate, "in", ahead]:
            starts = now + _length(ahead)
            coming = stay(plate, starts, starts + timedelta(hours=1), number=number, due=due)
            return replace(cell, next=replace(coming, status=Status.CONFIRMED))
        case [plate, left]:
            until = now + _length(left)
            start = min(now, until) - timedelta(hours=1)
            return replace(cell, stay=stay(plate, start, until, number=number, due=due))
    raise ValueError(words)


def _drawn_cell(cell: Cell, lot: Lot, now: datetime) -> str:
    state = cell.state(now, lot)
    here, coming = cell.standing(now, lot), cell.upcoming(now)
    if here is not None:
        sign, left = ("+", now - here.until) if now > here.until else ("", here.until - now)
        unpaid = " P" if here.due_minor > 0 else ""
        return f"{cell.code} {here.plate} {sign}{_clock(left)}{_MARKS.get(state, '')}{unpaid}"
    if state is BayState.RESERVED and coming is not None:
        return f"{cell.code} R {coming.plate} in {_clock(coming.starts_at - now)}"
    return f"{cell.code} {state.value}"


def _clock(length: timedelta) -> str:
    seconds = length // timedelta(seconds=1)
    tail = f":{seconds % 60:02d}" if seconds % 60 else ""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}{tail}"


def _length(text: str) -> timedelta:
    """`0:30`, `+0:12` (past, so negative), `0:04:30`."""
    hours, minutes, *seconds = (int(part) for part in text.removeprefix("+").split(":"))
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds[0] if seconds else 0)
    return -length if text.startswith("+") else length
