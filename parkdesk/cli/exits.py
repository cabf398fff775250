"""The exit codes of the program, and which error ends in which."""

from __future__ import annotations

from enum import IntEnum

from parkdesk.domain.errors import (
    AlreadyRunning,
    DatabaseUnavailable,
    DatabaseUrlUnreadable,
    ParkDeskError,
    RestoreOverRunningDesk,
    SchemaNewer,
)


class Exit(IntEnum):
    OK = 0
    BUG = 1
    USAGE = 2
    CHECK_FAILED = 3
    DATABASE_UNREACHABLE = 4
    SCHEMA_NEWER = 5
    ALREADY_RUNNING = 6
    INTERRUPTED = 130


MEANINGS = {
    Exit.OK: "done",
    Exit.BUG: "a fault in ParkDesk; the log file has the details",
    Exit.USAGE: "not understood or not possible; nothing was changed",
    Exit.CHECK_FAILED: "a check found something wrong",
    Exit.DATABASE_UNREACHABLE: "the database cannot be used",
    Exit.SCHEMA_NEWER: "the database belongs to a newer ParkDesk",
    Exit.ALREADY_RUNNING: "a desk is running on this data folder",
}


def exit_of(error: ParkDeskError) -> Exit:
    if isinstance(error, SchemaNewer):
        return Exit.SCHEMA_NEWER
    if isinstance(error, AlreadyRunning | RestoreOverRunningDesk):
        return Exit.ALREADY_RUNNING
    if isinstance(error, DatabaseUnavailable) and not isinstance(error, DatabaseUrlUnreadable):
        return Exit.DATABASE_UNREACHABLE
    return Exit.USAGE
