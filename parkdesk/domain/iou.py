"""An IOU: a driver who could not pay was let go, and what is owed stays owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parkdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class Iou:
    """`amount` is what was owed when it was issued; `ticket` and `plate` name the stay."""

    id: UUID
    booking_id: UUID
    amount: Money
    reason: str
    issued_at: datetime
    issued_by: UUID
    settled_at: datetime | None = None
    ticket: str = ""
    plate: str = ""
