"""The one clock of the screens: ticks on the whole second, and notices when the computer has slept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

ASLEEP = timedelta(seconds=15)


class Clock(QObject):
    """All countdowns hang on `ticked`. The moment comes from the `now` it was given, never from Qt."""

    ticked = Signal(object)
    woke = Signal()
    """Time passed without a tick: the computer slept, or the program was stopped."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._last = now()
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def now(self) -> datetime:
        return self._now()

    def follow(self, now: Callable[[], datetime]) -> None:
        """Take the moment from here on from another source: the services' clock, once they are open."""
        self._now = now
        self._last = now()
        self.ticked.emit(self._last)

    def start(self) -> None:
        self._running = True
        self._arm()

    def stop(self) -> None:
        self._running = False
        self._timer.stop()

    def tick(self) -> None:
        """One beat, by the timer or by hand."""
        moment = self._now()
        slept = moment - self._last >= ASLEEP
        self._last = moment
        if slept:
            self.woke.emit()
        self.ticked.emit(moment)
        if self._running:
            self._arm()

    def _arm(self) -> None:
        # A little past the second, so that a timer that fires early does not show the old second twice.
        self._timer.start(1000 - self._now().microsecond // 1000 + 2)
