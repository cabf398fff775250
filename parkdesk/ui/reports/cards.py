"""The six figures on top, each with its change against the span before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.money import Money
from parkdesk.ui.reports.figures import Figures
from parkdesk.ui.reports.heat_map import weekday_words
from parkdesk.ui.theme import GAP_3
from parkdesk.ui.widgets import FigureCard, row


class FigureRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        captions = {
            "takings": self.tr("Takings"),
            "bookings": self.tr("Bookings"),
            "occupancy": self.tr("Occupancy, mean"),
            "ticket": self.tr("Average ticket"),
            "turnover": self.tr("Turnover"),
            "stay": self.tr("Average stay"),
        }
        self.cards = {name: FigureCard(words, bar=False, size=20) for name, words in captions.items()}
        layout = row(self, gap=GAP_3)
        for card in self.cards.values():
            layout.addWidget(card, 1)

    def set(self, figures: Figures, language: str) -> None:
        total, locale = figures.total, figures.locale
        ticket, stay = total.revenue_per_booking_minor, total.average_stay

        def compared(name: str, figure: str, of: str, *, judged: bool = True) -> None:
            beneath, tone = self._change(figures, of, judged=judged)
            self.cards[name].set(figure, beneath, tone=tone)

        takings = wording.headline(Money(total.collected_minor, total.currency), locale)
        compared("takings", takings, "collected_minor")
        taken_back = Money(total.total("taken_back_minor"), total.currency)
        if taken_back:
            words = self.tr("{amount} taken back by banks").format(
                amount=wording.headline(taken_back, locale)
            )
            self.cards["takings"].set(takings, words, tone="ending")
        compared("bookings", wording.number(total.total("booked"), locale), "booked")
        self.cards["occupancy"].set(
            "–" if total.occupancy is None else wording.percent(total.occupancy, locale),
            self._peak(figures, language),
        )
        each = "–" if ticket is None else wording.money(Money(ticket, total.currency), locale)
        compared("ticket", each, "revenue_per_booking_minor")
        self.cards["turnover"].set(
            "–" if total.turnover is None else wording.number(round(total.turnover, 1), locale, places=1),
            self.tr("vehicles a bay and day"),
        )
        compared("stay", "–" if stay is None else wording.span(stay), "average_stay", judged=False)

    def _change(self, figures: Figures, of: str, *, judged: bool) -> tuple[str, str]:
        """`+6.2 %` and its tone; where it is judged, more is better."""
        change = figures.both.change(of)
        if change is None:
            return self.tr("nothing before to compare"), "mute"
        one = figures.span.days == 1
        words = self.tr("{change} on the day before") if one else self.tr("{change} on the days before")
        words = words.format(change=wording.percent(change, figures.locale, places=1, signed=True))
        if not judged or round(change, 3) == 0:
            return words, "mute"
        return words, "free" if change > 0 else "ending"

    def _peak(self, figures: Figures, language: str) -> str:
        """`peak 94 % Fri 18:00`."""
        peak = figures.peak
        if peak is None:
            return self.tr("no figures")
        weekday, hour, share = peak
        return self.tr("peak {share} {day} {time}").format(
            share=wording.percent(share, figures.locale),
            day=weekday_words(weekday, language),
            time=f"{hour:02d}:00",
        )
