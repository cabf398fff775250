"""Another desk on Postgres that holds what a deed wants: the deed runs until it waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from parkdesk.store.database import Database
from tests.till import Till

_WAITS = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


@contextmanager
def another(till: Till) -> Iterator[Connection]:
    """A second connection that the database never ends first; what it did is kept at the end of the block."""
    database = Database(till.database.url.render_as_string(hide_password=False))
    with database.engine.connect() as connection, connection.begin():
        connection.execute(text("SET LOCAL deadlock_timeout = '1h'"))
        yield connection
    database.close()


def waiting(work: Callable[[], object], other: Connection) -> threading.Thread:
    """`work` as a desk that now waits for the other one."""
    desk = threading.Thread(target=work)
    desk.start()
    while not other.execute(_WAITS).scalar_one():
        assert desk.is_alive(), "it waits for nobody"
    return desk
