"""What a reader of the journals has seen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cursor:
    """Each desk's newest journal number that was read. A desk's numbers have no gaps, so nothing hides behind it."""

    numbers: frozenset[tuple[UUID, int]] = frozenset()

    def by_desk(self) -> dict[UUID, int]:
        return dict(self.numbers)
