"""The schema under a running desk: where a newer program has changed it, nothing more is written."""

from __future__ import annotations

from sqlalchemy import Connection, column, select, table

from parkdesk.domain.system_errors import SchemaNewer
from parkdesk.store.migrate import is_known

VERSION = table("alembic_version", column("version_num"))
_FOUND = select(VERSION.c.version_num)


def refuse_newer(found: str) -> None:
    """Raises SchemaNewer."""
    if not is_known(found):
        raise SchemaNewer(revision=found)


def look_for_newer(connection: Connection) -> None:
    """Raises SchemaNewer."""
    refuse_newer(connection.execute(_FOUND).scalar_one())
