"""What a payment's dialog shows between its title and its foot: the price, and beside it one page of three."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from parkdesk.ui.context import UiContext
from parkdesk.ui.payments.card_page import CardPage
from parkdesk.ui.payments.change_view import ChangeView
from parkdesk.ui.payments.foot import Foot
from parkdesk.ui.payments.money_form import MoneyForm
from parkdesk.ui.payments.summary import Summary
from parkdesk.ui.payments.tender_row import TenderRow
from parkdesk.ui.widgets import column, row


class PaymentPages(QWidget):
    """The form for money in the hand, the page of what a provider collects, and the change to be given."""

    turned = Signal()

    def __init__(self, ui: UiContext, booking_id: UUID) -> None:
        super().__init__()
        self.summary, self.method, self.form = Summary(), TenderRow(), MoneyForm()
        self.card, self.change_view = CardPage(ui, booking_id), ChangeView()
        self._form_page = QWidget()
        inside = column(self._form_page, gap=16)
        inside.addWidget(self.method)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self._form_page, self.card, self.change_view):
            self._pages.addWidget(page)
        across = row(self, gap=24)
        across.addWidget(self.summary)
        across.addWidget(self._pages, 1)

    @property
    def on_form(self) -> bool:
        return self._pages.currentWidget() is self._form_page

    @property
    def on_card(self) -> bool:
        return self._pages.currentWidget() is self.card

    @property
    def on_change(self) -> bool:
        return self._pages.currentWidget() is self.change_view

    @property
    def on_paid(self) -> bool:
        """Whether the card's page says that it is paid."""
        return self.on_card and self.card.is_paid

    def turn_to_form(self) -> None:
        self._turn_to(self._form_page)

    def turn_to_card(self) -> None:
        self._turn_to(self.card)

    def turn_to_change(self) -> None:
        self._turn_to(self.change_view)

    def show_foot(self, foot: Foot, *, rest: bool) -> None:
        """`rest` says that the stay owes more than what is being collected."""
        if self.on_card:
            self.card.show_foot(foot, rest=rest)
        elif self.on_change:
            foot.show_change()
        else:
            foot.show_form(self.tr("Take {amount}").format(amount=self.form.said(self.form.wanted)))

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.turned.emit()
