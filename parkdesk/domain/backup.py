"""Copies of everything, and what is known about one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that was opened after it was written. `entries` counts its journal; a server's dump is read through but
    not counted."""

    file: Path
    size: int
    revision: str
    entries: int | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """The database that was put back, and where the one before it was kept."""

    place: Path
    backup: Backup
    kept: Path | None
