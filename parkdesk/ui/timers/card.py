"""One countdown card, painted: bay and plate, the time left large enough to read across the lot, two deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from parkdesk.domain.board import BayState
from parkdesk.ui.theme import GAP_3, RADIUS, RADIUS_CARD, Shade, Text, Tokens, current, font
from parkdesk.ui.widgets import box

INSET = 20
BUTTON_GAP = 8
LEAST_WIDTH = 240


class Part(Enum):
    """The two deeds of a card."""

    FIRST = 0
    SECOND = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a card says."""

    code: str
    mark: str
    plate: str
    left: str
    caption: str
    state: BayState
    share: float
    first: str
    first_key: str
    second: str
    second_key: str


def card_height() -> int:
    return 142 + current().sizes.chip


def button_rect(card: QRect, part: Part) -> QRect:
    height = current().sizes.chip
    width = (card.width() - 2 * INSET - BUTTON_GAP) // 2
    left = card.left() + INSET + part.value * (width + BUTTON_GAP)
    return QRect(left, card.bottom() - height - 13, width, height)


def card_rect(cell: QRect) -> QRect:
    """The card in its cell: what is left over is the gap to the next."""
    return cell.adjusted(0, 0, -GAP_3, -GAP_3)


def paint_card(
    painter: QPainter, card: QRect, words: Words, *, chosen: bool, hovered: Part | None, pressed: bool
) -> None:
    theme = current()
    tokens = theme.tokens
    calm = words.state is BayState.BOOKED
    shade = theme.shade(words.state)
    edge = tokens.line if calm else shade.colour
    box(painter, card, RADIUS_CARD, fill=tokens.card, edge=edge, width=1 if calm else 1.5)
    if chosen:
        box(painter, card, RADIUS_CARD, edge=tokens.accent, width=2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade.colour)
    painter.drawRoundedRect(QRectF(card.left(), card.top() + 14, 4, card.height() - 28), 2, 2)
    inner = card.adjusted(INSET, 0, -INSET, 0)
    _write_head(painter, inner, words, shade, tokens)
    painter.setFont(font(Text.TIMER))
    painter.setPen(tokens.ink if calm else shade.ink)
    painter.drawText(QRect(inner.left(), inner.top() + 40, inner.width(), 50), _LEFT, words.left)
    painter.setFont(font(Text.SMALL))
    painter.setPen(tokens.mute)
    caption = painter.fontMetrics().elidedText(words.caption, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(QRect(inner.left(), inner.top() + 92, inner.width(), 18), _LEFT, caption)
    _paint_bar(painter, inner, words.share, shade, tokens)
    for part, text, key in _buttons(words):
        over = hovered is part
        _paint_button(
            painter, button_rect(card, part), text, key if chosen else "", part, over, over and pressed
        )


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def _buttons(words: Words) -> Iterator[tuple[Part, str, str]]:
    yield Part.FIRST, words.first, words.first_key
    yield Part.SECOND, words.second, words.second_key


def _write_head(painter: QPainter, inner: QRect, words: Words, shade: Shade, tokens: Tokens) -> None:
    line = QRect(inner.left(), inner.top() + 14, inner.width(), 24)
    painter.setFont(font(Text.HEADING))
    painter.setPen(tokens.ink)
    painter.drawText(line, _LEFT, words.code)
    taken = painter.fontMetrics().horizontalAdvance(words.code) + 8
    if words.mark:
        painter.setFont(font(Text.STRONG, weight=700))
        painter.setPen(shade.ink)
        painter.drawText(line.adjusted(taken, 0, 0, 0), _LEFT, words.mark)
        taken += painter.fontMetrics().horizontalAdvance(words.mark) + 8
    painter.setFont(font(Text.STRONG))
    painter.setPen(tokens.mute)
    plate = painter.fontMetrics().elidedText(words.plate, Qt.TextElideMode.ElideRight, line.width() - taken)
    painter.drawText(line, _RIGHT, plate)


def _paint_bar(painter: QPainter, inner: QRect, share: float, shade: Shade, tokens: Tokens) -> None:
    bar = QRectF(inner.left(), inner.top() + 116, inner.width(), 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.track)
    painter.drawRoundedRect(bar, 2, 2)
    if share > 0:
        painter.setBrush(shade.colour)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(4.0, bar.width() * share), 4), 2, 2)


def _paint_button(
    painter: QPainter, area: QRect, text: str, key: str, part: Part, over: bool, down: bool
) -> None:
    tokens = current().tokens
    ground = tokens.pressed if down else tokens.hover if over else tokens.card
    box(painter, area, RADIUS, fill=ground, edge=tokens.line)
    small = font(Text.CAPTION, weight=500)
    room = area.width() - 12
    large = _fitting(text, room)
    painter.setFont(large)
    metrics = painter.fontMetrics()
    painter.setFont(small)
    key_width = painter.fontMetrics().horizontalAdvance(key) + 6 if key else 0
    if key_width + metrics.horizontalAdvance(text) > room:
        key, key_width = "", 0
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - key_width)
    left = area.left() + (area.width() - metrics.horizontalAdvance(shown) - key_width) // 2
    painter.setPen(tokens.mute)
    if key:
        words = metrics.horizontalAdvance(shown)
        painter.drawText(QRect(left + words + 6, area.top(), key_width, area.height()), _LEFT, key)
    painter.setFont(large)
    painter.setPen(tokens.accent_ink if part is Part.FIRST else tokens.ink)
    painter.drawText(QRect(left, area.top(), room, area.height()), _LEFT, shown)


def _fitting(text: str, room: int) -> QFont:
    """A button's words are read whole: long ones are written a little smaller."""
    fonts = [font(Text.SMALL, size=size, weight=600) for size in (12.5, 11.5, 10.5)]
    return next((one for one in fonts if QFontMetrics(one).horizontalAdvance(text) <= room), fonts[-1])
