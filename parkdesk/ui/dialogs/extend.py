"""Extending a stay: by how much, until when, and what it costs on top."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import QUICK_DURATIONS
from parkdesk.domain.money import Money
from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board import live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.span_choice import SpanChoice
from parkdesk.ui.messages import sentence
from parkdesk.ui.widgets import Facts, Field

_QUARTER = timedelta(minutes=15)


class ExtendDialog(DeedDialog):
    def __init__(self, ui: UiContext, subject: Subject, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ExtendDialog", "Extend {plate}").format(plate=subject.plate)
        super().__init__(ui, title, subject.bay_code, parent=parent)
        self._subject = subject
        lot = live_board(ui).model.lot
        spans = (_QUARTER, *(lot.quick_durations if lot is not None else QUICK_DURATIONS))
        first = timedelta(minutes=30)
        self.span = SpanChoice(tuple(dict.fromkeys(spans))[:5], first, name=self.tr("By how much"))
        self.facts = Facts(row_height=30)
        field = Field(self.tr("By how much"), self.span)
        self.set_fields({"duration": field, "until": field})
        self.body.addWidget(field)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)
        self.want(520)
        self.span.changed.connect(self._ask)
        self._show(None)
        self._ask()
        self.span.pills.setFocus()

    def submit(self) -> None:
        span = self.span.span()
        if span is None:
            self.show_refusal_of_span()
            return
        booking_id, stays = self._subject.booking_id, self.ui.services.stays
        words = self.tr("Extended {plate} in {bay} by {span}").format(
            plate=self._subject.plate, bay=self._subject.bay_code, span=wording.span(span)
        )
        self.run(lambda who, deed_id: stays.extend(who, booking_id, span, deed_id=deed_id), lambda _: words)

    def show_refusal_of_span(self) -> None:
        text = self.span.other.text().strip()
        words = self.tr("“{text}” is no duration; write 90, 1h30 or 2d.").format(text=text)
        self._fields["duration"].fault(words)

    def _ask(self) -> None:
        self.primary.setText(self.tr("Extend"))
        span = self.span.span()
        if span is None:
            self._show(None)
            return
        booking_id, stays = self._subject.booking_id, self.ui.services.stays
        self.ui.tasks.query(
            lambda: stays.extended(booking_id, span), self._show, self._refused, replaces="extension"
        )

    def _refused(self, error: ParkDeskError) -> None:
        self._show(None)
        self.say_refusal(sentence(error))

    def _show(self, found: tuple[datetime, Money] | None) -> None:
        lot = live_board(self.ui).model.lot
        if found is None or lot is None:
            self.facts.set([(self.tr("New end"), "–"), (self.tr("On top"), "–")])
            return
        until, more = found
        ends = wording.when(until, self.ui.clock.now(), lot.time_zone, self.ui.language)
        price = wording.money(more, lot.language)
        self.facts.set([(self.tr("New end"), ends), (self.tr("On top"), price)])
        short = wording.money(more, lot.language, short=True)
        self.primary.setText(f"{self.tr('Extend')} · {short}")
        self.primary.updateGeometry()
