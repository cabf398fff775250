"""What a stay costs with the prices as they are typed, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import vehicle_words
from parkdesk.ui.widgets import Card, Facts, Field, Hairline, Label

_WIDTH = 320


class Sample(Card):
    def __init__(self, language: str) -> None:
        super().__init__(gap=10)
        self._language = language
        self._lot: Lot | None = None
        self._tariff: Tariff | None = None
        self.setFixedWidth(_WIDTH)
        self.header(self.tr("What a stay costs"))
        self.vehicle = QComboBox()
        self.vehicle.currentIndexChanged.connect(self._show_quotes)
        self._totals = Facts(row_height=32)
        self._lines_of = Label("", Text.STRONG)
        self._lines = Facts(lines=False, row_height=26, strong_last=True)
        self._included = Label("", Text.SMALL, tone="mute")
        self.body.addWidget(Field(self.tr("Vehicle"), self.vehicle))
        self.body.addWidget(self._totals)
        self.body.addSpacing(6)
        self.body.addWidget(self._lines_of)
        self.body.addWidget(self._lines)
        self._line = Hairline()
        self.body.addWidget(self._line)
        self.body.addWidget(self._included)

    @property
    def totals(self) -> list[str]:
        """The prices that show, for the lot's durations in their order."""
        count = 0 if self._lot is None else len(self._lot.quick_durations)
        return [self._totals.value(number).text() for number in range(count)]

    def offer(self, types: Sequence[VehicleType]) -> None:
        before = self.vehicle.currentData()
        self.vehicle.clear()
        for kind in types:
            self.vehicle.addItem(vehicle_words(kind), kind.code)
        likely = "sedan" if before is None else before
        self.vehicle.setCurrentIndex(max(self.vehicle.findData(likely), 0))

    def set(self, lot: Lot, tariff: Tariff | None) -> None:
        """None while something typed cannot be read."""
        self._lot, self._tariff = lot, tariff
        self._show_quotes()

    def _show_quotes(self) -> None:
        lot, tariff = self._lot, self._tariff
        if lot is None:
            return
        code = str(self.vehicle.currentData())

        def money(minor: int) -> str:
            return wording.money(Money(minor, lot.currency), lot.language)

        spans = lot.quick_durations
        quotes = [None if tariff is None else tariff.quote(span, code) for span in spans]
        self._totals.set(
            [
                (wording.span(span), "–" if quote is None else money(quote.total_minor))
                for span, quote in zip(spans, quotes, strict=True)
            ]
        )
        longest = quotes[-1] if quotes else None
        self._lines_of.setText(
            self.tr("{span} in lines").format(span=wording.span(spans[-1])) if longest is not None else ""
        )
        lines = [] if longest is None else list(longest.lines)
        words = [
            (wording.price_line(line, lot.currency, lot.language, self._language), money(line.amount_minor))
            for line in lines
        ]
        if longest is not None:
            words.append((self.tr("Total"), money(longest.total_minor)))
        self._lines.set(words)
        self._included.setText("")
        if longest is not None and longest.tax_included_minor:
            told = wording.tax_included(longest, self._language)
            self._included.setText(f"{told} {money(longest.tax_included_minor)}")
        for widget in (self._line, self._included):
            widget.setVisible(bool(self._included.text()))
