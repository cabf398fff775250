"""Your own password and PIN; everybody may change theirs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from parkdesk.domain.errors import LockedOut, ParkDeskError, SignInRefused
from parkdesk.domain.people import PASSWORD_LEAST, PIN_LEAST, PIN_MOST, Person, Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.form import Form
from parkdesk.ui.settings.people.panel import secret
from parkdesk.ui.vocabulary import role_words
from parkdesk.ui.widgets import Card, PrimaryButton, column

_WIDTH = 460


class YouSection(QWidget):
    """Whoever is no owner proves it with the current password."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        card = Card(gap=16)
        card.setMaximumWidth(_WIDTH)
        card.header("")
        self._title, self._caption = card.title, card.caption
        self.form = Form(columns=1)
        self.current = self.form.put("current", self.tr("Current password"), secret())
        self.password = self.form.put(
            "password",
            self.tr("New password"),
            secret(),
            hint=self.tr("at least {least} characters; empty: as it was").format(least=PASSWORD_LEAST),
        )
        self.pin = self.form.put(
            "pin",
            self.tr("New PIN"),
            secret(),
            hint=self.tr("{least} to {most} digits; empty: as it was").format(least=PIN_LEAST, most=PIN_MOST),
        )
        self.no_pin = QCheckBox(self.tr("Take the PIN away"))
        self.form.tick(self.no_pin)
        card.body.addWidget(self.form)
        self.save_button = PrimaryButton(self.tr("Save"))
        self.save_button.clicked.connect(self.save)
        card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        layout = column(self)
        layout.addWidget(card)
        layout.addStretch(1)
        ui.session_changed.connect(self._session_changed)
        self._session_changed()

    def activated(self) -> None:
        self._show_person()

    def refresh(self) -> None:
        self._show_person()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def save(self) -> None:
        who, services = self._ui.person, self._ui.services
        self.form.forgive()
        if who is None:
            return
        current, password, pin = self.current.text(), self.password.text(), self.pin.text() or None
        remove_pin = self.no_pin.isChecked() and pin is None

        def work() -> Person:
            person = who
            # The PIN first: afterwards the current password may be another one.
            if pin is not None or remove_pin:
                person = services.people.set_pin(who, who.id, pin, current=current)
            if password:
                person = services.people.set_password(who, who.id, password, current=current)
            return person

        if password or pin is not None or remove_pin:
            self._ui.tasks.command(work, self._saved, self._refused)

    def _refused(self, error: ParkDeskError) -> None:
        # A wrong password at this place is the current one.
        at_current = isinstance(error, SignInRefused | LockedOut)
        if at_current:
            self.form.fault("current", sentence(error))
        else:
            self.form.refuse(error)

    def _saved(self, person: Person) -> None:
        self._clear()
        self._ui.sign_in(person)
        self._ui.messages.done(self.tr("Your sign-in is changed"))

    def _session_changed(self) -> None:
        """Nothing of what one person typed is there for the next."""
        self._clear()
        self._show_person()

    def _clear(self) -> None:
        for editor in (self.current, self.password, self.pin):
            editor.clear()
        self.no_pin.setChecked(False)
        self.form.clean()

    def _show_person(self) -> None:
        person = self._ui.person
        if person is None:
            return
        self._title.setText(person.name)
        self._caption.setText(role_words(person))
        self.form.fields["current"].setVisible(not person.may(Right.MANAGE))
        self.no_pin.setVisible(person.has_pin)
