"""The people who work here, as cards to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from parkdesk.domain.people import Person
from parkdesk.ui.theme import RADIUS_CARD, Text, current, font
from parkdesk.ui.vocabulary import role_words
from parkdesk.ui.widgets import Avatar, bare, empty
from parkdesk.ui.widgets.choice import Choice

COLUMNS = 2
CARD_WIDTH, CARD_HEIGHT = 244, 72


class PersonCard(Choice):
    """One person: initials, name and role."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.name)
        self.person = person
        self._avatar = Avatar(person.initials[:2], diameter=40)
        self._avatar.setParent(self)
        self._avatar.move(14, (CARD_HEIGHT - 40) // 2)
        self.setAccessibleName(f"{person.name}, {role_words(person)}")

    def sizeHint(self) -> QSize:
        return QSize(CARD_WIDTH, CARD_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        self.draw_ground(painter, RADIUS_CARD)
        left = 68
        lines = (
            (self.text(), Text.STRONG, tokens.accent_ink if chosen else tokens.ink, 16),
            (role_words(self.person), Text.SMALL, tokens.mute, 36),
        )
        for words, role, ink, top in lines:
            painter.setFont(font(role))
            painter.setPen(ink)
            room = QRect(left, top, self.width() - left - 12, 20)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class PeopleCards(QWidget):
    """`chosen` carries the person; `entered` says that Enter was pressed on one. Arrows move the choice."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._cards: dict[UUID, PersonCard] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setSpacing(12)
        self.setAccessibleName(self.tr("Who is working?"))

    def show_people(self, people: Sequence[Person]) -> None:
        """Nobody is chosen afterwards."""
        for card in self._cards.values():
            self._group.removeButton(card)
        empty(self._grid)
        self._cards = {}
        for number, person in enumerate(people):
            card = PersonCard(person)
            card.toggled.connect(lambda on, person=person: self._toggled(on, person))
            card.clicked.connect(self.entered)
            self._group.addButton(card)
            self._grid.addWidget(card, number // COLUMNS, number % COLUMNS)
            self._cards[person.id] = card
        self._grid.setRowStretch(len(people) // COLUMNS + 1, 1)

    def choose(self, person_id: UUID) -> bool:
        """Mark a person as a click would; False if there is no such card."""
        card = self._cards.get(person_id)
        if card is not None:
            card.setChecked(True)
        return card is not None

    def focus_first(self) -> None:
        if self._cards:
            next(iter(self._cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, PersonCard):
                focused.click()
                return
        super().keyPressEvent(event)

    def _toggled(self, on: bool, person: Person) -> None:
        if on:
            self.chosen.emit(person)
