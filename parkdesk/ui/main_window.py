"""The window: a page such as opening or signing in, or the desk in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from parkdesk.ui.context import Leaving, UiContext
from parkdesk.ui.shell.opening import Opening
from parkdesk.ui.theme import app_icon

if TYPE_CHECKING:
    from parkdesk.ui.screens import Place
    from parkdesk.ui.shell.desk import Desk

FRAME = (16, 48)
"""What a window's frame and title may take beside it."""
LEAST_SIZE = (1024, 640)
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Comes up with the opening page alone; the desk behind it is built after the first paint."""

    left = Signal(object)
    """A person wants to leave the desk: a `Leaving`."""

    def __init__(self, ui: UiContext, places: Sequence[Place] | None = None) -> None:
        super().__init__()
        self._ui = ui
        self._places = places
        self._desk: Desk | None = None
        self._page: QWidget = Opening()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("ParkDesk")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*LEAST_SIZE)
        ui.shell = self
        self._restore_geometry()

    @property
    def page(self) -> QWidget:
        """The page in place of the desk, shown or not."""
        return self._page

    @property
    def desk(self) -> Desk:
        if self._desk is None:
            self._desk = self._build_desk()
        return self._desk

    @property
    def on_desk(self) -> bool:
        return self._desk is not None and self._stack.currentWidget() is self._desk

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the desk: opening, signing in, the first start."""
        if self._desk is not None:
            # What was done last, with its undo, is for whoever did it.
            self.message_strip.hide()
        if page is not self._page:
            self._stack.addWidget(page)
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = page
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def rebuild_desk(self) -> None:
        """Make the desk anew, in another language; the alerts that are up stay up."""
        if self._desk is None:
            return
        old, alerts = self._desk, self._desk.alerts.alerts
        self._ui.registry.unbind()
        self._ui.registry.deleteLater()
        self.message_strip.deleteLater()
        self._stack.removeWidget(old)
        old.deleteLater()
        self._ui.forget_screens()
        self._desk = self._build_desk()
        self._desk.status.take_over(old.status)
        for alert in reversed(alerts):
            self._desk.alerts.add(alert)

    def show_desk(self) -> None:
        """Show the desk, with the screen that was in front or the first one."""
        self._stack.setCurrentWidget(self.desk)
        self.desk.open_first()

    # What actions ask of the window

    def focus_search(self) -> None:
        self.desk.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.header.search.selectAll()

    def focus_command(self) -> None:
        if self.desk.command_bar is not None:
            self.desk.command_bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        from parkdesk.ui.shell.key_sheet import KeySheet

        KeySheet(self._ui.registry, self).show()

    def back(self) -> None:
        if self.on_desk:
            self.desk.back()

    def leave(self, how: Leaving) -> None:
        self.left.emit(how)

    def quit(self) -> None:
        self.close()

    def come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ui.preferences.geometry = self.saveGeometry()
        self._ui.preferences.save()
        super().closeEvent(event)

    def _build_desk(self) -> Desk:
        from parkdesk.ui.actions.all import ALL
        from parkdesk.ui.actions.registry import Registry
        from parkdesk.ui.actions.window import screen_actions
        from parkdesk.ui.screens import SCREENS
        from parkdesk.ui.shell.desk import Desk
        from parkdesk.ui.shell.message_strip import MessageStrip

        places = SCREENS if self._places is None else self._places
        self._ui.registry = Registry(self._ui, self)
        self._ui.registry.add(*screen_actions(places), *ALL)
        self._ui.registry.bind(self)
        desk = Desk(self._ui, places)
        self._stack.addWidget(desk)
        self.message_strip = MessageStrip(self._stack, self._ui.messages, self._in_front)
        return desk

    def _in_front(self) -> QWidget:
        """What messages float over: never the command bar or the status bar."""
        return self.desk.screens if self.on_desk else self._page

    def _restore_geometry(self) -> None:
        if not self.restoreGeometry(self._ui.preferences.geometry):
            room = self.screen().availableSize()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
            if room.width() < FIRST_SIZE[0] + FRAME[0] or room.height() < FIRST_SIZE[1] + FRAME[1]:
                self.setWindowState(Qt.WindowState.WindowMaximized)
