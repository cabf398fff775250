"""The exit codes of the program, and how every run ends in one of them."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from parkdesk.domain.errors import ParkDeskError, RestoreOverRunningDesk
from parkdesk.domain.system_errors import (
    AlreadyRunning,
    DatabaseUnavailable,
    DatabaseUrlUnreadable,
    JournalBroken,
    SchemaNewer,
)

if TYPE_CHECKING:
    from parkdesk.config import Config

_log = logging.getLogger(__name__)


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
    if isinstance(error, JournalBroken):
        return Exit.CHECK_FAILED
    if isinstance(error, AlreadyRunning | RestoreOverRunningDesk):
        return Exit.ALREADY_RUNNING
    if isinstance(error, DatabaseUnavailable) and not isinstance(error, DatabaseUrlUnreadable):
        return Exit.DATABASE_UNREACHABLE
    return Exit.USAGE


def calmly(work: Callable[[], int], config: Config) -> int:
    """Run to an exit code whatever happens: one sentence for what is known, and for a bug one beside its log entry."""
    try:
        return work()
    except ParkDeskError as error:
        _log.info("refused: %s", error)
        print(error, file=sys.stderr)
        return exit_of(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain of it when it ends.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return Exit.OK
    except Exception as error:
        _log.exception("a bug")
        if config.log_level == "DEBUG":
            raise
        told = f"This is a fault in ParkDesk ({type(error).__name__}); {config.log_file} has the details."
        print(told, file=sys.stderr)
        return Exit.BUG
