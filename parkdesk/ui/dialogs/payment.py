"""Taking payment: what is owed at the left, how it is paid at the right, and the deed at the foot."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from parkdesk.domain.charge import Mode, Tender
from parkdesk.domain.errors import ParkDeskError, PaymentTooMuch
from parkdesk.domain.money import Money
from parkdesk.domain.payment import PRICE_STANDS, Method, Payment
from parkdesk.ui.actions.deeds import do
from parkdesk.ui.actions.money import check_out_paid
from parkdesk.ui.actions.subject import of_detail
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.settling import settling
from parkdesk.ui.payments.foot import TICKET_KEY, Foot
from parkdesk.ui.payments.pages import PaymentPages
from parkdesk.ui.payments.sight import Paying, paying
from parkdesk.ui.payments.taking import sum_of, taking, took_words
from parkdesk.ui.payments.tender_row import CASH, COLLECTED, KEYS
from parkdesk.ui.payments.without_money import WithoutMoneyDialog, ways_out

translate = QCoreApplication.translate


class PaymentDialog(DeedDialog):
    """With `leaving` the payment is the first half of a check-out; with a `tender` it begins with that one.

    A charge that is open for the stay is followed, whoever opened it; closing the dialog leaves it open.
    """

    def __init__(
        self,
        ui: UiContext,
        booking_id: UUID,
        *,
        leaving: bool = False,
        tender: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = (
            translate("PaymentDialog", "Check out") if leaving else translate("PaymentDialog", "Take payment")
        )
        super().__init__(ui, title, " ", parent=parent)
        self._booking_id, self._leaving, self._first = booking_id, leaving, tender
        self._at_exit, self._leaves_next = leaving, False
        self._paying: Paying | None = None
        pages = self.pages = PaymentPages(ui, booking_id)
        self.summary, self.method, self.form = pages.summary, pages.method, pages.form
        self.card, self.change_view = pages.card, pages.change_view
        self.controls = Foot(self, leaving=leaving)
        self.due, self.unpaid = self.summary.due, self.controls.unpaid
        self.amount, self.tendered, self.note = self.form.amount, self.form.tendered, self.form.note
        self.change, self.quick = self.form.change, self.form.quick
        self.set_fields(self.form.fields)
        self.body.addWidget(pages)
        self.want(760)
        self._connect()
        self._offer_cards()
        self.primary.setEnabled(False)
        self._ask()

    # What a person wants

    def wish(self, tender: str) -> None:
        """Take a tender; what is open is cancelled first, and may still turn out paid."""
        known, pages = self._paying, self.pages
        if known is None or self._busy or pages.on_change or pages.on_paid:
            return
        if pages.on_card and self.card.is_open:
            self.card.instead(tender)
            return
        self.clear_faults()
        collected = tender in COLLECTED
        if collected and self._is_outdated():
            return
        self.method.choose(CASH if collected else tender)
        self.form.take_cash(collected or tender == CASH)
        self.pages.turn_to_form()
        self.form.focus()
        if collected:
            try:
                amount = self.form.typed_amount()
            except ParkDeskError as error:
                self.show_refusal(error)
                return
            self.pages.turn_to_card()
            self.card.open(Tender(tender), amount, known.detail.lot)

    def submit(self) -> None:
        if self.pages.on_form:
            self._take()
        elif self.pages.on_card and not self.card.is_paid:
            self.card.retry()
        elif self._due:
            self.pages.turn_to_form()
            self.form.focus()
        else:
            self.accept()

    def leave_unpaid(self) -> None:
        """Check out all the same; what is owed stays owed."""
        if self._paying is None or self._is_outdated():
            return
        stays, booking_id, at = self.ui.services.stays, self._booking_id, self._paying.at
        words = self.tr("Checked out {plate}; {amount} is still owed")
        words = words.format(plate=self._plate, amount=self.form.said(self._due))
        self.run(
            lambda who, deed_id: stays.check_out(who, booking_id, told_at=at, deed_id=deed_id),
            lambda _: words,
        )

    def let_go(self, nil: bool) -> None:
        """Without money: as an IOU, or with nothing to pay."""
        if self._paying is None:
            return
        dialog = WithoutMoneyDialog(self.ui, self._paying.detail, nil=nil, parent=self)
        dialog.accepted.connect(self.accept)
        dialog.open()

    # Money in the hand, or paid elsewhere

    def _take(self) -> None:
        self.clear_faults()
        try:
            amount = self.form.typed_amount()
            tendered = self.form.typed_tender(amount)
        except ParkDeskError as error:
            self.show_refusal(error)
            return
        if self._paying is None or self._is_outdated():
            return
        self._set_busy(True)
        leaving = self._leaving and amount == self._due and not self._paying.unused
        method, note = Method(self.method.current()), self.note.text()
        at = self._paying.at if leaving else None
        work = taking(self.ui.services, self._booking_id, method, amount, tendered, note=note, leaving_at=at)
        said = partial(self._took, leaving)
        do(self.ui, work, said, then=self._taken, failed=self.show_refusal, owner=self)

    def _took(self, left: bool, taken: tuple[Payment, ...]) -> str:
        return took_words(taken, self._plate, self.form.said, left=left)

    def _taken(self, taken: tuple[Payment, ...]) -> None:
        """Change stays until it was given; what is still owed is asked for next."""
        self._set_busy(False)
        amount, change, said = sum_of(taken), taken[-1].change, self.form.said
        rest = amount < self._due
        self._leaves_next = self._leaving and not rest and self._unused
        self.form.clear()
        if change:
            self.change_view.show_change(said(change), said(amount), said(amount + change))
            self.pages.turn_to_change()
            self.primary.setFocus()
        elif not rest:
            self.accept()
            return
        self._ask()

    def show_refusal(self, error: ParkDeskError) -> None:
        if isinstance(error, PaymentTooMuch):
            error = PaymentTooMuch(field=error.field, due=self.form.said(self._due))
        super().show_refusal(error)

    # By the provider

    def _card_ended(self) -> None:
        if self.card.is_paid:
            # What is still owed is read first.
            self.form.clear()
            self.primary.setEnabled(False)
        self._ask()

    def _card_refused(self, error: ParkDeskError) -> None:
        if self.card.sight is None:
            self.pages.turn_to_form()
        self.show_refusal(error)

    def _freed(self, tender: str) -> None:
        """The open charge ended for the sake of another tender."""
        self.pages.turn_to_form()
        self.wish(tender)

    def _check_out_paid(self) -> None:
        """Whoever came to leave has paid all there was."""
        self._leaving, self._leaves_next = False, self._unused
        if self._leaves_next or self._paying is None:
            return
        stays, booking_id, at = self.ui.services.stays, self._booking_id, self._paying.at
        words = self.tr("{plate} has paid and is checked out").format(plate=self._plate)
        do(
            self.ui,
            lambda who, deed_id: stays.check_out(who, booking_id, told_at=at, deed_id=deed_id),
            lambda _: words,
            then=lambda _: self.card.say_gone(words),
            failed=self.show_refusal,
            owner=self,
        )

    def _leave_next(self) -> None:
        """All is paid, and something of it goes back: that is said before the driver is checked out."""
        if self._leaves_next and self._paying is not None:
            check_out_paid(self.ui, of_detail(self._paying.detail))

    # What is known

    @property
    def _due(self) -> Money:
        return Money(0, "INR") if self._paying is None else self._paying.due

    @property
    def _unused(self) -> bool:
        return self._paying is not None and self._paying.unused

    @property
    def _plate(self) -> str:
        return "" if self._paying is None else self._paying.detail.booking.plate.shown

    def _is_outdated(self) -> bool:
        """Whether the price at the exit was told too long ago to hold: then it is asked anew, and said."""
        known = self._paying
        if not self._leaving or known is None or self.ui.clock.now() < known.at + PRICE_STANDS:
            return False
        self._ask(anew=True)
        self.say_refusal(self.tr("The price was asked a while ago. This is what it is now."))
        return True

    def _ask(self, *, anew: bool = False) -> None:
        """At the exit the price stays as it was told, unless it is asked `anew`."""
        services, booking_id, leaving = self.ui.services, self._booking_id, self._at_exit
        told_at = None if anew or self._paying is None else self._paying.at
        self.ui.tasks.query(
            lambda: paying(services, booking_id, leaving=leaving, told_at=told_at),
            self._show_paying,
            self.show_refusal,
        )

    def _show_paying(self, known: Paying) -> None:
        first, self._paying = self._paying is None, known
        detail = known.detail
        self.set_caption(f"{detail.bay.code} · {detail.booking.plate.shown} · {detail.booking.ticket}")
        self.summary.show_detail(detail, self.ui.language)
        self.form.show_due(known.due, detail.lot.language)
        self.primary.setEnabled(not self._busy)
        if known.sight is not None and self.card.sight is None:
            self.pages.turn_to_card()
            self.card.follow(known.sight, detail.lot)
            if self._leaving and known.due < known.sight.charge.amount:
                # Opened while the driver meant to stay on: nobody pays more than the time used.
                self.card.instead(CASH)
        elif first:
            self.form.focus()
            if self._first:
                self.wish(self._first)
        if self._leaving and self.card.is_paid and not known.due:
            self._check_out_paid()
        self._show_foot()
        if self.pages.on_paid:
            self.primary.setFocus()

    def _show_foot(self) -> None:
        self.pages.show_foot(self.controls, rest=bool(self._due))

    def _offer_cards(self) -> None:
        self.method.offer_cards(settling(self.ui).mode not in (None, Mode.CASH))

    def _show_ways_out(self) -> None:
        menu = ways_out(self.ui, self, self.let_go)
        menu.popup(self.controls.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _connect(self) -> None:
        self.pages.turned.connect(self._show_foot)
        self.method.chosen.connect(self.wish)
        self.form.changed.connect(self._show_foot)
        self.form.handed.connect(self.primary.setFocus)
        self.card.moved.connect(self._show_foot)
        self.card.ended.connect(self._card_ended)
        self.card.freed.connect(self._freed)
        self.card.refused.connect(self._card_refused)
        self.controls.unpaid.clicked.connect(self.leave_unpaid)
        self.controls.more.clicked.connect(self._show_ways_out)
        self.controls.cancel.clicked.connect(partial(self.card.instead, CASH))
        self.controls.cash.clicked.connect(partial(self.wish, CASH))
        self.controls.ticket.clicked.connect(self.card.print_ticket)
        QShortcut(QKeySequence(TICKET_KEY), self).activated.connect(self.card.print_ticket)
        settling(self.ui).told.connect(self._offer_cards)
        watch = charge_watch(self.ui)
        self.finished.connect(lambda _: watch.leave(self))
        self.finished.connect(self._leave_next)
        for tender, key in KEYS.items():
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.wish, tender))
