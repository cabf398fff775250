"""The people as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parkdesk.domain.people import Person, Right
from parkdesk.ui.theme import State, Text, current, font
from parkdesk.ui.vocabulary import role_words

_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] = ()

    def show(self, people: Sequence[Person]) -> None:
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def person(self, row: int) -> Person:
        return self._people[row]

    def row_of(self, person_id: UUID) -> int:
        """-1 if nobody has that id."""
        return next((row for row, person in enumerate(self._people) if person.id == person_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("Role"), self.tr("May"), self.tr("PIN"), self.tr("State"))[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        person = self._people[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(person, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return font(Text.STRONG)
        if role == Qt.ItemDataRole.ForegroundRole and not person.active:
            return current().shade(State.CLOSED).ink
        return None

    def _words(self, person: Person, column: int) -> str:
        if column == 0:
            return person.name
        if column == 1:
            return role_words(person)
        if column == 2:
            return self._rights(person)
        if column == 3:
            return self.tr("yes") if person.has_pin else "–"
        return self.tr("works here") if person.active else self.tr("has left")

    def _rights(self, person: Person) -> str:
        if person.may(Right.MANAGE):
            return self.tr("everything")
        if person.may(Right.OVERRIDE):
            return self.tr("work, reports, overrides")
        return self.tr("work, reports") if person.active else "–"
