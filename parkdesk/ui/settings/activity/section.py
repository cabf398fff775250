"""The section of activity: the newest deeds of every desk, and older ones when asked for."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.services.journal import Activity
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.activity.model import ActivityModel
from parkdesk.ui.vocabulary import all_deeds
from parkdesk.ui.widgets import Card, SecondaryButton, Stage, column, row, tidy

PAGE = 50
_LEAST_BOX = 150


class ActivitySection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._next: UUID | None = None
        self._people: tuple[Person, ...] = ()
        self.model = ActivityModel(ui.language)
        self.table = QTableView()
        self.table.setModel(self.model)
        tidy(self.table, name=self.tr("Activity"))
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.person = self._box(self.tr("Everybody"), self.tr("Who"))
        self.deed = self._box(self.tr("Every deed"), self.tr("Deed"))
        for code, words in all_deeds():
            self.deed.addItem(words, code)
        self.older_button = SecondaryButton(self.tr("Show older"))
        self.older_button.clicked.connect(self.show_older)
        self.older_button.hide()
        self._card = Card(margins=(20, 16, 16, 12))
        head = self._card.header(self.tr("Activity"), self.tr("newest first, of every desk"))
        head.addWidget(self.person)
        head.addWidget(self.deed)
        self._stage = Stage(self.table)
        self._card.body.addWidget(self._stage, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.older_button)
        foot.addStretch(1)
        self._card.body.addLayout(foot)
        column(self).addWidget(self._card)
        self.person.currentIndexChanged.connect(lambda _: self._read(PAGE))
        self.deed.currentIndexChanged.connect(lambda _: self._read(PAGE))
        self.table.activated.connect(self.open_booking)

    def activated(self) -> None:
        if not self.model.lines:
            self._stage.show_loading(self.tr("Reading the journal…"))
        self._ui.tasks.query(self._ui.services.people.all, self._offer_people, self._not_read)
        self.refresh()

    def refresh(self) -> None:
        self._read(max(PAGE, len(self.model.lines)))

    def back(self) -> None:
        """There is nowhere to go back to."""

    def show_older(self) -> None:
        asked = self._asking(PAGE, before=self._next)
        if asked is not None:
            self._ui.tasks.query(asked, self._add, self._not_read, replaces="settings.activity")

    def open_booking(self, index: QModelIndex) -> None:
        """Show the booking that a deed was about, where it stands in the lists."""
        about = next((one for one in self.model.lines[index.row()].about if one.booking_id), None)
        if about is not None:
            self._ui.choose_lot(about.lot_id)
            self._ui.open_screen("bookings")
            self._ui.select(Selection(about.bay_id, about.booking_id))

    def _asking(self, most: int, before: UUID | None = None) -> Callable[[], Activity] | None:
        who, journal = self._ui.person, self._ui.services.journal
        deed, person_id = self.deed.currentData(), self.person.currentData()
        if who is None:
            return None
        return lambda: journal.activity(
            who,
            deed=deed or "",
            person_id=None if person_id is None else UUID(person_id),
            before=before,
            most=most,
        )

    def _read(self, most: int) -> None:
        asked = self._asking(most)
        if asked is not None:
            self._ui.tasks.query(asked, self._show, self._not_read, replaces="settings.activity")

    def _show(self, page: Activity) -> None:
        lot = self._ui.lot
        place = self.table.verticalScrollBar().value()
        self.model.show(page.lines, self._ui.clock.now(), lot.time_zone if lot is not None else "UTC")
        self.table.verticalScrollBar().setValue(place)
        self._follow(page)
        if page.lines:
            self._stage.show_content()
        else:
            self._stage.show_empty(
                "clock", self.tr("Nothing like that was done"), self.tr("Choose another deed or person.")
            )

    def _add(self, page: Activity) -> None:
        self.model.add(page.lines)
        self._follow(page)

    def _follow(self, page: Activity) -> None:
        self._next = page.next
        self.older_button.setVisible(page.next is not None)

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The journal could not be read"), sentence(error), self.refresh)

    def _offer_people(self, people: tuple[Person, ...]) -> None:
        if people == self._people:
            return
        self._people = people
        before = self.person.currentData()
        self.person.blockSignals(True)
        while self.person.count() > 1:
            self.person.removeItem(1)
        for person in people:
            self.person.addItem(person.name, person.id.hex)
        self.person.setCurrentIndex(max(self.person.findData(before), 0))
        self.person.blockSignals(False)

    def _box(self, first: str, name: str) -> QComboBox:
        made = QComboBox()
        made.addItem(first, None)
        made.setMinimumWidth(_LEAST_BOX)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made
