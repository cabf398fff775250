"""The section of printing: this desk's printer, what prints by itself, and its mail server."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from parkdesk.ui.context import UiContext
from parkdesk.ui.paper.preferences import Printing
from parkdesk.ui.settings.form import WIDTH, scrolled
from parkdesk.ui.settings.printing.mail_card import MailCard
from parkdesk.ui.settings.printing.printer_card import PrinterCard
from parkdesk.ui.theme import GAP_4, Text
from parkdesk.ui.widgets import Card, Hairline, Label, column, row


class PrintingSection(QWidget):
    """All of it is this desk's alone; what stands above and below on a paper is the lot's."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._printing = Printing(ui.preferences)
        self.printer, self.mail = PrinterCard(ui), MailCard(ui)
        self.receipt = QCheckBox(self.tr("A receipt with every sale"))
        self.ticket = QCheckBox(self.tr("An entry ticket with every stay that begins"))
        inside = QWidget()
        layout = column(inside, gap=GAP_4)
        for card in (self.printer, self._itself_card(), self.mail):
            card.setMaximumWidth(WIDTH)
            layout.addWidget(card)
        layout.addStretch(1)
        column(self).addWidget(scrolled(inside))
        self._show()
        self.receipt.toggled.connect(self._choose_receipt)
        self.ticket.toggled.connect(self._choose_ticket)

    def activated(self) -> None:
        self._show()
        self.printer.activated()
        self.mail.activated()

    def refresh(self) -> None:
        """Nothing here comes from the database."""

    def back(self) -> None:
        """There is nowhere to go back to."""

    def _show(self) -> None:
        self.receipt.setChecked(self._printing.receipt_at_sale)
        self.ticket.setChecked(self._printing.ticket_at_entry)

    def _choose_receipt(self, wanted: bool) -> None:
        self._printing.receipt_at_sale = wanted

    def _choose_ticket(self, wanted: bool) -> None:
        self._printing.ticket_at_entry = wanted

    def _itself_card(self) -> Card:
        card = Card(margins=(24, 16, 24, 16), gap=0)
        card.header(self.tr("Prints by itself"), self.tr("else on wish, with F9 and Ctrl+T"))
        card.body.addSpacing(8)
        self._line(
            card.body,
            self.receipt,
            self.tr("A sale is done before its receipt prints; it has its number whether or not it prints."),
        )
        card.body.addWidget(Hairline())
        self._line(
            card.body,
            self.ticket,
            self.tr("With the code that a scanner reads, to find the stay again at the exit."),
        )
        return card

    def _line(self, into: QVBoxLayout, box: QCheckBox, explained: str) -> None:
        line = column(gap=2, margins=(0, 12, 0, 12))
        line.addWidget(box)
        beneath = row(margins=(26, 0, 0, 0))
        beneath.addWidget(Label(explained, Text.SMALL, tone="mute", wrap=True))
        line.addLayout(beneath)
        into.addLayout(line)
