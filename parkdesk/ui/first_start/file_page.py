"""A lot file: chosen, read through, and every fault in it named before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTableView, QWidget

from parkdesk.domain.errors import ImportFaults, ParkDeskError
from parkdesk.domain.lot_file import read_lots
from parkdesk.domain.plan import LotPlan
from parkdesk.domain.system_errors import FileUnreadable
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.lots.import_page import FaultModel
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import ElidedLabel, Label, SecondaryButton, column, row, tidy

_NAMED = 4


@dataclass(frozen=True, slots=True)
class LotFile:
    name: str
    data: bytes
    plans: tuple[LotPlan, ...]


class FilePage(QWidget):
    """`chosen` is the file that can be imported as it is; `ready` says that there is one now."""

    ready = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.chosen: LotFile | None = None
        self.button = SecondaryButton(self.tr("Choose a file…"), icon="upload")
        self._name = ElidedLabel("", Text.STRONG)
        self.said = Label("", Text.BODY, tone="mute", wrap=True)
        self.faults = FaultModel()
        self._table = QTableView()
        self._table.setModel(self.faults)
        tidy(self._table, name=self.tr("Faults of the file"))
        heads = self._table.horizontalHeader()
        for number in (0, 1):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
        top = row(gap=12)
        top.addWidget(self.button)
        top.addWidget(self._name, 1)
        layout = column(self, gap=10)
        layout.addLayout(top)
        layout.addWidget(self.said)
        layout.addWidget(self._table, 1)
        layout.addStretch(0)
        self.button.clicked.connect(self._ask)
        self._show_none()

    def take_focus(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        if self.chosen is None and not self.faults.rowCount():
            self._say(self.tr("Choose a file first."), "overstaying")
        return self.chosen is not None

    def read(self, path: Path) -> None:
        """Read the file beside the window and show what is in it, or what is wrong with it."""
        self.chosen = None
        self._name.setText(path.name)
        self.faults.show(())
        self._table.hide()
        self._say(self.tr("Reading…"), "mute")
        self._ui.tasks.query(lambda: _read(path), self._show, self._refuse, replaces="lot file")

    def refuse(self, error: ParkDeskError) -> None:
        """What only the database could object to."""
        self._refuse(error)

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a lot file"), "", self.tr("Lot files (*.csv *.txt);;All files (*)")
        )
        if path:
            self.read(Path(path))

    def _show_none(self) -> None:
        self._table.hide()
        self._say(
            self.tr(
                "One row a lot (name, capacity, timezone, currency), or one row a bay (lot, code, row, column …). "
                "Time zone and currency come from the file."
            ),
            "mute",
        )

    def _show(self, found: LotFile) -> None:
        self.chosen = found
        bays = sum(plan.bays for plan in found.plans)
        lots = self.tr("%n lots", "", len(found.plans))
        names = ", ".join(plan.name for plan in found.plans[:_NAMED])
        more = " …" if len(found.plans) > _NAMED else ""
        words = self.tr("{lots} with {bays}: {names}")
        self._say(words.format(lots=lots, bays=self.tr("%n bays", "", bays), names=names + more), "free")
        self.ready.emit()

    def _refuse(self, error: ParkDeskError) -> None:
        self.chosen = None
        faults = error.faults if isinstance(error, ImportFaults) else ()
        self.faults.show(faults)
        self._table.setVisible(bool(faults))
        if faults:
            words = self.tr("%n faults were found. Mend the file and choose it again.", "", len(faults))
            self._say(words, "overstaying")
        else:
            self._say(sentence(error), "overstaying")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)


def _read(path: Path) -> LotFile:
    """Away from the window: a file may be long. Raises FileUnreadable or what `read_lots` raises."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or "no access") from error
    return LotFile(path.name, data, read_lots(data, file=path.name))
