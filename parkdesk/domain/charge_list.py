"""Charges as a list asks for them and shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parkdesk.domain.charge import Charge


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """A charge with the stay it belongs to."""

    charge: Charge
    ticket: str
    plate: str
    bay_code: str


@dataclass(frozen=True, slots=True)
class ChargeFilter:
    """Which charges: those opened from `first` on and before `before`."""

    lot_id: UUID | None = None
    open: bool = False
    attention: bool = False
    first: datetime | None = None
    before: datetime | None = None
