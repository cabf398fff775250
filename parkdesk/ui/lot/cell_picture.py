"""How one bay looks: its ground as a picture kept by state and size, its words written on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from parkdesk.domain.board import BayState, Cell
from parkdesk.ui.board.face import Face
from parkdesk.ui.theme import Text, current, font, pixmap
from parkdesk.ui.vocabulary import state_words
from parkdesk.ui.widgets.painting import box

RADIUS = 8
FULL_HEIGHT = 58
"""Below this a cell has no room for its plate."""
_HATCH_STEP = 9
_LONG_LEFT, _LONG_CODE = 6, 4
_NARROW = 70
_COMPACT = 56
"""So narrow a cell keeps less distance, and its words give way."""
# Put together once: an enumeration's own arithmetic costs as much as drawing the word.
_LEFT, _MIDDLE, _RIGHT = (
    int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
)
_ICONS = {"ev": "zap", "accessible": "accessibility"}


class CellPicture:
    """Draws cells of one size. Made anew when size, theme or screen change."""

    def __init__(self, size: QSize, ratio: float) -> None:
        self.size = size
        self._ratio = ratio
        self._grounds: dict[BayState, QPixmap] = {}
        self._plates: dict[str, tuple[str, QFont]] = {}
        self._full = size.height() >= FULL_HEIGHT
        scale = min(max(min(size.width() / 74, size.height() / (70 if self._full else 46)), 0.92), 1.3)
        self._code = font(Text.BODY, size=12 * scale, weight=700)
        self._word = font(Text.BODY, size=12 * scale, weight=500)
        self._left = font(Text.BODY, size=12.5 * scale, weight=700)
        self._plate = font(Text.BODY, size=max(9, round(9.4 * scale)), weight=600)
        self._long_left = QFont(self._left)
        self._long_left.setStretch(86)
        self._scale = scale
        self._edge = 5 if size.width() < _COMPACT else 8

    def draw(self, painter: QPainter, corner: QPointF, cell: Cell, face: Face) -> None:
        painter.drawPixmap(corner, self._ground(face.state))
        theme = current()
        ink = theme.tokens.mute if face.state is BayState.CLOSED else theme.shade(face.state.value).ink
        width, height, scale = self.size.width(), self.size.height(), self._scale
        top = QRectF(corner.x() + self._edge, corner.y() + 5 * scale, width - 2 * self._edge, 17 * scale)
        _write(painter, self._code, ink, top, self._short_code(face), _LEFT)
        self._draw_mark(painter, top, cell, face, ink)
        if face.left:
            if self._full:
                middle = QRectF(corner.x(), corner.y() + height * 0.40, width, height * 0.22)
                plate, fitting = self._fitting(face.plate)
                _write(painter, fitting, theme.tokens.ink, middle, plate)
            share = (0.66, 0.27) if self._full else (0.48, 0.46)
            low = QRectF(corner.x(), corner.y() + height * share[0], width, height * share[1])
            narrow = len(face.left) > _LONG_LEFT and width < _NARROW
            _write(painter, self._long_left if narrow else self._left, ink, low, face.left)
        else:
            share = (0.42, 0.36) if self._full else (0.48, 0.46)
            if face.state is BayState.CLOSED and self._full:
                share = (0.38, 0.30)
            low = QRectF(corner.x(), corner.y() + height * share[0], width, height * share[1])
            _write(painter, self._word, ink, low, self._short_word(face))

    def _short_word(self, face: Face) -> str:
        words = state_words(face.state)
        if self.size.width() >= _COMPACT:
            return words
        return QFontMetricsF(self._word).elidedText(words, Qt.TextElideMode.ElideRight, self.size.width() - 4)

    def _short_code(self, face: Face) -> str:
        """Nearly all codes are short; a long one gives way to the mark beside it."""
        if len(face.code) <= _LONG_CODE and self.size.width() >= _COMPACT:
            return face.code
        marks = f"{'P ' if face.unpaid else ''}{face.mark}".rstrip()
        taken = QFontMetricsF(self._code).horizontalAdvance(marks)
        if marks and self.size.width() >= _COMPACT:
            taken = max(taken, 26 * self._scale)
        room = self.size.width() - 2 * self._edge - taken
        return QFontMetricsF(self._code).elidedText(face.code, Qt.TextElideMode.ElideRight, room)

    def _draw_mark(self, painter: QPainter, area: QRectF, cell: Cell, face: Face, ink: QColor) -> None:
        if face.mark:
            _write(painter, self._code, ink, area, face.mark, _RIGHT)
        if face.unpaid:
            behind = QFontMetricsF(self._code).horizontalAdvance(f" {face.mark}") if face.mark else 0.0
            owed = current().shade(BayState.OVERSTAYING.value).ink
            _write(painter, self._code, owed, area.adjusted(0, 0, -behind, 0), "P", _RIGHT)
        if face.mark or face.unpaid:
            return
        right = area.right()
        for feature, name in _ICONS.items():
            if feature in cell.features:
                side = round(12 * self._scale)
                right -= side
                picture = pixmap(name, current().tokens.mute, side, self._ratio)
                painter.drawPixmap(QPointF(right + 2, area.y() + (area.height() - side) / 2), picture)

    def _fitting(self, plate: str) -> tuple[str, QFont]:
        """The plate as typed, else without its spaces, else its end, which tells cars apart best."""
        found = self._plates.get(plate)
        if found is None:
            if len(self._plates) > 2000:
                self._plates.clear()
            found = self._plates[plate] = self._fitted(plate)
        return found

    def _fitted(self, plate: str) -> tuple[str, QFont]:
        room = self.size.width() - 7
        close = "".join(plate.split())
        for words, share in ((plate, 100), (plate, 92), (close, 100), (close, 88)):
            face = QFont(self._plate)
            face.setStretch(share)
            if QFontMetricsF(face).horizontalAdvance(words) <= room:
                return words, face
        return QFontMetricsF(face).elidedText(close, Qt.TextElideMode.ElideLeft, room), face

    def _ground(self, state: BayState) -> QPixmap:
        found = self._grounds.get(state)
        if found is None:
            found = self._grounds[state] = self._drawn_ground(state)
        return found

    def _drawn_ground(self, state: BayState) -> QPixmap:
        theme = current()
        shade = theme.shade(state.value)
        drawn = QPixmap(self.size * self._ratio)
        drawn.setDevicePixelRatio(self._ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        area = QRect(0, 0, self.size.width(), self.size.height())
        if state is BayState.FREE:
            box(painter, area, RADIUS, fill=theme.tokens.card, edge=shade.outline, width=1.2)
        else:
            box(painter, area, RADIUS, fill=shade.tint, edge=_edge(state), width=1.2)
        if state is BayState.CLOSED:
            self._hatch(painter, shade.outline)
        painter.end()
        return drawn

    def _hatch(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1))
        width, height = self.size.width(), self.size.height()
        band = height * (0.17 if self._full else 0.14)
        left, bottom = 10.0, height - 6.0
        while left + band <= width - 6:
            painter.drawLine(QPointF(left, bottom), QPointF(left + band, bottom - band))
            left += _HATCH_STEP


def _edge(state: BayState) -> QColor:
    shade = current().shade(state.value)
    return shade.outline if state is BayState.CLOSED else shade.colour


def _write(
    painter: QPainter, face: QFont, ink: QColor, area: QRectF, words: str, flags: int = _MIDDLE
) -> None:
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(area, flags, words)
