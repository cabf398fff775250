"""A lot's bays, level by level: the table, and beside it what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from parkdesk.domain.bay import Bay, Level
from parkdesk.domain.lot import Lot
from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.lots.bay_model import BayModel
from parkdesk.ui.settings.lots.bay_panel import BayPanel
from parkdesk.ui.settings.lots.level_dialog import LevelDialog
from parkdesk.ui.settings.lots.new_bays import next_row
from parkdesk.ui.settings.lots.row_dialog import RowDialog
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.vocabulary import vehicle_words
from parkdesk.ui.widgets import Card, LinkButton, SecondaryButton, column, row, tidy


@dataclass(frozen=True, slots=True)
class _Found:
    levels: tuple[Level, ...]
    bays: tuple[Bay, ...]
    types: tuple[VehicleType, ...]

    @property
    def offered(self) -> tuple[VehicleType, ...]:
        """The types a bay can be given, and those it has kept."""
        kept = frozenset[str]().union(*(bay.vehicle_types for bay in self.bays))
        return tuple(kind for kind in self.types if not kind.retired or kind.code in kept)


class BaysPage(QWidget):
    left = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._lot: Lot | None = None
        self._found = _Found((), (), ())
        back = LinkButton(self.tr("Lots"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.levels = QComboBox()
        self.levels.setAccessibleName(self.tr("Level"))
        self.levels.setMinimumWidth(140)
        self.levels.currentIndexChanged.connect(self._show_level)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Code or zone"))
        self.search.setAccessibleName(self.tr("Find bays"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(160)
        self.search.textChanged.connect(self._show_level)
        self.level_button = SecondaryButton(self.tr("Add a level…"))
        self.row_button = SecondaryButton(self.tr("Add a row of bays…"), icon="plus")
        self.level_button.clicked.connect(self._ask_level)
        self.row_button.clicked.connect(self._ask_row)
        self.model = BayModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        tidy(self.table, name=self.tr("Bays"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.panel = BayPanel(ui)
        self.panel.done.connect(self.refresh)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        top = row(gap=8)
        top.addWidget(back)
        top.addWidget(self.levels)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self.level_button)
        top.addWidget(self.row_button)
        self._card = Card(margins=(20, 16, 8, 8), gap=8)
        self._card.header("")
        self._card.body.addWidget(self.table, 1)
        across = row(gap=GAP_4)
        across.addWidget(self._card, 1)
        across.addWidget(self.panel)
        layout = column(self, gap=12)
        layout.addLayout(top)
        layout.addLayout(across, 1)

    def start(self, lot: Lot) -> None:
        if self._lot is None or self._lot.id != lot.id:
            self._found = _Found((), (), ())
            self.search.clear()
            self.panel.start(lot, ())
        self._lot = lot
        self._card.title.setText(lot.name)
        self.refresh()

    def refresh(self) -> None:
        lot, services = self._lot, self._ui.services
        if lot is None:
            return

        def ask() -> _Found:
            levels = next((found.levels for found in services.lots.all() if found.lot.id == lot.id), ())
            return _Found(levels, services.lots.bays(lot.id), services.lots.vehicle_types())

        self._ui.tasks.query(ask, self._show, owner=self, replaces="settings.bays")

    def _show(self, found: _Found) -> None:
        lot = self._lot
        if lot is None:
            return
        if found.offered != self._found.offered:
            self.panel.start(lot, found.offered)
        self._found = found
        self._offer_levels()
        self.row_button.setEnabled(bool(found.levels))
        self._show_level()

    def _offer_levels(self) -> None:
        """The one that was looked at stays."""
        before = self.levels.currentData()
        with QSignalBlocker(self.levels):
            self.levels.clear()
            for level in self._found.levels:
                self.levels.addItem(level.name, str(level.id))
            self.levels.setCurrentIndex(max(self.levels.findData(before), 0))

    def _level(self) -> Level | None:
        return next(
            (level for level in self._found.levels if str(level.id) == self.levels.currentData()), None
        )

    def _show_level(self) -> None:
        lot, level = self._lot, self._level()
        if lot is None:
            return
        chosen = [bay.id for bay in self.chosen()]
        bays = [bay for bay in self._found.bays if level is not None and bay.level_id == level.id]
        types = {kind.code: vehicle_words(kind) for kind in self._found.types}
        self.model.show(lot, bays, types, self.search.text())
        closed = sum(bay.closed_reason is not None for bay in bays)
        words = self.tr("%n bays", "", len(bays))
        self._card.caption.setText(f"{words} · {self.tr('%n closed', '', closed)}" if closed else words)
        self.choose(chosen)

    def chosen(self) -> tuple[Bay, ...]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.bay(number) for number in rows)

    def choose(self, bay_ids: Sequence[UUID]) -> None:
        """Mark these bays, those of them that are shown."""
        marks = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for bay_id in bay_ids:
            number = self.model.row_of(bay_id)
            if number >= 0:
                marks.select(self.model.index(number, 0), flags)
        self._choose()

    def _choose(self) -> None:
        self.panel.choose(self.chosen())

    def _ask_level(self) -> None:
        if self._lot is not None:
            dialog = LevelDialog(self._ui, self._lot, self)
            dialog.added.connect(self._level_added)
            dialog.open()

    def _level_added(self, level: Level) -> None:
        known = {kept.id: kept for kept in self._found.levels} | {level.id: level}
        self._show(_Found(tuple(known.values()), self._found.bays, self._found.types))
        self.levels.setCurrentIndex(self.levels.findData(str(level.id)))

    def _ask_row(self) -> None:
        lot, level = self._lot, self._level()
        if lot is not None and level is not None:
            behind = next_row(self._found.bays, level.id)
            dialog = RowDialog(self._ui, lot, level, self._found.types, behind, self)
            dialog.added.connect(self.refresh)
            dialog.open()
