"""Which payments to list: how they stand, of which day, by which tender, of which plate or ticket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_list import PaymentFilter, Which
from parkdesk.ui.bookings.day_picker import DayPicker
from parkdesk.ui.lot.bay_words import method_words
from parkdesk.ui.theme import icon
from parkdesk.ui.widgets import Pills, row

TYPING_MS = 180


class Filters(QWidget):
    """`changed` comes when a person wants another list; typing is waited for."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], language: str) -> None:
        super().__init__()
        self.pills = Pills(self._words(), least_width=60, name=self.tr("Which payments"))
        self.pills.choose(Which.ALL)
        self.day = DayPicker(today, language)
        self.method = QComboBox()
        self.method.addItem(self.tr("Every tender"), None)
        for method in Method:
            self.method.addItem(method_words(method), method.value)
        self.method.setAccessibleName(self.tr("Tender"))
        self.method.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Plate or ticket"))
        self.text.setAccessibleName(self.tr("Part of a plate, or a ticket"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setMinimumWidth(120)
        self.text.setMaximumWidth(190)
        self.text.setMaxLength(60)
        across = row(self, gap=12)
        for widget in (self.pills, self.day, self.method):
            across.addWidget(widget)
        across.addWidget(self.text, 1)
        across.addStretch(1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.pills.chosen.connect(lambda _: self.changed.emit())
        self.day.picked.connect(lambda _: self.changed.emit())
        self.method.activated.connect(lambda _: self.changed.emit())
        self.text.textEdited.connect(lambda _: self._typing.start())
        self.text.returnPressed.connect(self.changed)

    def wanted(self, lot: Lot) -> PaymentFilter:
        method = self.method.currentData()
        return PaymentFilter(
            lot.id,
            Which(self.pills.current()),
            day=self.day.day,
            method=None if method is None else Method(method),
            text=self.text.text(),
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but the kind is asked for."""
        return self.day.day is not None or bool(self.text.text()) or self.method.currentData() is not None

    def narrow(self, which: Which) -> None:
        """One kind, of any day, tender and plate."""
        self.pills.choose(which)
        self.day.show_day(None)
        self.method.setCurrentIndex(0)
        self.text.clear()
        self.changed.emit()

    def count_attention(self, count: int) -> None:
        words = self.tr("Needs attention")
        self.pills.set_words(Which.ATTENTION, f"{words} {count}" if count else words)

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (Which.ALL, self.tr("All")),
            (Which.OPEN, self.tr("Open")),
            (Which.PAID, self.tr("Paid")),
            (Which.FAILED, self.tr("Failed")),
            (Which.REFUNDED, self.tr("Refunded")),
            (Which.ATTENTION, self.tr("Needs attention")),
        )
