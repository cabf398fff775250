"""One person: name, role, rights, and a new password or PIN."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from parkdesk.domain.people import PASSWORD_LEAST, PIN_LEAST, PIN_MOST, Person, Role
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import Form, scrolled
from parkdesk.ui.widgets import Card, PrimaryButton, row

WIDTH = 340


class PersonPanel(Card):
    """Changes a person, or adds one. `saved` carries the Person."""

    saved = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(20, 16, 8, 16), gap=12)
        self._ui = ui
        self._person: Person | None = None
        self.setFixedWidth(WIDTH)
        self.header("")
        self.form = Form(columns=1)
        self.form.setContentsMargins(0, 0, 12, 0)
        self.name = self.form.put("name", self.tr("Name"), QLineEdit())
        self.role = self.form.put("role", self.tr("Role"), QComboBox())
        for role, words in (
            (Role.ATTENDANT, QCoreApplication.translate("roles", "Attendant")),
            (Role.OWNER, QCoreApplication.translate("roles", "Owner")),
        ):
            self.role.addItem(words, role)
        self.supervisor = QCheckBox(self.tr("Supervisor: overrides, late entries"))
        self.form.tick(self.supervisor)
        self.may_refund = QCheckBox(self.tr("May give money back"))
        self.form.tick(self.may_refund)
        self.active = QCheckBox(self.tr("Works here and can sign in"))
        self.form.tick(self.active)
        self.password = self.form.put("password", self.tr("Password"), secret())
        self.pin = self.form.put(
            "pin",
            self.tr("PIN"),
            secret(),
            hint=self.tr("{least} to {most} digits, to change who works at an open desk").format(
                least=PIN_LEAST, most=PIN_MOST
            ),
        )
        self.no_pin = QCheckBox(self.tr("Take the PIN away"))
        self.form.tick(self.no_pin)
        self.body.addWidget(scrolled(self.form), 1)
        self.save_button = PrimaryButton("")
        self.save_button.clicked.connect(self.save)
        save = row(margins=(0, 0, 12, 0))
        save.addWidget(self.save_button, 1)
        self.body.addLayout(save)
        self.role.currentIndexChanged.connect(self._show_rights)
        self.name.setMaxLength(200)
        self.start_new()

    @property
    def identity(self) -> UUID | None:
        return None if self._person is None else self._person.id

    def start_new(self) -> None:
        self._person = None
        self.title.setText(self.tr("New person"))
        self.save_button.setText(self.tr("Add"))
        self.form.turn_to(None, lambda: self._fill("", Role.ATTENDANT))
        self._show_person(new=True, has_pin=False)

    def start(self, person: Person) -> None:
        """Show somebody; what was typed about them before and not saved is there again."""
        self._person = person
        self.title.setText(person.name)
        self.save_button.setText(self.tr("Save"))
        self.form.turn_to(
            person.id,
            lambda: self._fill(
                person.name,
                person.role,
                supervisor=person.supervisor,
                may_refund=person.may_refund,
                active=person.active,
            ),
        )
        self._show_person(new=False, has_pin=person.has_pin)

    def save(self) -> None:
        """One deed after the other, on one thread; the first refusal stops and nothing typed is lost."""
        who, services, before = self._ui.person, self._ui.services, self._person
        self.form.forgive()
        if who is None:
            return
        name, role = self.name.text(), Role(self.role.currentData())
        supervisor, active = self.supervisor.isChecked(), self.active.isChecked()
        may_refund = self.may_refund.isChecked()
        password, pin = self.password.text(), self.pin.text() or None
        remove_pin = self.no_pin.isChecked() and pin is None

        def work() -> Person:
            if before is None:
                return services.people.add(who, name, role, password, pin, supervisor, may_refund=may_refund)
            person = replace(before, name=name, role=role, supervisor=supervisor, active=active)
            person = replace(person, may_refund=may_refund)
            if password:
                services.people.set_password(who, before.id, password)
            if pin is not None or remove_pin:
                services.people.set_pin(who, before.id, pin)
            if person != before:
                services.people.change(who, person)
            return services.people.get(before.id)

        self._ui.tasks.command(work, self._saved, self.form.refuse)

    def _saved(self, person: Person) -> None:
        self.password.clear()
        self.pin.clear()
        self.no_pin.setChecked(False)
        self.form.clean()
        self._ui.messages.done(self.tr("{name} is saved").format(name=person.name))
        self.saved.emit(person)

    def _fill(
        self,
        name: str,
        role: Role,
        *,
        supervisor: bool = False,
        may_refund: bool = False,
        active: bool = True,
    ) -> None:
        self.name.setText(name)
        self.role.setCurrentIndex(self.role.findData(role))
        self.supervisor.setChecked(supervisor)
        self.may_refund.setChecked(may_refund)
        self.active.setChecked(active)
        self.password.clear()
        self.pin.clear()
        self.no_pin.setChecked(False)

    def _show_person(self, *, new: bool, has_pin: bool) -> None:
        self.form.fields["password"].set_label(self.tr("Password") if new else self.tr("New password"))
        least = self.tr("at least {least} characters").format(least=PASSWORD_LEAST)
        self.form.fields["password"].set_hint(least if new else self.tr("empty: as it was") + f" · {least}")
        self.form.fields["pin"].set_label(self.tr("New PIN") if has_pin else self.tr("PIN"))
        self.active.setVisible(not new)
        self.no_pin.setVisible(has_pin)
        self._show_rights()

    def _show_rights(self) -> None:
        """An owner may do everything anyway."""
        for right in (self.supervisor, self.may_refund):
            right.setEnabled(self.role.currentData() != Role.OWNER)


def secret() -> QLineEdit:
    editor = QLineEdit()
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    editor.setMaxLength(400)
    return editor
