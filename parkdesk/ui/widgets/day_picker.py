"""Which day or week: one step back, one step on, any day from a calendar, or all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from parkdesk import wording
from parkdesk.domain.moments import WEEK, last_of, week_of
from parkdesk.ui.widgets import Button, IconButton, Kind, row


class DayPicker(QWidget):
    """`picked` carries the day, or None for all. `today` is asked for each time: days end."""

    picked = Signal(object)

    def __init__(self, today: Callable[[], date], language: str) -> None:
        super().__init__()
        self._today, self._language, self._all_days = today, language, True
        self._day: date | None = None
        self._weeks = False
        self._before = IconButton("chevron-left", "")
        self._after = IconButton("chevron-right", "")
        self._button = Button("", Kind.SECONDARY, icon="calendar-days")
        self._button.setMinimumWidth(104)
        layout = row(self, gap=2)
        for widget in (self._before, self._button, self._after):
            layout.addWidget(widget)
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
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

    def show_weeks(self, weeks: bool) -> None:
        """Whether a step is a week, and the week of the day is what is named."""
        self._weeks = weeks
        self._write()

    def pick(self, day: date | None) -> None:
        if day != self._day:
            self.show_day(day)
            self.picked.emit(day)

    def step(self, steps: int) -> None:
        days = steps * (WEEK if self._weeks else 1)
        self.pick((self._day or self._today()) + timedelta(days=days))

    def _write(self) -> None:
        names = (self.tr("The week before"), self.tr("The week after"))
        if not self._weeks:
            names = (self.tr("The day before"), self.tr("The day after"))
        for button, words in zip((self._before, self._after), names, strict=True):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._button.setText(self._week_words() if self._weeks else self._day_words())
        self._button.setAccessibleName(self.tr("Day: {day}").format(day=self._button.text()))

    def _week_words(self) -> str:
        first, this = week_of(self._day or self._today()), week_of(self._today())
        near = {
            this: self.tr("This week"),
            this - timedelta(days=WEEK): self.tr("Last week"),
            this + timedelta(days=WEEK): self.tr("Next week"),
        }
        return near.get(first) or wording.date_span(first, last_of(first), self._language)

    def _day_words(self) -> str:
        today = self._today()
        near = {
            today: self.tr("Today"),
            today - timedelta(days=1): self.tr("Yesterday"),
            today + timedelta(days=1): self.tr("Tomorrow"),
        }
        words = self.tr("Any day") if self._day is None else near.get(self._day)
        return words or wording.short_day(self._day or today, self._language)

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
