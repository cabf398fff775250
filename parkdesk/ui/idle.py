"""Notices that nobody has touched the desk for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from parkdesk.ui.clock import Clock

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`idle` comes once when `after` has passed without a touch. It watches windows, not each widget."""

    idle = Signal()

    def __init__(self, clock: Clock, after: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.after = after
        self._touched = clock.now()
        self._told = False
        clock.ticked.connect(self._look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def touched(self) -> None:
        self._touched = self._clock.now()
        self._told = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _look(self, now: datetime) -> None:
        if self.after and not self._told and now - self._touched >= self.after:
            self._told = True
            self.idle.emit()
