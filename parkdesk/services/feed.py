"""The change feed: what other processes did appears here without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkdesk.domain.changes import Cursor
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.watch import Watch


class ChangeFeed:
    """A reader watches until something happened, then asks how far every desk has come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def cursor(self) -> Cursor:
        with self._desk.look() as store:
            return store.feed.cursor()

    def watch(self) -> Watch:
        """Something to look at cheaply and often: its `fileno()` is a descriptor to wait on, or None where a look
        every quarter of a second is the way. Whoever asked for it closes it."""
        from parkdesk.store.watch import watch

        return watch(self._desk.database)
