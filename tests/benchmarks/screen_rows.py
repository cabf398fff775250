"""The rows of the screen: the lot's grid as it is, over boards of any size, drawn without a screen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.bay import Level, Place
from parkdesk.domain.board import Board, Cell, LiveStay, figures
from parkdesk.domain.booking import Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.vehicle import CARS
from tests.benchmarks.measure import Effort, Row, compared, timed, without_collections

if TYPE_CHECKING:
    from parkdesk.ui.board import BoardModel

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
FRAME = 16
"""Milliseconds a picture may take where sixty a second are to be smooth."""
ACROSS = 50
WINDOW = (1440, 900)


def rows(_folder: Path, effort: Effort) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from parkdesk.ui.theme import Theme

    application = QApplication.instance() or QApplication([])
    theme = Theme()
    theme.choose(mode="light")
    theme.apply(application)
    times = max(2, effort.turns // 6)
    yield from _first_paints(times, (500, effort.large // 10, effort.large))
    yield from _one_bay(times, (500, effort.large))
    yield from _frames(5 * times, effort.large)
    yield _counting(times)


def board(bays: int, now: datetime = NINE, *, ends_in: Callable[[int], timedelta] | None = None) -> Board:
    """A lot of one level in rows of fifty with lanes between; two bays in three are taken."""
    lot = Lot(UUID(int=1), "Bench", "Asia/Kolkata", "INR")
    level = Level(UUID(int=2), lot.id, "Ground")
    ends = ends_in or (lambda number: timedelta(minutes=number % 240, seconds=number % 60))
    types = frozenset(CARS)
    cells = []
    for number in range(bays):
        row, column = divmod(number, ACROSS)
        stay = _stay(number, now, now + ends(number)) if number % 3 else None
        place = Place(3 * (row // 2) + row % 2, column)
        cells.append(
            Cell(
                UUID(int=100 + number),
                f"{row + 1}-{column + 1}",
                level.id,
                place,
                "",
                types,
                frozenset(),
                None,
                None,
                stay,
            )
        )
    return Board(lot, None, (level,), tuple(cells), now)


def _stay(number: int, now: datetime, until: datetime) -> LiveStay:
    booking_id = UUID(int=10_000_000 + number)
    plate = f"KL {10 + number % 80} AZ {1000 + number % 9000}"
    return LiveStay(
        booking_id,
        booking_id,
        f"{number:08d}",
        plate,
        plate.replace(" ", ""),
        "sedan",
        Status.ACTIVE,
        now - timedelta(hours=1),
        until,
        "",
        6000,
        6000 * (number % 2),
    )


class _Shown:
    """A grid in a window of its own that has been painted."""

    def __init__(self, shown: Board) -> None:
        from PySide6.QtWidgets import QApplication

        from parkdesk.ui.board import BoardModel, LevelGrid
        from parkdesk.ui.lot.grid import LotGrid

        self.model: BoardModel = BoardModel()
        self._plan = LevelGrid(self.model)
        self.grid = LotGrid(self._plan)
        self.grid.resize(*WINDOW)
        self.model.show(shown, NINE)
        self._plan.show_level(shown.levels[0].id)
        self.grid.show()
        QApplication.processEvents()

    def repaint(self) -> None:
        self.grid.viewport().repaint()

    def settle(self) -> None:
        """Let Qt paint what has been told to be out of date."""
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()

    def close(self) -> None:
        self.grid.close()
        self.grid.deleteLater()
        self.settle()


def _first_paints(times: int, sizes: tuple[int, ...]) -> Iterator[Row]:
    boards = {size: board(size) for size in sizes}
    taken: dict[int, list[float]] = {size: [] for size in sizes}

    def first_paint(size: int) -> float:
        shown: list[_Shown] = []
        found = timed(lambda: shown.append(_Shown(boards[size])))
        shown[0].close()
        return found

    for size in sizes:
        first_paint(size)
    with without_collections():
        for _ in range(times):
            for size in sizes:
                taken[size].append(first_paint(size))
    small = median(taken[sizes[0]])
    for size in sizes[1:]:
        yield Row(f"first paint of {size:,} bays", median(taken[size]), small, 1.2, f"{sizes[0]} bays")


def _one_bay(times: int, sizes: tuple[int, ...]) -> Iterator[Row]:
    for size in sizes:
        free = board(size)
        # A free bay in the middle of what is seen.
        taken = replace(free.cells[75], stay=_stay(75, NINE, NINE + timedelta(hours=2)))
        booked = replace(free, cells=(*free.cells[:75], taken, *free.cells[76:]))
        shown = _Shown(free)

        def change(turn: int, shown: _Shown = shown, states: tuple[Board, Board] = (booked, free)) -> None:
            shown.model.show(states[turn % 2])
            shown.settle()

        changes, repaints = [], []
        with without_collections():
            for turn in range(2 * times):
                changes.append(timed(partial(change, turn)))
                repaints.append(timed(shown.repaint))
        shown.close()
        yield Row(f"one bay of {size:,} changes", median(changes), median(repaints), 1 / 20, "a full repaint")


def _frames(times: int, size: int) -> Iterator[Row]:
    # Below ten minutes a countdown shows its seconds: the most that a tick can have to paint.
    shown = _Shown(board(size, ends_in=lambda number: timedelta(minutes=9, seconds=number % 60)))

    def tick(turn: int) -> None:
        shown.model.tick(NINE + timedelta(seconds=1 + turn % 300))
        shown.settle()

    def scroll(turn: int) -> None:
        bar = shown.grid.verticalScrollBar()
        bar.setValue(bar.value() + 24)
        shown.settle()

    for name, work in (("every countdown in sight ticks", tick), ("scrolling by a frame", scroll)):
        work(0)
        taken = [timed(partial(work, turn)) for turn in range(1, times)]
        yield Row(f"{name}, 95 % within", _slowest(taken), FRAME, 1, "a frame")
    shown.close()


def _slowest(taken: list[float]) -> float:
    """What 95 of 100 stay below."""
    return quantiles(taken, n=20)[-1]


def _counting(times: int) -> Row:
    """The header's figures beside one look at every bay's end."""
    lot = board(1_000)
    ends = [None if cell.stay is None else cell.stay.until for cell in lot.cells]
    return compared(
        "figures of a lot of 1,000 bays",
        lambda: figures(lot, NINE),
        lambda: Counter(until is None or until <= NINE for until in ends),
        times=5 * times,
        target=20,
        bare_name="comparing 1,000 moments",
    )
