"""The log file of the data folder: bounded, and without the secrets that an address or an error may carry."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_MOST_BYTES = 1_000_000
_OLD_FILES = 3
_HIDDEN = "***"
_SECRETS = (
    re.compile(r"(?<=://)([^:/@\s]*):([^@\s]+)(?=@)"),
    re.compile(r"(?i)(password\s*[=:]\s*)('[^']*'|\"[^\"]*\"|[^\s,;&)]+)"),
    re.compile(r"()\b((?:sk|rk)_(?:live|test)_\w+|whsec_\w+)"),
)


def without_secrets(text: str) -> str:
    """The text with passwords of database addresses and keys of payment services struck out."""
    url, word, key = _SECRETS
    text = url.sub(rf"\1:{_HIDDEN}", text)
    return key.sub(_HIDDEN, word.sub(rf"\1{_HIDDEN}", text))


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


def start(file: Path, level: str) -> None:
    """Write what happens to `file` from here on; where it cannot be written the desk works without."""
    from logging.handlers import RotatingFileHandler

    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(level)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            file, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8"
        )
    except OSError:
        handler = (
            logging.StreamHandler() if level == "DEBUG" and sys.stderr is not None else logging.NullHandler()
        )
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    root.addHandler(handler)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)


def stop() -> None:
    """Let go of the log file."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler.formatter, _Redacting):
            root.removeHandler(handler)
            handler.close()
    root.setLevel(logging.WARNING)
    logging.raiseExceptions = True
