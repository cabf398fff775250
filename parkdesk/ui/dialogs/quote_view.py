"""A price as it grows while one fills in a form: its lines, their sum, and until when."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.money import Money
from parkdesk.domain.tariff import Quote
from parkdesk.ui.theme import RADIUS, Text, current
from parkdesk.ui.widgets import Facts, Hairline, Label, box, column, row

LINES_KEPT = 3
"""Room for so many lines is always there, so that nothing below them jumps."""
_LINE = 26


class QuoteView(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.setMinimumWidth(236)
        self._until_caption = Label(self.tr("Until"), Text.SMALL, tone="mute")
        self.until = Label("–", Text.FIGURE, size=22)
        self.beneath = Label(" ", Text.SMALL, tone="mute")
        self._lines = Facts(lines=False, row_height=_LINE)
        self._lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        room = QWidget()
        room.setMinimumHeight(LINES_KEPT * _LINE)
        inside = column(room, gap=0)
        inside.addWidget(self._lines)
        inside.addStretch(1)
        self.total = Label("–", Text.TITLE, size=17)
        self._total_caption = Label(self.tr("Total"), Text.STRONG)
        layout = column(self, gap=0, margins=(16, 14, 16, 14))
        layout.addWidget(self._until_caption)
        layout.addWidget(self.until)
        layout.addWidget(self.beneath)
        layout.addSpacing(14)
        layout.addWidget(Label(title, Text.STRONG))
        layout.addSpacing(4)
        layout.addWidget(room)
        layout.addStretch(1)
        layout.addWidget(Hairline())
        layout.addSpacing(6)
        foot = row(gap=8)
        foot.addWidget(self._total_caption)
        foot.addStretch(1)
        foot.addWidget(self.total)
        layout.addLayout(foot)

    def show_until(self, words: str, beneath: str = "") -> None:
        self.until.setText(words)
        self.beneath.setText(beneath or " ")

    def show_quote(self, quote: Quote | None, locale: str, language: str, why_none: str = "") -> None:
        """Without a quote the sum is a dash, and the words say why."""
        if quote is None:
            self._lines.set([(why_none, "")] if why_none else [])
            self.total.setText("–")
            return
        self._lines.set(
            [
                (
                    wording.price_line(line, quote.currency, locale, language),
                    wording.money(Money(line.amount_minor, quote.currency), locale),
                )
                for line in quote.lines
            ]
        )
        included = wording.tax_included(quote, language)
        self._total_caption.setText(
            self.tr("Total, {tax}").format(tax=included) if included else self.tr("Total")
        )
        self.total.setText(wording.money(quote.total, locale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        box(QPainter(self), self.rect(), RADIUS, fill=tokens.window, edge=tokens.hairline)
