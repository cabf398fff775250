"""When a lot is full: a row a weekday, a column an hour, the fuller the deeper."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.report import FullTimes
from parkdesk.ui.theme import Text, current, font, mix
from parkdesk.ui.widgets import box, focus_ring
from parkdesk.ui.widgets.painting import note_focus, shows_focus

Cell = tuple[int, int]
_MONDAY = date(2024, 1, 1)
_LABEL_GAP, _BOTTOM, _GAP = 10, 22, 3
_FAINTEST, _DEEPEST = 0.10, 0.92
_LEAST_HOURS = 12
_STILL = 0.02
"""Hours at the night's two ends that never get fuller than this are left out."""
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatMap(QWidget):
    """Arrows or the pointer point at an hour; `pointed` carries its words, empty when nothing is pointed at."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hours: tuple[tuple[float | None, ...], ...] = ((None,) * 24,) * 7
        self._peak: tuple[int, int, float] | None = None
        self._from, self._to = 0, 24
        self._language, self._locale = "en", "en"
        self._at: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("When it is full"))

    def set(self, full: FullTimes, locale: str, language: str) -> None:
        self._hours, self._peak = full.hours, full.peak
        self._locale, self._language = locale, language
        self._from, self._to = shown_hours(full)
        self._point(None)
        self.update()

    def words(self, cell: Cell) -> str:
        """`Fri 18:00–19:00 · 94 %`."""
        weekday, hour = cell
        share = self._hours[weekday][hour]
        full = self.tr("no figures") if share is None else wording.percent(share, self._locale)
        return f"{self._day(weekday)} {hour:02d}:00–{hour + 1:02d}:00 · {full}"

    def cell_at(self, point: QPointF) -> Cell | None:
        left, width, height = self._left(), self._width(), self._height()
        column, row = int((point.x() - left) // width), int(point.y() // height)
        if point.x() < left or not 0 <= row < 7 or not 0 <= column < self._to - self._from:
            return None
        return row, self._from + column

    def sizeHint(self) -> QSize:
        return QSize(380, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 150)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        weekday, hour = self._at or (0, self._from)
        if self._at is not None:
            weekday, hour = weekday + move[0], hour + move[1]
        self._point((min(max(weekday, 0), 6), min(max(hour, self._from), self._to - 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)
        if shows_focus(self) and self._at is None:
            self._point(self._peak[:2] if self._peak is not None else (0, self._from))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(None)

    def _point(self, cell: Cell | None) -> None:
        if cell == self._at:
            return
        self._at = cell
        words = "" if cell is None else self.words(cell)
        self.setAccessibleDescription(words)
        self.pointed.emit(words)
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        painter.setFont(font(Text.CAPTION, size=10.5))
        metrics = self._small()
        left, width, height = self._left(), self._width(), self._height()
        for weekday, hours in enumerate(self._hours):
            painter.setPen(tokens.mute)
            baseline = weekday * height + (height - _GAP) / 2 + metrics.ascent() / 2 - 1
            painter.drawText(QPointF(0, baseline), self._day(weekday))
            for hour in range(self._from, self._to):
                place = QRectF(
                    left + (hour - self._from) * width, weekday * height, width - _GAP, height - _GAP
                )
                self._paint_cell(painter, place, hours[hour], (weekday, hour) == self._at)
        painter.setPen(tokens.mute)
        every = max(1, -(-metrics.horizontalAdvance("00   ") // max(int(width), 1)))
        every = next((step for step in (1, 2, 3, 4, 6) if step >= every), 12)
        for hour in range(self._from, self._to):
            if hour % every == 0:
                painter.drawText(
                    QPointF(left + (hour - self._from) * width, self.height() - 5), f"{hour:02d}"
                )

    def _paint_cell(self, painter: QPainter, place: QRectF, share: float | None, here: bool) -> None:
        tokens = current().tokens
        radius = min(4.0, place.width() / 3, place.height() / 3)
        if share is None:
            box(painter, place, radius, edge=tokens.hairline)
        else:
            box(painter, place, radius, fill=self.colour(share))
        if here and shows_focus(self):
            focus_ring(painter, place.toAlignedRect(), radius, tokens.accent, tokens.card)
        elif here:
            box(painter, place, radius, edge=tokens.ink, width=1.5)

    def colour(self, share: float) -> QColor:
        """The fullest hour is the deepest, however full it is: the scale beside the title names it."""
        tokens = current().tokens
        most = self._peak[2] if self._peak is not None else 1.0
        depth = _FAINTEST + (_DEEPEST - _FAINTEST) * (share / most if most else 0.0)
        return mix(tokens.accent, tokens.card, min(depth, _DEEPEST))

    def _day(self, weekday: int) -> str:
        return weekday_words(weekday, self._language)

    def _small(self) -> QFontMetrics:
        return QFontMetrics(font(Text.CAPTION, size=10.5))

    def _left(self) -> float:
        return max(self._small().horizontalAdvance(self._day(day)) for day in range(7)) + _LABEL_GAP

    def _width(self) -> float:
        return (self.width() + _GAP - self._left()) / (self._to - self._from)

    def _height(self) -> float:
        return (self.height() - _BOTTOM) / 7


def weekday_words(weekday: int, language: str) -> str:
    """`Mon` for 0."""
    return wording.weekday(_MONDAY + timedelta(days=weekday), language)


def shown_hours(full: FullTimes) -> tuple[int, int]:
    """The first hour and the one after the last: still hours of the night are left out at both ends."""
    busy = [hour for hour in range(24) if any((row[hour] or 0.0) > _STILL for row in full.hours)]
    if not busy:
        return 6, 22
    first, last = busy[0], busy[-1] + 1
    while last - first < _LEAST_HOURS:
        first, last = max(first - 1, 0), min(last + 1, 24)
    return first, last
