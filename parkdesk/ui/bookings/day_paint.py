"""How the day sheet is painted: hours, rows, blocks, and the line where now is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from parkdesk import wording
from parkdesk.domain.booking import Status
from parkdesk.ui.bookings.day_plan import Block, DayPlan, Row
from parkdesk.ui.bookings.line import Line
from parkdesk.ui.standing import standing
from parkdesk.ui.theme import State, Text, Tokens, current, font
from parkdesk.ui.widgets import box

HEAD = 34
CODES = 76
RIGHT = 14
_PAD = 4
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEAST_HOUR = 44
"""Where an hour is narrower, only every other one has its words."""
_LEAST_WORDS = 40
"""A block with less room than this says nothing rather than the first letter of a plate."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where a share of the day and a row lie in the viewport, scrolled by `offset`."""

    width: int
    height: int
    row: int
    offset: int

    @property
    def across(self) -> int:
        return max(1, self.width - CODES - RIGHT)

    def x(self, share: float) -> float:
        return CODES + share * self.across

    def top(self, number: int) -> int:
        return HEAD + number * self.row - self.offset

    def rect(self, block: Block, top: int) -> QRectF:
        left, right = self.x(block.left), self.x(block.right)
        return QRectF(left, top + _PAD, max(6.0, right - left - 1), self.row - 2 * _PAD - 1)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at: the moment, and which block is chosen with or without the focus."""

    now: datetime
    time_zone: str
    chosen: UUID | None
    focused: bool


def paint_sheet(painter: QPainter, plan: DayPlan, geometry: Geometry, sight: Sight) -> None:
    tokens = current().tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(0, HEAD, geometry.width, geometry.height)
    painter.setPen(QPen(tokens.hairline, 1))
    for share, _ in plan.hours:
        x = round(geometry.x(share))
        painter.drawLine(QPoint(x, HEAD), QPoint(x, geometry.height))
    first = geometry.offset // geometry.row
    last = min(len(plan.rows), (geometry.offset + geometry.height - HEAD) // geometry.row + 1)
    for number in range(first, last):
        _paint_row(painter, plan.rows[number], geometry, geometry.top(number), sight)
    painter.setClipping(False)
    _paint_head(painter, plan, geometry, tokens, sight.now)
    if plan.starts <= sight.now < plan.ends:
        _paint_now(painter, plan, geometry, sight)


def _paint_head(painter: QPainter, plan: DayPlan, geometry: Geometry, tokens: Tokens, now: datetime) -> None:
    here = plan.share(now)
    each = geometry.across / max(1, len(plan.hours))
    roomy = each >= _LEAST_HOUR
    room = max(60, round(each) - 6)
    for number, (share, words) in enumerate(plan.hours):
        if roomy or number % 2 == 0:
            # Of several days, the one it is stands out.
            today = plan.days > 1 and share <= here < share + 1 / plan.days
            painter.setFont(font(Text.CAPTION, weight=700 if today else None))
            painter.setPen(tokens.ink if today else tokens.mute)
            painter.drawText(QRect(round(geometry.x(share)) + 3, 8, room, 20), _LEFT, words)


def _paint_row(painter: QPainter, row: Row, geometry: Geometry, top: int, sight: Sight) -> None:
    tokens, height = current().tokens, geometry.row
    painter.setPen(QPen(tokens.hairline, 1))
    painter.drawLine(8, top + height - 1, geometry.width - RIGHT, top + height - 1)
    painter.setFont(font(Text.STRONG))
    painter.setPen(tokens.ink)
    painter.drawText(QRect(14, top, CODES - 16, height), _LEFT, row.cell.code)
    if "ev" in row.cell.features:
        painter.setFont(font(Text.CAPTION, size=10, weight=600))
        painter.setPen(current().shade(State.FREE).ink)
        painter.drawText(QRect(CODES - 26, top, 24, height), _LEFT, "EV")
    for block in row.blocks:
        _paint_block(painter, geometry.rect(block, top), block.line, sight)


def _paint_block(painter: QPainter, area: QRectF, line: Line, sight: Sight) -> None:
    booking, tokens = line.booking, current().tokens
    shade = current().shade(state_of(line, sight.now))
    loose = booking.status in (Status.PENDING, Status.NO_SHOW)
    if loose:
        box(painter, area, 7, fill=tokens.card)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shade.colour, 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area.adjusted(0.6, 0.6, -0.6, -0.6), 6.4, 6.4)
    else:
        box(painter, area, 7, fill=shade.tint, edge=shade.colour)
    if booking.id == sight.chosen:
        box(painter, area, 7, edge=tokens.accent, width=3 if sight.focused else 2)
    room = area.toRect().adjusted(8, 0, -6, 0)
    words = booking.driver.name or booking.plate.shown
    words = f"{words} ?" if booking.status is Status.PENDING else words
    painter.setFont(font(Text.CAPTION, weight=600))
    painter.setPen(shade.ink)
    metrics = painter.fontMetrics()
    if room.width() >= min(_LEAST_WORDS, metrics.horizontalAdvance(words)):
        painter.drawText(room, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))


def _paint_now(painter: QPainter, plan: DayPlan, geometry: Geometry, sight: Sight) -> None:
    shade, tokens = current().shade(State.OVERSTAYING), current().tokens
    x = round(geometry.x(plan.share(sight.now)))
    bottom = min(geometry.height, geometry.top(len(plan.rows)))
    painter.fillRect(QRect(x - 1, HEAD - 6, 2, bottom - HEAD + 6), shade.colour)
    if plan.days > 1:
        return
    badge = QRect(x - 22, 7, 44, 21)
    box(painter, badge, 10, fill=shade.colour)
    painter.setFont(font(Text.CAPTION, weight=700))
    painter.setPen(tokens.card)
    painter.drawText(badge, _CENTRE, wording.clock(sight.now, sight.time_zone))


def state_of(line: Line, now: datetime) -> State:
    """What has been is quiet; what is and what comes has the colour of its badge."""
    if line.booking.status in (Status.COMPLETED, Status.NO_SHOW):
        return State.CLOSED
    if line.booking.status is Status.PENDING:
        return State.RESERVED
    return standing(line.booking, now)[1]
