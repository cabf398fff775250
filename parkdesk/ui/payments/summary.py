"""What a stay costs, what was paid of it already, and what is still to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.money import Money
from parkdesk.domain.payment import PaymentStatus
from parkdesk.ui.stay_words import price_facts, total_minor
from parkdesk.ui.theme import RADIUS, Text, current
from parkdesk.ui.vocabulary import method_words
from parkdesk.ui.widgets import Facts, Hairline, Label, box, column

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

_LINE = 26


class Summary(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(268)
        self.lines = Facts(lines=False, row_height=_LINE)
        self.total = Facts(lines=False, row_height=_LINE, strong_last=True)
        self.paid = Facts(lines=False, row_height=_LINE)
        for facts in (self.lines, self.total, self.paid):
            facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.due = Label("–", Text.COUNTDOWN, size=30)
        self.early = Label(
            self.tr("For the time until now, not for all that was booked."),
            Text.SMALL,
            tone="mute",
            wrap=True,
        )
        self.early.hide()
        layout = column(self, gap=0, margins=(16, 14, 16, 12))
        layout.addWidget(Label(self.tr("Price"), Text.STRONG))
        layout.addSpacing(4)
        layout.addWidget(self.lines)
        layout.addSpacing(4)
        layout.addWidget(Hairline())
        layout.addSpacing(2)
        layout.addWidget(self.total)
        layout.addWidget(self.paid)
        layout.addWidget(self.early)
        layout.addStretch(1)
        layout.addWidget(Hairline())
        layout.addSpacing(10)
        layout.addWidget(Label(self.tr("To pay"), Text.SMALL, tone="mute", weight=500))
        layout.addWidget(self.due)

    def show_detail(self, detail: BookingDetail, language: str) -> None:
        lot, currency = detail.lot, detail.booking.currency
        self.lines.set(price_facts(detail, lot, language))
        included = wording.tax_included(detail.quote, language)
        caption = self.tr("Total, {tax}").format(tax=included) if included else self.tr("Total")
        self.total.set([(caption, wording.money(Money(total_minor(detail), currency), lot.language))])
        self.paid.set(
            [
                (
                    f"{method_words(payment.method)} · {wording.clock(payment.processed_at, lot.time_zone)}",
                    "− " + wording.money(Money(payment.left_minor, currency), lot.language),
                )
                for payment in detail.own_payments
                if payment.status is not PaymentStatus.VOID and payment.left_minor
            ]
        )
        self.early.setVisible(detail.leaves_early)
        self.due.setText(wording.money(Money(detail.due_minor, currency), lot.language))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        box(QPainter(self), self.rect(), RADIUS, fill=tokens.card, edge=tokens.line)
