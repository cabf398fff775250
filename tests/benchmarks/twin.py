"""A twin database that is fed, bare through its driver, the very statements our deeds just sent to the first one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event

from parkdesk.store.database import Database
from tests.benchmarks.measure import Row, timed

_COMMIT = "COMMIT"


class Recorder:
    """Notes what SQLAlchemy hands the driver."""

    def __init__(self, database: Database) -> None:
        self.statements: list[tuple[str, Any, bool]] = []
        self._database = database
        event.listen(database.engine, "before_cursor_execute", self._note)
        event.listen(database.engine, "commit", self._commit)

    def close(self) -> None:
        event.remove(self._database.engine, "before_cursor_execute", self._note)
        event.remove(self._database.engine, "commit", self._commit)

    def _commit(self, _connection: Any) -> None:
        self.statements.append((_COMMIT, (), False))

    def _note(
        self, _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        self.statements.append((statement, parameters, many))

    def taken(self) -> list[tuple[str, Any, bool]]:
        taken, self.statements = self.statements, []
        return taken


def bare_sqlite(path: Path) -> sqlite3.Connection:
    """The driver alone, set up as ParkDesk sets it up."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def replay(connection: Any, statements: list[tuple[str, Any, bool]]) -> None:
    cursor = connection.cursor()
    for statement, parameters, many in statements:
        if statement is _COMMIT:
            connection.commit()
        elif many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters)
            if cursor.description is not None:
                cursor.fetchall()
    cursor.close()


def twins(
    name: str,
    database: Database,
    connection: Any,
    deed: Callable[[int], object],
    *,
    times: int,
    target: float,
    bare_name: str = "the same statements, driver alone",
    between: Callable[[int], object] = lambda _: None,
    warm: int = 2,
) -> Row:
    """Do a deed ours, then its statements bare on the twin. `between` prepares a turn, untimed, on both."""
    recorder = Recorder(database)
    mine, theirs = [], []
    for turn in range(times + warm):
        between(turn)
        replay(connection, recorder.taken())
        ours = timed(lambda turn=turn: deed(turn))
        statements = recorder.taken()
        bare = timed(lambda statements=statements: replay(connection, statements))
        if turn >= warm:
            mine.append(ours)
            theirs.append(bare)
    recorder.close()
    return Row(name, median(mine), median(theirs), target, bare_name)
