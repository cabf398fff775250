"""How soon one desk sees what another one booked: from the deed until the board shows it, through Qt."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from parkdesk.app import introduce
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.store.migrate import migrate
from tests.benchmarks.measure import Effort, Row
from tests.kit import Case
from tests.postgres import running_cluster

if TYPE_CHECKING:
    from uuid import UUID

SLOWEST_NOTICE, SLOWEST_LOOK = 50, 500
"""Milliseconds, on Postgres and on a shared SQLite file."""
PATIENCE_MS = 20_000


def rows(folder: Path, effort: Effort) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    times = max(2, effort.turns // 3)
    with running_cluster(("shared_buffers=256MB",)) as cluster:
        url = cluster.create("feed")
        migrate(url)
        yield _row("Postgres", url, folder, times, SLOWEST_NOTICE)
    url = f"sqlite:///{folder / 'feed.db'}"
    migrate(url)
    yield _row("a shared SQLite file", url, folder, times, SLOWEST_LOOK)


def _row(name: str, url: str, folder: Path, times: int, slowest: int) -> Row:
    case = Case(url, bays=times + 1)
    desk = Desk(Database(url), case.clock, new_id(), "Desk 2")
    introduce(desk)
    other = Services.of(desk)
    watching = _Watching(case, folder)
    chance = random.Random(7)
    taken = []
    with ThreadPoolExecutor(1) as thread:
        for turn in range(times + 1):
            watching.idle(chance.uniform(0, 0.3))
            asked = case.ask(f"A{turn + 1}", f"KL {turn}")
            begin = time.perf_counter()
            booked = thread.submit(other.bookings.book, case.attendant, asked)
            watching.until_taken(asked.bay_id)
            taken.append((time.perf_counter() - begin) * 1e3)
            booked.result()
        thread.submit(other.close).result()
    watching.close()
    case.close()
    slow = quantiles(taken[1:], n=20)[-1]
    return Row(f"another desk's booking on the board, {name}, 95 % within", slow, slowest, 1, "allowed")


class _Watching:
    """A desk that looks at its lot: the live board and what keeps it true."""

    def __init__(self, case: Case, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from parkdesk.ui.board import live_board
        from parkdesk.ui.clock import Clock
        from parkdesk.ui.context import UiContext
        from parkdesk.ui.live.changes import ChangeWatch
        from parkdesk.ui.messages import Messages
        from parkdesk.ui.preferences import Preferences
        from parkdesk.ui.tasks import Tasks
        from parkdesk.ui.theme import Theme

        self._application = QApplication.instance() or QApplication([])
        theme = Theme()
        theme.choose(mode="light")
        theme.apply(self._application)
        self._ui = UiContext(
            tasks=Tasks(),
            clock=Clock(case.clock),
            theme=theme,
            preferences=Preferences(folder / "settings.ini"),
            messages=Messages(),
        )
        self._ui.open_with(case.services)
        self._ui.set_lots((case.lot,))
        self._board = live_board(self._ui)
        self._changes = ChangeWatch(self._ui)
        self._changes.start()
        self.idle(0.5)

    def idle(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def until_taken(self, bay_id: UUID) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()

        def look() -> None:
            if self._board.model.cell(self._board.model.row_of(bay_id)).stay is not None:
                loop.quit()

        self._board.shown.connect(look)
        QTimer.singleShot(PATIENCE_MS, loop, lambda: loop.exit(1))
        assert loop.exec() == 0, "the booking never came"
        self._board.shown.disconnect(look)

    def close(self) -> None:
        self._changes.stop()
        self._ui.tasks.close()
