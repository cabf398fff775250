"""The one clock of the screens: ticks on the whole second, and notices when time has jumped."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

JUMP = timedelta(seconds=5)
ASLEEP = timedelta(seconds=15)


def steady_seconds() -> float:
    """Seconds that no one can set; they run on while the computer sleeps, where the system can say so."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class Clock(QObject):
    """All countdowns hang on `ticked`. The moment comes from the `now` it was given, never from Qt."""

    ticked = Signal(object)
    woke = Signal()
    """Some time passed without a tick: the computer slept, or the window was stopped."""
    jumped = Signal(object)
    """The wall clock was set: by this timedelta, measured against a clock nobody can set."""

    def __init__(
        self,
        now: Callable[[], datetime],
        steady: Callable[[], float] = steady_seconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._steady = steady
        self._last = now()
        self._last_steady = steady()
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def now(self) -> datetime:
        return self._now()

    def start(self) -> None:
        self._running = True
        self._arm()

    def stop(self) -> None:
        self._running = False
        self._timer.stop()

    def tick(self) -> None:
        """One beat, by the timer or by hand."""
        moment, steady = self._now(), self._steady()
        passed = timedelta(seconds=steady - self._last_steady)
        jump = (moment - self._last) - passed
        self._last, self._last_steady = moment, steady
        if abs(jump) >= JUMP:
            self.jumped.emit(jump)
        if passed >= ASLEEP:
            self.woke.emit()
        self.ticked.emit(moment)
        if self._running:
            self._arm()

    def _arm(self) -> None:
        # A little past the second, so that a timer that fires early does not show the old second twice.
        self._timer.start(1000 - self._now().microsecond // 1000 + 2)
