"""Keys as people read them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def shown_key(key: str) -> str:
    """A key as people read it: `Ctrl+K` as Ctrl K, `Return` as ⏎."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    return text.replace("Return", "⏎").replace("Enter", "⏎").replace("+", " ") if text != "+" else text
