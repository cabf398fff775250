"""A day's card money: what the desk has beside what Stripe has, and what differs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import CardsUnavailable
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import GAP_4, State, Text
from parkdesk.ui.widgets import (
    Badge,
    Card,
    FigureCard,
    Hairline,
    Label,
    SecondaryButton,
    Stage,
    bare,
    column,
    empty,
    row,
)
from parkdesk.ui.widgets.day_picker import DayPicker

if TYPE_CHECKING:
    from parkdesk.services.settling.reconciling import Matched, Reconciliation

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReconciliationPage(QWidget):
    """Asks over the network each time: what Stripe has is never guessed."""

    def __init__(self, ui: UiContext, today: Callable[[], date]) -> None:
        super().__init__()
        self._ui = ui
        self._asked: tuple[date, Lot] | None = None
        self.result: Reconciliation | None = None
        self.day = DayPicker(today, ui.language)
        self.day.allow_all(False)
        self.day.picked.connect(lambda _: self.read())
        self.again = SecondaryButton(self.tr("Ask again"), icon="refresh-cw")
        self.again.clicked.connect(self.read)
        self.ours = FigureCard(self.tr("This desk has"), State.BOOKED)
        self.theirs = FigureCard(self.tr("Stripe has"), State.RESERVED)
        self.differing = FigureCard(self.tr("Differences"), State.FREE)
        self.stage = Stage(self._content())
        top = row(gap=12)
        top.addWidget(self.day)
        top.addStretch(1)
        top.addWidget(self.again)
        layout = column(self, gap=GAP_4)
        layout.addLayout(top)
        layout.addWidget(self.stage, 1)

    def read(self) -> None:
        who, lot, settlement = self._ui.person, self._ui.lot, self._ui.services.settlement
        if who is None or lot is None:
            return
        self.day.allow_all(False)
        day, lot_id = self.day.day, lot.id
        assert day is not None, "without all days, one is chosen"
        self._asked = (day, lot)
        self.stage.show_loading(self.tr("Asking Stripe…"))
        self._ui.tasks.query(
            lambda: settlement.reconcile(who, day, lot_id),
            self._show,
            self._failed,
            network=True,
            replaces="reconciliation",
        )

    def _show(self, found: Reconciliation) -> None:
        if self._asked is None or found.day != self._asked[0]:
            return
        lot = self._asked[1]
        self.result = found
        if not found.matched:
            self.stage.show_empty(
                "scale",
                self.tr("No card money on this day"),
                self.tr("Neither this lot nor Stripe has any."),
            )
            return
        self.ours.set(_sums(found.ours, lot), self.tr("%n payments", "", _count(found, ours=True)))
        self.theirs.set(_sums(found.theirs, lot), self.tr("%n payments", "", _count(found, ours=False)))
        self.differing.set(*self._difference(found, lot), tone="overstaying" if found.differing else "free")
        self._list(found, lot)
        self.stage.show_content()

    def _difference(self, found: Reconciliation, lot: Lot) -> tuple[str, str]:
        if found.differing:
            return str(len(found.differing)), self.tr("look at each of them")
        if found.taken_back:
            words = self.tr("{amount} taken back by banks")
            return self.tr("Explained"), words.format(amount=_sums(found.taken_back, lot))
        return self.tr("None"), self.tr("to the unit")

    def _failed(self, error: ParkDeskError) -> None:
        if isinstance(error, CardsUnavailable):
            words = self.tr("There is nothing at Stripe to compare with.")
            self.stage.show_empty("scale", self.tr("This is a cash desk"), words)
        else:
            self.stage.show_error(self.tr("Stripe could not be asked"), sentence(error), self.read)

    def _list(self, found: Reconciliation, lot: Lot) -> None:
        """What differs comes first, then what a bank took back."""
        empty(self._grid)
        heads = (self.tr("At Stripe"), self.tr("This desk"), self.tr("Stripe"), "")
        for number, words in enumerate(heads):
            head = Label(words, Text.SMALL, tone="mute", weight=500)
            if number in (1, 2):
                head.setAlignment(_RIGHT)
            self._grid.addWidget(head, 0, number)
        self._grid.addWidget(Hairline(), 1, 0, 1, 4)
        for number, one in enumerate(sorted(found.matched, key=_urgency)):
            line = 2 * number + 2
            self._grid.addWidget(Label(one.intent_id or "–", Text.BODY), line, 0)
            for place, amount in ((1, one.ours), (2, one.theirs)):
                label = Label(_money(amount, lot), Text.STRONG)
                label.setAlignment(_RIGHT)
                self._grid.addWidget(label, line, place)
            self._grid.addWidget(Badge(*self._standing(one)), line, 3, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Hairline(), line + 1, 0, 1, 4)
        self._grid.setRowStretch(2 * len(found.matched) + 3, 1)

    def _standing(self, one: Matched) -> tuple[str, State]:
        if one.agrees:
            return self.tr("Agrees"), State.FREE
        if one.explained:
            return self.tr("Taken back by the bank"), State.ENDING
        if one.ours is None:
            return self.tr("Only at Stripe"), State.OVERSTAYING
        if one.theirs is None:
            return self.tr("Only here"), State.OVERSTAYING
        return self.tr("Differs"), State.OVERSTAYING

    def _content(self) -> QWidget:
        content = QWidget()
        layout = column(content, gap=GAP_4)
        figures = row(gap=12)
        for figure in (self.ours, self.theirs, self.differing):
            figures.addWidget(figure)
        layout.addLayout(figures)
        card = Card(margins=(20, 14, 20, 14), gap=8)
        card.header(self.tr("Payment by payment"), self.tr("what came in less what went back"))
        inside = bare(QWidget())
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        for place in (1, 2, 3):
            self._grid.setColumnMinimumWidth(place, 130)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        card.body.addWidget(area, 1)
        layout.addWidget(card, 1)
        return content


def _urgency(one: Matched) -> int:
    return 2 if one.agrees else int(one.explained)


def _count(found: Reconciliation, *, ours: bool) -> int:
    return sum((one.ours if ours else one.theirs) is not None for one in found.matched)


def _sums(sums: tuple[Money, ...], lot: Lot) -> str:
    return " + ".join(_money(amount, lot) for amount in sums) or _money(Money(0, lot.currency), lot)


def _money(amount: Money | None, lot: Lot) -> str:
    return "–" if amount is None else wording.money(amount, lot.language)
