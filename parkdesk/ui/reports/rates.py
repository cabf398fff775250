"""Promises kept: of all bookings, how many ended as they were meant to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from parkdesk import wording
from parkdesk.domain.report import Report
from parkdesk.ui.theme import State
from parkdesk.ui.widgets import Card, Label, ThinBar


class Promises(Card):
    """A bar a rate; a rate of nothing shows a dash."""

    def __init__(self) -> None:
        super().__init__()
        self.header(self.tr("Promises kept"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._rows = [
            self._row(number, words)
            for number, words in enumerate(
                (
                    self.tr("Completed"),
                    self.tr("Cancelled by a person"),
                    self.tr("Cancelled automatically"),
                    self.tr("No-show"),
                    self.tr("Neither cancelled nor missed"),
                    self.tr("Paid of what was due"),
                )
            )
        ]
        self.body.addLayout(self._grid, 1)

    def set(self, report: Report, locale: str) -> None:
        booked = report.total("booked")
        self.caption.setText(
            self.tr("of {count} bookings").format(count=wording.number(booked, locale))
            if booked
            else self.tr("no bookings")
        )
        by_person, by_itself = report.cancellation_rate, report.auto_cancellation_rate
        if by_person is not None and by_itself is not None:
            by_person -= by_itself
        rates = (
            (report.completion_rate, State.FREE),
            (by_person, State.ENDING),
            (by_itself, State.ENDING),
            (report.no_show_rate, State.OVERSTAYING),
            (report.success_rate, State.FREE),
            (report.payment_rate, State.FREE),
        )
        for (bar, figure), (rate, state) in zip(self._rows, rates, strict=True):
            bar.set(rate or 0.0, state)
            figure.setText("–" if rate is None else wording.percent(rate, locale, places=1))

    def _row(self, number: int, words: str) -> tuple[ThinBar, Label]:
        name, bar, figure = Label(words), ThinBar(thickness=10), Label("–", weight=600)
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("100.0 %") + 4)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.setAccessibleName(words)
        for column, widget in enumerate((name, bar, figure)):
            self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowStretch(number, 1)
        self._grid.setRowMinimumHeight(number, 30)
        return bar, figure
