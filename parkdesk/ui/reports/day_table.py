"""Takings and bookings by day and lot, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import exponent
from parkdesk.domain.payment import Method
from parkdesk.domain.report import Day
from parkdesk.ui.reports.figures import Figures
from parkdesk.ui.theme import Text, font
from parkdesk.ui.widgets import tidy

_Index = QModelIndex | QPersistentModelIndex
_LEAST_WIDTH = 72
_GIVE_WAY = ("cancelled", "booked", "other")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Row:
    lot: Lot
    day: Day


class DayModel(QAbstractTableModel):
    """The lot's column is there only when there are several. Amounts are in the report's currency."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Row, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._language = "en"

    def show(self, figures: Figures, language: str) -> None:
        self.beginResetModel()
        self._language = language
        lots = {lot.id: lot for lot in figures.lots}
        self._rows = tuple(
            _Row(lots[day.lot_id], day)
            for same in zip(*(reversed(report.days) for report in figures.reports), strict=True)
            for day in same
        )
        taken_back = any(row.day.taken_back_minor for row in self._rows)
        others = any(_other(row.day) for row in self._rows)
        self._columns = (
            "day",
            *(("lot",) if len(lots) > 1 else ()),
            *("booked", "cancelled", "cash", "card"),
            *(("other",) if others else ()),
            *(("taken_back",) if taken_back else ()),
            "collected",
        )
        self.endResetModel()

    @property
    def columns(self) -> tuple[str, ...]:
        return self._columns

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column in ("day", "lot") else _RIGHT
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column in ("day", "lot") else _RIGHT
        if role == Qt.ItemDataRole.FontRole and column == "collected":
            return font(Text.BODY, weight=600)
        return None

    def _words(self, row: _Row, column: str) -> str:
        day, locale = row.day, row.lot.language
        if column == "day":
            return wording.short_day(day.day, self._language)
        if column == "lot":
            return row.lot.name
        if column in ("booked", "cancelled"):
            count = getattr(day, column)
            return wording.number(count, locale) if count else "–"
        minor = {
            "cash": day.takings_minor.get(Method.CASH, 0),
            "card": day.takings_minor.get(Method.CARD, 0),
            "other": _other(day),
            "taken_back": -day.taken_back_minor,
            "collected": day.collected_minor,
        }[column]
        places = exponent(row.lot.currency)
        return wording.number(minor / 10**places, locale, places=places) if minor else "–"

    def _heading(self, column: str) -> str:
        return {
            "day": self.tr("Day"),
            "lot": self.tr("Lot"),
            "booked": self.tr("Bookings"),
            "cancelled": self.tr("Cancelled"),
            "cash": self.tr("Cash"),
            "card": self.tr("Card"),
            "other": self.tr("Other"),
            "taken_back": self.tr("Taken back by banks"),
            "collected": self.tr("Takings"),
        }[column]


class DayTable(QTableView):
    def __init__(self) -> None:
        super().__init__()
        self._model = DayModel()
        self.setModel(self._model)
        tidy(self, name=self.tr("Takings and bookings by day"))
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(32)

    def show_figures(self, figures: Figures, language: str) -> None:
        before = self._model.columns
        self._model.show(figures, language)
        if self._model.columns != before:
            heads = self.horizontalHeader()
            heads.setStretchLastSection(False)
            heads.setMinimumSectionSize(_LEAST_WIDTH)
            heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            wide = "lot" if "lot" in self._model.columns else "day"
            heads.setSectionResizeMode(self._model.columns.index(wide), QHeaderView.ResizeMode.Stretch)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for every column, the money stays whole and counts give way."""
        columns, heads = self._model.columns, self.horizontalHeader()
        wanted = {
            column: max(heads.sectionSizeHint(number), self.sizeHintForColumn(number), _LEAST_WIDTH)
            for number, column in enumerate(columns)
        }
        for column in _GIVE_WAY:
            if column in wanted and sum(wanted.values()) > self.viewport().width():
                del wanted[column]
        for number, column in enumerate(columns):
            self.setColumnHidden(number, column not in wanted)


def _other(day: Day) -> int:
    known = (Method.CASH, Method.CARD)
    return sum(minor for method, minor in day.takings_minor.items() if method not in known)
