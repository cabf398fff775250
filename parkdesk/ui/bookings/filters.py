"""What to list: which bookings, part of a plate, which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.ui.theme import icon
from parkdesk.ui.widgets import Pills, row
from parkdesk.ui.widgets.day_picker import DayPicker

TYPING_MS = 180
DAY, WEEK = "day", "week"
SHEETS = (DAY, WEEK)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`which` is day for the day sheet, week for the calendar, or what to list: upcoming, active, history, all."""

    which: str = "upcoming"
    text: str = ""
    day: date | None = None


class Filters(QWidget):
    """`changed` comes when a person wants another list; typing is waited for."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], language: str) -> None:
        super().__init__()
        self.pills = Pills(
            (
                (DAY, self.tr("Day")),
                (WEEK, self.tr("Week")),
                ("upcoming", self.tr("Upcoming")),
                ("active", self.tr("Live")),
                ("history", self.tr("History")),
                ("all", self.tr("All")),
            ),
            least_width=56,
            name=self.tr("Which bookings"),
        )
        self.pills.choose("upcoming")
        self.plate = QLineEdit()
        self.plate.setPlaceholderText(self.tr("Plate"))
        self.plate.setAccessibleName(self.tr("Part of a plate"))
        self.plate.setClearButtonEnabled(True)
        self.plate.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.plate.setMinimumWidth(96)
        self.plate.setMaximumWidth(180)
        self.plate.setMaxLength(60)
        self.day = DayPicker(today, language)
        across = row(self, gap=16)
        for widget in (self.pills, self.day, self.plate):
            across.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.plate.textChanged.connect(lambda: self._typing.start())
        self.pills.chosen.connect(self._turned)
        self.day.picked.connect(lambda _: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.pills.current(), self.plate.text().strip(), self.day.day)

    def narrow(self, which: str) -> None:
        """Show one kind, whatever else was asked before."""
        self.pills.choose(which)
        self.plate.clear()
        self.day.show_day(None)
        self._turned(which)

    def _turned(self, which: str) -> None:
        """The day sheet is of one day, the calendar of one week, and both of every plate."""
        self.plate.setVisible(which not in SHEETS)
        self.day.allow_all(which not in SHEETS)
        self.day.show_weeks(which == WEEK)
        self.changed.emit()
