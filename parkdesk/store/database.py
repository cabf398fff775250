"""One database by its URL: connections, transactions and honest sentences for what goes wrong underneath."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, NoReturn

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.system_errors import DatabaseCorrupt, DatabaseUrlUnreadable, SchemaNewer
from parkdesk.store.driver_errors import NO_TEXT, known, worth_retrying
from parkdesk.store.schema import look_for_newer
from parkdesk.store.shelves import Store
from parkdesk.store.types import Unreadable

BUSY_SECONDS = 10
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "temp_store = MEMORY")


def read_url(url: str) -> URL:
    """A SQLAlchemy URL; `postgresql://` means psycopg 3. Raises DatabaseUrlUnreadable."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlUnreadable(url=url.partition("://")[0] + "://…", field="database") from error
    backend = parsed.get_backend_name()
    # A database in memory would be another one in each thread.
    in_memory = backend == "sqlite" and (not parsed.database or ":memory:" in parsed.database)
    if backend not in ("sqlite", "postgresql") or in_memory:
        raise DatabaseUrlUnreadable(url=shown(parsed), field="database")
    return parsed.set(drivername="postgresql+psycopg") if backend == "postgresql" else parsed


def shown(url: URL) -> str:
    """The URL without its password, for a screen or a log."""
    return url.render_as_string(hide_password=True).replace("+psycopg", "")


class Database:
    """Keeps one connection a thread, and so needs no pool. `transaction()` writes and `reading()` looks."""

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _engine(self.url)
        self._mine = threading.local()
        self.newer: SchemaNewer | None = None
        """Once a newer program was found to have changed the schema under this one: no deed is begun any more."""
        self._all: list[Connection] = []
        self._all_lock = threading.Lock()

    @property
    def place(self) -> str:
        """Where the data lies, as a person reads it."""
        return str(self.url.database) if self.is_sqlite else shown(self.url)

    def transaction(self) -> Transaction:
        """Write: all of it or nothing. On SQLite it takes the write lock at once."""
        return Transaction(self, writing=True)

    def reading(self) -> Transaction:
        """Look at one consistent state, and change nothing."""
        return Transaction(self, writing=False)

    def connection(self) -> Connection:
        """This thread's own."""
        connection: Connection | None = getattr(self._mine, "connection", None)
        if connection is None or connection.closed:
            connection = self.engine.connect()
            self._mine.connection = connection
            with self._all_lock:
                self._all.append(connection)
        return connection

    def forget(self, connection: Connection) -> None:
        """Let go of a connection that broke; the next transaction opens a new one."""
        connection.close()
        self._mine.connection = None
        with self._all_lock:
            self._all.remove(connection)

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into sentences."""
        try:
            yield
        except DBAPIError as error:
            found = known(error, self.place)
            if found is None:
                raise
            raise found from error

    worth_retrying = staticmethod(worth_retrying)

    def close(self) -> None:
        """Close every thread's connection. Call when no thread works any more."""
        with self._all_lock:
            connections, self._all = self._all, []
        for connection in connections:
            if not connection.closed:
                if self.is_sqlite:
                    # Good for the next start, but no reason to fail at the end of this one.
                    with suppress(SQLAlchemyError), connection.begin():
                        connection.exec_driver_sql("PRAGMA optimize")
                connection.close()
        self._mine = threading.local()
        self.engine.dispose()


class Transaction:
    """`with database.transaction() as store:` commits on leaving, rolls back on any error, and says it in words.

    A class and not a generator: it stands around every single thing the desk does.
    """

    __slots__ = ("_begun", "_connection", "_database", "_writing")

    def __init__(self, database: Database, *, writing: bool) -> None:
        self._database = database
        self._writing = writing
        self._connection: Connection | None = None

    def __enter__(self) -> Store:
        if self._writing and self._database.newer is not None:
            raise self._database.newer.with_traceback(None)
        try:
            self._connection = self._database.connection()
            set_mode(self._connection, writing=self._writing)
            self._connection.info["written"] = False
            self._begun = self._connection.begin()
        except DBAPIError as error:
            self._tell(error)
        return Store(self._connection)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if isinstance(error, ParkDeskError) and not self._has_written():
                # There is nothing to take back, and a ROLLBACK makes psycopg forget all that it has prepared.
                self._begun.commit()
            else:
                self._begun.__exit__(kind, error, trace)
        except DBAPIError as failed:
            self._tell(failed)
        if isinstance(error, SchemaNewer):
            self._database.newer = error
        elif isinstance(error, DBAPIError):
            self._tell(error)
        elif isinstance(error, Exception) and not isinstance(error, ParkDeskError):
            self._refuse_newer(error)
        if isinstance(error, Unreadable):
            raise DatabaseCorrupt(place=self._database.place) from error

    def _has_written(self) -> bool:
        connection = self._connection
        return connection is None or connection.dialect.name == "sqlite" or connection.info["written"]

    def _tell(self, error: DBAPIError) -> NoReturn:
        if error.connection_invalidated and self._connection is not None:
            self._database.forget(self._connection)
        found = known(error, self._database.place)
        if found is None:
            self._refuse_newer(error)
            raise error
        raise found from error

    def _refuse_newer(self, error: Exception) -> None:
        """What looks like a bug or like damage may be a schema that this program does not know. Raises SchemaNewer."""
        if self._connection is None or self._connection.closed:
            return
        try:
            with self._connection.begin():
                look_for_newer(self._connection)
        except SchemaNewer as newer:
            self._database.newer = newer
            raise newer from error
        except SQLAlchemyError:
            return


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(
            url,
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={
                "connect_timeout": BUSY_SECONDS,
                "options": f"-c timezone=UTC -c lock_timeout={BUSY_SECONDS}s {url.query.get('options', '')}",
                "application_name": "parkdesk",
            },
        )
        event.listen(engine, "before_cursor_execute", _note_writing)
        return engine
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def set_mode(connection: Connection, *, writing: bool) -> None:
    """Say what the next transaction is for: a look holds no lock and sees one moment, even in two queries."""
    if connection.info.get("writing") is writing:
        return
    connection.info["writing"] = writing
    if connection.dialect.name == "postgresql":
        from psycopg import IsolationLevel

        driver: Any = connection.connection.driver_connection
        driver.isolation_level = None if writing else IsolationLevel.REPEATABLE_READ
        driver.read_only = None if writing else True


def _note_writing(
    connection: Connection, _cursor: Any, _statement: str, _given: Any, context: Any, _many: bool
) -> None:
    if context.compiled is None or not context.compiled.statement.is_select:
        connection.info["written"] = True


def _configure_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin by itself: _begin_sqlite does, so that writers never deadlock upgrading.
    connection.isolation_level = None
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        tables, ours = connection.execute(
            "SELECT count(*), coalesce(sum(name = 'journal_touches'), 0) FROM sqlite_master"
        ).fetchone()
    except UnicodeDecodeError as error:
        # The driver wants to say that the schema is malformed, and cannot even say that.
        raise sqlite3.DatabaseError(f"{NO_TEXT}: {error}") from error
    if ours or not tables:
        # Lasting, so it is nothing to do to a file of another program.
        connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writing", True) else "BEGIN")
