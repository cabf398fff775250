"""How much is paid, what is handed over in cash, and the change that follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError, TenderTooLittle, TenderTooMuch
from parkdesk.domain.money import Money, exponent, parsed
from parkdesk.domain.payment import is_slip
from parkdesk.ui.dialogs.deed_dialog import top_aligned
from parkdesk.ui.dialogs.tenders import likely_tenders
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Button, Field, Label, row


class MoneyForm(QWidget):
    """`changed` comes with every letter; `handed` when a likely sum was pressed."""

    changed = Signal()
    handed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._due = Money(0, "INR")
        self._locale = "en"
        self._cash = True
        self.amount, self.tendered, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.change = Label("", Text.FIGURE, size=22)
        self._change_caption = Label(self.tr("Change"), Text.SMALL, tone="mute", weight=500)
        self.quick = [Button(small=True) for _ in range(4)]
        self._tendered_field = top_aligned(Field(self.tr("Handed over"), self.tendered))
        self.fields = {
            "amount": top_aligned(Field(self.tr("Amount"), self.amount)),
            "tendered": self._tendered_field,
            "note": Field(self.tr("Note"), self.note),
        }
        self._lay_out()
        for editor in (self.amount, self.tendered):
            editor.textChanged.connect(lambda _: self._recount())

    def show_due(self, due: Money, locale: str) -> None:
        """What is still to pay; an amount that was typed already stays."""
        untouched = self.amount.text() in ("", self._figure(self._due))
        self._due, self._locale = due, locale
        if untouched:
            self.amount.setText(self._figure(due))
        self._recount()

    def take_cash(self, cash: bool) -> None:
        """Whether something is handed over, from which change follows."""
        self._cash = cash
        self._recount()

    def clear(self) -> None:
        """Ready for what is still to pay."""
        for editor in (self.amount, self.tendered, self.note):
            editor.clear()

    def focus(self) -> None:
        (self.tendered if self._cash else self.amount).setFocus()

    @property
    def wanted(self) -> Money:
        """What is to be paid, as far as it can be read."""
        amount = self._read(self.amount)
        return self._due if amount is None else amount

    def typed_amount(self) -> Money:
        """Raises AmountUnreadable or AmountOutOfRange."""
        return parsed(self.amount.text(), self._due.currency, field="amount")

    def typed_tender(self, amount: Money) -> Money | None:
        """What is handed over, None if nobody said. Raises TenderTooLittle, TenderTooMuch, AmountUnreadable
        or AmountOutOfRange."""
        if not self._cash or not self.tendered.text().strip():
            return None
        tendered = parsed(self.tendered.text(), self._due.currency, field="tendered")
        if tendered < amount:
            facts = {"tendered": self.said(tendered), "amount": self.said(amount)}
            raise TenderTooLittle(field="tendered", **facts)
        if is_slip(tendered - amount):
            told = {"tendered": tendered, "amount": amount, "change": tendered - amount}
            raise TenderTooMuch(field="tendered", **{name: self.said(sum_) for name, sum_ in told.items()})
        return tendered

    def said(self, amount: Money) -> str:
        return wording.money(amount, self._locale, short=True)

    def _recount(self) -> None:
        for widget in (self._tendered_field, self._change_caption, self.change, *self.quick):
            widget.setVisible(self._cash)
        tendered, paid = self._read(self.tendered), self.wanted
        self._offer_tenders(paid)
        short = tendered is not None and tendered < paid
        if tendered is None:
            self.change.setText("–")
        elif short:
            self.change.setText(self.tr("{amount} too little").format(amount=self.said(paid - tendered)))
        else:
            self.change.setText(self.said(tendered - paid))
        self.change.set_tone("overstaying" if short else "ink")
        self.changed.emit()

    def _offer_tenders(self, due: Money) -> None:
        sums = likely_tenders(due)
        for button, amount in zip(self.quick, sums, strict=False):
            button.setText(self.said(amount))
            button.setProperty("amount", self._figure(amount))
        for number, button in enumerate(self.quick):
            button.setVisible(self._cash and number < len(sums) and bool(due))

    def _hand_over(self, button: Button) -> None:
        self.tendered.setText(str(button.property("amount")))
        self.handed.emit()

    def _read(self, editor: QLineEdit) -> Money | None:
        if not editor.text().strip():
            return None
        try:
            return parsed(editor.text(), self._due.currency)
        except ParkDeskError:
            return None

    def _figure(self, amount: Money) -> str:
        """As it is typed where the lot lies: `70.80` or `70,80`."""
        places = exponent(amount.currency)
        return wording.number(amount.minor / 10**places, self._locale, places=places)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.fields["amount"], 0, 0)
        grid.addWidget(self._tendered_field, 0, 1)
        quick = row(gap=6)
        for button in self.quick:
            button.clicked.connect(partial(self._hand_over, button))
            quick.addWidget(button)
        quick.addStretch(1)
        grid.addLayout(quick, 1, 0, 1, 2)
        change = row(gap=12)
        change.addWidget(self._change_caption)
        change.addStretch(1)
        change.addWidget(self.change)
        grid.addLayout(change, 2, 0, 1, 2)
        grid.setRowMinimumHeight(2, 34)
        grid.addWidget(self.fields["note"], 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
