"""Takings as stacked bars: what was paid in cash, by card and otherwise, day by day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.money import Money, exponent
from parkdesk.domain.payment import Method
from parkdesk.ui.reports.figures import Bar
from parkdesk.ui.reports.scale import scale
from parkdesk.ui.theme import State, Text, current, font, mix
from parkdesk.ui.widgets import box
from parkdesk.ui.widgets.painting import note_focus, shows_focus

_SHADES = {
    Method.CASH: State.FREE,
    Method.CARD: State.BOOKED,
    Method.TRANSFER: State.RESERVED,
    Method.OTHER: State.CLOSED,
}
_TOP, _BOTTOM, _LABEL_GAP, _LEAST_LABEL = 8, 24, 10, 46
_WIDEST = 40.0


class TakingsChart(QWidget):
    """Arrows or the pointer point at a bar, Enter or a click picks it."""

    pointed = Signal(object)
    """The Bar under the pointer or the keys, or None."""
    picked = Signal(object)
    """The Span of a bar a person wants to look at alone."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._currency, self._locale, self._language = "XXX", "en", "en"
        self._scale = scale(0)
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Takings by day"))

    def set(self, bars: tuple[Bar, ...], currency: str, locale: str, language: str) -> None:
        self._bars, self._currency, self._locale, self._language = bars, currency, locale, language
        most = max((bar.total_minor for bar in bars), default=0)
        self._scale = scale(most / 10 ** exponent(currency))
        self._point(-1)
        self.update()

    @property
    def methods(self) -> tuple[Method, ...]:
        """The ways to pay that occur, from the bottom of a bar to its top."""
        return tuple(method for method in _SHADES if any(bar.takings_minor.get(method) for bar in self._bars))

    @staticmethod
    def colour(method: Method) -> QColor:
        tokens = current().tokens
        return mix(tokens.shade(_SHADES[method]).colour, tokens.card, 0.88)

    def bar_at(self, x: float) -> int:
        """The number of the bar at a place, -1 beside them."""
        left, slot = self._left(), self._slot()
        number = int((x - left) // slot) if self._bars else -1
        return number if x >= left and 0 <= number < len(self._bars) else -1

    def sizeHint(self) -> QSize:
        return QSize(560, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 150)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.bar_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.bar_at(event.position().x())
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self._bars[number].span)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._bars:
            start = self._at if self._at >= 0 else len(self._bars) if step < 0 else -1
            self._point(min(max(start + step, 0), len(self._bars) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.picked.emit(self._bars[self._at].span)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)
        if shows_focus(self) and self._at < 0:
            self._point(len(self._bars) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(-1)

    def _point(self, number: int) -> None:
        if number == self._at:
            return
        self._at = number
        bar = self._bars[number] if number >= 0 else None
        words = bar_words(bar, self._currency, self._locale, self._language) if bar is not None else ""
        self.setAccessibleDescription(words)
        self.pointed.emit(bar)
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        methods = self.methods
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, number, bar, methods)
        self._paint_days(painter)

    def _small(self) -> QFontMetrics:
        return QFontMetrics(font(Text.CAPTION, size=10.5))

    def _left(self) -> float:
        words = (self._scale.words(tick, self._locale) for tick in self._scale.ticks)
        return max(map(self._small().horizontalAdvance, words), default=0) + _LABEL_GAP

    def _slot(self) -> float:
        return (self.width() - self._left()) / max(len(self._bars), 1)

    def _y(self, amount: float) -> float:
        height = self.height() - _TOP - _BOTTOM
        return _TOP + height * (1 - amount / self._scale.top)

    def _paint_scale(self, painter: QPainter) -> None:
        tokens, metrics = current().tokens, self._small()
        painter.setFont(font(Text.CAPTION, size=10.5))
        left = self._left()
        for tick in self._scale.ticks:
            y = round(self._y(tick))
            painter.fillRect(
                QRectF(left, y, self.width() - left, 1), tokens.line if not tick else tokens.hairline
            )
            words = self._scale.words(tick, self._locale)
            painter.setPen(tokens.mute)
            x = left - _LABEL_GAP - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words)

    def _paint_bar(self, painter: QPainter, number: int, bar: Bar, methods: Sequence[Method]) -> None:
        theme = current()
        slot, left = self._slot(), self._left()
        if number == self._at:
            ground = QRectF(left + number * slot, _TOP, slot, self.height() - _TOP - _BOTTOM)
            box(painter, ground, 4, fill=theme.tokens.pressed)
            if shows_focus(self):
                box(painter, ground, 4, edge=theme.tokens.accent, width=1.5)
        if not bar.total_minor:
            return
        width = min(max(slot * 0.7, 2.0), _WIDEST)
        x = left + number * slot + (slot - width) / 2
        places = 10 ** exponent(self._currency)
        whole = QRectF(x, self._y(bar.total_minor / places), width, 0)
        whole.setBottom(self._y(0))
        painter.save()
        painter.setClipPath(_rounded_on_top(whole, min(4.0, width / 3)))
        painter.setOpacity(1.0 if bar.asked else 0.35)
        amount = 0
        for method in methods:
            part = bar.takings_minor.get(method, 0)
            if part:
                low, high = self._y(amount / places), self._y((amount + part) / places)
                painter.fillRect(QRectF(x, high, width, low - high), self.colour(method))
                amount += part
        painter.restore()

    def _paint_days(self, painter: QPainter) -> None:
        metrics = self._small()
        painter.setFont(font(Text.CAPTION, size=10.5))
        painter.setPen(current().tokens.mute)
        left, slot = self._left(), self._slot()
        every = max(1, -(-_LEAST_LABEL // max(int(slot), 1)))
        before = None
        for number in range(0, len(self._bars), every):
            span = self._bars[number].span
            if span.days > 7:
                words = wording.month(span.first, self._language)
            elif before is None or before.month != span.first.month:
                words = wording.short_date(span.first, self._language, year=False)
            else:
                words = str(span.first.day)
            before = span.first
            middle = left + (number + 0.5) * slot
            width = metrics.horizontalAdvance(words)
            x = min(max(middle - width / 2, 0), self.width() - width)
            painter.drawText(QPointF(x, self.height() - 6), words)


def _rounded_on_top(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def bar_words(bar: Bar, currency: str, locale: str, language: str) -> str:
    """`Fri 6 Nov 2026 · ₹ 30,110 · Card ₹ 21,000 · Cash ₹ 9,110`."""

    def money(minor: int) -> str:
        return wording.money(Money(minor, currency), locale, short=True)

    words = [wording.date_span(bar.span.first, bar.span.last, language), money(bar.total_minor)]
    parts = [(method, bar.takings_minor.get(method, 0)) for method in reversed(_SHADES)]
    words += [f"{method_words(method)} {money(minor)}" for method, minor in parts if minor]
    return " · ".join(words)


def method_words(method: Method) -> str:
    return {
        Method.CASH: QCoreApplication.translate("Reports", "Cash"),
        Method.CARD: QCoreApplication.translate("Reports", "Card"),
        Method.TRANSFER: QCoreApplication.translate("Reports", "Transfer"),
        Method.OTHER: QCoreApplication.translate("Reports", "Other"),
    }[method]
