"""The section of lots: the list, and in its place one lot's form, its bays, or what was wrong with a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from parkdesk.domain.errors import ImportFaults, ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.system_errors import FileUnreadable
from parkdesk.services.lot_import import Imported
from parkdesk.services.lots import LotSummary
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.lots.bays_page import BaysPage
from parkdesk.ui.settings.lots.import_page import ImportPage
from parkdesk.ui.settings.lots.lot_form import LotForm
from parkdesk.ui.settings.lots.lot_list import LotList
from parkdesk.ui.widgets import Stage

MOST_BYTES = 64 * 1024 * 1024


class LotsSection(QStackedWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.list = LotList()
        self.form = LotForm(ui)
        self.bays = BaysPage(ui)
        self.faults = ImportPage()
        self._stage = Stage(self.list)
        for page in (self._stage, self.form, self.bays, self.faults):
            self.addWidget(page)
        self.list.add_wanted.connect(self._add)
        self.list.import_wanted.connect(self.choose_file)
        self.list.edit_wanted.connect(self._edit)
        self.list.bays_wanted.connect(self._show_bays)
        self.faults.again_wanted.connect(self.choose_file)
        for page in (self.form, self.bays, self.faults):
            page.left.connect(self._show_list)

    def activated(self) -> None:
        if not self.list.shown:
            self._stage.show_loading(self.tr("Reading the lots…"))
        self._read()

    def refresh(self) -> None:
        self._read()
        if self.currentWidget() is self.bays:
            self.bays.refresh()

    def back(self) -> None:
        page = self.currentWidget()
        if page is not self._stage and not self._typing(page):
            self._show_list()

    def _typing(self, page: QWidget | None) -> bool:
        """Esc throws nothing away that was typed."""
        return page is self.form and self.form.dirty

    def _read(self) -> None:
        services = self._ui.services
        self._ui.tasks.query(services.lots.all, self._show, self._not_read, replaces="settings.lots")

    def _show(self, found: tuple[LotSummary, ...]) -> None:
        lots = tuple(summary.lot for summary in found)
        if lots != self._ui.lots:
            self._ui.set_lots(lots)
        self.list.show_lots(found)
        self._stage.show_content()

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The lots could not be read"), sentence(error), self._read)

    def _show_list(self) -> None:
        self.setCurrentWidget(self._stage)

    def _add(self) -> None:
        self.form.start_new()
        self.setCurrentWidget(self.form)

    def _edit(self, lot: Lot) -> None:
        self.form.start(lot)
        self.setCurrentWidget(self.form)

    def _show_bays(self, lot: Lot) -> None:
        self.bays.start(lot)
        self.setCurrentWidget(self.bays)

    # A lot file

    def choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a lot file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lot files (*.csv)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.open()

    def import_file(self, path: Path) -> None:
        """All of a file, or nothing and its faults."""
        who, services = self._ui.person, self._ui.services
        if who is not None:
            self._ui.tasks.command(
                lambda: services.lots.import_file(who, _content(path), path.name),
                self._imported,
                lambda error: self._not_imported(path, error),
                owner=self,
            )

    def _imported(self, imported: Imported) -> None:
        self._show_list()
        if not imported.changed:
            self._ui.messages.done(self.tr("The file says nothing new; nothing was changed"))
            return
        words = [
            self.tr("%n lots added", "", imported.lots_added) if imported.lots_added else "",
            self.tr("%n lots changed", "", imported.lots_changed) if imported.lots_changed else "",
            self.tr("%n bays added", "", imported.bays_added) if imported.bays_added else "",
            self.tr("%n bays changed", "", imported.bays_changed) if imported.bays_changed else "",
        ]
        self._ui.messages.done(" · ".join(part for part in words if part))

    def _not_imported(self, path: Path, error: ParkDeskError) -> None:
        faults = error.faults if isinstance(error, ImportFaults) else ()
        self.faults.show_faults(path.name, faults, "" if faults else sentence(error))
        self.setCurrentWidget(self.faults)


def _content(path: Path) -> bytes:
    """Raises FileUnreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or "no access") from error
    if len(content) > MOST_BYTES:
        raise FileUnreadable(file=path.name, reason="it is too large")
    return content
