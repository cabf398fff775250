"""A QR code on the screen: dark on white in either theme, with the quiet zone that a phone's camera needs."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdesk.ui.theme import LIGHT, RADIUS_CARD
from parkdesk.ui.theme.tokens import PAPER
from parkdesk.ui.widgets import box

Rows = tuple[tuple[bool, ...], ...]
QUIET = 4
"""Light modules around it, as the standard wants (ISO/IEC 18004)."""


class QrCode(QWidget):
    """Draws what `outlets.qr.modules` found, which takes longer than a frame: find it on another thread."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.setFixedSize(side, side)
        self._rows: Rows = ()

    def show_rows(self, rows: Rows) -> None:
        if rows != self._rows:
            self._rows = rows
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS_CARD, fill=PAPER, edge=LIGHT.line)
        if not self._rows:
            return
        # Modules are whole dots of the screen: blurred edges are what cameras stumble over.
        ratio = self.devicePixelRatioF()
        dots = int(self.width() * ratio)
        size = max(1, dots // (len(self._rows) + 2 * QUIET))
        start = (dots - size * len(self._rows)) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.scale(1 / ratio, 1 / ratio)
        for down, line in enumerate(self._rows):
            for across, dark in enumerate(line):
                if dark:
                    area = QRect(start + across * size, start + down * size, size, size)
                    painter.fillRect(area, LIGHT.ink)
