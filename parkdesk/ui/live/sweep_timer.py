"""The sweep that cannot be forgotten: at start, on waking, and when the next stay runs out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.services.sweep import SweepResult

AT_MOST = timedelta(seconds=60)
"""Another desk may have booked a shorter stay since: look again at least this often."""
AFTER_FAILURE = timedelta(seconds=10)
AT_LEAST = timedelta(milliseconds=100)


class SweepTimer(QObject):
    """Sweeps one at a time: the timer is armed only when the last sweep has answered, however slow it was."""

    swept = Signal(object)
    """The SweepResult of a sweep that did or found something."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._under_way = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.sweep)
        ui.clock.woke.connect(self.sweep)

    @property
    def armed_for(self) -> timedelta | None:
        """How long until the next sweep; None while one is under way."""
        left = self._timer.remainingTime()
        return None if left < 0 else timedelta(milliseconds=left)

    def sweep(self) -> None:
        """Sweep now, or once more when the one under way has answered."""
        if self._under_way:
            self._again = True
            return
        self._under_way = True
        self._timer.stop()
        self._ui.tasks.command(_told(self._ui.services.sweep.run), self._answered, self._failed)

    def _answered(self, answer: SweepResult | Exception) -> None:
        if isinstance(answer, Exception):
            self._arm(AT_MOST)
            self._ui.tasks.broken.emit(answer)
            return
        self._arm(self._until(answer.next_due))
        if answer.ended or answer.overstaying:
            self.swept.emit(answer)

    def _failed(self, _error: ParkDeskError) -> None:
        # The header already says that the database is out of reach.
        self._arm(AFTER_FAILURE)

    def _until(self, due: datetime | None) -> timedelta:
        return AT_MOST if due is None else min(AT_MOST, due - self._ui.clock.now())

    def _arm(self, wait: timedelta) -> None:
        self._under_way = False
        if self._again:
            self._again = False
            wait = timedelta(0)
        self._timer.start(max(wait, AT_LEAST) // timedelta(milliseconds=1))


def _told(run: Callable[[], SweepResult]) -> Callable[[], SweepResult | Exception]:
    """A sweep that breaks is reported like any bug, but must come home too, or nobody would sweep again."""

    def work() -> SweepResult | Exception:
        try:
            return run()
        except ParkDeskError:
            raise
        except Exception as error:
            return error

    return work
