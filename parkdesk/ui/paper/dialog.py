"""The papers of a stay: each as it will come out, to be printed, mailed or saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.paper_errors import PrinterUnset
from parkdesk.outlets.receipt_paper import ticket_paper
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.desk import paper_desk, paper_of
from parkdesk.ui.paper.paper_view import PaperView
from parkdesk.ui.paper.papers import Papers, read_papers, receipt_facts
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import (
    Badge,
    Button,
    Dialog,
    ElidedLabel,
    Facts,
    Hairline,
    Kind,
    Label,
    Pills,
    PrimaryButton,
    SecondaryButton,
    Stage,
    column,
    row,
)

if TYPE_CHECKING:
    from parkdesk.services.receipts import Issued

TICKET = "ticket"


class PaperDialog(Dialog):
    """Receipts newest first, then the entry ticket; what is looked at is what prints."""

    def __init__(self, ui: UiContext, booking_id: UUID, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=860, height=700)
        self._ui, self._booking_id = ui, booking_id
        self._papers: Papers | None = None
        self._chosen = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("PaperDialog", "Ticket and receipts"))
        self.heading = Label("", Text.HEADING)
        self.badge = Badge("", State.PLAIN)
        self.caption = ElidedLabel("", Text.SMALL, tone="mute")
        self.view = PaperView()
        self.stage = Stage(self.view)
        self.choice = Pills([], name=self.tr("Which paper"))
        self.facts = Facts(row_height=30)
        self.refusal = Label("", Text.BODY, tone="overstaying", wrap=True)
        self.refusal.hide()
        self.print_button = PrimaryButton(self.tr("Print"), key="Return", icon="printer")
        self.mail_button = SecondaryButton(self.tr("E-mail…"), key="Ctrl+E")
        self.save_button = SecondaryButton(self.tr("Save as PDF…"), key="Ctrl+S")
        self._lay_out()
        self._bind()
        self._show_nothing()
        ui.tasks.changed.connect(self._ask)
        self._ask()

    # What is looked at

    @property
    def issued(self) -> Issued | None:
        """The receipt in view; None for the ticket, or where there is no receipt."""
        if self._papers is None or self._chosen in ("", TICKET):
            return None
        return next((one for one in self._papers.issued if one.receipt.code == self._chosen), None)

    def choose(self, name: str) -> None:
        """A receipt by its printed number, or the ticket."""
        self._chosen = name
        self.choice.choose(name)
        self._show_chosen()

    # Deeds

    def print_it(self) -> None:
        issued, desk = self.issued, paper_desk(self._ui)
        if (issued is not None or self._chosen == TICKET) and not desk.printer.works:
            self.refusal.setText(sentence(PrinterUnset()))
            self.refusal.show()
        elif issued is not None:
            desk.print_receipt(self._booking_id, issued.receipt.id)
        elif self._chosen == TICKET:
            desk.print_ticket(self._booking_id)
        elif self._papers is not None:
            self._issue()

    def mail_it(self) -> None:
        if self.mail_button.isVisible() and self._papers is not None:
            from parkdesk.ui.paper.mail_dialog import MailDialog

            MailDialog(self._ui, self._booking_id, parent=self).open()

    def save_it(self) -> None:
        if not self.save_button.isVisible() or self._papers is None:
            return
        name = self.view.sheet.accessibleName()
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([self.tr("PDF files (*.pdf)")])
        dialog.selectFile(f"{name}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_as(Path(file)))
        dialog.open()

    def save_as(self, file: Path) -> None:
        issued, desk = self.issued, paper_desk(self._ui)
        if issued is not None:
            desk.save_receipt(issued.receipt.id, self._booking_id, file)
        elif self._chosen == TICKET:
            desk.save_ticket(self._booking_id, file)

    def _issue(self) -> None:
        """The belated receipt, for what was paid and has none."""
        who, receipts, booking_id = self._ui.person, self._ui.services.receipts, self._booking_id
        if who is not None:
            self._chosen = ""
            self._ui.tasks.command(lambda: receipts.issue(who, booking_id), owner=self)

    # Asking and showing

    def _ask(self) -> None:
        self._ui.tasks.query(
            partial(read_papers, self._ui.services, self._booking_id), self._show, self._refused, owner=self
        )

    def _refused(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The papers could not be read"), sentence(error), self._ask)

    def _show(self, papers: Papers) -> None:
        self._papers = papers
        booking, lot = papers.detail.booking, papers.detail.lot
        self.caption.setText(" · ".join((lot.name, papers.detail.bay.code, booking.plate.shown)))
        codes = [issued.receipt.code for issued in papers.issued]
        if not codes or self._lacks_a_receipt:
            codes.insert(0, "")
        words = [(code, code or self.tr("New receipt")) for code in codes]
        self.choice.set_choices([*words, (TICKET, self.tr("Entry ticket"))])
        self.choose(self._chosen if self._chosen in (*codes, TICKET) else codes[0])

    def _show_chosen(self) -> None:
        papers, issued = self._papers, self.issued
        if papers is None:
            return
        is_ticket = self._chosen == TICKET
        self.badge.setVisible(issued is not None and (issued.void or issued.copy > 0))
        if issued is not None:
            self.heading.setText(self.tr("Receipt {code}").format(code=issued.receipt.code))
            self.badge.set(self.tr("Void"), State.OVERSTAYING) if issued.void else self.badge.set(
                self.tr("Copy"), State.ENDING
            )
            self.view.show_paper(paper_of(issued))
            self.facts.set(receipt_facts(issued, papers, self._ui.clock.now(), self._ui.language))
            words = self.tr("Print a copy") if issued.copy else self.tr("Print")
        elif is_ticket:
            self.heading.setText(self.tr("Entry ticket {code}").format(code=papers.ticket.code))
            self.view.show_paper(ticket_paper(papers.ticket))
            self.facts.set([])
            words = self.tr("Print")
        else:
            self._show_none()
            words = self.tr("Issue receipt")
        for button in (self.mail_button, self.save_button):
            button.setVisible(issued is not None or (is_ticket and button is self.save_button))
        self.print_button.setText(words)
        self.print_button.setEnabled(issued is not None or is_ticket or self._lacks_a_receipt)
        if issued is not None or is_ticket:
            self.stage.show_content()

    def _show_none(self) -> None:
        self.heading.setText(self.tr("No receipt yet"))
        self.facts.set([])
        if self._lacks_a_receipt:
            said = self.tr(
                "Money was taken for this stay without a receipt. Issue one now; it draws the next number."
            )
            self.stage.show_empty("receipt", self.tr("No receipt yet"), said)
        else:
            said = self.tr(
                "Nothing has been paid for this stay yet. The entry ticket can be printed at any time."
            )
            self.stage.show_empty("receipt", self.tr("No receipt yet"), said)

    @property
    def _lacks_a_receipt(self) -> bool:
        return self._papers is not None and self._papers.lack_a_receipt

    def _show_nothing(self) -> None:
        self.badge.setVisible(False)
        self.stage.show_loading(self.tr("Reading the papers…"))

    # Layout

    def _bind(self) -> None:
        self.choice.chosen.connect(self.choose)
        for button, act, key in (
            (self.print_button, self.print_it, ""),
            (self.mail_button, self.mail_it, "Ctrl+E"),
            (self.save_button, self.save_it, "Ctrl+S"),
        ):
            button.clicked.connect(act)
            if key:
                QShortcut(QKeySequence(key), self).activated.connect(act)
        self.print_button.setDefault(True)

    def _lay_out(self) -> None:
        across = row(self, gap=0)
        across.addWidget(self.stage)
        right = column(gap=0, margins=(24, 20, 24, 20))
        top = row(gap=10)
        top.addWidget(self.heading)
        top.addWidget(self.badge)
        top.addStretch(1)
        right.addLayout(top)
        right.addSpacing(2)
        right.addWidget(self.caption)
        right.addSpacing(16)
        right.addWidget(self.choice)
        right.addSpacing(12)
        right.addWidget(self.facts)
        right.addStretch(1)
        right.addWidget(self.refusal)
        right.addSpacing(8)
        right.addWidget(self.print_button)
        right.addSpacing(8)
        pair = row(gap=8)
        pair.addWidget(self.mail_button, 1)
        pair.addWidget(self.save_button, 1)
        right.addLayout(pair)
        right.addSpacing(12)
        right.addWidget(Hairline())
        right.addSpacing(12)
        foot = row(gap=8)
        self.printer_line = ElidedLabel(_printer_words(self._ui), Text.SMALL, tone="mute")
        foot.addWidget(self.printer_line, 1)
        close = Button(self.tr("Close"), Kind.SECONDARY, key="Esc")
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        foot.addWidget(close)
        right.addLayout(foot)
        across.addLayout(right, 1)


def _printer_words(ui: UiContext) -> str:
    printer = paper_desk(ui).printer
    if printer.works:
        return printer.place
    return QCoreApplication.translate("PaperDialog", "This desk has no printer")
