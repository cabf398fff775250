"""What the charts' colours mean: ways to pay, and how full is how deep."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.payment import Method
from parkdesk.ui.reports.takings_chart import TakingsChart, method_words
from parkdesk.ui.theme import Text, current, font
from parkdesk.ui.widgets import box

_MARK, _MARK_GAP, _GAP = 10, 7, 18
_SCALE = 64


class MethodLegend(QWidget):
    """A square and a word for each way to pay."""

    def __init__(self) -> None:
        super().__init__()
        self._methods: tuple[Method, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, methods: Sequence[Method]) -> None:
        self._methods = tuple(methods)
        self.setAccessibleName(", ".join(map(method_words, self._methods)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = sum(self._metrics().horizontalAdvance(method_words(method)) for method in self._methods)
        return QSize(words + len(self._methods) * (_MARK + _MARK_GAP + _GAP), 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Text.CAPTION, size=11.5))
        left = float(_GAP)
        for method in reversed(self._methods):
            words = method_words(method)
            box(painter, QRectF(left, 4, _MARK, _MARK), 3, fill=TakingsChart.colour(method))
            painter.setPen(current().tokens.mute)
            left += _MARK + _MARK_GAP
            painter.drawText(QRectF(left, 0, self.width(), 18), int(Qt.AlignmentFlag.AlignVCenter), words)
            left += self._metrics().horizontalAdvance(words) + _GAP

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(Text.CAPTION, size=11.5))


class HeatScale(QWidget):
    """From an empty hour to the fullest one."""

    def __init__(self, colour: Callable[[float], QColor]) -> None:
        super().__init__()
        self._colour = colour
        self._most = 0.0
        self._locale = "en"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, most: float, locale: str) -> None:
        self._most, self._locale = most, locale
        self.setVisible(most > 0)
        self.updateGeometry()
        self.update()

    def _ends(self) -> tuple[str, str]:
        return wording.percent(0, self._locale), wording.percent(self._most, self._locale)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(Text.CAPTION, size=10.5))
        return QSize(sum(map(metrics.horizontalAdvance, self._ends())) + _SCALE + 14, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Text.CAPTION, size=10.5))
        painter.setPen(current().tokens.mute)
        low, high = self._ends()
        centred = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect(), centred, low)
        painter.drawText(self.rect(), centred | int(Qt.AlignmentFlag.AlignRight), high)
        left = QFontMetrics(painter.font()).horizontalAdvance(low) + 7
        place = QRectF(left, 5, _SCALE, 8)
        fill = QLinearGradient(place.topLeft(), place.topRight())
        fill.setColorAt(0, self._colour(0.0))
        fill.setColorAt(1, self._colour(self._most))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(place, 4, 4)
