"""The shelf of disputes: what drivers' banks want back, and how far that has come."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from parkdesk.domain.dispute import Dispute, Stage
from parkdesk.domain.money import Money
from parkdesk.store.settlement_tables import disputes
from parkdesk.store.types import readable

_OF = (
    select(disputes)
    .where(disputes.c.charge_id == bindparam("charge_id"))
    .order_by(disputes.c.opened_at, disputes.c.id)
)
_ADD = insert(disputes)
_CHANGE = update(disputes).where(disputes.c.id == bindparam("dispute_id"))


class Disputes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, charge_id: UUID) -> tuple[Dispute, ...]:
        """Oldest first."""
        return tuple(map(_dispute, self._connection.execute(_OF, {"charge_id": charge_id})))

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
