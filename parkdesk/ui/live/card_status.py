"""Keeps the window's word on card payments true: the status bar's item, and the mark of what wants a person's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from parkdesk.ui.context import UiContext
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.settling import settling

if TYPE_CHECKING:
    from parkdesk.ui.main_window import MainWindow


class CardStatus(QObject):
    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._settling, self._watch = settling(ui), charge_watch(ui)
        self._settling.told.connect(self._show)
        self._watch.attention_changed.connect(lambda _: self._show())
        self._watch.open_changed.connect(lambda _: self._show())
        # Once the desk of the other language is there.
        ui.language_changed.connect(lambda: QTimer.singleShot(0, self, self._show))

    def _show(self) -> None:
        desk = cast("MainWindow", self._ui.shell).desk
        desk.rail.show_count("payments", self._watch.attention_count)
        desk.status.show_open_payments(self._watch.open_count)
        mode = self._settling.mode
        if mode is not None:
            desk.status.show_payments(mode, self._settling.trouble)
