"""The icons' files, as text in one colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

from parkdesk.ui.resources import resource

STROKE = "1.8"


def tinted(name: str, colour: QColor) -> bytes:
    """The SVG of an icon in one colour."""
    return _text(name).replace("currentColor", colour.name()).encode()


@cache
def _text(name: str) -> str:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
