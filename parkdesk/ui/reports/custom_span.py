"""Asks for the first and the last day of a span of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from parkdesk.domain.errors import EndBeforeStart
from parkdesk.ui.messages import sentence
from parkdesk.ui.reports.spans import Span
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Dialog, Field, Label, PrimaryButton, SecondaryButton, column, row

_EARLIEST = QDate(1971, 1, 1)
_MOST_DAYS = 3660


class CustomSpan(Dialog):
    """`chosen` carries the Span."""

    chosen = Signal(object)

    def __init__(self, span: Span, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=400)
        self.setWindowTitle(self.tr("Days to report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = _editor(span.first, today)
        self.last = _editor(span.last, today)
        self._first = Field(self.tr("From"), self.first)
        self._last = Field(self.tr("To, this day included"), self.last)
        show = PrimaryButton(self.tr("Show"), key="Return")
        show.setDefault(True)
        show.clicked.connect(self.take)
        cancel = SecondaryButton(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        layout = column(self, gap=16, margins=(24, 20, 24, 20))
        layout.addWidget(Label(self.tr("Days to report"), Text.HEADING))
        days = row(gap=16)
        for field in (self._first, self._last):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(days)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(show)
        layout.addLayout(buttons)

    @property
    def fault(self) -> str:
        """The sentence beside the last day, if it is at fault."""
        return self._last.sentence

    def take(self) -> None:
        span = Span(_day(self.first), _day(self.last))
        if span.days < 1:
            self._last.fault(sentence(EndBeforeStart(field="last")))
        elif span.days > _MOST_DAYS:
            self._last.fault(self.tr("A report covers ten years at most."))
        else:
            self.chosen.emit(span)
            self.accept()


def _editor(day: date, today: date) -> QDateEdit:
    editor = QDateEdit(QDate(day.year, day.month, day.day))
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("d MMM yyyy")
    editor.setDateRange(_EARLIEST, QDate(today.year, today.month, today.day))
    return editor


def _day(editor: QDateEdit) -> date:
    chosen = editor.date()
    return date(chosen.year(), chosen.month(), chosen.day())
