"""The window: rail, header, alerts, the screens, messages, command bar, status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from parkdesk.ui.actions.registry import Registry
from parkdesk.ui.actions.window import WINDOW_ACTIONS, screen_actions
from parkdesk.ui.context import Leaving, Screen, UiContext
from parkdesk.ui.screens import SCREENS, Place
from parkdesk.ui.shell.alerts import AlertStrip
from parkdesk.ui.shell.finder import Finder
from parkdesk.ui.shell.header import Header
from parkdesk.ui.shell.message_strip import MessageStrip
from parkdesk.ui.shell.opening import Opening
from parkdesk.ui.shell.rail import Rail
from parkdesk.ui.shell.status import StatusBar
from parkdesk.ui.theme import app_icon
from parkdesk.ui.widgets.layouts import column, row

LEAST_SIZE = (1024, 640)
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Shows either the desk, or in its place a page such as signing in. Screens are made on first sight."""

    left = Signal(object)
    """A person wants to leave the desk: a `Leaving`."""

    def __init__(self, ui: UiContext, places: Sequence[Place] = SCREENS) -> None:
        super().__init__()
        self._ui = ui
        self._places = {place.name: place for place in places}
        self.setWindowTitle("ParkDesk")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*LEAST_SIZE)
        ui.shell = self
        ui.registry = Registry(ui, self)
        ui.registry.add(*screen_actions(places), *WINDOW_ACTIONS)

        self.rail = Rail(places)
        self.header = Header(ui)
        self.alerts = AlertStrip(ui.messages)
        self.status = StatusBar(demo=ui.demo)
        self._screens = QStackedWidget()
        self._opened: dict[str, QWidget] = {}
        self._command_bar: QWidget | None = None

        desk = QWidget()
        across = row(desk, gap=0)
        across.addWidget(self.rail)
        self._column: QVBoxLayout = column(gap=0)
        for widget in (self.header, self.alerts):
            self._column.addWidget(widget)
        self._column.addWidget(self._screens, 1)
        self._column.addWidget(self.status)
        across.addLayout(self._column, 1)

        self._desk = desk
        self._page: QWidget = Opening()
        self._stack = QStackedWidget()
        self._stack.addWidget(desk)
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        self.setCentralWidget(self._stack)
        self.message_strip = MessageStrip(self._stack, ui.messages, self._in_front)

        self.rail.wanted.connect(self.open_screen)
        ui.screen_wanted.connect(self.open_screen)
        ui.title_changed.connect(self._show_title)
        ui.lot_changed.connect(self._show_title)
        ui.tasks.changed.connect(self._refresh)
        ui.session_changed.connect(self._show_rights)
        self._finder = Finder(ui, self.header.search)
        ui.registry.bind(self)
        self._restore_geometry()

    # What is shown

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the desk: opening, signing in, the first start."""
        if page is not self._page:
            self._stack.addWidget(page)
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = page
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> QWidget:
        """The page in place of the desk, shown or not."""
        return self._page

    @property
    def command_bar(self) -> QWidget | None:
        return self._command_bar

    def show_desk(self) -> None:
        """Show the desk, with the screen that was in front or the first one."""
        self._stack.setCurrentWidget(self._desk)
        self.open_screen(self._ui.screen or next(iter(self._places)))

    @property
    def on_desk(self) -> bool:
        return self._stack.currentWidget() is self._desk

    def _in_front(self) -> QWidget:
        """What messages float over: never the command bar or the status bar."""
        return self._screens if self.on_desk else self._page

    def open_screen(self, name: str) -> None:
        place = self._places.get(name)
        if place is None or not self._ui.registry.allowed(f"screen.{name}"):
            return
        if name not in self._opened:
            self._opened[name] = place.open(self._ui)
            self._screens.addWidget(self._opened[name])
        widget = self._opened[name]
        screen = cast(Screen, widget)
        self._screens.setCurrentWidget(widget)
        self.header.set_slot(screen.header_widget())
        self.rail.show_current(name)
        self._ui.show_screen(name, widget)
        self._show_title()
        screen.activated()

    def close_screens(self) -> None:
        """Forget the screens, say when the language has changed."""
        self.header.set_slot(None)
        for widget in self._opened.values():
            self._screens.removeWidget(widget)
            widget.deleteLater()
        self._opened.clear()

    def set_command_bar(self, widget: QWidget) -> None:
        """Put the command bar between the screens and the status bar."""
        self._command_bar = widget
        self._column.insertWidget(self._column.indexOf(self.status), widget)

    # What actions ask of the window

    def focus_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def focus_command(self) -> None:
        if self._command_bar is not None:
            self._command_bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        from parkdesk.ui.shell.key_sheet import KeySheet

        KeySheet(self._ui.registry, self).show()

    def back(self) -> None:
        """Esc: a screen may go back a step of its own; otherwise the screen takes the focus again."""
        widget = self._screens.currentWidget()
        step = getattr(widget, "back", None)
        if step is not None:
            step()
        elif widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _show_title(self) -> None:
        widget = self._opened.get(self._ui.screen)
        if widget is None:
            return
        title, caption = cast(Screen, widget).title()
        self.header.title.set(title, caption)
        self.setWindowTitle(f"{title} – ParkDesk")

    def _refresh(self) -> None:
        widget = self._opened.get(self._ui.screen)
        if widget is not None and self.on_desk:
            cast(Screen, widget).refresh()

    def _show_rights(self) -> None:
        for name in self._places:
            self.rail.allow(name, self._ui.registry.allowed(f"screen.{name}"))

    def _restore_geometry(self) -> None:
        if not self.restoreGeometry(self._ui.preferences.geometry):
            room = self.screen().availableSize()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
