"""Demo data for tests: built once a process at one moment, then copied."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from parkdesk.services.demo.build import build
from parkdesk.services.desk import new_id
from parkdesk.store.database import Database
from parkdesk.store.migrate import upgrade

MOMENT = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
"""14:32 at the city lot in Kochi, a Saturday."""


@cache
def _built() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="parkdesk-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "demo.db"
    database = Database(f"sqlite:///{file}")
    upgrade(database)
    build(database, MOMENT, new_id(), "Desk 1")
    database.close()
    return file


def demo_file(folder: Path) -> Path:
    """A copy of a test's own, called as the demo's file is."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(_built(), folder / "demo.db"))
