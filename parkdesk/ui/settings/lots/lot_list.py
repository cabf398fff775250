"""The lots there are, each with what it is and the ways into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from parkdesk.domain.lot import AtEnd
from parkdesk.services.lots import LotSummary
from parkdesk.ui.resources import resource
from parkdesk.ui.settings.form import scrolled
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import (
    Card,
    ElidedLabel,
    Label,
    LinkButton,
    Picture,
    PrimaryButton,
    SecondaryButton,
    column,
    empty,
    row,
)


class LotList(QWidget):
    """Signals carry the Lot that is meant."""

    add_wanted = Signal()
    import_wanted = Signal()
    edit_wanted = Signal(object)
    bays_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[LotSummary, ...] = ()
        self.add_button = PrimaryButton(self.tr("Add a lot…"), icon="plus")
        self.import_button = SecondaryButton(self.tr("Import a file…"), icon="upload")
        self.add_button.clicked.connect(self.add_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self._count = Label("", Text.SMALL, tone="mute")
        top = row(gap=8)
        top.addWidget(Label(self.tr("Lots and bays"), Text.TITLE))
        top.addWidget(self._count)
        top.addStretch(1)
        samples = LinkButton(self.tr("Sample files"))
        samples.setToolTip(self.tr("Two lot files to begin with: one row a lot, and one row a bay"))
        samples.clicked.connect(_show_samples)
        top.addWidget(samples)
        top.addWidget(self.import_button)
        top.addWidget(self.add_button)
        inside = QWidget()
        self._cards = column(inside, gap=12)
        layout = column(self, gap=16)
        layout.addLayout(top)
        layout.addWidget(scrolled(inside), 1)

    def show_lots(self, found: Sequence[LotSummary]) -> None:
        if tuple(found) == self.shown:
            return
        self.shown = tuple(found)
        bays = sum(summary.bays for summary in found)
        self._count.setText(
            self.tr("%n lots", "", len(found)) + " · " + self.tr("%n bays", "", bays) if found else ""
        )
        empty(self._cards)
        for summary in found:
            card = LotCard(summary)
            card.edit.clicked.connect(lambda _checked=False, lot=summary.lot: self.edit_wanted.emit(lot))
            card.bays.clicked.connect(lambda _checked=False, lot=summary.lot: self.bays_wanted.emit(lot))
            self._cards.addWidget(card)
        self._cards.addStretch(1)

    def card(self, name: str) -> LotCard:
        """The card of a lot by its name."""
        return next(card for card in self.findChildren(LotCard) if card.lot_name == name)


def _show_samples() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource("samples"))))


class LotCard(Card):
    def __init__(self, summary: LotSummary) -> None:
        super().__init__(margins=(20, 14, 16, 14), gap=2)
        lot = summary.lot
        self.lot_name = lot.name
        self.edit = SecondaryButton(self.tr("Edit…"))
        self.bays = SecondaryButton(self.tr("Bays…"))
        self.edit.setAccessibleName(self.tr("Edit {lot}").format(lot=lot.name))
        self.bays.setAccessibleName(self.tr("Bays of {lot}").format(lot=lot.name))
        ends = {
            AtEnd.RELEASE: self.tr("releases the bay at the end"),
            AtEnd.HOLD: self.tr("holds the bay until check-out"),
        }
        facts = (
            self.tr("%n bays", "", summary.bays),
            ", ".join(level.name for level in summary.levels),
            lot.currency,
            lot.time_zone,
            ends[lot.at_end],
        )
        words = column(gap=2)
        words.addWidget(ElidedLabel(lot.name, Text.STRONG))
        words.addWidget(ElidedLabel(" · ".join(fact for fact in facts if fact), Text.SMALL, tone="mute"))
        if lot.address:
            words.addWidget(ElidedLabel(lot.address, Text.SMALL, tone="mute"))
        across = row(gap=12)
        across.addWidget(Picture("square-parking", "accent", size=22))
        across.addLayout(words, 1)
        across.addWidget(self.edit)
        across.addWidget(self.bays)
        self.body.addLayout(across)
