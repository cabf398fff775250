"""The IOUs: who owes what, and the chosen one beside the list."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.iou_list import IouFilter, IouPage
from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.list.filters import Filters
from parkdesk.ui.payments.list.iou_card import IouCard
from parkdesk.ui.payments.list.iou_table import IouTable, IouView
from parkdesk.ui.widgets import Button, Card, SecondaryButton, Stage, row

PAGE = 50


class IousPage(QWidget):
    """`summed` carries what all of them come to, in words."""

    summed = Signal(str)

    def __init__(self, ui: UiContext, filters: Filters) -> None:
        super().__init__()
        self._ui, self._filters = ui, filters
        self._chosen: UUID | None = None
        self.table = IouTable(ui.clock.now, ui.language, self)
        self.view = IouView(self.table)
        self.stage = Stage(self.view)
        self.card = IouCard(ui)
        listing = Card(margins=(1, 4, 1, 8), gap=0)
        listing.body.addWidget(self.stage)
        across = row(self, gap=20)
        across.addWidget(listing, 1)
        across.addWidget(self.card)
        self.setFocusProxy(self.view)
        self.table.more_wanted.connect(self._list_more)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.opened.connect(self.card.take_payment)

    def forget(self) -> None:
        """Nothing of what was listed stays."""
        self._chosen = None
        self.card.show_nothing()
        self.table.forget()

    def refresh(self) -> None:
        lot, payments = self._ui.lot, self._ui.services.payment_list
        if lot is None:
            return
        if not self.table.rows:
            self.stage.show_loading(self.tr("Reading the IOUs…"))
        wanted, most = self._filters.wanted_ious(lot), max(PAGE, len(self.table.rows))
        self._ui.tasks.query(
            lambda: payments.ious(wanted, most=most),
            lambda page: self._show(wanted, page),
            self._failed,
            owner=self,
            replaces="payments",
        )

    def _show(self, wanted: IouFilter, page: IouPage) -> None:
        lot = self._ui.lot
        if lot is None or wanted != self._filters.wanted_ious(lot):
            return
        place = self.view.verticalScrollBar().value()
        self.table.show(page.rows, page.next, lot)
        self.view.verticalScrollBar().setValue(place)
        self.summed.emit(self._sum(page, lot))
        if not page.rows:
            self.card.show_nothing()
            self.stage.show_empty("hand-coins", *self._nothing(), self._next_step())
            return
        self.stage.show_content()
        number = max(self.table.row_of(self._chosen), 0)
        self.view.selectRow(number)
        self._choose(self.table.index(number, 0))

    def _list_more(self) -> None:
        lot, payments, after = self._ui.lot, self._ui.services.payment_list, self.table.next
        if lot is None or after is None:
            return
        wanted = self._filters.wanted_ious(lot)

        def add(page: IouPage) -> None:
            if self.table.next == after:
                self.table.add(page.rows, page.next)

        self._ui.tasks.query(lambda: payments.ious(wanted, after=after, most=PAGE), add, owner=self)

    def _choose(self, index: QModelIndex) -> None:
        chosen, lot = self.table.line(index), self._ui.lot
        if chosen is not None and lot is not None:
            self._chosen = chosen.iou.id
            self.card.show_iou(chosen, lot)

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The IOUs could not be read"), sentence(error), self.refresh)

    def _sum(self, page: IouPage, lot: Lot) -> str:
        """What they come to is the owner's to know."""
        words = self.tr("%n open", "", page.count)
        person = self._ui.person
        if page.count and person is not None and person.may(Right.MANAGE):
            sums = (wording.money(total, lot.language) for total in page.totals)
            return " · ".join((words, *sums))
        return words

    def _nothing(self) -> tuple[str, str]:
        if self._filters.text.text():
            return self.tr("No IOU fits"), self.tr("Try fewer letters of the plate.")
        words = self.tr("A driver who could not pay and promised to shows here until the money has come.")
        return self.tr("Nobody owes anything"), words

    def _next_step(self) -> Button | None:
        if not self._filters.text.text():
            return None
        everything = SecondaryButton(self.tr("Show all IOUs"))
        everything.clicked.connect(self._filters.show_ious)
        return everything
