"""The shelf of disputes: what drivers' banks want back, how far that has come, and when it was lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, text, update

from parkdesk.domain.dispute import LOST_DEED, Dispute, Stage
from parkdesk.domain.money import Money
from parkdesk.store.settlement_tables import charges, disputes
from parkdesk.store.tables import journal, journal_touches
from parkdesk.store.types import readable

_OF = (
    select(disputes)
    .where(disputes.c.charge_id.in_(bindparam("charges", expanding=True)))
    .order_by(disputes.c.opened_at, disputes.c.id)
)
# The journal knows when each was lost; what was lost, appealed and lost again counts once, on its last day.
_LOST = (
    select(disputes, charges.c.lot_id, journal.c.at, journal.c.outcome)
    .join(charges, charges.c.id == disputes.c.charge_id)
    .join(journal_touches, journal_touches.c.subject_id == disputes.c.charge_id)
    .join(journal, journal.c.id == journal_touches.c.entry_id)
    .where(
        text(f"disputes.stage = '{Stage.LOST}'"),
        charges.c.lot_id.in_(bindparam("lots", expanding=True)),
        journal.c.deed == LOST_DEED,
        journal.c.at >= bindparam("since"),
    )
    .order_by(journal.c.at)
)
_ADD = insert(disputes)
_CHANGE = update(disputes).where(disputes.c.id == bindparam("dispute_id"))


@dataclass(frozen=True, slots=True)
class Lost:
    """Money that a bank took back for good, and when."""

    lot_id: UUID
    amount: Money
    at: datetime


class Disputes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, charge_id: UUID) -> tuple[Dispute, ...]:
        """Oldest first."""
        return self.of_charges([charge_id])

    def of_charges(self, charge_ids: Iterable[UUID]) -> tuple[Dispute, ...]:
        """Oldest first."""
        return tuple(map(_dispute, self._connection.execute(_OF, {"charges": list(charge_ids)})))

    def lost(self, lot_ids: Sequence[UUID], since: datetime) -> tuple[Lost, ...]:
        """What was lost at some lots from a moment on."""
        found: dict[str, Lost] = {}
        for row in self._connection.execute(_LOST, {"lots": list(lot_ids), "since": since}):
            if json.loads(row.outcome).get("disputes", {}).get(row.id) == Stage.LOST:
                found[row.id] = Lost(row.lot_id, _dispute(row).amount, row.at)
        return tuple(found.values())

    def add(self, dispute: Dispute) -> None:
        fixed = {
            "id": dispute.id,
            "charge_id": dispute.charge_id,
            "attempt_id": dispute.attempt_id,
            "currency": dispute.amount.currency,
            "opened_at": dispute.opened_at,
        }
        self._connection.execute(_ADD, fixed | _record(dispute))

    def change(self, dispute: Dispute) -> None:
        self._connection.execute(_CHANGE, {"dispute_id": dispute.id, **_record(dispute)})


def _record(dispute: Dispute) -> dict[str, Any]:
    return {
        "stage": dispute.stage.value,
        "reason": dispute.reason,
        "amount_minor": dispute.amount.minor,
        "respond_by": dispute.respond_by,
        "reading": dispute.number,
    }


@readable
def _dispute(row: Any) -> Dispute:
    return Dispute(
        row.id,
        row.charge_id,
        row.attempt_id,
        Stage(row.stage),
        row.reason,
        Money(row.amount_minor, row.currency),
        row.opened_at,
        row.respond_by,
        row.reading,
    )
