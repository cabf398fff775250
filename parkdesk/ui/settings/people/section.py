"""The section of people: the table of them, and beside it the one who is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.ui.context import Leaving, UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.people.model import PeopleModel
from parkdesk.ui.settings.people.panel import PersonPanel
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Card, SecondaryButton, Stage, column, row, tidy


class PeopleSection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.model = PeopleModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        tidy(self.table, name=self.tr("People"))
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.panel = PersonPanel(ui)
        self.panel.saved.connect(self._saved)
        self.add_button = SecondaryButton(self.tr("Add a person…"), icon="user-plus")
        self.add_button.clicked.connect(self._start_new)
        self._card = Card(margins=(20, 16, 16, 8))
        self._card.header(self.tr("People")).addWidget(self.add_button)
        self._card.body.addWidget(self.table, 1)
        content = QWidget()
        across = row(content, gap=GAP_4)
        across.addWidget(self._card, 1)
        across.addWidget(self.panel)
        self._stage = Stage(content)
        column(self).addWidget(self._stage)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def activated(self) -> None:
        self._read()

    def refresh(self) -> None:
        self._read()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def _read(self) -> None:
        services = self._ui.services
        self._ui.tasks.query(services.people.all, self._show, self._not_read, replaces="settings.people")

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The people could not be read"), sentence(error), self._read)

    def _show(self, people: tuple[Person, ...]) -> None:
        first = self.model.rowCount() == 0
        chosen = self.panel.person
        self.model.show(people)
        here = sum(person.active for person in people)
        self._card.caption.setText(self.tr("%n work here", "", here))
        if first and people:
            self.table.selectRow(0)
        elif chosen is not None:
            self.choose(chosen)
        self._stage.show_content()

    def choose(self, person: Person) -> None:
        number = self.model.row_of(person.id)
        if number >= 0:
            self.table.selectRow(number)

    def _choose(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.panel.start(self.model.person(rows[0].row()))

    def _start_new(self) -> None:
        self.table.clearSelection()
        self.panel.start_new()
        self.panel.name.setFocus()

    def _saved(self, person: Person) -> None:
        self.panel.start(person)
        who = self._ui.person
        if who is None or who.id != person.id or who == person:
            return
        if person.active:
            self._ui.sign_in(person)
        else:
            self._ui.shell.leave(Leaving.SWITCH)
