"""Every way in which tickets and receipts leave this desk: the deed is counted first, then the paper goes its way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from parkdesk.domain.paper_errors import PrinterUnset
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.printers import Printer
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Tone, sentence
from parkdesk.ui.paper.postman import Postman
from parkdesk.ui.paper.preferences import Printing
from parkdesk.ui.paper.queue import Job, PrintQueue

if TYPE_CHECKING:
    from parkdesk.domain.people import Person
    from parkdesk.services.receipts import Issued, ReceiptService


class PaperDesk(QObject):
    """One a window; see `paper_desk`."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui)
        self._ui = ui
        self.queue = PrintQueue(ui, self)
        self.queue.elsewhere_wanted.connect(self._choose_printer)
        self.postman = Postman(ui, self)

    @property
    def printer(self) -> Printer:
        return Printing(self._ui.preferences).printer

    def print_receipt(self, booking_id: UUID, receipt_id: UUID | None = None) -> None:
        """The newest receipt of a stay, belated if need be, or the named one. The first paper is the original."""
        printer = self.printer
        if not printer.works:
            self._say_unset()
            return
        outlet = printer.kind.value
        self._count(booking_id, receipt_id, outlet, partial(self._put_receipt, printer))

    def print_ticket(self, booking_id: UUID) -> None:
        printer, receipts = self.printer, self._ui.services.receipts
        if not printer.works:
            self._say_unset()
            return
        self._ui.tasks.query(lambda: ticket_of(receipts, booking_id), partial(self._put, printer), owner=self)

    def save_receipt(self, receipt_id: UUID, booking_id: UUID, file: Path) -> None:
        """As a PDF, which is a paper like any other: all after the first are copies."""

        def save(issued: Issued) -> None:
            self._save(paper_of(issued), file)

        self._count(booking_id, receipt_id, "pdf", save)

    def save_ticket(self, booking_id: UUID, file: Path) -> None:
        receipts = self._ui.services.receipts
        self._ui.tasks.query(
            lambda: ticket_of(receipts, booking_id),
            lambda paper: self._save(paper, file),
            owner=self,
        )

    def _count(
        self, booking_id: UUID, receipt_id: UUID | None, outlet: str, then: Callable[[Issued], None]
    ) -> None:
        who, receipts = self._ui.person, self._ui.services.receipts
        if who is None:
            return

        def work(who: Person = who) -> Issued:
            wanted = receipt_id or receipts.issue(who, booking_id).receipt.id
            return receipts.hand_out(who, wanted, outlet)

        self._ui.tasks.command(work, then, owner=self)

    def _put_receipt(self, printer: Printer, issued: Issued) -> None:
        who, receipts = self._ui.person, self._ui.services.receipts

        def renew() -> Paper:
            assert who is not None, "nobody else prints"
            return paper_of(receipts.hand_out(who, issued.receipt.id, printer.kind.value))

        self.queue.put(paper_of(issued), printer, renew)

    def _put(self, printer: Printer, paper: Paper) -> None:
        self.queue.put(paper, printer)

    def _save(self, paper: Paper, file: Path) -> None:
        from parkdesk.ui.paper.document import write_pdf

        words = self.tr("{paper} is saved as {file}").format(paper=paper.name, file=file.name)
        self._ui.tasks.command(
            lambda: write_pdf(paper, file), lambda _: self._ui.messages.done(words), network=True, owner=self
        )

    def _say_unset(self) -> None:
        self._ui.messages.say(sentence(PrinterUnset()), Tone.WARNING)

    def _choose_printer(self, job: Job) -> None:
        from parkdesk.ui.paper.elsewhere import ElsewhereDialog

        ElsewhereDialog(self._ui, self.queue, job, parent=cast(QWidget, self._ui.shell)).open()


def paper_of(issued: Issued) -> Paper:
    from parkdesk.outlets.receipt_paper import receipt_paper  # no paper leaves before the board is up

    return receipt_paper(issued.receipt, copy=issued.copy, void=issued.void)


def ticket_of(receipts: ReceiptService, booking_id: UUID) -> Paper:
    from parkdesk.outlets.receipt_paper import ticket_paper

    return ticket_paper(receipts.ticket(booking_id))


def paper_desk(ui: UiContext) -> PaperDesk:
    """The window's one, made when the first paper is asked for."""
    found: PaperDesk | None = ui.findChild(PaperDesk)
    return PaperDesk(ui) if found is None else found
