"""`ui` shows and asks. It alone speaks Qt."""

from __future__ import annotations

import builtins

_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

# PySide6 puts itself between, to read the source of every later module for `from __feature__ import`, which nobody
# here uses; with SQLAlchemy's that is a tenth of the time until the board is up.
builtins.__import__ = _import
