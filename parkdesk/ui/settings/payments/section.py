"""The section of payments: this desk's key and card readers, and when drivers of the lot pay."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import WIDTH, scrolled
from parkdesk.ui.settings.payments.key_card import KeyCard
from parkdesk.ui.settings.payments.readers_card import ReadersCard
from parkdesk.ui.settings.payments.rules_card import RulesCard
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import column


class PaymentsSection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self.key, self.readers, self.rules = KeyCard(ui), ReadersCard(ui), RulesCard(ui)
        inside = QWidget()
        layout = column(inside, gap=GAP_4)
        for card in (self.key, self.readers, self.rules):
            card.setMaximumWidth(WIDTH)
            layout.addWidget(card)
        layout.addStretch(1)
        column(self).addWidget(scrolled(inside))
        self.key.changed.connect(self.readers.activated)

    def activated(self) -> None:
        for card in (self.key, self.readers, self.rules):
            card.activated()

    def refresh(self) -> None:
        self.rules.activated()

    def back(self) -> None:
        """There is nowhere to go back to."""
