"""Strokes that several widgets share: crisp rounded boxes and the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box whose outline lies wholly inside the rectangle."""
    inset = width / 2 if edge is not None else 0.0
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width) if edge is not None else QPen(Qt.PenStyle.NoPen))
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def focus_ring(painter: QPainter, rect: QRect, radius: float, colour: QColor, gap: QColor) -> None:
    """A ring of 2 px inside the edge, parted by 1 px of ground, so that it shows on any fill."""
    box(painter, rect, radius, edge=colour, width=2)
    box(painter, rect.adjusted(2, 2, -2, -2), radius - 2, edge=gap, width=1)


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Remember whether the focus came by the keyboard or was put there; a waking window changes nothing."""
    if event.reason() is Qt.FocusReason.MouseFocusReason:
        widget.setProperty("by_keys", False)
    elif event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
        widget.setProperty("by_keys", True)


def shows_focus(widget: QWidget) -> bool:
    """Whether to draw the focus ring: a click needs none."""
    return widget.hasFocus() and bool(widget.property("by_keys"))
