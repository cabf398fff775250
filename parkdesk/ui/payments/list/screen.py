"""The Payments screen: the list, and the chosen payment's story beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import local_day
from parkdesk.domain.payment_list import PaymentFilter, PaymentPage, Which
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.list.filters import Filters
from parkdesk.ui.payments.list.iou_page import IousPage
from parkdesk.ui.payments.list.story_card import StoryCard
from parkdesk.ui.payments.list.table import PaymentsTable
from parkdesk.ui.payments.list.view import PaymentsView
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Button, Card, SecondaryButton, Stage, column, row

if TYPE_CHECKING:
    from parkdesk.services.payment_list import PaymentStory

WIDTH, NARROW = 340, 290
_ROOMY = 1000
PAGE = 50


class PaymentsScreen(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._chosen: UUID | None = None
        self.filters = Filters(self._today, ui.language)
        self.table = PaymentsTable(ui.clock.now, ui.language, self)
        self.view = PaymentsView(self.table)
        self.stage = Stage(self.view)
        self.card = StoryCard(ui)
        listing = Card(margins=(1, 4, 1, 8), gap=0)
        listing.body.addWidget(self.stage)
        self._payments = QWidget()
        across = row(self._payments, gap=20)
        across.addWidget(listing, 1)
        across.addWidget(self.card)
        self.ious = IousPage(ui, self.filters)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._payments)
        self._pages.addWidget(self.ious)
        layout = column(self, gap=GAP_4, margins=(24, 16, 20, 20))
        layout.addWidget(self.filters)
        layout.addLayout(self._pages, 1)
        self.setFocusProxy(self.view)
        self.filters.changed.connect(self._list_anew)
        self.table.more_wanted.connect(self._list_more)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.opened.connect(self.card.open_booking)
        self.ious.summed.connect(self.filters.summary.setText)
        ui.lot_changed.connect(self._lot_changed)
        charge_watch(ui).attention_changed.connect(self._looked_at)

    # What the window asks

    def title(self) -> tuple[str, str]:
        return self.tr("Payments"), self._ui.lot.name if self._ui.lot is not None else ""

    def header_widget(self) -> QWidget | None:
        return None

    def activated(self) -> None:
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        if self.filters.ious:
            self.ious.refresh()
        else:
            self._refresh_payments()

    def _refresh_payments(self) -> None:
        lot, payments = self._ui.lot, self._ui.services.payment_list
        if lot is None:
            return
        if not self.table.rows:
            self.stage.show_loading(self.tr("Reading the payments…"))
        wanted, most = self.filters.wanted(lot), max(PAGE, len(self.table.rows))
        self._ui.tasks.query(
            lambda: payments.page(wanted, most=most),
            lambda page: self._show(wanted, page),
            self._failed,
            owner=self,
            replaces="payments",
        )
        self._ask_story()

    def narrow(self, which: Which) -> None:
        self.filters.narrow(which)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = WIDTH if self.width() >= _ROOMY else NARROW
        self.card.setFixedWidth(width)
        self.ious.card.setFixedWidth(width)

    # The list

    def _today(self) -> date:
        lot = self._ui.lot
        return local_day(self._ui.clock.now(), lot.time_zone if lot is not None else "UTC")

    def _list_anew(self) -> None:
        self._pages.setCurrentWidget(self.ious if self.filters.ious else self._payments)
        self.setFocusProxy(self.ious.view if self.filters.ious else self.view)
        self.table.forget()
        self.ious.forget()
        self.refresh()

    def _lot_changed(self) -> None:
        self._chosen = None
        self.card.show_nothing()
        self.table.forget()
        self.ious.forget()
        if self._ui.screen == "payments":
            self.refresh()

    def _show(self, wanted: PaymentFilter, page: PaymentPage) -> None:
        lot = self._ui.lot
        if lot is None or self.filters.ious or wanted != self.filters.wanted(lot):
            return
        self.filters.count_attention(page.attention)
        place = self.view.verticalScrollBar().value()
        self.table.show(page.rows, page.next, lot)
        self.view.verticalScrollBar().setValue(place)
        if not page.rows:
            self._chosen = None
            self.card.show_nothing()
            self.stage.show_empty("wallet", *self._nothing(wanted), self._next_step(wanted))
            return
        self.stage.show_content()
        number = self.table.row_of(self._chosen)
        self.view.selectRow(max(number, 0))

    def _list_more(self) -> None:
        lot, payments, after = self._ui.lot, self._ui.services.payment_list, self.table.next
        if lot is None or after is None:
            return
        wanted = self.filters.wanted(lot)

        def add(page: PaymentPage) -> None:
            if self.table.next == after:
                self.table.add(page.rows, page.next)

        self._ui.tasks.query(lambda: payments.page(wanted, after=after, most=PAGE), add, owner=self)

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The payments could not be read"), sentence(error), self._list_anew)

    def _looked_at(self) -> None:
        if self.isVisible():
            self.refresh()

    # The chosen payment

    def _choose(self, index: QModelIndex) -> None:
        row = self.table.line(index)
        if row is not None and row.payment.id != self._chosen:
            self._chosen = row.payment.id
            self._ask_story()

    def _ask_story(self) -> None:
        chosen, payments = self._chosen, self._ui.services.payment_list
        if chosen is not None:
            self._ui.tasks.query(
                lambda: payments.story(chosen), self._show_story, self.card.show_error, replaces="payment"
            )

    def _show_story(self, story: PaymentStory) -> None:
        if story.row.payment.id == self._chosen:
            self.card.show_story(story)

    def _next_step(self, wanted: PaymentFilter) -> Button | None:
        if wanted.which is Which.ALL and not self.filters.narrowed:
            return None
        everything = SecondaryButton(self.tr("Show all payments"))
        everything.clicked.connect(lambda: self.filters.narrow(Which.ALL))
        return everything

    def _nothing(self, wanted: PaymentFilter) -> tuple[str, str]:
        if self.filters.narrowed:
            words = self.tr("Try another day or tender, or fewer letters of the plate.")
            return self.tr("No payment fits"), words
        return {
            Which.ALL: (
                self.tr("No payments yet"),
                self.tr("What drivers pay in this lot shows here, the newest first."),
            ),
            Which.OPEN: (
                self.tr("No payment is open"),
                self.tr("Card payments wait here until the driver has paid."),
            ),
            Which.ATTENTION: (
                self.tr("Nothing to look at"),
                self.tr("What the desk cannot decide by itself shows here."),
            ),
        }.get(wanted.which, (self.tr("No payment fits"), self.tr("None in the last three months.")))
