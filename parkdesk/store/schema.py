"""The schema's revisions: which one a database has, and whether this program knows it."""

from __future__ import annotations

from sqlalchemy import Connection, column, inspect, select, table

from parkdesk.domain.system_errors import DatabaseForeign, SchemaNewer

HEAD = "0007"
"""The newest migration, so that a start need not import Alembic to see that nothing is to be done."""
_KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
VERSION = table("alembic_version", column("version_num"))
_FOUND = select(VERSION.c.version_num)


def is_known(found: str) -> bool:
    """Whether this program knows a schema's revision; one it does not know is newer."""
    return found in _KNOWN


def revision_in(connection: Connection, place: str) -> str | None:
    """The schema's revision, None for an empty database. Raises DatabaseForeign."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "journal_touches", "desks"} <= tables:
        raise DatabaseForeign(place=place)
    found = connection.execute(_FOUND).scalar_one_or_none()
    if found is None:
        raise DatabaseForeign(place=place)
    return str(found)


def refuse_newer(found: str) -> None:
    """Raises SchemaNewer."""
    if not is_known(found):
        raise SchemaNewer(revision=found)


def look_for_newer(connection: Connection) -> None:
    """Raises SchemaNewer."""
    refuse_newer(connection.execute(_FOUND).scalar_one())
