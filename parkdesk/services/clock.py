"""The desk's one clock: wall time that is not set back, corrected by the database server's where there is one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

JUMP = timedelta(seconds=60)
"""A wall clock this far from where its own monotonic clock expects it has jumped."""


class DeskClock:
    """Call it for the moment in UTC. `behind` says how far this computer's clock was set back, while it is.

    A leap ahead is believed, for a computer that slept or whose clock was late looks just like it. A clock that is
    set back is not: the desk counts on. Only when that takes the latest leap back is the leap known for the mistake,
    and the desk returns to the right time as a new start would: no deed is charged or freed by it, since a stay keeps
    its start and its end and the journal its numbers. A clock that was ahead when the desk opened stays so until the
    next start; from a right one that is set back nobody could tell it.
    """

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
        self._leap = timedelta(0)
        self.behind = timedelta(0)

    def __call__(self) -> datetime:
        wall, tick = self._wall(), self._monotonic()
        expected = self._latest + timedelta(seconds=tick - self._latest_tick)
        jump = wall - expected
        behind = timedelta(0)
        if jump > JUMP:
            self._leap = jump
        elif jump >= -JUMP:
            wall = max(wall, self._latest)
        elif self._leap and abs(jump + self._leap) <= JUMP:
            self._leap = timedelta(0)
        else:
            behind, wall = -jump, expected
        self.behind = behind
        self._latest, self._latest_tick = wall, tick
        return wall + self._offset

    def follow(self, server: datetime) -> None:
        """Take the database server's clock as the authority."""
        self._offset = timedelta(0)
        self._offset = server - self()
