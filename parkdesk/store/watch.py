"""Notices what other processes commit: a look at a counter on SQLite, LISTEN on Postgres. It never waits."""

from __future__ import annotations

import random
import select
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from parkdesk.store.shelves import NOTIFY_CHANNEL

if TYPE_CHECKING:
    from psycopg.pq.abc import PGconn

    from parkdesk.store.database import Database

CONNECT_SECONDS = 10.0
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
_KEEPALIVE = {"keepalives": 1, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3}


class Watch(Protocol):
    """Belongs to one thread at a time."""

    def fileno(self) -> int | None:
        """A descriptor that turns readable when there is news. Ask after every `look`: it comes and goes."""

    def look(self) -> bool:
        """Whether anything was committed since the last look, here or elsewhere. Call it from a timer and, where
        there is a descriptor, when that turns readable."""

    def close(self) -> None: ...


class SqliteWatch:
    """Asks SQLite's `data_version`, a counter in memory that the other connections' commits move."""

    def __init__(self, place: Path) -> None:
        self._connection = sqlite3.connect(
            f"{place.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        self._version = self._asked()

    def fileno(self) -> None:
        return None

    def look(self) -> bool:
        version = self._asked()
        if version is None or version == self._version:
            return False
        self._version = version
        return True

    def _asked(self) -> int | None:
        try:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            # Whoever reads or writes next is told why; a look has nobody to tell.
            return None

    def close(self) -> None:
        self._connection.close()


class PostgresWatch:
    """Listens on a connection of its own, taken up again after a loss. Coming back counts as news: some may have
    been missed."""

    def __init__(self, conninfo: str, tick: Callable[[], float] = time.monotonic) -> None:
        self._conninfo = conninfo.encode()
        self._tick = tick
        self._pg: PGconn | None = None
        self._listening = False
        self._since = self._retry_at = tick()
        self._pause = FIRST_PAUSE_SECONDS

    def connect(self) -> bool:
        """Connect and wait for it, as the first connection may. Without it, or after a loss, `look` does it step by
        step."""
        while self._tick() - self._since < CONNECT_SECONDS:
            if self.look():
                return True
            if self._pg is None:
                return False
            select.select([self._pg.socket], [], [], 0.05)
        return False

    def fileno(self) -> int | None:
        return self._pg.socket if self._pg is not None and self._listening else None

    def look(self) -> bool:
        from psycopg import Error

        try:
            if self._pg is None:
                return self._tick() >= self._retry_at and self._start()
            return self._news() if self._listening else self._step()
        except Error:
            self._lose()
            return False

    def _start(self) -> bool:
        from psycopg import pq

        self._since = self._tick()
        self._pg = pq.PGconn.connect_start(self._conninfo)
        return self._step()

    def _step(self) -> bool:
        """Go on connecting as far as that needs no waiting; True once it listens."""
        from psycopg import OperationalError, pq

        assert self._pg is not None
        if self._tick() - self._since > CONNECT_SECONDS:
            raise OperationalError("no answer")
        if self._pg.nonblocking:
            return self._hear()
        while True:
            state = self._pg.connect_poll()
            if state == pq.PollingStatus.OK:
                self._pg.nonblocking = 1
                self._pg.send_query(f"LISTEN {NOTIFY_CHANNEL}".encode())
                self._pg.flush()
                return self._hear()
            if state == pq.PollingStatus.FAILED:
                raise OperationalError("refused")
            wanted = [self._pg.socket]
            reading = state == pq.PollingStatus.READING
            ready = select.select(wanted if reading else [], [] if reading else wanted, [], 0)
            if not any(ready):
                return False

    def _hear(self) -> bool:
        """Whether the server has answered to LISTEN."""
        assert self._pg is not None
        self._pg.flush()
        self._pg.consume_input()
        while not self._pg.is_busy():
            if self._pg.get_result() is None:
                self._listening = True
                self._pause = FIRST_PAUSE_SECONDS
                return True
        return False

    def _news(self) -> bool:
        assert self._pg is not None
        self._pg.consume_input()
        heard = False
        while self._pg.notifies() is not None:
            heard = True
        return heard

    def _lose(self) -> None:
        """Try again after a pause that grows; the desks of one server do not all come back at once."""
        self.close()
        self._retry_at = self._tick() + self._pause * random.uniform(0.5, 1)
        self._pause = min(2 * self._pause, LONGEST_PAUSE_SECONDS)

    def close(self) -> None:
        if self._pg is not None:
            self._pg.finish()
        self._pg, self._listening = None, False


def watch(database: Database) -> Watch:
    """May wait for a server as long as a first connection does."""
    if database.is_sqlite:
        return SqliteWatch(Path(str(database.url.database)))
    from psycopg.conninfo import make_conninfo

    _, wanted = database.engine.dialect.create_connect_args(database.url)
    wanted.pop("context", None)  # how SQLAlchemy adapts types, nothing for the server
    listening = PostgresWatch(make_conninfo("", **{**_KEEPALIVE, **wanted, "application_name": "parkdesk"}))
    listening.connect()
    return listening
