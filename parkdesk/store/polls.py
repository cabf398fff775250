"""The shelf that knows which attempts are asked for next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select, text, update

from parkdesk.domain.charge import Mode
from parkdesk.store.charges import OPEN
from parkdesk.store.settlement_tables import charge_attempts, charges

_PUT_OFF = (
    update(charge_attempts)
    .where(charge_attempts.c.id == bindparam("attempt_id"))
    .values(poll_at=bindparam("at"))
)
_REST = _PUT_OFF.where(charge_attempts.c.poll_at == bindparam("claimed"))
LONGEST_WAIT, LONGEST_OPEN_WAIT = timedelta(hours=2), timedelta(minutes=5)
"""No attempt is put off for so long, an open one for less: one that is was put off by a clock that was ahead."""
_poll_at = case(
    (
        or_(
            charge_attempts.c.poll_at > bindparam("latest"),
            and_(OPEN, charge_attempts.c.poll_at > bindparam("latest_open")),
        ),
        bindparam("now", type_=charge_attempts.c.poll_at.type),
    ),
    else_=charge_attempts.c.poll_at,
)


def _moments(now: datetime) -> dict[str, datetime]:
    return {"now": now, "latest": now + LONGEST_WAIT, "latest_open": now + LONGEST_OPEN_WAIT}


class Polls:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, now: datetime, mode: Mode, most: int) -> tuple[tuple[UUID, UUID], ...]:
        """Charge and attempt: half of them the newest, whose driver stands at the desk, half those that waited most."""
        due = (
            select(charge_attempts.c.charge_id, charge_attempts.c.id)
            .join(charges, charges.c.id == charge_attempts.c.charge_id)
            .where(
                text("charge_attempts.poll_at IS NOT NULL"),
                _poll_at <= bindparam("now", type_=charge_attempts.c.poll_at.type),
                charges.c.mode == mode.value,
            )
        )
        newest = due.order_by(charge_attempts.c.opened_at.desc()).limit(most // 2)
        waiting = due.order_by(charge_attempts.c.poll_at).limit(most)
        found = dict.fromkeys(
            tuple(row) for half in (newest, waiting) for row in self._connection.execute(half, _moments(now))
        )
        return tuple((charge_id, attempt_id) for charge_id, attempt_id in list(found)[:most])

    def next_due(self, mode: Mode, now: datetime) -> datetime | None:
        moment: datetime | None = self._connection.execute(
            select(func.min(_poll_at))
            .join(charges, charges.c.id == charge_attempts.c.charge_id)
            .where(text("charge_attempts.poll_at IS NOT NULL"), charges.c.mode == mode.value),
            _moments(now),
        ).scalar()
        return moment

    def put_off(self, claims: Sequence[tuple[UUID, datetime | None]]) -> None:
        """When each attempt is asked for again; never with None. One order for all, so that no two desks wait for
        each other."""
        if claims:
            self._connection.execute(
                _PUT_OFF,
                [{"attempt_id": attempt_id, "at": at} for attempt_id, at in sorted(claims)],
            )

    def rest(self, attempt_id: UUID, claimed: datetime, at: datetime | None) -> None:
        """As `put_off`, unless somebody wants it to be asked for again since it was claimed."""
        self._connection.execute(_REST, {"attempt_id": attempt_id, "claimed": claimed, "at": at})

    def recall_all(self, now: datetime, mode: Mode, since: datetime) -> None:
        """Ask again for all that was opened since then: what was told of them may have been missed."""
        recent = select(charges.c.id).where(charges.c.opened_at >= since, charges.c.mode == mode.value)
        self._connection.execute(
            update(charge_attempts)
            .where(
                charge_attempts.c.charge_id.in_(recent),
                or_(charge_attempts.c.session_id.is_not(None), charge_attempts.c.intent_id.is_not(None)),
            )
            .values(poll_at=now)
        )
