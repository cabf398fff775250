"""Which bays of a site are free while its history is told."""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from random import Random

from parkdesk.domain.bay import Bay

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Spaces:
    """Bays of one kind in the order in which drivers come past them; those near the entrance fill first."""

    def __init__(self, bays: Iterable[Bay], rng: Random) -> None:
        self._rng = rng
        self.bays = tuple(bays)
        self._free = list(range(len(self.bays)))
        self._taken: list[tuple[datetime, int]] = []
        self._gone_at = [_NEVER] * len(self.bays)
        self._until = [_NEVER] * len(self.bays)

    def take(
        self, at: datetime, gone_at: datetime, until: datetime, *, spared: Collection[str] = ()
    ) -> Bay | None:
        """The bay that a driver takes who comes at `at`; None where all are taken or it is one of the `spared` codes,
        in which somebody else stands instead.

        A car stands in it until `gone_at`, whatever the end of its booking, `until`.
        """
        while self._taken and self._taken[0][0] <= at:
            insort(self._free, heapq.heappop(self._taken)[1])
        if not self._free:
            return None
        place = int(len(self._free) * self._rng.random() ** 1.7)
        number = self._free[place]
        if self.bays[number].code in spared:
            return None
        del self._free[place]
        heapq.heappush(self._taken, (gone_at, number))
        self._gone_at[number], self._until[number] = gone_at, until
        return self.bays[number]

    def occupy(self, bay: Bay, until: datetime) -> None:
        """Take a bay that is resting."""
        number = self.bays.index(bay)
        self._gone_at[number] = self._until[number] = until

    def busy_until(self, bay: Bay) -> datetime:
        number = self.bays.index(bay)
        return max(self._gone_at[number], self._until[number])

    def standing(self, now: datetime) -> int:
        return sum(gone_at > now for gone_at in self._gone_at)

    def resting(self, now: datetime, spared: Collection[str]) -> Iterator[tuple[Bay, datetime]]:
        """Free bays in no order, each with the moment its last stay was over."""
        numbers = [number for number, gone_at in enumerate(self._gone_at) if gone_at <= now]
        self._rng.shuffle(numbers)
        for number in numbers:
            if self.bays[number].code not in spared:
                yield self.bays[number], self._gone_at[number]
