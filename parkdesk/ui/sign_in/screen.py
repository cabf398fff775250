"""The page between two people at the desk: who is working, and the proof of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import local_day
from parkdesk.domain.people import Person
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.sign_in.people_cards import CARD_WIDTH, COLUMNS, PeopleCards
from parkdesk.ui.sign_in.secret import HEIGHT, SecretCard
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Label, Stage, column, row
from parkdesk.ui.widgets.marks import Mark


class SignInScreen(QWidget):
    """`last` is who was here before the desk was locked, and is chosen already."""

    def __init__(self, ui: UiContext, *, last: Person | None = None) -> None:
        super().__init__()
        self._ui = ui
        self._last = last
        self._opened = False
        self.people = PeopleCards()
        self.secret = SecretCard(ui)
        self._stage = Stage(self._content())
        layout = column(self, margins=(24, 24, 24, 24))
        layout.addWidget(self._stage)
        self.people.chosen.connect(self._chosen)
        self.people.entered.connect(self.secret.take_focus)
        self.secret.came_in.connect(ui.sign_in)
        self.read()

    def read(self) -> None:
        """Ask who works here and whether a password has opened the desk."""
        self._stage.show_loading()
        people = self._ui.services.people
        self._ui.tasks.query(lambda: (people.all(), people.opened), self._show, self._failed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_focus()

    def _content(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidget(self.people)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(COLUMNS * CARD_WIDTH + 24)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QWidget()
        left.setFixedHeight(HEIGHT)
        who = column(left, gap=4)
        who.addLayout(self._head())
        who.addSpacing(20)
        who.addWidget(Label(self.tr("Who is working?"), Text.TITLE))
        who.addWidget(Label(self._caption(), Text.SMALL, tone="mute"))
        who.addSpacing(12)
        who.addWidget(scroll, 1)
        kept = self.secret.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.secret.setSizePolicy(kept)
        content = QWidget()
        across = row(content, gap=40)
        across.addStretch(1)
        across.addWidget(left)
        across.addWidget(self.secret)
        across.addStretch(1)
        return content

    def _head(self) -> QHBoxLayout:
        self._time = Label("", Text.FIGURE, weight=600)
        self._day = Label("", Text.SMALL, tone="mute")
        head = row(gap=12, margins=(0, 0, 12, 0))
        head.addWidget(Mark(40))
        head.addWidget(Label("ParkDesk", Text.FIGURE))
        head.addStretch(1)
        now = column(gap=0)
        for label in (self._time, self._day):
            now.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(now)
        self._tick(self._ui.clock.now())
        self._ui.clock.ticked.connect(self._tick)
        return head

    def _tick(self, now: datetime) -> None:
        time_zone = self._ui.lot.time_zone if self._ui.lot is not None else "UTC"
        self._time.setText(wording.clock(now, time_zone))
        self._day.setText(wording.day(local_day(now, time_zone), self._ui.language))

    def _caption(self) -> str:
        if self._last is not None:
            return self.tr("The desk is locked. Everything goes on behind it.")
        lots = self._ui.lots
        return lots[0].name if len(lots) == 1 else self.tr("%n lots", "", len(lots))

    def _show(self, found: tuple[tuple[Person, ...], bool]) -> None:
        everybody, self._opened = found
        here = [person for person in everybody if person.active]
        self.people.show_people(here)
        self.secret.setVisible(False)
        self._stage.show_content()
        wanted = self._last or (here[0] if len(here) == 1 else None)
        if wanted is not None:
            self.people.choose(wanted.id)
        self._take_focus()

    def _failed(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The people could not be read"), sentence(error), self.read)

    def _chosen(self, person: Person) -> None:
        self.secret.setVisible(True)
        self.secret.ask(person, opened=self._opened)

    def _take_focus(self) -> None:
        if not self.secret.isHidden():
            self.secret.take_focus()
        else:
            self.people.focus_first()
