"""The log file of the data folder: bounded, and without the secrets that an address or an error may carry."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_MOST_BYTES = 1_000_000
_OLD_FILES = 3


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        from parkdesk.domain.redaction import without_secrets

        return without_secrets(super().format(record))


def start(file: Path, level: str) -> None:
    """Write what happens to `file` from here on; where it cannot be written the desk works without."""
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(_Logbook(file, level))
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)


class _Logbook(logging.Handler):
    """Opens its file with the first thing there is to write: the first paint waits for none of it."""

    def __init__(self, file: Path, level: str) -> None:
        super().__init__()
        self._file = file
        self._says_without = level == "DEBUG"
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = self._open()
            self._opened.setFormatter(_Redacting("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
        self._opened.emit(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return RotatingFileHandler(
                self._file, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8"
            )
        except OSError:
            if self._says_without and sys.stderr is not None:
                return logging.StreamHandler()
            return logging.NullHandler()


def stop() -> None:
    """Let go of the log file."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, _Logbook):
            root.removeHandler(handler)
            handler.close()
    root.setLevel(logging.WARNING)
    logging.raiseExceptions = True
