"""When a booking starts: now, or at a time of the lot's own clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from parkdesk.domain.errors import NoSuchLocalTime
from parkdesk.domain.moments import from_local, zone
from parkdesk.ui.widgets import Pills, row

NOW, LATER = "now", "later"
_STEP = 15


class StartChoice(QWidget):
    """The editors hold local wall-clock times; what they mean is worked out with the lot's own rules."""

    changed = Signal()

    def __init__(self, now: datetime, time_zone: str) -> None:
        super().__init__()
        self._time_zone = time_zone
        self.pills = Pills(
            [(NOW, self.tr("Now")), (LATER, self.tr("Later"))], least_width=64, name=self.tr("Start")
        )
        local = now.astimezone(zone(time_zone)) + timedelta(hours=1)
        self.day = QDateEdit(QDate(local.year, local.month, local.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setAccessibleName(self.tr("Day"))
        self.clock = QTimeEdit(QTime(local.hour, local.minute // _STEP * _STEP))
        self.clock.setDisplayFormat("HH:mm")
        self.clock.setAccessibleName(self.tr("Time of day"))
        self.clock.lineEdit().setTextMargins(8, 0, 0, 0)
        layout = row(self, gap=8)
        layout.addWidget(self.pills)
        layout.addWidget(self.day, 1)
        layout.addWidget(self.clock)
        self.pills.chosen.connect(self._picked)
        self.day.dateChanged.connect(lambda _: self.changed.emit())
        self.clock.timeChanged.connect(lambda _: self.changed.emit())
        self._show_editors()

    @property
    def later(self) -> bool:
        return self.pills.current() == LATER

    def choose_later(self, day: date, clock: time) -> None:
        self.pills.choose(LATER)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.clock.setTime(QTime(clock.hour, clock.minute))
        self._show_editors()
        self.changed.emit()

    def moment(self) -> datetime | None:
        """The moment that is meant; None means now. Raises NoSuchLocalTime for a time the clocks leap over."""
        if not self.later:
            return None
        day, clock = self._local()
        return from_local(day, clock, self._time_zone, field="starts_at")

    def comes_twice(self) -> bool:
        """Whether the local time is in the hour that repeats in autumn."""
        if not self.later:
            return False
        day, clock = self._local()
        try:
            first = from_local(day, clock, self._time_zone)
            return first != from_local(day, clock, self._time_zone, second=True)
        except NoSuchLocalTime:
            return False

    def _local(self) -> tuple[date, time]:
        day, clock = self.day.date(), self.clock.time()
        return date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute())

    def _picked(self, _key: str) -> None:
        self._show_editors()
        if self.later:
            self.clock.setFocus()
        self.changed.emit()

    def _show_editors(self) -> None:
        self.setFocusProxy(self.clock if self.later else self.pills)
        self.day.setEnabled(self.later)
        self.clock.setEnabled(self.later)
