"""The activity as a table that grows at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parkdesk import wording
from parkdesk.services.journal import ActivityLine
from parkdesk.ui.settings.activity.words import about_words, who_words
from parkdesk.ui.theme import Text, current, font
from parkdesk.ui.vocabulary import deed_words

_Index = QModelIndex | QPersistentModelIndex


class ActivityModel(QAbstractTableModel):
    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._time_zone = "UTC"
        self._now: datetime | None = None
        self._lines: tuple[ActivityLine, ...] = ()

    @property
    def lines(self) -> tuple[ActivityLine, ...]:
        return self._lines

    def show(self, lines: Sequence[ActivityLine], now: datetime, time_zone: str) -> None:
        self.beginResetModel()
        self._lines, self._now, self._time_zone = tuple(lines), now, time_zone
        self.endResetModel()

    def add(self, lines: Sequence[ActivityLine]) -> None:
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += tuple(lines)
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("When"), self.tr("Who"), self.tr("Deed"), self.tr("About"), self.tr("Desk"))
        return heads[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == 2:
            return font(Text.STRONG)
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() == 4 or not line.who):
            return current().tokens.mute
        return None

    def _words(self, line: ActivityLine, column: int) -> str:
        if column == 0:
            now = self._now or line.at
            return wording.when(line.at, now, self._time_zone, self._language)
        return (who_words(line), deed_words(line.deed), about_words(line), line.desk)[column - 1]
