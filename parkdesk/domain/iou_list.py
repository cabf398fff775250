"""IOUs as a list asks for them and shows them: who owes what, since when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parkdesk.domain.iou import Iou
from parkdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class IouFilter:
    """Open IOUs of one lot or of all; `text` is part of a plate, a ticket or a receipt's number."""

    lot_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class IouRow:
    """An open IOU with the stay it belongs to; `owed` is what is still to come of it."""

    iou: Iou
    lot_id: UUID
    lot_name: str
    bay_code: str
    driver: str
    phone: str
    issued_by: str
    owed: Money

    @property
    def paid(self) -> Money:
        """What came in since it was written."""
        return self.iou.amount - self.owed


@dataclass(frozen=True, slots=True)
class IouPage:
    """Oldest first; `next` asks for the following page. `count` and `totals`, one a currency, are of all there are."""

    rows: tuple[IouRow, ...]
    next: tuple[datetime, UUID] | None
    count: int
    totals: tuple[Money, ...]
