"""Alembic's entry: runs the migrations on the connection that `parkdesk.store.migrate` hands over."""

from __future__ import annotations

from alembic import context

import parkdesk.store.indexes  # they add themselves to the tables
import parkdesk.store.paper_tables
import parkdesk.store.settlement_indexes  # noqa: F401
from parkdesk.store.database import Database
from parkdesk.store.tables import metadata
from parkdesk.store.types import Id, Moment


def _run(connection: object) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=_short_name,
    )
    context.run_migrations()


def _short_name(kind: str, item: object, _context: object) -> str | bool:
    """Write `Id` and `Moment` into a new migration instead of how they are made."""
    if kind == "type" and isinstance(item, type(Id)):
        return "Id"
    if kind == "type" and isinstance(item, type(Moment)):
        return "Moment"
    return False


_connection = context.config.attributes.get("connection")
if _connection is not None:
    _run(_connection)
else:
    # `alembic revision` and `alembic check` at a maintainer's terminal: alembic -x database=URL …
    _database = Database(context.get_x_argument(as_dictionary=True)["database"])
    with _database.engine.connect() as _own, _own.begin():
        _run(_own)
    _database.close()
