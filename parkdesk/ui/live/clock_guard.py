"""Says so when this computer's clock was set back; the desk itself keeps counting forward."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Tone

KEY = "clock"


class ClockGuard(QObject):
    """One alert while the clock is behind; it leaves when the clock is right again."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._told: timedelta | None = None
        ui.clock.ticked.connect(self._look)

    def _look(self, _now: datetime) -> None:
        behind: timedelta = getattr(self._ui.services.clock, "behind", timedelta(0))
        if behind <= timedelta(0):
            if self._told is not None:
                self._told = None
                self._ui.messages.withdraw(KEY)
            return
        # Between two readings the difference wavers by a moment; minutes are what a person can mend.
        minutes = timedelta(minutes=max(1, round(behind / timedelta(minutes=1))))
        if minutes == self._told:
            return
        self._told = minutes
        words = self.tr(
            "This computer's clock moved back by {span}. Stays go on by the right time; set the clock."
        )
        self._ui.messages.alert(KEY, words.format(span=wording.span(minutes)), Tone.ERROR)
