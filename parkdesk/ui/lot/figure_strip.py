"""The five figures above the grid."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.ui.board import Outlook
from parkdesk.ui.theme import State
from parkdesk.ui.widgets import FigureCard, row

_ROOMY = 680
"""A narrower strip keeps its cards closer together."""


class FigureStrip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.free = FigureCard(self.tr("Free now"), State.FREE)
        self.arriving = FigureCard(self.tr("Arriving in 1 h"), State.RESERVED)
        self.ending = FigureCard(self.tr("Ending in 5 min"), State.ENDING)
        self.over = FigureCard(self.tr("Overstaying"), State.OVERSTAYING)
        self.takings = FigureCard(self.tr("Takings today"), State.BOOKED)
        self._taken = ""
        self._row = row(self, gap=12)
        for card in (self.free, self.arriving, self.ending, self.over, self.takings):
            self._row.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setSpacing(12 if self.width() >= _ROOMY else 6)

    def show_outlook(self, ahead: Outlook, lot: Lot, now: datetime) -> None:
        """Cheap enough for every tick: labels whose words stay the same are left alone."""
        figures = ahead.figures
        self.free.set(str(figures.free), self.tr("of %n bays", "", figures.bays))
        next_arrival = figures.next_arrival if figures.next_arrival is not None else None
        late = next_arrival is not None and next_arrival <= now
        self.arriving.set(
            str(ahead.arriving),
            self.tr("expected now")
            if late
            else self._next(next_arrival, lot)
            if ahead.arriving
            else self.tr("nobody yet"),
        )
        self.ending.set(
            str(figures.ending),
            self._next(figures.next_end, lot) if figures.ending else self._first(ahead, lot),
        )
        if ahead.over_since is None:
            self.over.set("0", self.tr("nobody"))
        else:
            longest = wording.span(max(now - ahead.over_since, timedelta(minutes=1)))
            self.over.set(str(figures.overstaying), self.tr("longest {span}").format(span=longest))
        if self._taken:
            self._show_taken(figures.unpaid)

    def show_takings(self, takings: Money, lot: Lot, unpaid: int) -> None:
        """The sum is asked for now and then; what is not paid comes with each board."""
        self._taken = wording.headline(takings, lot.language)
        self._show_taken(unpaid)

    def _show_taken(self, unpaid: int) -> None:
        beneath = self.tr("%n stays not paid", "", unpaid) if unpaid else self.tr("all stays paid")
        self.takings.set(self._taken, beneath)

    def _next(self, moment: datetime | None, lot: Lot) -> str:
        if moment is None:
            return ""
        return self.tr("next {time}").format(time=wording.clock(moment, lot.time_zone))

    def _first(self, ahead: Outlook, lot: Lot) -> str:
        found = self._next(ahead.figures.next_end, lot)
        return found or self.tr("no stays now")
