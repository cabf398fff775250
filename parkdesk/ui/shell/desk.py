"""The desk's frame: rail, header, alerts, the screens, command bar and status around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from parkdesk.ui.context import Screen, UiContext
from parkdesk.ui.screens import Place
from parkdesk.ui.shell.alerts import AlertStrip
from parkdesk.ui.shell.finder import Finder
from parkdesk.ui.shell.header import Header
from parkdesk.ui.shell.rail import Rail
from parkdesk.ui.shell.status import StatusBar
from parkdesk.ui.widgets.layouts import column, row


class Desk(QWidget):
    """Screens are made on first sight and kept; the one in front hears of changes."""

    def __init__(self, ui: UiContext, places: Sequence[Place]) -> None:
        super().__init__()
        self._ui = ui
        self._places = {place.name: place for place in places}
        self._opened: dict[str, QWidget] = {}
        self.rail = Rail(places)
        self.header = Header(ui)
        self.alerts = AlertStrip(ui.messages)
        self.status = StatusBar(ui)
        self.screens = QStackedWidget()
        self.command_bar: QWidget | None = None
        self._finder = Finder(ui, self.header.search)

        across = row(self, gap=0)
        across.addWidget(self.rail)
        self._column: QVBoxLayout = column(gap=0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.alerts)
        self._column.addWidget(self.screens, 1)
        self._column.addWidget(self.status)
        across.addLayout(self._column, 1)

        self.rail.wanted.connect(self.open_screen)
        ui.screen_wanted.connect(self.open_screen)
        ui.title_changed.connect(self._show_title)
        ui.lot_changed.connect(self._show_title)
        ui.tasks.changed.connect(self._refresh)
        ui.session_changed.connect(self._show_rights)
        self._show_rights()

    def open_screen(self, name: str) -> None:
        """Bring a screen to the front, if whoever is signed in may see it."""
        place = self._places.get(name)
        if place is None or not self._ui.registry.allowed(f"screen.{name}"):
            return
        if name not in self._opened:
            self._opened[name] = place.open(self._ui)
            self.screens.addWidget(self._opened[name])
        widget = self._opened[name]
        screen = cast(Screen, widget)
        self.screens.setCurrentWidget(widget)
        self.header.set_slot(screen.header_widget())
        self.rail.show_current(name)
        self._ui.show_screen(name, widget)
        self._show_title()
        screen.activated()

    def open_first(self) -> None:
        """The screen that was in front, or the first one."""
        self.open_screen(self._ui.screen or next(iter(self._places)))

    def set_command_bar(self, widget: QWidget) -> None:
        """Put the command bar between the screens and the status bar."""
        self.command_bar = widget
        self._column.insertWidget(self._column.indexOf(self.status), widget)

    def back(self) -> None:
        """A screen may go back a step of its own; otherwise it takes the focus again."""
        widget = self.screens.currentWidget()
        step = getattr(widget, "back", None)
        if step is not None:
            step()
        elif widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self) -> None:
        widget = self._opened.get(self._ui.screen)
        if widget is None:
            return
        title, caption = cast(Screen, widget).title()
        self.header.title.set(title, caption)
        self.window().setWindowTitle(f"{title} – ParkDesk")

    def _refresh(self) -> None:
        widget = self._opened.get(self._ui.screen)
        if widget is not None and self.isVisible():
            cast(Screen, widget).refresh()

    def _show_rights(self) -> None:
        for name in self._places:
            self.rail.allow(name, self._ui.registry.allowed(f"screen.{name}"))
