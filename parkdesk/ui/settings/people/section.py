"""The section of people: the table of them, and beside it the one who is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.people import Person
from parkdesk.ui.context import Leaving, UiContext
from parkdesk.ui.settings.people.model import RIGHTS, PeopleModel
from parkdesk.ui.settings.people.panel import PersonPanel
from parkdesk.ui.settings.table_section import TableSection
from parkdesk.ui.widgets import SecondaryButton

translate = QCoreApplication.translate


class PeopleSection(TableSection[Person, PersonPanel]):
    def __init__(self, ui: UiContext) -> None:
        panel = PersonPanel(ui)
        add = SecondaryButton(translate("PeopleSection", "Add a person…"), icon="user-plus")
        title = translate("PeopleSection", "People")
        super().__init__(ui, PeopleModel(), panel, panel, title=title, add=add)
        self.stretch(RIGHTS)
        panel.saved.connect(self._saved)

    def ask(self) -> Callable[[], Sequence[Person]]:
        return self._ui.services.people.all

    def start(self, chosen: Person) -> None:
        self.panel.start(chosen)

    def in_use_words(self, count: int) -> str:
        return self.tr("%n work here", "", count)

    def unread_words(self) -> str:
        return self.tr("The people could not be read")

    def _saved(self, person: Person) -> None:
        self.start(person)
        who = self._ui.person
        if who is None or who.id != person.id or who == person:
            return
        if person.active:
            self._ui.sign_in(person)
        else:
            self._ui.shell.leave(Leaving.SWITCH)
