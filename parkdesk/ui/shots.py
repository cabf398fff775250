"""Pictures of the screens as they stand at one moment, drawn without a screen."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from parkdesk.config import Config
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.context import NOTHING, Leaving, Selection, UiContext
from parkdesk.ui.theme import Mode

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

SIZE = (1440, 900)
THEMES = (Mode.LIGHT, Mode.DARK)
_ROUNDS = 4
"""An answer may lead to another question, and that to one more; deeper than this none goes."""
_PATIENCE_MS = 60_000
_PAUSE_MS = 300
_SHADE = 70
_log = logging.getLogger(__name__)


class NotDrawn(Exception):
    """A screen did not come up."""


@dataclass(frozen=True)
class Shot:
    """A picture's name, and what to do at the open desk before it is taken."""

    name: str
    set_up: Callable[[Studio], None]


class Studio:
    """An open desk to be photographed: its clock stands, and what a shot changes is put back after it."""

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

    def open(self) -> None:
        """Show the window and wait until somebody can work at it, or is asked who they are."""
        self.ui.theme.choose(reduced_motion=True)
        self.window.show()
        self._desk.start()
        self._wait(lambda: self.ui.ready)
        self.settle()

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
        self._application.sendPostedEvents()
        for fault in self._faults:
            raise NotDrawn(f"{type(fault).__name__}: {fault}") from fault

    def _ask_nothing(self) -> None:
        loop = QEventLoop()
        self.ui.tasks.query(lambda: None, lambda _: loop.quit(), owner=self.window)
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
                painter.fillRect(self.window.rect(), QColor(0, 0, 0, _SHADE))
                painter.drawPixmap(_middle(self.window.size(), above.size()), above.grab())
            else:
                painter.drawPixmap(above.pos() - self.window.pos(), above.grab())
        painter.end()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(file)):
            raise NotDrawn(f"{file} could not be written")

    def restore(self) -> None:
        """Close what a shot has opened."""
        for above in self._above():
            above.close()
        self.ui.select(NOTHING)
        self.window.desk.header.search.clear()
        self.settle()

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

    def leave(self) -> None:
        self._desk.leave(Leaving.LOCK)
        self.settle()


def _on(
    screen: str, *steps: Callable[[Studio], None], lot: str = "Riverside Lot"
) -> Callable[[Studio], None]:
    def set_up(studio: Studio) -> None:
        studio.lot(lot)
        studio.screen(screen)
        for step in steps:
            step(studio)

    return set_up


def _bay(code: str) -> Callable[[Studio], None]:
    return lambda studio: studio.bay(code)


def _action(name: str) -> Callable[[Studio], None]:
    return lambda studio: studio.action(name)


def _dialog(name: str, bay: str, action: str) -> Shot:
    return Shot(name, _on("lot", _bay(bay), _action(action)))


SHOTS = (
    Shot("lot", _on("lot", _bay("B7"))),
    Shot("lot-free-bay", _on("lot", _bay("A3"))),
    Shot("lot-overstay", _on("lot", _bay("D6"))),
    Shot("lot-reserved", _on("lot", _bay("C11"))),
    Shot("lot-garage", _on("lot", _bay("B9"), lot="Semperoper")),
    Shot("lot-driveways", _on("lot", lot="Acacia Road Driveways")),
    Shot("bookings", _on("bookings")),
    Shot("timers", _on("timers")),
    Shot("reports", _on("reports")),
    Shot("settings", _on("settings")),
    _dialog("dialog-book", "A3", "bay.book"),
    _dialog("dialog-extend", "B7", "stay.extend"),
    _dialog("dialog-payment", "D11", "stay.take_payment"),
    _dialog("dialog-move", "B7", "stay.move"),
    _dialog("dialog-note", "B7", "stay.note"),
    _dialog("dialog-cancel", "B7", "stay.cancel"),
    _dialog("dialog-detail", "B7", "stay.detail"),
    _dialog("dialog-close-bays", "A3", "bay.close"),
    Shot("keys", _on("lot", _action("window.keys"))),
    Shot("search", _on("lot", lambda studio: studio.search("kl08"))),
)
"""Every screen and dialog of the demo's desk. A shot leaves the desk as it found it."""
ALERTS = Shot("alerts", _on("lot"))
"""As the desk opens: what ends and what is over is told on top. The other shots come after it was dismissed."""
MAIN = ("lot", "bookings", "timers", "reports", "settings", "dialog-book")
"""Those that are worth drawing at other sizes, too."""


def draw(
    config: Config,
    open_services: Callable[[], Services],
    folder: Path,
    *,
    size: tuple[int, int] = SIZE,
    themes: Iterable[Mode] = THEMES,
    names: Sequence[str] | None = None,
    suffix: str = "",
) -> tuple[Path, ...]:
    """Draw shots into `NAME-THEME.png`. The desk's own settings are neither read nor changed."""
    application = QApplication.instance() or QApplication(["parkdesk"])
    assert isinstance(application, QApplication)
    drawn = []
    complained = qInstallMessageHandler(lambda _kind, _where, words: _log.info("%s", words))
    with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch:
        studio = Studio(application, replace(config, data_dir=Path(scratch)), open_services)
        studio.open()
        try:
            studio.window.resize(*size)
            if names is None or ALERTS.name in names:
                drawn.append(folder / f"{ALERTS.name}{suffix}.png")
                ALERTS.set_up(studio)
                studio.take(drawn[-1])
            studio.quiet()
            for theme in themes:
                studio.ui.theme.choose(mode=theme)
                for shot in SHOTS:
                    if names is None or shot.name in names:
                        shot.set_up(studio)
                        drawn.append(folder / f"{shot.name}-{theme}{suffix}.png")
                        studio.take(drawn[-1])
                        studio.restore()
        finally:
            studio.close()
            qInstallMessageHandler(complained)
    return tuple(drawn)


def _middle(around: QSize, inside: QSize) -> QPoint:
    return QPoint((around.width() - inside.width()) // 2, max(0, (around.height() - inside.height()) // 2))
