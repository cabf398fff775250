"""Keeps the status bar's word on the printer true: after every paper, after every change, and now and then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.paper_errors import PrinterOpen, PrinterOutOfPaper
from parkdesk.outlets.printers import Printer
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.desk import paper_desk
from parkdesk.ui.theme import State

if TYPE_CHECKING:
    from parkdesk.ui.main_window import MainWindow

EVERY_MS = 60_000


class PrinterWatch(QObject):
    """Asks nothing while a paper prints: most printers talk to one at a time. Starts the post as well."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._desk = paper_desk(ui)
        self._known: tuple[Printer, ParkDeskError | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._desk.queue.told.connect(self._told)
        self._desk.queue.changed.connect(self._show)
        ui.preferences_changed.connect(self._changed)
        ui.language_changed.connect(self._show_later)

    def start(self) -> None:
        self._timer.start()
        self.look()
        self._desk.postman.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        printer = self._desk.printer
        self._show()
        if printer.works and not self._desk.queue.busy:
            told = partial(self._told, printer)
            self._ui.tasks.query(
                partial(_look, printer), told, told, network=True, owner=self, replaces="printer"
            )

    def _changed(self) -> None:
        self.look()
        self._desk.postman.look()

    def _told(self, printer: Printer, error: ParkDeskError | None) -> None:
        self._known = (printer, error)
        self._show()

    def _show_later(self) -> None:
        """Once the status bar of the other language is there."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        printer = self._desk.printer
        item = cast("MainWindow", self._ui.shell).desk.status.printer
        if not printer.works:
            item.set(self.tr("No printer"), State.PLAIN)
        elif self._desk.queue.busy:
            item.set(self.tr("Printing…"), State.BOOKED, printer.place)
        elif self._known is None or self._known[0] != printer:
            item.set(self.tr("Printer…"), State.PLAIN, printer.place)
        elif self._known[1] is None:
            item.set(self.tr("Printer ready"), State.FREE, printer.place)
        else:
            item.set(self._trouble(self._known[1]), State.OVERSTAYING, sentence(self._known[1]))

    def _trouble(self, error: ParkDeskError) -> str:
        if isinstance(error, PrinterOutOfPaper):
            return self.tr("Printer out of paper")
        if isinstance(error, PrinterOpen):
            return self.tr("Printer open")
        return self.tr("Printer not ready")


def _look(printer: Printer) -> None:
    from parkdesk.ui.paper.printing import look_at

    look_at(printer)
