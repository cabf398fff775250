"""A line of a paper as a picture for a thermal printer, for what is written in letters that no printer has."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from parkdesk.outlets.escpos import DOTS_A_COLUMN, WIDE, Dots
from parkdesk.outlets.paper import Block, Paper
from parkdesk.outlets.paper_html import WIDTH
from parkdesk.ui.paper.document import paint, paper_document
from parkdesk.ui.theme.tokens import PAPER

_SCALE = WIDE * DOTS_A_COLUMN / WIDTH
"""The page's letters become as high as the printer's own."""
_INK = bytes(b"1"[0] if level < 190 else b"0"[0] for level in range(256))
"""Grey is black on paper, and so are the edges of letters, which would be too thin otherwise."""


def dots(block: Block, width: int) -> Dots:
    """As it stands on the page, over the whole width of the roll."""
    document = paper_document(Paper("", "", (block,)), width=int(width / _SCALE))
    picture = QImage(width, ceil(document.size().height() * _SCALE), QImage.Format.Format_Grayscale8)
    picture.fill(PAPER)
    painter = QPainter(picture)
    painter.scale(_SCALE, _SCALE)
    paint(document, painter)
    painter.end()
    data, step = bytes(picture.constBits()), picture.bytesPerLine()
    lines = (data[y * step : y * step + width] for y in range(picture.height()))
    return Dots(-(-width // 8), tuple(map(_packed, lines)))


def _packed(line: bytes) -> bytes:
    """From a byte a dot to a bit a dot."""
    bits = line.translate(_INK).decode("ascii").ljust(-(-len(line) // 8) * 8, "0")
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def dots_alone(block: Block, width: int) -> Dots:
    """As `dots`, where there is no window: fonts need an application."""
    application = QGuiApplication.instance() or QGuiApplication(["parkdesk"])
    made = dots(block, width)
    application.processEvents()
    return made
