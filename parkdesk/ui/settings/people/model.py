"""The people as a table."""

from __future__ import annotations

from parkdesk.domain.people import Person, Right
from parkdesk.ui.settings.rows_model import RowsModel
from parkdesk.ui.vocabulary import role_words

RIGHTS = 2
"""The column with what a person may do."""


class PeopleModel(RowsModel[Person]):
    def __init__(self) -> None:
        super().__init__(lambda person: person.id)
        self.name(self.tr("Name"), self.tr("Role"), self.tr("May"), self.tr("PIN"), self.tr("State"))

    def words(self, row: Person, column: int) -> str:
        state = self.tr("works here") if row.active else self.tr("has left")
        pin = self.tr("yes") if row.has_pin else "–"
        return (row.name, role_words(row), self._rights(row), pin, state)[column]

    def in_use(self, row: Person) -> bool:
        return row.active

    def _rights(self, person: Person) -> str:
        if person.may(Right.MANAGE):
            return self.tr("everything")
        if person.may(Right.OVERRIDE):
            return self.tr("work, reports, overrides")
        return self.tr("work, reports") if person.active else "–"
