"""What a reader of the journals has seen, and what came after it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cursor:
    """Each desk's newest journal number that was read. A desk's numbers have no gaps, so nothing hides behind it."""

    numbers: frozenset[tuple[UUID, int]] = frozenset()

    def by_desk(self) -> dict[UUID, int]:
        return dict(self.numbers)


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that new entries touched, and the cursor to ask with next time. False if there is nothing new."""

    cursor: Cursor
    touched: frozenset[UUID]
    entries: int

    def __bool__(self) -> bool:
        return self.entries > 0
