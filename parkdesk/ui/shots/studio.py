"""An open desk to be photographed: what a picture may set up, and the taking of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from parkdesk.config import Config
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.command_bar import CommandBar
from parkdesk.ui.context import NOTHING, Leaving, Selection, UiContext
from parkdesk.ui.settings import SettingsScreen

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

_ROUNDS = 4
"""An answer may lead to another question, and that to one more; deeper than this none goes."""
_PATIENCE_MS = 60_000
_PAUSE_MS = 300


class NotDrawn(Exception):
    """A screen did not come up."""


class Studio:
    """The clock stands, and what a picture changes is put back after it."""

    def __init__(
        self, application: QApplication, config: Config, open_services: Callable[[], Services]
    ) -> None:
        self._application = application
        self._desk = DeskApplication(application, config, open_services)
        self._faults: list[BaseException] = []
        self._hook = sys.excepthook
        sys.excepthook = lambda _kind, error, _where: self._faults.append(error)
        self.ui.tasks.broken.disconnect(self._desk.crashes.report)
        self.ui.tasks.broken.connect(self._faults.append)
        self.window = self._desk.window
        self.window.setAttribute(
            Qt.WidgetAttribute.WA_DontShowOnScreen, application.platformName() != "offscreen"
        )

    @property
    def ui(self) -> UiContext:
        return self._desk.ui

    def open(self, *, may_fail: bool) -> None:
        """Show the window and wait until there is something to work at, or to read where it may fail."""
        self.ui.theme.choose(reduced_motion=True)
        self.window.show()
        self._desk.start()
        self._wait(lambda: self.ui.ready or (may_fail and self._desk.exit_code != 0))
        self.settle()
        self._wait(lambda: self.ui.person is None or self.window.desk.status.payments_known)

    def close(self) -> None:
        sys.excepthook = self._hook
        self.window.hide()
        self._desk.close()
        self.window.deleteLater()
        self._desk.deleteLater()

    def settle(self) -> None:
        """Until every question has its answer and every answer is painted."""
        for _ in range(_ROUNDS):
            self._ask_nothing()
            self._ask_nothing(network=True)
        self._application.sendPostedEvents()
        for fault in self._faults:
            raise NotDrawn(f"{type(fault).__name__}: {fault}") from fault

    def _ask_nothing(self, *, network: bool = False) -> None:
        loop = QEventLoop()
        self.ui.tasks.query(lambda: None, lambda _: loop.quit(), network=network, owner=self.window)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()

    def quiet(self) -> None:
        """Dismiss the alerts, which would stand on every picture."""
        for alert in self.window.desk.alerts.alerts:
            self.ui.messages.withdraw(alert.key)
        self.settle()

    def take(self, file: Path) -> None:
        """The window with the dialogs and lists over it, as one picture."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for above in self._above():
            if isinstance(above, QDialog):
                painter.fillRect(self.window.rect(), self.ui.theme.tokens.veil)
                corner = _middle(self.window.size(), above.size())
                painter.drawPixmap(corner, above.grab())
                painter.setPen(self.ui.theme.tokens.line)
                painter.drawRect(QRect(corner, above.size()).adjusted(-1, -1, 0, 0))
            else:
                painter.drawPixmap(above.pos() - self.window.pos(), above.grab())
        painter.end()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(file)):
            raise NotDrawn(f"{file} could not be written")

    def restore(self, name: str) -> None:
        """Close what a shot has opened and let `name` work here again."""
        for above in self._above():
            above.close()
        self.ui.select(NOTHING)
        self.window.desk.header.search.clear()
        bar = self.window.desk.command_bar
        if isinstance(bar, CommandBar):
            bar.line.clear()
            bar.look()
        if self.ui.person is None or self.ui.person.name != name:
            self.person(name)
        self.settle()

    def dialog(self) -> QDialog:
        return next(above for above in self._above() if isinstance(above, QDialog))

    def _above(self) -> list[QWidget]:
        """What lies over the window."""
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self.window
        ]

    def _wait(self, done: Callable[[], bool]) -> None:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() or self._faults or self._desk.exit_code else None)
        timer.start(20)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        if not done():
            self.settle()
            raise NotDrawn("the desk did not open")

    # What a shot may do

    def screen(self, name: str) -> None:
        self.ui.open_screen(name)
        self.settle()

    def lot(self, name: str) -> None:
        self.ui.choose_lot(next(lot.id for lot in self.ui.lots if lot.name == name))
        self.settle()

    def bay(self, code: str) -> None:
        """Choose a bay, as a click on it does."""
        lot = self.ui.lot
        assert lot is not None
        cells = self.ui.services.lots.board(lot.id).cells
        self.ui.select(Selection(bay_id=next(cell.bay_id for cell in cells if cell.code == code)))
        self.settle()

    def action(self, name: str) -> None:
        self.ui.registry.run(name)
        self.settle()

    def type_into(self, field: QLineEdit | None, text: str) -> None:
        assert field is not None
        field.setFocus()
        field.setText(text)
        field.textEdited.emit(text)
        self.pause()

    def pause(self) -> None:
        """As long as a field waits for more to be typed."""
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE_MS, loop.quit)
        loop.exec()
        self.settle()

    def search(self, text: str) -> None:
        self.type_into(self.window.desk.header.search, text)

    def command(self, text: str) -> None:
        bar = self.window.desk.command_bar
        assert isinstance(bar, CommandBar)
        bar.line.setFocus()
        self.type_into(bar.line, text)

    def free_bay(self, vehicle_type: str = "sedan") -> None:
        """Choose the first bay that is free for an hour."""
        lot, services, now = self.ui.lot, self.ui.services, self.ui.clock.now()
        assert lot is not None
        free = services.lots.availability(lot.id, now, now + timedelta(hours=1), vehicle_type)
        self.ui.select(Selection(bay_id=free[0].id))
        self.settle()

    def person(self, name: str) -> None:
        """Let somebody else work here."""
        people = self.ui.services.people.all()
        self.ui.sign_in(next(person for person in people if person.name == name))
        self.settle()

    def section(self, name: str) -> None:
        screen = self.ui.screen_widget("settings")
        assert isinstance(screen, SettingsScreen)
        screen.open(name)
        self.settle()

    def leave(self) -> None:
        """Lock the desk."""
        self._desk.leave(Leaving.LOCK)
        self.settle()


def _middle(around: QSize, inside: QSize) -> QPoint:
    return QPoint((around.width() - inside.width()) // 2, max(0, (around.height() - inside.height()) // 2))
