"""Everything about one booking: facts, price, payments, notes and who did what."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Payment, PaymentStatus
from parkdesk.domain.people import Right
from parkdesk.ui.board import live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.standing import standing
from parkdesk.ui.stay_words import price_facts, total_minor
from parkdesk.ui.theme import State, Text
from parkdesk.ui.vocabulary import deed_words, method_words
from parkdesk.ui.widgets import (
    Badge,
    Button,
    Dialog,
    Facts,
    Hairline,
    Kind,
    Label,
    SecondaryButton,
    bare,
    column,
    row,
)
from parkdesk.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail


class BookingDetailDialog(Dialog):
    """To be read; the deeds are on the card and in the lists."""

    def __init__(self, ui: UiContext, booking_id: UUID, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=720, height=620)
        self._ui = ui
        self._booking_id = booking_id
        self._detail: BookingDetail | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("BookingDetailDialog", "Booking"))
        self.heading = Label("", Text.HEADING)
        self.badge = Badge("", State.PLAIN)
        self.caption = Label("", Text.SMALL, tone="mute")
        self.facts, self.price = Facts(row_height=30), Facts(lines=False, row_height=26, strong_last=True)
        self.give_back = Button(self.tr("Give back…"), Kind.DANGER_LINK)
        self.give_back.clicked.connect(self._give_back)
        self.give_back.hide()
        self.payments = Timeline(self.tr("No payment yet"))
        self.notes = Timeline(self.tr("No notes"))
        self.history = Timeline(self.tr("Nothing yet"))
        self._lay_out()
        ui.tasks.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        bookings, booking_id = self._ui.services.bookings, self._booking_id
        self._ui.tasks.query(lambda: bookings.detail(booking_id), self._show, self._refused)

    def _refused(self, error: ParkDeskError) -> None:
        self.caption.setText(sentence(error))

    def _show(self, detail: BookingDetail) -> None:
        booking, lot, language = detail.booking, detail.lot, self._ui.language
        self._detail = detail
        self._show_right_to_refund(detail)
        self.heading.setText(booking.plate.shown)
        self.badge.set(*standing(booking, self._ui.clock.now()))
        self.badge.setVisible(True)
        kind = live_board(self._ui).vehicle_name(booking.vehicle_type)
        where = self.tr("bay {bay}").format(bay=detail.bay.code)
        self.caption.setText(" · ".join((lot.name, where, kind, booking.ticket)))
        self.facts.set(self._facts(detail))
        lines = price_facts(detail, lot, language)
        total = wording.money(Money(total_minor(detail), booking.currency), lot.language)
        self.price.set([*lines, (self.tr("Total"), total)])
        self.payments.show_lines([self._payment(payment, detail) for payment in detail.payments])
        self.notes.show_lines([(self._when(note.at, detail), note.text, note.who) for note in detail.notes])
        self.history.show_lines(
            [
                (self._when(line.at, detail), deed_words(line.deed), line.who or "ParkDesk")
                for line in detail.history
            ]
        )

    def _facts(self, detail: BookingDetail) -> list[tuple[str, str]]:
        booking = detail.booking
        span = wording.span(booking.span)
        facts = [
            (self.tr("Driver"), booking.driver.name),
            (self.tr("Phone"), booking.driver.phone),
            (self.tr("E-mail"), booking.driver.email),
            (self.tr("From"), self._when(booking.starts_at, detail)),
            (self.tr("Until"), f"{self._when(booking.until, detail)} · {span}"),
            (self.tr("Arrived"), self._moment(booking.arrived_at, detail)),
            (self.tr("Left"), self._moment(booking.left_at, detail)),
            (self.tr("Cancelled"), self._cancelled(booking, detail)),
            (self.tr("Renewals"), str(len(detail.chain) - 1) if len(detail.chain) > 1 else ""),
            (self.tr("Requests"), " ".join(booking.requests.split())),
            (self.tr("Booked twice because"), booking.override_reason),
        ]
        return [(caption, value) for caption, value in facts if value]

    def _cancelled(self, booking: Booking, detail: BookingDetail) -> str:
        if booking.cancelled_at is None:
            return ""
        return f"{self._when(booking.cancelled_at, detail)} · {booking.cancel_reason}"

    def _payment(self, payment: Payment, detail: BookingDetail) -> tuple[str, str, str]:
        amount = wording.money(payment.amount, detail.lot.language)
        words = f"{amount} · {method_words(payment.method)}"
        if payment.change:
            change = wording.money(payment.change, detail.lot.language)
            words += " · " + self.tr("change {amount}").format(amount=change)
        return self._when(payment.processed_at, detail), words, self._fate(payment, detail) or payment.note

    def _fate(self, payment: Payment, detail: BookingDetail) -> str:
        """What else became of it than being paid."""
        if payment.refunded_minor:
            back = wording.money(Money(payment.refunded_minor, payment.currency), detail.lot.language)
            return self.tr("{amount} given back").format(amount=back)
        return {
            PaymentStatus.VOID: self.tr("taken back"),
            PaymentStatus.PENDING: self.tr("pending"),
            PaymentStatus.FAILED: self.tr("failed"),
        }.get(payment.status, "")

    def _give_back(self) -> None:
        """One payment at once; of several a person chooses."""
        detail = self._detail
        if detail is None:
            return
        left = [payment for payment in detail.payments if payment.left_minor]
        if len(left) == 1:
            self._give_back_of(left[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for payment in left:
            words = self._payment(payment, detail)
            menu.addAction(f"{words[1]} · {words[0]}", partial(self._give_back_of, payment))
        menu.popup(self.give_back.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _give_back_of(self, payment: Payment) -> None:
        from parkdesk.ui.payments.give_back import GiveBackDialog

        detail = self._detail
        if detail is not None:
            plate, locale = detail.booking.plate.shown, detail.lot.language
            GiveBackDialog(self._ui, payment, plate, locale, parent=self).open()

    def _show_right_to_refund(self, detail: BookingDetail) -> None:
        may = self._ui.person is not None and self._ui.person.may(Right.REFUND)
        self.give_back.setVisible(any(payment.left_minor for payment in detail.payments))
        self.give_back.setEnabled(may)
        self.give_back.setToolTip("" if may else self.tr("An owner gives the right to refund."))

    def _show_papers(self) -> None:
        from parkdesk.ui.paper.dialog import PaperDialog

        PaperDialog(self._ui, self._booking_id, parent=self).open()

    def _print_receipt(self) -> None:
        from parkdesk.ui.paper.desk import paper_desk

        paper_desk(self._ui).print_receipt(self._booking_id)

    def _print_ticket(self) -> None:
        from parkdesk.ui.paper.desk import paper_desk

        paper_desk(self._ui).print_ticket(self._booking_id)

    def _moment(self, moment: datetime | None, detail: BookingDetail) -> str:
        return "" if moment is None else self._when(moment, detail)

    def _when(self, moment: datetime, detail: BookingDetail) -> str:
        return wording.when(moment, self._ui.clock.now(), detail.lot.time_zone, self._ui.language)

    def _lay_out(self) -> None:
        layout = column(self, gap=0, margins=(24, 20, 16, 20))
        top = row(gap=10)
        top.addWidget(self.heading)
        top.addWidget(self.badge)
        top.addStretch(1)
        self.badge.setVisible(False)
        layout.addLayout(top)
        layout.addSpacing(4)
        layout.addWidget(self.caption)
        layout.addSpacing(16)
        inside = bare(QWidget())
        across = row(inside, gap=32, margins=(0, 0, 8, 0))
        left, right = column(gap=6), column(gap=6)
        _section(left, self.tr("Booking"), self.facts)
        _section(left, self.tr("Price"), self.price)
        _section(left, self.tr("Payments"), self.payments)
        _section(right, self.tr("Notes"), self.notes)
        _section(right, self.tr("History"), self.history)
        for side in (left, right):
            side.addStretch(1)
            across.addLayout(side, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bare(area.viewport())
        area.setWidget(inside)
        layout.addWidget(area, 1)
        layout.addSpacing(12)
        foot = row(gap=8, margins=(0, 0, 8, 0))
        for words, key, icon, act in (
            (self.tr("Receipt…"), "F9", "receipt", self._show_papers),
            (self.tr("Print receipt"), "Shift+F9", "printer", self._print_receipt),
            (self.tr("Print ticket"), "Ctrl+T", "ticket", self._print_ticket),
        ):
            button = SecondaryButton(words, key=key, icon=icon)
            button.clicked.connect(act)
            # The window's own keys end at the window; this dialog is another one.
            QShortcut(QKeySequence(key), self).activated.connect(act)
            foot.addWidget(button)
        foot.addWidget(self.give_back)
        foot.addStretch(1)
        close = SecondaryButton(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        layout.addLayout(foot)


def _section(into: QVBoxLayout, title: str, content: QWidget) -> None:
    if into.count():
        into.addSpacing(12)
    into.addWidget(Label(title, Text.STRONG))
    into.addWidget(Hairline())
    into.addWidget(content)
