"""The card at the right: one payment, where it stands, what went back, and all that happened to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.charge import Refund, RefundState
from parkdesk.domain.dispute import bars_refunds
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.domain.people import Right
from parkdesk.ui.actions.paper import show_papers
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.give_back import GiveBackDialog
from parkdesk.ui.payments.list.dispute_part import DisputePart
from parkdesk.ui.payments.list.mail_part import MailPart, given_up_words
from parkdesk.ui.payments.settle_attention import SettleDialog
from parkdesk.ui.payments.words import (
    attention_words,
    fact_words,
    refund_words,
    row_standing,
    row_tender,
    why_nothing_goes_back,
)
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import deed_words
from parkdesk.ui.widgets import (
    Button,
    Facts,
    Hairline,
    Kind,
    Label,
    SecondaryButton,
    bare,
    column,
    row,
)
from parkdesk.ui.widgets.plate_card import PlateCard
from parkdesk.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from parkdesk.services.payment_list import PaymentStory


class StoryCard(PlateCard):
    """Shows what it is given; asking is the screen's work."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._story: PaymentStory | None = None
        self.amount = Label("", Text.COUNTDOWN, size=28)
        self.why = Label("", Text.BODY, tone="ending", weight=500, wrap=True)
        self.facts = Facts(row_height=32)
        self.refunds = Timeline(self.tr("Nothing went back"))
        self.history = Timeline(self.tr("Nothing yet"))
        self.give_back = Button(self.tr("Give back…"), Kind.DANGER_LINK)
        self.why_not = Label("", Text.SMALL, tone="mute", wrap=True)
        self.why_not.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.disputes = DisputePart()
        self.mails = MailPart(ui)
        self.settle = Button(self.tr("Settled…"), Kind.ACCENT)
        self.go_on = Button(self.tr("Open payment"), Kind.PRIMARY)
        self.booking = SecondaryButton(self.tr("Booking"), icon="calendar-days")
        self.receipt = SecondaryButton(self.tr("Receipt…"), icon="receipt")
        self._lay_out()
        self.give_back.clicked.connect(self._give_back)
        self.settle.clicked.connect(self._settle)
        self.go_on.clicked.connect(self._go_on)
        self.booking.clicked.connect(self.open_booking)
        self.receipt.clicked.connect(self._show_receipt)
        self.show_nothing()

    @property
    def story(self) -> PaymentStory | None:
        return self._story

    def show_nothing(self) -> None:
        self._story = None
        self.plate.setText(self.tr("No payment chosen"))
        self._only_told(self.tr("Choose one to see how it stands and what happened to it."))

    def show_error(self, error: ParkDeskError) -> None:
        self._only_told(sentence(error))

    def show_story(self, story: PaymentStory) -> None:
        self._story = story
        story_row, payment, locale = story.row, story.row.payment, story.lot.language
        self.told.hide()
        self._inside.show()
        self._foot.show()
        self.caption.show()
        self.plate.setText(story_row.plate)
        self.caption.setText(" · ".join((story_row.bay_code, story_row.ticket, story.lot.name)))
        self.badge.set(*row_standing(story_row))
        self.badge.show()
        self.amount.setText(wording.money(payment.amount, locale))
        language = self._ui.language
        looked_at = attention_words(story_row.attention, story.lot, language)
        why = f"{looked_at} {given_up_words(story.mails)}".strip()
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.facts.set(self._facts(story))
        self.disputes.show_disputes(
            story.disputes, story.lot, language, lambda moment: self._when(moment, story)
        )
        self.mails.show_mails(story.mails, lambda moment: self._when(moment, story))
        self.refunds.show_lines([self._refund(refund, story) for refund in story.refunds])
        self.history.show_lines(
            [
                (self._when(line.at, story), deed_words(line.deed), line.who or "ParkDesk")
                for line in reversed(story.history)
            ]
        )
        self._show_deeds(story)

    def open_booking(self) -> None:
        story = self._story
        if story is not None:
            self._ui.open_screen("bookings")
            self._ui.select(Selection(booking_id=story.row.payment.booking_id))

    def _show_deeds(self, story: PaymentStory) -> None:
        person, payment = self._ui.person, story.row.payment
        may_refund = person is not None and person.may(Right.REFUND)
        why_not = why_nothing_goes_back(payment, may_refund=may_refund, disputed=bars_refunds(story.disputes))
        self.give_back.setEnabled(not why_not)
        self.give_back.setToolTip(why_not)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))
        self.settle.setVisible(bool(story.row.attention))
        self.go_on.setVisible(story.charge is not None and story.charge.is_open)
        self.receipt.setVisible(payment.left_minor > 0 or payment.refunded_minor > 0)

    def _facts(self, story: PaymentStory) -> list[tuple[str, str]]:
        payment, locale = story.row.payment, story.lot.language
        declined = story.charge.latest.standing.declined if story.charge is not None else ""
        facts = [
            (self.tr("Tender"), row_tender(story.row)),
            (self.tr("When"), self._when(payment.processed_at, story)),
            (self.tr("Taken by"), story.row.taken_by),
        ]
        if payment.change:
            handed = Money(payment.tendered_minor or 0, payment.currency)
            facts.append((self.tr("Handed over"), wording.money(handed, locale)))
            facts.append((self.tr("Change"), wording.money(payment.change, locale)))
        if payment.refunded_minor:
            back, left = (
                Money(minor, payment.currency) for minor in (payment.refunded_minor, payment.left_minor)
            )
            facts.append((self.tr("Given back"), wording.money(back, locale)))
            facts.append((self.tr("Left"), wording.money(left, locale)))
        if declined:
            facts.append((self.tr("Declined"), fact_words(declined)))
        if story.charge is not None and story.charge.latest.intent_id:
            facts.append((self.tr("At Stripe"), story.charge.latest.intent_id))
        if payment.note:
            facts.append((self.tr("Note"), payment.note))
        return facts

    def _refund(self, refund: Refund, story: PaymentStory) -> tuple[str, str, str]:
        amount = wording.money(refund.amount, story.lot.language)
        words = f"{amount} · {refund_words(refund.state)}"
        why = self.tr("made at Stripe") if refund.by_provider else fact_words(refund.reason)
        if refund.state is RefundState.SUCCEEDED and refund.charge_id is None:
            words = f"{amount} · {self.tr('over the desk')}"
        elif refund.state is RefundState.REQUESTED and refund.charge_id is None:
            words = f"{amount} · {self.tr('to be handed over')}"
        return self._when(refund.requested_at, story), words, why

    def _give_back(self) -> None:
        story = self._story
        if story is not None:
            GiveBackDialog(
                self._ui, story.row.payment, story.row.plate, story.lot.language, parent=self._window
            ).open()

    def _settle(self) -> None:
        story = self._story
        if story is not None and story.charge is not None:
            why, lot = story.row.attention, story.lot
            SettleDialog(self._ui, story.charge.id, why, lot, parent=self._window).open()

    def _go_on(self) -> None:
        if self._story is not None:
            charge_watch(self._ui).open_payment(self._story.row.payment.booking_id)

    def _show_receipt(self) -> None:
        if self._story is not None:
            show_papers(self._ui, self._story.row.payment.booking_id)

    @property
    def _window(self) -> QWidget:
        return cast(QWidget, self._ui.shell)

    def _when(self, moment: datetime, story: PaymentStory) -> str:
        return wording.when(moment, self._ui.clock.now(), story.lot.time_zone, self._ui.language)

    def _only_told(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        self.badge.hide()
        self.caption.hide()
        self._inside.hide()
        self._foot.hide()

    def _lay_out(self) -> None:
        self.body.addSpacing(6)
        self.body.addWidget(self.told)
        inside = bare(QWidget())
        layout = column(inside, gap=0, margins=(0, 0, 2, 0))
        layout.addWidget(self.amount)
        layout.addSpacing(4)
        layout.addWidget(self.why)
        layout.addSpacing(4)
        layout.addWidget(self.facts)
        layout.addWidget(self.disputes)
        layout.addWidget(self.mails)
        for title, content in ((self.tr("Given back"), self.refunds), (self.tr("History"), self.history)):
            layout.addSpacing(14)
            layout.addWidget(Label(title, Text.STRONG))
            layout.addSpacing(4)
            layout.addWidget(Hairline())
            layout.addSpacing(4)
            layout.addWidget(content)
        layout.addStretch(1)
        self._inside = QScrollArea()
        self._inside.setAccessibleName(self.tr("The payment's story"))
        self._inside.setWidgetResizable(True)
        self._inside.setFrameShape(QFrame.Shape.NoFrame)
        self._inside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setWidget(inside)
        self.body.addWidget(self._inside, 1)
        self._foot = QWidget()
        foot = column(self._foot, gap=8, margins=(0, 10, 0, 0))
        foot.addWidget(self.go_on)
        foot.addWidget(self.settle)
        pair = row(gap=8)
        pair.addWidget(self.booking)
        pair.addWidget(self.receipt)
        foot.addLayout(pair)
        foot.addWidget(self.give_back)
        foot.addWidget(self.why_not)
        self.body.addWidget(self._foot)
        self.body.addStretch(0)
