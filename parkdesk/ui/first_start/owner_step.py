"""The last step: the owner's account, or an owner's word where there is one already."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import (
    PASSWORD_LEAST,
    PIN_LEAST,
    PIN_MOST,
    checked_name,
    checked_password,
    checked_pin,
)
from parkdesk.ui.first_start.parts import PasswordEdit
from parkdesk.ui.settings.form import Form
from parkdesk.ui.widgets import column


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    password: str
    pin: str | None = None


class OwnerStep(QWidget):
    """`known` means that an owner exists and only has to say so."""

    def __init__(self, *, known: bool) -> None:
        super().__init__()
        self._known = known
        self.name = self.tr("Owner")
        self.title = self.tr("An owner signs in") if known else self.tr("The owner's account")
        self.caption = (
            self.tr("Lots are an owner's to add.")
            if known
            else self.tr("The owner may do everything: prices, people, reports. Others are added later.")
        )
        self.form = Form(columns=2)
        self.person = self.form.put("name", self.tr("Name"), QLineEdit(), span=2)
        hint = "" if known else self.tr("At least {count} characters").format(count=PASSWORD_LEAST)
        self.password = self.form.put("password", self.tr("Password"), PasswordEdit(), hint=hint)
        if not known:
            self.again = self.form.put("again", self.tr("Password again"), PasswordEdit())
            pin_hint = self.tr("{least} to {most} digits, to change quickly who works at the open desk")
            self.pin = self.form.put(
                "pin",
                self.tr("PIN, if wanted"),
                PasswordEdit(),
                hint=pin_hint.format(least=PIN_LEAST, most=PIN_MOST),
                span=2,
            )
        column(self).addWidget(self.form)

    @property
    def account(self) -> Account:
        pin = "" if self._known else self.pin.text()
        return Account(self.person.text(), self.password.text(), pin or None)

    def take_focus(self) -> None:
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Whether one may go on; if not, it is said beside the field."""
        self.form.forgive()
        account = self.account
        try:
            checked_name(account.name)
            if not self._known:
                checked_password(account.password)
                if account.pin is not None:
                    checked_pin(account.pin)
        except ParkDeskError as error:
            self.form.refuse(error)
            return False
        if not self._known and self.again.text() != account.password:
            self.form.fault("again", self.tr("The two passwords differ; type them again."))
            return False
        return True
