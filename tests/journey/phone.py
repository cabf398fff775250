"""The driver's phone: whether a picture of the screen holds the code of an address."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from parkdesk.outlets.qr import modules

_DARK = 128


def shows_code(picture: Path, area: list[int], address: str) -> bool:
    """`area` is where to look: left, top, width and height."""
    image = QImage(str(picture)).copy(*area).convertToFormat(QImage.Format.Format_Grayscale8)
    # Beside the edges, which are a frame's.
    across, down = range(8, image.width() - 8), range(8, image.height() - 8)
    dark = [(x, y) for y in down for x in across if image.pixelColor(x, y).red() < _DARK]
    if not dark:
        return False
    rows = modules(address)
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    dots = (max(x for x, _ in dark) - left + 1) / len(rows)
    return all(
        (image.pixelColor(round(left + (x + 0.5) * dots), round(top + (y + 0.5) * dots)).red() < _DARK)
        == module
        for y, line in enumerate(rows)
        for x, module in enumerate(line)
    )
