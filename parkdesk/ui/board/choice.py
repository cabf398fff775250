"""The bays a person has chosen, and what may be done with them follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from parkdesk.domain.board import BayState, Cell, LiveStay
from parkdesk.ui.context import Selection


@dataclass(frozen=True, slots=True)
class BayChoice:
    """`stay` is in the bay, `coming` kept for it; `ended` ran out there by itself a little while ago.

    `others` are further bays chosen at the same time, for deeds on many.
    """

    cell: Cell
    state: BayState
    stay: LiveStay | None = None
    coming: LiveStay | None = None
    ended: LiveStay | None = None
    others: tuple[Cell, ...] = ()

    @property
    def booking(self) -> LiveStay | None:
        """What a deed on this bay's booking means: who stands here, else who comes, else who just left."""
        return self.stay or self.coming or self.ended

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.cell, *self.others)

    @property
    def selection(self) -> Selection:
        booking_id: UUID | None = None
        if self.booking is not None and not self.others:
            booking_id = self.booking.booking_id
        return Selection(self.cell.bay_id, booking_id, self)
