"""What was wrong with a lot file: every fault by row and column, so that all are mended in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from parkdesk.domain.errors import ImportFault, ParkDeskError
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Card, Label, LinkButton, SecondaryButton, column, row, tidy

_Index = QModelIndex | QPersistentModelIndex


class FaultModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._faults: tuple[ImportFault, ...] = ()

    def show(self, faults: Sequence[ImportFault]) -> None:
        self.beginResetModel()
        self._faults = tuple(faults)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._faults)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Row"), self.tr("Column"), self.tr("What is wrong"))[section]
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        facts = self._faults[index.row()].facts
        if index.column() < 2:
            return str(facts["row" if index.column() == 0 else "column"])
        reason = facts["reason"]
        return sentence(reason) if isinstance(reason, ParkDeskError) else str(reason)


class ImportPage(QWidget):
    left = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        back = LinkButton(self.tr("Lots"), icon="arrow-left")
        back.clicked.connect(self.left)
        self._model = FaultModel()
        self._card = Card(gap=12)
        self._card.header(self.tr("Nothing was imported"))
        self._words = Label("", wrap=True)
        self._table = QTableView()
        self._table.setModel(self._model)
        tidy(self._table, name=self.tr("Faults of the file"))
        heads = self._table.horizontalHeader()
        for number in (0, 1):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
        again = SecondaryButton(self.tr("Choose a file again…"), icon="upload")
        again.clicked.connect(self.again_wanted)
        self._card.body.addWidget(self._words)
        self._card.body.addWidget(self._table, 1)
        buttons = row(gap=8)
        buttons.addWidget(
            Label(
                self.tr("Mend the file and import it again; what is right stays right."),
                Text.SMALL,
                tone="mute",
            )
        )
        buttons.addStretch(1)
        buttons.addWidget(again)
        self._card.body.addLayout(buttons)
        layout = column(self, gap=12)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._card, 1)

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def model(self) -> FaultModel:
        return self._model

    def show_faults(self, file: str, faults: Sequence[ImportFault], words: str) -> None:
        """Either the faults of single cells, or `words` about the file as a whole."""
        self._card.caption.setText(file)
        self._words.setText(words or self.tr("%n faults were found.", "", len(faults)))
        self._model.show(faults)
        self._table.setVisible(bool(faults))
