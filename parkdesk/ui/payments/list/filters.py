"""Which payments to list: how they stand, of which day, by which tender, of which plate or ticket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_list import PaymentFilter, Which
from parkdesk.ui.theme import Text, icon
from parkdesk.ui.vocabulary import method_words
from parkdesk.ui.widgets import Label, Pills, column, row
from parkdesk.ui.widgets.day_picker import DayPicker

TYPING_MS = 180
IOUS = "ious"
"""Beside the kinds of payments: money that has not come yet."""
_GAP = 12


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
        self.text.setPlaceholderText(self.tr("Plate, ticket or receipt"))
        self.text.setAccessibleName(self.tr("Part of a plate, a ticket, or a receipt's number"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setMinimumWidth(150)
        self.text.setMaximumWidth(300)
        self.text.setMaxLength(60)
        self.summary = Label("", Text.BODY, tone="mute")
        self.summary.hide()
        self._narrowing = QWidget()
        narrowing = row(self._narrowing, gap=_GAP)
        for widget in (self.day, self.method):
            narrowing.addWidget(widget)
        narrowing.addWidget(self.text, 1)
        narrowing.addStretch()
        narrowing.addWidget(self.summary)
        self._first, self._second = row(gap=_GAP), row(gap=_GAP)
        self._first.addWidget(self.pills)
        self._first.addWidget(self._narrowing, 1)
        self._first.addStretch()
        rows = column(self, gap=8)
        rows.addLayout(self._first)
        rows.addLayout(self._second)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.pills.chosen.connect(lambda _: self._turned())
        self.day.picked.connect(lambda _: self.changed.emit())
        self.method.activated.connect(lambda _: self.changed.emit())
        self.text.textEdited.connect(lambda _: self._typing.start())
        self.text.returnPressed.connect(self.changed)

    @property
    def ious(self) -> bool:
        """Whether it is not payments that are asked for."""
        return self.pills.current() == IOUS

    def wanted_ious(self, lot: Lot) -> IouFilter:
        return IouFilter(lot.id, self.text.text())

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
        self._narrow(which)

    def show_ious(self) -> None:
        """All of them."""
        self._narrow(IOUS)

    def minimumSizeHint(self) -> QSize:
        """No wider than the wider of its two rows: that they stand side by side must not hold the window open."""
        widest = max(self.pills.sizeHint().width(), self._narrowing.minimumSizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _narrow(self, which: str) -> None:
        self.pills.choose(which)
        self.day.show_day(None)
        self.method.setCurrentIndex(0)
        self.text.clear()
        self._turned()

    def _turned(self) -> None:
        """IOUs are few, and of every day until they are paid."""
        self.day.setVisible(not self.ious)
        self.method.setVisible(not self.ious)
        self.summary.setVisible(self.ious)
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Where room is short what narrows the kinds stands below them."""
        needed = self.pills.sizeHint().width() + _GAP + self._narrowing.minimumSizeHint().width()
        across = self._first if needed <= self.width() else self._second
        if across.indexOf(self._narrowing) < 0:
            across.insertWidget(across.indexOf(self.pills) + 1, self._narrowing, 1)

    def count_attention(self, count: int) -> None:
        words = self.tr("Needs attention")
        self.pills.set_words(Which.ATTENTION, f"{words} {count}" if count else words)
        self._fit()

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (Which.ALL, self.tr("All")),
            (Which.OPEN, self.tr("Open")),
            (Which.PAID, self.tr("Paid")),
            (Which.FAILED, self.tr("Failed")),
            (Which.REFUNDED, self.tr("Refunded")),
            (Which.ATTENTION, self.tr("Needs attention")),
            (IOUS, self.tr("IOUs")),
        )
