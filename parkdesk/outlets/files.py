"""Files that are there whole or not at all: a full disk leaves the older one as it was."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from parkdesk.domain.system_errors import unwritten


def save_whole(path: Path, data: bytes) -> None:
    """Raises FileUnwritable or DiskFull."""
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(data)  # a device or a pipe has no older content, and must stay what it is
        else:
            _replace(path, data)
    except OSError as error:
        raise unwritten(error, path) from error


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
