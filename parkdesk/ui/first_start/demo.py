"""The demo beside an assistant that has not been answered: another program, on data of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

import parkdesk


def open_demo() -> bool:
    """Whether it could be started; it outlives this window."""
    bundled = getattr(sys, "frozen", False)
    arguments = ["--demo"] if bundled else ["-m", "parkdesk", "--demo"]
    home = Path(parkdesk.__file__).parents[1]
    started, _ = QProcess.startDetached(sys.executable, arguments, str(home))
    return bool(started)
