"""Keeps demo data fit to be looked at: built where there is none, built anew once its cars have left."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.moments import local_day
from parkdesk.domain.system_errors import DatabaseCorrupt, DatabaseForeign, DemoNeedsEmpty, SchemaNewer
from parkdesk.services.demo.people import OWNER_ID
from parkdesk.services.demo.places import RIVERSIDE

if TYPE_CHECKING:
    from parkdesk.store.database import Database
    from parkdesk.store.shelves import Store

_STANDING = 20
"""With fewer cars in the city lot the demo has gone stale."""
_log = logging.getLogger(__name__)


def make_ready(url: str, now: datetime, desk_id: UUID, desk_name: str, *, in_use: bool = False) -> None:
    """See to it that `url` holds demo data of today; what another program has open is left as it is.

    Raises DemoNeedsEmpty for a database that holds anything else, or DatabaseUnavailable.
    """
    from parkdesk.store.database import Database, read_url

    parsed = read_url(url)
    if parsed.get_backend_name() == "sqlite":
        place = Path(str(parsed.database))
        if not (place.exists() and (in_use or _is_fresh(url, now))):
            _build_file(place, now, desk_id, desk_name)
        return
    database = Database(url)
    try:
        _fill_server(database, now, desk_id, desk_name)
    finally:
        database.close()


def _is_fresh(url: str, now: datetime) -> bool:
    """Raises DemoNeedsEmpty for a file that holds something else than a demo."""
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import revision
    from parkdesk.store.schema import HEAD

    database = Database(url)
    try:
        found = revision(database)
        if found is None:
            return False
        if found != HEAD:
            _require_older_demo(Path(database.place))
            return False
        with database.reading() as store:
            if _is_demo(store, database.place):
                return _is_busy(store, now)
            return False
    except (DatabaseCorrupt, DatabaseForeign, SchemaNewer) as error:
        raise DemoNeedsEmpty(place=database.place) from error
    finally:
        database.close()


def _require_older_demo(place: Path) -> None:
    """A demo of an older program is built anew; a copy shows whether it is one. Raises DemoNeedsEmpty."""
    from parkdesk.store.backup import copy
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import upgrade

    with TemporaryDirectory(dir=place.parent) as folder:
        draft = Path(folder) / place.name
        copy(place, draft)
        database = Database(f"sqlite:///{draft}")
        try:
            upgrade(database)
            with database.reading() as store:
                _is_demo(store, str(place))
        finally:
            database.close()


def _is_demo(store: Store, place: str) -> bool:
    """False for an empty database. Raises DemoNeedsEmpty for a desk's own."""
    if store.people.find(OWNER_ID) is not None:
        return True
    if not store.people.is_empty() or store.lots.all():
        raise DemoNeedsEmpty(place=place)
    return False


def _is_busy(store: Store, now: datetime) -> bool:
    """Whether it was built today and cars still stand in it."""
    from parkdesk.services.demo.build import EXIT_DESK

    lot, latest = store.lots.named(RIVERSIDE), store.journal.latest_at(EXIT_DESK)
    if lot is None or latest is None:
        return False
    if latest > now or local_day(latest, lot.time_zone) != local_day(now, lot.time_zone):
        return False
    cells = store.boards.cells(lot.id, now)
    return sum(cell.standing(now, lot) is not None for cell in cells) >= _STANDING


def _build_file(place: Path, now: datetime, desk_id: UUID, desk_name: str) -> None:
    """Beside the old file and then into its place, so that half a demo is never seen."""
    from parkdesk.services.demo.build import build
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import upgrade

    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    database = Database(f"sqlite:///{draft}")
    try:
        upgrade(database)
        build(database, now, desk_id, desk_name)
        database.close()
        _put(draft, place)
    finally:
        database.close()
        for side in ("", "-wal", "-shm"):
            draft.with_name(draft.name + side).unlink(missing_ok=True)


def _put(draft: Path, place: Path) -> None:
    try:
        for side in ("-wal", "-shm"):
            place.with_name(place.name + side).unlink(missing_ok=True)
        os.replace(draft, place)
        _log.info("built the demo in %s", place)
    except PermissionError:
        # Windows keeps files that a program has open: that one goes on with its old demo, and so does this one.
        if not place.exists():
            raise


def _fill_server(database: Database, now: datetime, desk_id: UUID, desk_name: str) -> None:
    from parkdesk.services.demo.build import build
    from parkdesk.store.migrate import upgrade

    upgrade(database)
    with database.reading() as store:
        if _is_demo(store, database.place):
            return
    build(database, now, desk_id, desk_name)
