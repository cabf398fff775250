"""Which day: one step back, one step on, any day from a calendar, or all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from parkdesk import wording
from parkdesk.ui.widgets import Button, IconButton, Kind, row


class DayPicker(QWidget):
    """`picked` carries the day, or None for all. `today` is asked for each time: days end."""

    picked = Signal(object)

    def __init__(self, today: Callable[[], date], language: str) -> None:
        super().__init__()
        self._today, self._language, self._all_days = today, language, True
        self._day: date | None = None
        before = IconButton("chevron-left", self.tr("The day before"))
        after = IconButton("chevron-right", self.tr("The day after"))
        self._button = Button("", Kind.SECONDARY, icon="calendar-days")
        self._button.setMinimumWidth(132)
        layout = row(self, gap=2)
        for widget in (before, self._button, after):
            layout.addWidget(widget)
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        self._button.clicked.connect(self._open)
        self._write()

    @property
    def day(self) -> date | None:
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self._day = day
        self._write()

    def allow_all(self, allowed: bool) -> None:
        """Without it one day is always chosen: today, if none was."""
        self._all_days = allowed
        if not allowed and self._day is None:
            self.show_day(self._today())

    def pick(self, day: date | None) -> None:
        if day != self._day:
            self.show_day(day)
            self.picked.emit(day)

    def _step(self, days: int) -> None:
        self.pick((self._day or self._today()) + timedelta(days=days))

    def _write(self) -> None:
        today = self._today()
        near = {
            today: self.tr("Today"),
            today - timedelta(days=1): self.tr("Yesterday"),
            today + timedelta(days=1): self.tr("Tomorrow"),
        }
        words = self.tr("Any day") if self._day is None else near.get(self._day)
        self._button.setText(words or wording.short_day(self._day or today, self._language))
        self._button.setAccessibleName(self.tr("Day: {day}").format(day=self._button.text()))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._all_days:
            menu.addAction(self.tr("Any day"), lambda: self.pick(None))
        menu.addAction(self.tr("Today"), lambda: self.pick(self._today()))
        menu.addSeparator()
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._day or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))

        def chosen(picked: QDate) -> None:
            menu.close()
            self.pick(date(picked.year(), picked.month(), picked.day()))

        calendar.clicked.connect(chosen)
        calendar.activated.connect(chosen)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))
