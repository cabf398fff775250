"""Where the chosen person gives a password or a PIN, and is told what was wrong with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from parkdesk import wording
from parkdesk.domain.errors import LockedOut, ParkDeskError, PasswordNeeded, SignInRefused
from parkdesk.domain.people import Person
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.sign_in.pin_pad import PinPad
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import role_words
from parkdesk.ui.widgets import Avatar, Card, Field, Label, LinkButton, PrimaryButton, column, row

HEIGHT = 500
_MINUTE = timedelta(minutes=1)


class SecretCard(Card):
    """`came_in` carries the person whom the services let in."""

    came_in = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 20, 24, 20), gap=12)
        self._ui = ui
        self._person: Person | None = None
        self._opened = False
        self._trying = False
        self._locked: dict[UUID, datetime] = {}
        self.setFixedSize(320, HEIGHT)
        self._avatar = Avatar(diameter=40)
        self._name = Label("", Text.HEADING)
        self._role = Label("", Text.SMALL, tone="mute")
        self._told = Label("", Text.SMALL, tone="overstaying", wrap=True)
        self._told.setMinimumHeight(34)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pad = PinPad()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(400)
        self.sign_in = PrimaryButton(self.tr("Sign in"), key="Return")
        self._other = LinkButton()
        self._ways = QStackedWidget()
        self._by_password = self._password_way()
        self._ways.addWidget(self._by_password)
        self._ways.addWidget(self.pad)
        self._lay_out()
        self.pad.entered.connect(self._try_pin)
        self.pad.edited.connect(lambda: self._tell(""))
        self.password.textEdited.connect(lambda: self._tell(""))
        self.password.returnPressed.connect(self._try_password)
        self.sign_in.clicked.connect(self._try_password)
        self._other.clicked.connect(self._change_way)
        ui.clock.ticked.connect(self._tick)

    @property
    def told(self) -> str:
        """What stands there about the last try."""
        return self._told.text()

    @property
    def by_pin(self) -> bool:
        return self._ways.currentWidget() is self.pad

    def ask(self, person: Person, *, opened: bool) -> None:
        """Ask for the secret of a person: the PIN if there is one and a password has `opened` the desk."""
        self._person, self._opened = person, opened
        self._avatar.set(person.initials)
        self._name.setText(person.name)
        self._role.setText(role_words(person))
        self._show_way(by_pin=opened and person.has_pin)

    def take_focus(self) -> None:
        (self.pad if self.by_pin else self.password).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = row(gap=12)
        head.addWidget(self._avatar)
        names = column(gap=0)
        names.addWidget(self._name)
        names.addWidget(self._role)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._ways)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.body.addWidget(self._other, 0, Qt.AlignmentFlag.AlignHCenter)

    def _password_way(self) -> QWidget:
        way = QWidget()
        layout = column(way, gap=12)
        layout.addWidget(Field(self.tr("Password"), self.password))
        layout.addWidget(self.sign_in)
        layout.addStretch(1)
        return way

    def _show_way(self, *, by_pin: bool) -> None:
        self.password.clear()
        self.pad.clear()
        self.pad.shuffle()
        self._tell("")
        self._ways.setCurrentWidget(self.pad if by_pin else self._by_password)
        person = self._person
        self._other.setVisible(person is not None and person.has_pin and self._opened)
        self._other.setText(self.tr("Use the password") if by_pin else self.tr("Use the PIN"))
        self._look()

    def _change_way(self) -> None:
        self._show_way(by_pin=not self.by_pin)
        self.take_focus()

    def _try_password(self) -> None:
        person, password, people = self._person, self.password.text(), self._ui.services.people
        if person is not None and password and self._may_try():
            self._trying = True
            self._look()
            self._ui.tasks.command(lambda: people.sign_in(person.name, password), self._in, self._refused)

    def _try_pin(self, pin: str) -> None:
        person, people = self._person, self._ui.services.people
        if person is not None and self._may_try():
            self._trying = True
            self._look()
            self._ui.tasks.command(lambda: people.switch(person.name, pin), self._in, self._refused)

    def _may_try(self) -> bool:
        return not self._trying and self._lock_left() <= timedelta(0)

    def _in(self, person: Person) -> None:
        self._trying = False
        self.password.clear()
        self.pad.clear()
        self._look()
        self.came_in.emit(person)

    def _refused(self, error: ParkDeskError) -> None:
        self._trying = False
        self.pad.clear(wrong=True)
        self.pad.shuffle()
        self.password.selectAll()
        if isinstance(error, LockedOut) and self._person is not None:
            minutes = error.facts.get("minutes")
            wait = timedelta(minutes=minutes if isinstance(minutes, int) else 1)
            self._locked[self._person.id] = self._ui.clock.now() + wait
        elif isinstance(error, PasswordNeeded):
            self._opened = False
            self._show_way(by_pin=False)
            self._tell(sentence(error))
        elif isinstance(error, SignInRefused):
            self._tell(
                self.tr("That PIN is not right.") if self.by_pin else self.tr("That password is not right.")
            )
        else:
            self._tell(sentence(error))
        self._look()
        self.take_focus()

    def _lock_left(self) -> timedelta:
        until = self._locked.get(self._person.id) if self._person is not None else None
        return timedelta(0) if until is None else until - self._ui.clock.now()

    def _tick(self, _now: datetime) -> None:
        if self._locked:
            self._look()

    def _look(self) -> None:
        """What may be typed now, and how long a lock-out still lasts."""
        left = self._lock_left()
        locked = left > timedelta(0)
        for widget in (self.pad, self.password, self.sign_in):
            widget.setEnabled(not locked and not self._trying)
        self.sign_in.setText(self.tr("Checking…") if self._trying else self.tr("Sign in"))
        if locked:
            wait = timedelta(minutes=-(-left // _MINUTE))
            words = self.tr("Too many wrong tries. Try again in {span}, or ask an owner for a new password.")
            self._tell(words.format(span=wording.span(wait)))
        elif self._person is not None and self._locked.pop(self._person.id, None) is not None:
            self._tell("")
            self.take_focus()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self.password.setAccessibleDescription(words)
