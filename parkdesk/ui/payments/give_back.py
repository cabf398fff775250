"""Giving money back by hand: how much, why, and by which way it goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from parkdesk import wording
from parkdesk.domain.charge import Refund
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money, exponent, parsed
from parkdesk.domain.payment import Payment
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import method_words
from parkdesk.ui.widgets import Field, Kind, Label, column

translate = QCoreApplication.translate


class GiveBackDialog(DeedDialog):
    """All that is left of a payment or a part of it; the services hold the limit, whatever two desks do at once."""

    def __init__(
        self, ui: UiContext, payment: Payment, plate: str, locale: str, *, parent: QWidget | None = None
    ) -> None:
        title = translate("GiveBackDialog", "Give money back to {plate}").format(plate=plate)
        left = Money(payment.left_minor, payment.currency)
        caption = translate("GiveBackDialog", "{left} of {amount} are left · {tender}").format(
            left=wording.money(left, locale),
            amount=wording.money(payment.amount, locale),
            tender=method_words(payment.method),
        )
        super().__init__(ui, title, caption, kind=Kind.DANGER, parent=parent)
        self._payment, self._plate, self._locale = payment, plate, locale
        places = exponent(left.currency)
        self.amount = QLineEdit(wording.number(left.minor / 10**places, locale, places=places))
        usual = (
            self.tr("Left early"),
            self.tr("Wrong amount"),
            self.tr("Paid twice"),
            self.tr("Complaint"),
        )
        self.reason = Reason(self.tr("Reason"), usual)
        field = Field(self.tr("Amount"), self.amount)
        self.set_fields({"amount": field, "reason": self.reason.field})
        self.forgiven = QRadioButton(self.tr("Forgiven: the stay costs that much less."))
        self.owed_again = QRadioButton(self.tr("Owed again: the payment was wrong and is taken anew."))
        self.forgiven.setChecked(True)
        self.way = Label(self._way(), Text.BODY, tone="mute", wrap=True)
        self.body.addWidget(field)
        self.body.addWidget(self.reason)
        choice = column(gap=6)
        choice.addWidget(self.forgiven)
        choice.addWidget(self.owed_again)
        self.body.addLayout(choice)
        self.body.addWidget(self.way)
        self.body.addStretch(1)
        self.want(460)
        self.amount.textChanged.connect(lambda _: self._write())
        self._write()
        self.amount.selectAll()
        self.amount.setFocus()

    def submit(self) -> None:
        self.clear_faults()
        try:
            amount = parsed(self.amount.text(), self._payment.currency, field="amount")
        except ParkDeskError as error:
            self.show_refusal(error)
            return
        refunds, payment_id, reason = self.ui.services.refunds, self._payment.id, self.reason.text
        again = self.owed_again.isChecked()
        self.run(
            lambda who, deed_id: refunds.give_back(
                who, payment_id, amount.minor, reason, owed_again=again, deed_id=deed_id
            ),
            self._said,
        )

    def _said(self, refund: Refund) -> str:
        words = (
            self.tr("{amount} are on their way back to the card of {plate}")
            if self._payment.charge_id is not None
            else self.tr("Give {amount} back to {plate}")
        )
        return words.format(amount=wording.money(refund.amount, self._locale, short=True), plate=self._plate)

    def _write(self) -> None:
        try:
            amount = wording.money(
                parsed(self.amount.text(), self._payment.currency), self._locale, short=True
            )
        except ParkDeskError:
            amount = ""
        self.primary.setText(self.tr("Give back {amount}").format(amount=amount).strip())
        self.primary.updateGeometry()

    def _way(self) -> str:
        if self._payment.charge_id is not None:
            return self.tr("It goes back to the card by itself, in five to ten days.")
        if self._payment.method.value == "cash":
            return self.tr("Give it to the driver from the till.")
        return self.tr("Give it back the way it came; this only writes it down.")
