"""Taking payment: how, how much, what was handed over, and the change to give back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import ParkDeskError, PaymentTooMuch, TenderTooLittle
from parkdesk.domain.money import Money, exponent, parsed
from parkdesk.domain.payment import Method, Payment
from parkdesk.domain.people import Person
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog, top_aligned
from parkdesk.ui.dialogs.tenders import likely_tenders
from parkdesk.ui.lot.bay_words import method_words
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Button, Field, Kind, Label, Pills, SecondaryButton, column, row

if TYPE_CHECKING:
    from parkdesk.services.bookings import BookingDetail

translate = QCoreApplication.translate


class PaymentDialog(DeedDialog):
    """With `leaving` the payment is the first half of a check-out."""

    def __init__(
        self, ui: UiContext, booking_id: UUID, *, leaving: bool = False, parent: QWidget | None = None
    ) -> None:
        title = (
            translate("PaymentDialog", "Check out") if leaving else translate("PaymentDialog", "Take payment")
        )
        super().__init__(ui, title, " ", parent=parent)
        self._booking_id = booking_id
        self._leaving = leaving
        self._detail: BookingDetail | None = None
        self.due = Label("–", Text.COUNTDOWN, size=30)
        self.method = Pills(
            [(method.value, method_words(method)) for method in Method], name=self.tr("How it is paid")
        )
        self.amount, self.tendered, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.change = Label("", Text.FIGURE, size=22)
        self._change_caption = Label(self.tr("Change"), Text.SMALL, tone="mute", weight=500)
        self.quick = [Button(small=True) for _ in range(4)]
        self._lay_out()
        self.method.chosen.connect(lambda _: self._recount())
        self.amount.textChanged.connect(lambda _: self._recount())
        self.tendered.textChanged.connect(lambda _: self._recount())
        self.primary.setEnabled(False)
        bookings = ui.services.bookings
        ui.tasks.query(lambda: bookings.detail(booking_id), self._show_due, self.show_refusal)

    @property
    def paying_cash(self) -> bool:
        return self.method.current() == Method.CASH.value

    def submit(self) -> None:
        detail, amount = self._detail, self._amount(self.amount)
        if detail is None or amount is None:
            return
        tendered = None
        if self.paying_cash and self.tendered.text().strip():
            tendered = self._amount(self.tendered)
            if tendered is None:
                return
            if tendered < amount:
                facts = {"tendered": self._money(tendered), "amount": self._money(amount)}
                self.show_refusal(TenderTooLittle(field="tendered", **facts))
                return
        method, note = Method(self.method.current()), self.note.text()
        booking_id, services, leaving = self._booking_id, self.ui.services, self._leaving

        def work(who: Person, deed_id: UUID) -> tuple[Payment, ...]:
            taken = services.payments.take(
                who,
                booking_id,
                method,
                amount.minor,
                tendered_minor=tendered.minor if tendered is not None else None,
                note=note,
                deed_id=None if leaving else deed_id,
            )
            if leaving:
                services.stays.check_out(who, booking_id, deed_id=deed_id)
            return taken

        self.run(work, self._said)

    def show_refusal(self, error: ParkDeskError) -> None:
        if isinstance(error, PaymentTooMuch):
            error = PaymentTooMuch(field=error.field, due=self._money(self._due))
        super().show_refusal(error)

    def leave_unpaid(self) -> None:
        """Check out all the same; what is owed stays owed."""
        detail, stays, booking_id = self._detail, self.ui.services.stays, self._booking_id
        if detail is None:
            return
        words = self.tr("Checked out {plate}; {amount} is still owed")

        def said(booking: Booking) -> str:
            return words.format(plate=booking.plate.shown, amount=self._money(self._due))

        self.run(lambda who, deed_id: stays.check_out(who, booking_id, deed_id=deed_id), said)

    @property
    def _due(self) -> Money:
        detail = self._detail
        return Money(0, "INR") if detail is None else Money(detail.due_minor, detail.booking.currency)

    def _said(self, taken: tuple[Payment, ...]) -> str:
        amount = self._money(Money(sum(payment.amount_minor for payment in taken), self._due.currency))
        plate = "" if self._detail is None else self._detail.booking.plate.shown
        words = (
            self.tr("Took {amount} and checked out {plate}")
            if self._leaving
            else self.tr("Took {amount} for {plate}")
        ).format(amount=amount, plate=plate)
        change = taken[-1].change if taken else None
        if change:
            words += " · " + self.tr("change {amount}").format(amount=self._money(change))
        return words

    def _show_due(self, detail: BookingDetail) -> None:
        self._detail = detail
        self.primary.setEnabled(True)
        self.set_caption(f"{detail.bay.code} · {detail.booking.plate.shown} · {detail.booking.ticket}")
        self.due.setText(wording.money(self._due, detail.lot.language))
        if not self.amount.text():
            self.amount.setText(self._figure(self._due))
        self._recount()
        (self.tendered if self.paying_cash else self.amount).setFocus()

    def _recount(self) -> None:
        """The change, the likely sums and the words on the button, from what is typed now."""
        for widget in (self._tendered_field, self._change_caption, self.change, *self.quick):
            widget.setVisible(self.paying_cash)
        detail = self._detail
        if detail is None:
            return
        amount, tendered = self._read(self.amount), self._read(self.tendered)
        paid = amount if amount is not None else self._due
        self.primary.setText(self.tr("Take {amount}").format(amount=self._money(paid)))
        self.primary.updateGeometry()
        self._offer_tenders(paid)
        if tendered is None:
            self.change.setText("–")
        elif tendered < paid:
            missing = self.tr("{amount} too little").format(amount=self._money(paid - tendered))
            self.change.setText(missing)
        else:
            self.change.setText(self._money(tendered - paid))
        self.change.set_tone("overstaying" if tendered is not None and tendered < paid else "ink")

    def _offer_tenders(self, due: Money) -> None:
        sums = likely_tenders(due)
        for button, amount in zip(self.quick, sums, strict=False):
            button.setText(self._money(amount))
            button.setProperty("amount", self._figure(amount))
        for number, button in enumerate(self.quick):
            button.setVisible(self.paying_cash and number < len(sums) and bool(due))

    def _hand_over(self, button: Button) -> None:
        self.tendered.setText(str(button.property("amount")))
        self.primary.setFocus()

    def _read(self, editor: QLineEdit) -> Money | None:
        if self._detail is None or not editor.text().strip():
            return None
        try:
            return parsed(editor.text(), self._detail.booking.currency)
        except ParkDeskError:
            return None

    def _amount(self, editor: QLineEdit) -> Money | None:
        """What is typed; None, with the sentence beside it, if it is no amount."""
        if self._detail is None:
            return None
        field = "amount" if editor is self.amount else "tendered"
        try:
            return parsed(editor.text(), self._detail.booking.currency, field=field)
        except ParkDeskError as error:
            self.show_refusal(error)
            return None

    def _money(self, amount: Money) -> str:
        locale = self._detail.lot.language if self._detail is not None else "en"
        return wording.money(amount, locale, short=True)

    def _figure(self, amount: Money) -> str:
        """As it is typed where the lot lies: `70.80` or `70,80`."""
        places = exponent(amount.currency)
        locale = self._detail.lot.language if self._detail is not None else "en"
        return wording.number(amount.minor / 10**places, locale, places=places)

    def _lay_out(self) -> None:
        self._tendered_field = top_aligned(Field(self.tr("Handed over"), self.tendered))
        fields = {
            "amount": top_aligned(Field(self.tr("Amount"), self.amount)),
            "tendered": self._tendered_field,
            "note": Field(self.tr("Note"), self.note),
        }
        self.set_fields(fields)
        due = column(gap=0)
        due.addWidget(Label(self.tr("Due"), Text.SMALL, tone="mute", weight=500))
        due.addWidget(self.due)
        self.body.addLayout(due)
        self.body.addWidget(self.method)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addWidget(fields["amount"], 0, 0)
        grid.addWidget(fields["tendered"], 0, 1)
        quick = row(gap=6)
        for button in self.quick:
            button.clicked.connect(partial(self._hand_over, button))
            quick.addWidget(button)
        quick.addStretch(1)
        grid.addLayout(quick, 1, 0, 1, 2)
        change = row(gap=12)
        change.addWidget(self._change_caption, 0, Qt.AlignmentFlag.AlignBottom)
        change.addWidget(self.change, 1)
        grid.addLayout(change, 2, 0, 1, 2)
        grid.addWidget(fields["note"], 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.setMinimumWidth(580 if self._leaving else 480)
        if self._leaving:
            self.unpaid = SecondaryButton(self.tr("Check out without payment"))
            self.unpaid.clicked.connect(self.leave_unpaid)
            self.unpaid.set_kind(Kind.QUIET)
            self.foot.insertWidget(0, self.unpaid)
