"""The page of a payment that the provider collects: which reader, the code or the reader's turn, and its end."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from parkdesk import wording
from parkdesk.domain.charge import Mode, Phase, Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.paper_errors import PrinterUnset
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.settling import settling
from parkdesk.ui.payments.charge_panel import ChargePanel
from parkdesk.ui.payments.collecting import Collecting
from parkdesk.ui.payments.foot import Foot
from parkdesk.ui.payments.readers import Reader, ReaderChoice, kept_reader
from parkdesk.ui.payments.sight import Sight
from parkdesk.ui.payments.words import preparing, standing


class CardPage(QStackedWidget):
    """`ended` comes once for each end, paid or not; `freed` when it ended because another tender was wanted."""

    moved = Signal()
    ended = Signal()
    freed = Signal(str)
    refused = Signal(object)

    def __init__(self, ui: UiContext, booking_id: UUID) -> None:
        super().__init__()
        self._ui, self._booking_id = ui, booking_id
        self._lot: Lot | None = None
        self._wanted: Money | None = None
        self._reader: Reader | None = None
        self._next = ""
        """The tender that is wanted once the open charge has ended."""
        self._cancelled: UUID | None = None
        self._opening = False
        self._gone = ""
        self._told: tuple[UUID, int, Phase] | None = None
        self.collecting = Collecting(ui, booking_id, self)
        self.panel, self.readers = ChargePanel(), ReaderChoice(ui)
        self.addWidget(self.panel)
        self.addWidget(self.readers)
        self.readers.chosen.connect(self._open_on)
        self.collecting.changed.connect(self._show)
        self.collecting.refused.connect(self._refused)

    @property
    def sight(self) -> Sight | None:
        return self.collecting.sight

    @property
    def phase(self) -> Phase | None:
        """None before there is a charge."""
        return None if self.sight is None else self.sight.charge.phase

    @property
    def is_open(self) -> bool:
        """Whether there is a charge that may still be paid, or is about to be."""
        return self._opening or (self.phase is not None and self.phase.is_open)

    @property
    def is_paid(self) -> bool:
        return self.phase is Phase.PAID

    def open(self, tender: Tender, amount: Money, lot: Lot) -> None:
        """Shows at once that something happens; what it is comes with the provider's answer."""
        self._lot, self._wanted = lot, amount
        self.collecting.follow(None)
        reader = kept_reader(self._ui.preferences) if tender is Tender.READER else None
        if tender is Tender.READER and reader is None and settling(self._ui).mode is not Mode.CASH:
            self.setCurrentWidget(self.readers)
            self.moved.emit()
            self.readers.ask()
        else:
            self._open(tender, reader)

    def follow(self, sight: Sight, lot: Lot) -> None:
        """One that is open already, whoever opened it."""
        self._lot = lot
        if self.sight is None:
            self.collecting.follow(sight)

    def say_gone(self, words: str) -> None:
        """What came of it once it was paid, in the place of how it was paid."""
        self._gone = words
        self.panel.words.setText(words)

    def instead(self, tender: str) -> None:
        """Cancel what is open for the sake of another tender. It may still turn out paid."""
        if self.is_open:
            self._next = tender
            self._cancel_for_next()

    def retry(self) -> None:
        if self.sight is not None and (self.sight.refused_by_reader or not self.is_open):
            self.collecting.retry()

    @property
    def has_ticket(self) -> bool:
        """Whether a ticket would bear the code that shows."""
        sight = self.sight
        return sight is not None and self.is_open and bool(sight.code) and not sight.charge.latest.closing

    def print_ticket(self) -> None:
        """The driver pays on the way: the code goes with them, on the entry ticket."""
        from parkdesk.ui.paper.desk import paper_desk

        if self.has_ticket:
            desk = paper_desk(self._ui)
            if desk.printer.works:
                desk.print_ticket(self._booking_id)
            else:
                self.refused.emit(PrinterUnset())

    def show_foot(self, foot: Foot, *, rest: bool) -> None:
        """`rest` says that the stay owes more than this charge."""
        sight = self.sight
        if self.currentWidget() is self.readers:
            foot.show_choice()
        elif sight is None:
            foot.show_under_way(again=False, closing=True)
        elif self.is_paid:
            foot.show_paid(rest=rest)
        elif self.is_open:
            closing = sight.charge.latest.closing
            foot.show_under_way(again=sight.refused_by_reader, closing=closing, ticket=self.has_ticket)
        else:
            foot.show_ended()

    def _open_on(self, reader: Reader) -> None:
        self._open(Tender.READER, reader)

    def _open(self, tender: Tender, reader: Reader | None) -> None:
        assert self._wanted is not None, "an amount comes with every wish to pay"
        self._reader = reader
        self.panel.show_said(preparing(tender), self._money(self._wanted))
        self.setCurrentWidget(self.panel)
        self._opening = True
        self.collecting.open(tender, self._wanted.minor, reader.id if reader is not None else None)
        self.moved.emit()

    def _show(self) -> None:
        sight, lot = self.sight, self._lot
        if sight is None or lot is None:
            return
        self._opening = False
        charge, latest = sight.charge, sight.charge.latest
        charge_watch(self._ui).attend(self.window(), charge.id)
        if self._next and not charge.is_open and not self.is_paid:
            wanted, self._next = self._next, ""
            self.collecting.follow(None)
            self.freed.emit(wanted)
            return
        self._cancel_for_next()
        reader = self._reader or kept_reader(self._ui.preferences)
        label = reader.label if reader is not None and reader.id == latest.reader_id else ""
        said = standing(sight, lot, reader=label, trouble=self.collecting.trouble)
        if self.is_paid and self._gone:
            said = replace(said, words=self._gone)
        self.panel.show_said(said, self._money(charge.amount), sight)
        self.setCurrentWidget(self.panel)
        self.moved.emit()
        now = (charge.id, latest.number, charge.phase)
        if not charge.is_open and self._told != now:
            self._told = now
            self.ended.emit()

    def _cancel_for_next(self) -> None:
        """Asked once: what is being cancelled already needs no second word."""
        if self.sight is None or not self._next or not self.sight.charge.is_open:
            return
        latest = self.sight.charge.latest
        if self._next == latest.tender.value:
            self._next = ""
        elif not latest.closing and self._cancelled != latest.id:
            self._cancelled = latest.id
            self.collecting.cancel()

    def _refused(self, error: ParkDeskError) -> None:
        self._next, self._opening, self._cancelled = "", False, None
        self.refused.emit(error)

    def _money(self, amount: Money) -> str:
        return wording.money(amount, "en" if self._lot is None else self._lot.language, short=True)
