"""The desk's one clock: wall time that never runs backwards, corrected by the database server's where there is one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

JUMP = timedelta(seconds=60)
"""A wall clock this far behind its own monotonic clock was set back."""


class DeskClock:
    """Call it for the moment in UTC. `behind` says how far this computer's clock was set back, while it is."""

    def __init__(
        self,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._offset = timedelta(0)
        self._latest = wall()
        self._latest_tick = monotonic()
        self.behind = timedelta(0)

    def __call__(self) -> datetime:
        wall, tick = self._wall(), self._monotonic()
        # Asleep, the monotonic clock may stand still while the wall goes on: only going back is a jump.
        expected = self._latest + timedelta(seconds=tick - self._latest_tick)
        if wall < expected - JUMP:
            self.behind = expected - wall
            wall = expected
        else:
            self.behind = timedelta(0)
            wall = max(wall, self._latest)
        self._latest, self._latest_tick = wall, tick
        return wall + self._offset

    def follow(self, server: datetime) -> None:
        """Take the database server's clock as the authority."""
        self._offset = timedelta(0)
        self._offset = server - self()
