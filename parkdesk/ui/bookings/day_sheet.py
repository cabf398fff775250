"""The day sheet, painted: bays down, hours across, a block for every stay, and a line where now is."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.ui.bookings.day_paint import CODES, HEAD, Geometry, Sight, paint_sheet
from parkdesk.ui.bookings.day_plan import Block, DayPlan, Row
from parkdesk.ui.bookings.line import Line
from parkdesk.ui.standing import standing
from parkdesk.ui.theme import current


class DaySheet(QAbstractScrollArea):
    """`chosen` carries the Line of a block; `free_wanted` the bay and the moment of an empty place."""

    chosen = Signal(object)
    opened = Signal()
    free_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._plan: DayPlan | None = None
        self._lot: Lot | None = None
        self._now: datetime | None = None
        self._chosen: UUID | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Day sheet"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        current().changed.connect(self._fit)

    @property
    def plan(self) -> DayPlan | None:
        return self._plan

    def show_plan(self, plan: DayPlan, lot: Lot, now: datetime) -> None:
        self._plan, self._lot, self._now = plan, lot, now
        self.setAccessibleDescription(self.tr("%n bookings", "", plan.blocks))
        self._fit()
        self.viewport().update()

    def tick(self, now: datetime) -> None:
        """The line moves a little each minute, and badges' colours with it."""
        if self._now is None or now.replace(second=0, microsecond=0) != self._now.replace(
            second=0, microsecond=0
        ):
            self._now = now
            self.viewport().update()

    def mark(self, booking_id: UUID | None) -> None:
        """Show which block is chosen, and bring it into sight."""
        if booking_id == self._chosen:
            return
        self._chosen = booking_id
        place = self._place_of(booking_id)
        if place is not None:
            top, room = place[0] * current().sizes.row, self.viewport().height() - HEAD
            bar = self.verticalScrollBar()
            if not bar.value() <= top <= bar.value() + room - current().sizes.row:
                bar.setValue(top - room // 2)
        self.viewport().update()

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            found = self._at(event.position().toPoint())
            if found is not None and found[1] is not None:
                self._choose(found[1].line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        found = self._at(place)
        if found is None or self._plan is None:
            return
        if found[1] is not None:
            self.opened.emit()
        else:
            share = (place.x() - CODES) / self.geometry_now.across
            self.free_wanted.emit(found[0].cell, self._plan.moment(share))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        hand = found is not None and found[1] is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            words = self._said(found[1].line) if found is not None and found[1] is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._plan is None or self._lot is None or self._now is None:
            return
        sight = Sight(self._now, self._lot.time_zone, self._chosen, self.hasFocus())
        paint_sheet(QPainter(self.viewport()), self._plan, self.geometry_now, sight)

    @property
    def geometry_now(self) -> Geometry:
        area = self.viewport()
        return Geometry(area.width(), area.height(), current().sizes.row, self.verticalScrollBar().value())

    # Finding and stepping

    def _at(self, place: QPoint) -> tuple[Row, Block | None] | None:
        geometry = self.geometry_now
        if self._plan is None or place.y() < HEAD or not CODES <= place.x() <= CODES + geometry.across:
            return None
        number = (place.y() - HEAD + geometry.offset) // geometry.row
        if number >= len(self._plan.rows):
            return None
        row = self._plan.rows[number]
        areas = [(block, geometry.rect(block, 0)) for block in row.blocks]
        under = [block for block, area in areas if area.left() <= place.x() <= area.right()]
        return row, under[-1] if under else None

    def _place_of(self, booking_id: UUID | None) -> tuple[int, int] | None:
        for number, row in enumerate(self._plan.rows if self._plan is not None else ()):
            for place, block in enumerate(row.blocks):
                if block.line.booking.id == booking_id:
                    return number, place
        return None

    def _step(self, rows: int, blocks: int) -> None:
        """Left and right along a bay, up and down to the nearest block of the next bay that has one."""
        if self._plan is None:
            return
        all_rows = self._plan.rows
        here = self._place_of(self._chosen)
        if here is None:
            first = next((row.blocks[0] for row in all_rows if row.blocks), None)
            if first is not None:
                self._choose(first.line)
            return
        number, place = here
        block = all_rows[number].blocks[place]
        if blocks:
            there = place + blocks
            if 0 <= there < len(all_rows[number].blocks):
                self._choose(all_rows[number].blocks[there].line)
            return
        number += rows
        while 0 <= number < len(all_rows):
            if all_rows[number].blocks:
                nearest = min(all_rows[number].blocks, key=lambda other: abs(other.left - block.left))
                self._choose(nearest.line)
                return
            number += rows

    def _choose(self, line: Line) -> None:
        self.mark(line.booking.id)
        self.setAccessibleDescription(self._said(line))
        self.chosen.emit(line)

    def _said(self, line: Line) -> str:
        booking, lot = line.booking, self._lot
        if lot is None or self._now is None:
            return ""
        times = wording.clock_span(booking.starts_at, booking.left_at or booking.until, lot.time_zone)
        parts = (
            line.bay_code,
            booking.plate.shown,
            booking.driver.name,
            times,
            standing(booking, self._now)[0],
        )
        return " · ".join(part for part in parts if part)

    def _fit(self) -> None:
        rows = len(self._plan.rows) if self._plan is not None else 0
        room = self.viewport().height() - HEAD
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, rows * current().sizes.row - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(current().sizes.row)
