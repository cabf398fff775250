"""The price of a stay as its lines, their sum, and whether it is paid."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.board import Board, LiveStay
from parkdesk.domain.booking import Status
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Payment
from parkdesk.ui.board import BayChoice, LiveBoard
from parkdesk.ui.stay_words import paid_words, price_facts, total_minor
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import ElidedLabel, Facts, Hairline, Label, column, row
from parkdesk.ui.widgets.paid_strip import PaidStrip

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail


class PriceBlock(QWidget):
    """What the board knows shows at once; the lines follow when the details are here."""

    def __init__(self) -> None:
        super().__init__()
        self._coming = False
        self._compact = False
        self._next_step: datetime | None = None
        self._step_words = ""
        self._title = Label(self.tr("To pay"), Text.STRONG)
        self._step = ElidedLabel("", Text.CAPTION, tone="mute")
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._paid = ElidedLabel("", Text.SMALL, weight=600)
        self._paid.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._paid.hide()
        self.lines = Facts(lines=False, row_height=26)
        self._total_caption = ElidedLabel(self.tr("Total"), Text.STRONG, size=14)
        self.total = Label("", Text.TITLE, size=16)
        self.strip = PaidStrip()
        layout = column(self, gap=0)
        head = row(gap=8)
        head.addWidget(self._title)
        head.addWidget(self._step, 1)
        head.addWidget(self._paid)
        layout.addLayout(head)
        layout.addSpacing(4)
        layout.addWidget(self.lines)
        layout.addSpacing(6)
        layout.addWidget(Hairline())
        layout.addSpacing(4)
        foot = row(gap=8)
        foot.addWidget(self._total_caption, 1)
        foot.addWidget(self.total)
        layout.addLayout(foot)
        layout.addSpacing(6)
        layout.addWidget(self.strip)

    def set_compact(self, compact: bool) -> None:
        """Where height is short, whether it is paid stands beside the title."""
        self._compact = compact
        self.strip.setVisible(not compact)
        self._paid.setVisible(compact)
        self.lines.set_row_height(22 if compact else 26)

    def show_stay(
        self,
        stay: LiveStay,
        detail: BookingDetail | None,
        board: Board,
        language: str,
        *,
        coming: bool = False,
    ) -> None:
        lot = board.lot
        self._coming = coming
        if detail is None:
            self.total.setText(wording.money(Money(stay.total_minor, lot.currency), lot.language))
            self._show_paid(stay.due_minor, (), board, language)
            return
        self.lines.set(price_facts(detail, lot, language))
        self.total.setText(wording.money(Money(total_minor(detail), lot.currency), lot.language))
        included = wording.tax_included(detail.quote, language)
        self._total_caption.setText(
            self.tr("Total, {tax}").format(tax=included) if included else self.tr("Total")
        )
        held = detail.booking.held_until if detail.booking.status is Status.PENDING else None
        self._show_paid(detail.due_minor, detail.own_payments, board, language, held)

    def step_of(self, stay: LiveStay, choice: BayChoice, live: LiveBoard) -> int | None:
        """How many increments an overstay has cost so far: with the next one the price must be asked again."""
        board, now = live.board, live.model.now
        self._next_step = None
        if (
            board is None
            or board.tariff is None
            or stay is not choice.stay
            or board.lot.at_end is not AtEnd.HOLD
            or now <= stay.until + board.lot.grace
        ):
            self._step.setText("")
            return None
        increment = timedelta(minutes=board.tariff.increment_minutes)
        steps = -(-(now - stay.starts_at) // increment)
        self._next_step = stay.starts_at + steps * increment
        rate = board.tariff.rate(stay.vehicle_type, choice.cell.hourly_minor)
        amount = Money(rate, board.lot.currency).portion(board.tariff.increment_minutes, 60)
        self._step_words = wording.money(amount, board.lot.language, short=True)
        return steps

    def outdated(self, now: datetime) -> bool:
        """Whether an overstay has passed its next step since the price was asked; on the step it costs no more yet."""
        return self._next_step is not None and now > self._next_step

    def tick(self, now: datetime) -> None:
        words = ""
        if self._next_step is not None and self._next_step > now:
            left = wording.span(max(self._next_step - now, timedelta(minutes=1)))
            words = (
                self.tr("+ {amount} in {span}")
                if self._compact
                else self.tr("next step + {amount} in {span}")
            )
            words = words.format(amount=self._step_words, span=left)
        if words != self._step.text():
            self._step.setText(words)

    def _show_paid(
        self,
        due_minor: int,
        payments: tuple[Payment, ...],
        board: Board,
        language: str,
        held: datetime | None = None,
    ) -> None:
        words, state = paid_words(payments, board.lot, language), State.FREE
        if due_minor > 0:
            due = wording.money(Money(due_minor, board.lot.currency), board.lot.language, short=True)
            # Nobody owes for a stay that has not begun.
            words = self.tr("Not paid yet · {amount}") if self._coming else self.tr("Due {amount}")
            words, state = words.format(amount=due), State.PLAIN if self._coming else State.OVERSTAYING
            if held is not None:
                until = wording.clock(held, board.lot.time_zone)
                words = self.tr("Pay {amount} · held until {time}").format(amount=due, time=until)
                state = State.ENDING
        self.strip.set(words, state)
        self._paid.setText(words)
        self._paid.set_tone("mute" if state is State.PLAIN else state.value)
