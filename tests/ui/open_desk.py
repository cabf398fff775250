"""A window's context over a real database: a small lot's services, and ears for what is said."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Alert
from tests.kit import Case
from tests.ui.parts import SetClock


class OpenDesk:
    """`alerts` are all that were ever raised, `up` those that have not been withdrawn."""

    def __init__(self, case: Case, ui: UiContext, now: SetClock) -> None:
        self.case, self.ui, self.now = case, ui, now
        self.alerts: list[Alert] = []
        self.up: dict[str, Alert] = {}
        self.messages: list[str] = []
        self.errors: list[BaseException] = []
        ui.messages.alerted.connect(self._alerted)
        ui.messages.withdrawn.connect(lambda key: self.up.pop(key, None))
        ui.messages.said.connect(lambda message: self.messages.append(message.words))
        ui.tasks.broken.connect(self.errors.append)
        ui.tasks.failed.connect(ui.messages.error)

    def settle(self) -> None:
        """Wait until every question asked so far, and those the answers led to, has been answered."""
        for _ in range(4):
            self._answered()
            QApplication.processEvents()
        assert not self.errors, self.errors

    def _answered(self) -> None:
        loop = QEventLoop()
        self.ui.tasks.query(lambda: None, lambda _: loop.quit(), owner=self.ui)
        QTimer.singleShot(10_000, loop.quit)
        loop.exec()

    def tick(self, **span: float) -> None:
        """Let time pass and the clock beat once."""
        self.now.forward(**span)
        self.ui.clock.tick()

    def _alerted(self, alert: Alert) -> None:
        self.alerts.append(alert)
        self.up[alert.key] = alert
