"""Schema versions: a local file migrates itself after a copy, a shared Postgres only by an owner's act."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from parkdesk.config import shipped
from parkdesk.domain.system_errors import (
    DatabaseUnavailable,
    ExtensionMissing,
    SchemaNewer,
    SchemaOlder,
)
from parkdesk.store.backup import copy, draft_of, publish
from parkdesk.store.database import Database, set_mode
from parkdesk.store.driver_errors import first_line
from parkdesk.store.schema import HEAD, is_known, revision_in
from parkdesk.store.shelves import Store

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATION_LOCK = 0x7061726B
_EXTENSIONS = ("btree_gist", "pg_trgm")
_NO_EXTENSION = ("42501", "58P01", "0A000")
"""The role may not, or the server has no such file (PostgreSQL manual, appendix A; 58P01 until version 16)."""
APPLICATION_ID = 0x504B4453
"""SQLite's `application_id` of a ParkDesk file: 'PKDS'."""


def migrate(url: str) -> None:
    """Bring the database at `url` to this program's schema. Raises SchemaNewer or DatabaseForeign."""
    database = Database(url)
    try:
        upgrade(database)
    finally:
        database.close()


def revision(database: Database) -> str | None:
    """The schema's revision, None for an empty database. Raises DatabaseForeign."""
    with database.translated(), database.engine.connect() as connection:
        set_mode(connection, writing=False)
        with connection.begin():
            return revision_in(connection, database.place)


def ready(database: Database) -> None:
    """Make a database fit for use: a local file is migrated after a copy; a Postgres must be up to date.

    Raises SchemaNewer, SchemaOlder, DatabaseForeign or DatabaseUnavailable.
    """
    if database.is_sqlite:
        place = Path(str(database.url.database))
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailable(reason=f"{place.parent} {error.strerror}") from error
    found = revision(database)
    if found == HEAD:
        return
    if found is not None and not is_known(found):
        raise SchemaNewer(revision=found)
    if not database.is_sqlite:
        raise SchemaOlder()
    if found is not None:
        copy_aside(place, found)
    upgrade(database)


def copy_aside(place: Path, found: str) -> Path:
    """A consistent copy of a SQLite file beside it, named after its revision and the moment."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = place.with_name(f"{place.stem}-before-{found}-{stamp}{place.suffix}")
    with draft_of(aside) as draft:
        copy(place, draft)
        publish(draft, aside)
    return aside


def upgrade(database: Database) -> None:
    """Run the missing migrations under a lock, so that two programs may start on one new database at once."""
    with database.translated(), database.engine.connect() as connection, connection.begin():
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        found = revision_in(connection, database.place)
        if found == HEAD:
            return
        if found is not None and not is_known(found):
            raise SchemaNewer(revision=found)
        if not database.is_sqlite:
            _extend(connection, database)
        from alembic import command

        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        Store(connection).announce("schema")
        if database.is_sqlite:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _extend(connection: Connection, database: Database) -> None:
    """Raises ExtensionMissing where the role may not add an extension, or the server does not have it."""
    there = set(connection.execute(text("SELECT extname FROM pg_extension")).scalars())
    missing = [extension for extension in _EXTENSIONS if extension not in there]
    commands = [f"CREATE EXTENSION {extension}" for extension in missing]
    try:
        for command in commands:
            connection.execute(text(command))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in _NO_EXTENSION:
            raise
        raise ExtensionMissing(
            extensions=", ".join(missing),
            reason=first_line(error.orig),
            database=database.url.database,
            command="; ".join(commands),
        ) from error


def alembic_config() -> Config:
    """Alembic's configuration in code: a bundle has no pyproject.toml."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    return config
