"""A whole desk for tests: the window with the lot in front, over a real SQLite file and a clock that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from parkdesk.ui.board import LiveBoard, live_board
from parkdesk.ui.clock import Clock
from parkdesk.ui.command_bar import CommandBar
from parkdesk.ui.context import UiContext
from parkdesk.ui.lot import LotScreen
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.messages import Message, Messages
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.screens import Place
from parkdesk.ui.tasks import Tasks
from parkdesk.ui.theme import Theme
from parkdesk.ui.translation import speak
from tests.kit import Case
from tests.ui.parts import PlainScreen

D = TypeVar("D", bound=QDialog)


class DeskWindow:
    """`case` is the desk behind the window; what a test does there shows after `refresh`."""

    def __init__(self, case: Case, ui: UiContext, window: MainWindow, qtbot) -> None:
        self.case, self.ui, self.window, self.bot = case, ui, window, qtbot
        self.said: list[str] = []
        self.broken: list[BaseException] = []
        ui.messages.said.connect(self._heard)
        ui.tasks.broken.connect(self.broken.append)
        ui.tasks.failed.connect(ui.messages.error)

    def _heard(self, message: Message) -> None:
        self.said.append(message.words)
        self.last = message

    @property
    def screen(self) -> LotScreen:
        return cast(LotScreen, self.ui.screen_widget("lot"))

    @property
    def live(self) -> LiveBoard:
        return live_board(self.ui)

    @property
    def bar(self) -> CommandBar:
        return cast(CommandBar, self.window.desk.command_bar)

    def settle(self) -> None:
        """Until the database thread has answered everything that was asked so far, answers to answers too."""
        for _ in range(3):
            answered: list[bool] = []
            self.ui.tasks.query(lambda: True, answered.append, owner=self.window)
            self.bot.waitUntil(lambda answered=answered: bool(answered))
        QApplication.processEvents()
        if self.broken:
            raise self.broken[0]

    def refresh(self) -> None:
        """Something was changed behind the window's back."""
        self.ui.tasks.changed.emit()
        self.settle()

    def move_clock(self, **span: float) -> None:
        self.case.clock.move(**span)
        self.ui.clock.tick()
        self.settle()

    def choose(self, code: str) -> None:
        self.live.choose(self.case.bay(code))
        self.settle()

    def drawn(self) -> str:
        """The grid as it is painted: code, plate, what counts down, and marks."""
        model = self.live.model
        faces = (model.face(row) for row in range(model.rowCount()))
        return " | ".join(
            " ".join(
                filter(
                    None,
                    (face.code, face.plate, face.left or face.state.value, "P" * face.unpaid, face.mark),
                )
            )
            for face in faces
        )

    def place(self, code: str) -> QPoint:
        """The middle of a bay in the grid."""
        grid = self.screen.grid
        index = self.screen.plan.index_of(self.case.bay(code))
        return grid.visualRect(index).center()

    def click(self, code: str, *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        viewport = self.screen.grid.viewport()
        self.bot.mouseClick(viewport, Qt.MouseButton.LeftButton, held, self.place(code))
        self.settle()

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self._focus, key, held)
        self.settle()

    def type(self, text: str) -> None:
        self.bot.keyClicks(self._focus, text)
        self.settle()

    def dialog(self, kind: type[D]) -> D:
        """The one dialog that is open."""
        self.settle()
        found = [made for made in self.window.findChildren(kind) if made.isVisible()]
        assert len(found) == 1, f"{len(found)} dialogs are open"
        return found[0]

    def no_dialog(self) -> bool:
        self.settle()
        return not any(made.isVisible() for made in self.window.findChildren(QDialog))

    def run(self, action: str) -> None:
        assert self.ui.registry.enabled(action), f"{action} cannot be done now"
        self.ui.registry.run(action)
        self.settle()


def open_desk(
    case: Case,
    theme: Theme,
    tmp_path,
    qtbot,
    make_person: Callable[[Case], object] = lambda case: case.attendant,
) -> Iterator[DeskWindow]:
    speak("en")
    ui = UiContext(
        tasks=Tasks(),
        clock=Clock(case.clock),
        theme=theme,
        preferences=Preferences(tmp_path / "settings.ini"),
        messages=Messages(),
    )
    places = (
        Place("lot", "Lot", "layout-grid", "Ctrl+1", LotScreen),
        Place("bookings", "Bookings", "calendar-days", "Ctrl+2", _plain),
    )
    window = MainWindow(ui, places)
    qtbot.addWidget(window)
    ui.open_with(case.services)
    ui.set_lots((case.lot,))
    ui.sign_in(make_person(case))
    desk = DeskWindow(case, ui, window, qtbot)
    window.desk.set_command_bar(CommandBar(ui))
    window.show_desk()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.resize(1440, 900)
    desk.settle()
    desk.screen.grid.setFocus()
    yield desk
    assert ui.tasks.close()
    let_go(ui)


def let_go(ui: UiContext) -> None:
    """Timers end on the thread they began on: what nobody needs any more must not wait for a collection on another.

    The context itself stays for as long as a window does, which may have something to say yet.
    """
    for timer in ui.findChildren(QTimer):
        timer.stop()
    for part in (ui.clock, ui.tasks):
        shiboken6.delete(part)


def _plain(ui: UiContext) -> QWidget:
    return PlainScreen("bookings", ui)


@pytest.fixture
def case(sqlite_url: str) -> Iterator[Case]:
    made = Case(sqlite_url)
    yield made
    made.close()


@pytest.fixture
def desk(case: Case, theme: Theme, tmp_path, qtbot) -> Iterator[DeskWindow]:
    yield from open_desk(case, theme, tmp_path, qtbot)


@pytest.fixture
def supervised(case: Case, theme: Theme, tmp_path, qtbot) -> Iterator[DeskWindow]:
    """The same desk with a supervisor at it."""
    yield from open_desk(case, theme, tmp_path, qtbot, lambda case: case.supervisor)
