"""The card at the right: everything about the chosen booking, and what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.booking import Status
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.ui.bookings import detail_words
from parkdesk.ui.bookings.booking_deeds import BookingDeeds
from parkdesk.ui.bookings.line import line_of
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.standing import standing
from parkdesk.ui.stay_words import paid_words, price_facts, total_minor
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import Facts, Hairline, Label, bare, column, empty
from parkdesk.ui.widgets.paid_strip import PaidStrip
from parkdesk.ui.widgets.plate_card import PlateCard

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail, Note


class DetailCard(PlateCard):
    """Shows what it is given; asking is the screen's work."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._detail: BookingDetail | None = None
        self._telling = QWidget()
        telling = column(self._telling)
        telling.addWidget(self.told)
        telling.addStretch(1)
        self.facts = Facts(row_height=32)
        self.price = Facts(lines=False, row_height=26, strong_last=True)
        self.strip = PaidStrip()
        self.payments = Facts(lines=False, row_height=26)
        self.history = Facts(lines=False, row_height=26)
        self._notes = column(gap=6)
        self.deeds = BookingDeeds(ui)
        self._sections: dict[str, QWidget] = {}
        self.body.addSpacing(8)
        self.body.addWidget(self._telling, 1)
        self.body.addWidget(self._middle(), 1)
        self.body.addSpacing(8)
        self.body.addWidget(self.deeds)
        self.show_nothing()

    @property
    def detail(self) -> BookingDetail | None:
        return self._detail

    def show_nothing(self) -> None:
        self._detail = None
        self.plate.setText(self.tr("No booking chosen"))
        self.badge.hide()
        self.caption.setText("")
        self._only_told(self.tr("Choose one to see its price, its payments and its history."))

    def show_error(self, error: ParkDeskError) -> None:
        self._only_told(sentence(error))

    def show_detail(self, detail: BookingDetail, vehicle: str) -> None:
        self._detail = detail
        now, language, lot = self._ui.clock.now(), self._ui.language, detail.lot
        self._telling.hide()
        self.caption.show()
        self.area.show()
        self.plate.setText(detail.booking.plate.shown)
        self.caption.setText(" · ".join((vehicle, detail.lot.name)))
        self.tick()
        self.facts.set(detail_words.facts(detail, now, language))
        total = wording.money(Money(total_minor(detail), lot.currency), lot.language)
        self.price.set([*price_facts(detail, lot, language), (self._total_caption(detail), total)])
        if detail.due_minor > 0:
            due = wording.money(Money(detail.due_minor, lot.currency), lot.language, short=True)
            owed = State.OVERSTAYING if line_of(detail).owed else State.PLAIN
            words = self.tr("Due {amount}").format(amount=due)
            if detail.booking.status is Status.PENDING and detail.booking.held_until is not None:
                until = wording.clock(detail.booking.held_until, lot.time_zone)
                words = self.tr("Pay {amount} · held until {time}").format(amount=due, time=until)
                owed = State.ENDING
            self.strip.set(words, owed)
        else:
            self.strip.set(paid_words(detail.payments, lot, language), State.FREE)
        self.payments.set(detail_words.payments(detail, now, language))
        self.history.set(detail_words.history(detail, now, language))
        self._show_notes(detail.notes)
        shown = {"payments": detail.payments, "notes": detail.notes, "history": detail.history}
        for name, rows in shown.items():
            self._sections[name].setVisible(bool(rows))
        self.deeds.show()
        self.deeds.show_status(detail.booking.status)

    def tick(self) -> None:
        if self._detail is not None:
            self.badge.set(*standing(self._detail.booking, self._ui.clock.now()))
            self.badge.show()

    def _only_told(self, words: str) -> None:
        self.told.setText(words)
        self._telling.show()
        self.caption.setVisible(bool(self.caption.text()))
        self.area.hide()
        self.deeds.hide()

    def _total_caption(self, detail: BookingDetail) -> str:
        included = wording.tax_included(detail.quote, self._ui.language)
        return self.tr("Total, {tax}").format(tax=included) if included else self.tr("Total")

    def _show_notes(self, notes: Sequence[Note]) -> None:
        empty(self._notes)
        lot = self._ui.lot
        for note in notes:
            self._notes.addWidget(Label(note.text, Text.BODY, wrap=True))
            time_zone = lot.time_zone if lot is not None else "UTC"
            moment = wording.when(note.at, self._ui.clock.now(), time_zone, self._ui.language)
            self._notes.addWidget(Label(f"{note.who} · {moment}", Text.CAPTION, tone="mute"))

    def _middle(self) -> QWidget:
        inside = bare(QWidget())
        layout = column(inside, gap=0, margins=(0, 0, 2, 0))
        layout.addWidget(self.facts)
        layout.addSpacing(12)
        layout.addWidget(Label(self.tr("Price"), Text.STRONG))
        layout.addSpacing(2)
        layout.addWidget(self.price)
        layout.addSpacing(6)
        layout.addWidget(self.strip)
        notes = QWidget()
        notes.setLayout(self._notes)
        for name, title, content in (
            ("payments", self.tr("Payments"), self.payments),
            ("notes", self.tr("Notes"), notes),
            ("history", self.tr("History"), self.history),
        ):
            section = QWidget()
            within = column(section, gap=4, margins=(0, 14, 0, 0))
            within.addWidget(Hairline())
            within.addSpacing(8)
            within.addWidget(Label(title, Text.STRONG))
            within.addWidget(content)
            self._sections[name] = section
            layout.addWidget(section)
        layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        return self.area
