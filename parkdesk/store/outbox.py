"""The outbox: what a provider is still to be asked, who is asking it right now, and how each asking ended."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    bindparam,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from parkdesk.domain.charge import Mode
from parkdesk.domain.journal import canonical
from parkdesk.store.settlement_tables import outbox, provider_cursors
from parkdesk.store.types import readable

_ADD = insert(outbox)
_CHANGE = update(outbox).where(outbox.c.id == bindparam("row_id"))
_WAITING = text("ended_at IS NULL")
_OF_ATTEMPT = (
    select(outbox)
    .where(outbox.c.attempt_id == bindparam("attempt_id"))
    .order_by(outbox.c.id)
    .with_for_update()
)
_OF_REFUND = select(outbox).where(outbox.c.refund_id == bindparam("refund_id")).with_for_update()
_ONE = select(outbox).where(outbox.c.id == bindparam("id")).with_for_update()
LONGEST_WAIT = timedelta(minutes=15)
"""No row is put off or leased for so long: one that is was written by a clock that was ahead, and waits no more."""


def _not_ahead(moment: Column[datetime]) -> ColumnElement[datetime]:
    return case(
        (moment > bindparam("latest"), bindparam("now", type_=moment.type)),
        else_=moment,
    )


_due_at, _free_at = _not_ahead(outbox.c.due_at), _not_ahead(outbox.c.leased_until)
_NEXT = select(func.min(case((_free_at > _due_at, _free_at), else_=_due_at))).where(
    _WAITING, outbox.c.mode == bindparam("mode")
)
_LATEST = select(outbox.c.mode).order_by(outbox.c.id.desc()).limit(1)
_UNSENT = select(exists().where(_WAITING, outbox.c.charge_id == bindparam("charge_id")))
_COUNT = select(func.count()).where(_WAITING, outbox.c.mode == bindparam("mode"))
_DRAW = (
    update(provider_cursors)
    .where(provider_cursors.c.mode == bindparam("of_mode"))
    .values(readings=provider_cursors.c.readings + bindparam("count"))
    .returning(provider_cursors.c.readings)
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One row: `first_sent_at` is None as long as the provider cannot have heard of it."""

    id: UUID
    charge_id: UUID
    attempt_id: UUID
    refund_id: UUID | None
    mode: Mode
    operation: str
    parameters: Mapping[str, Any]
    key: str
    made_at: datetime
    first_sent_at: datetime | None
    tries: int
    leased_by: UUID | None
    leased_until: datetime | None
    ended: bool

    def may_be_out(self, now: datetime) -> bool:
        """Whether the provider may have heard of it, or is hearing of it right now."""
        leased = self.leased_until is not None and self.leased_until > now
        return self.first_sent_at is not None or leased


class Outbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, letter: Letter, desk_id: UUID, due_at: datetime) -> None:
        self._connection.execute(
            _ADD,
            {
                "id": letter.id,
                "desk_id": desk_id,
                "mode": letter.mode.value,
                "charge_id": letter.charge_id,
                "attempt_id": letter.attempt_id,
                "refund_id": letter.refund_id,
                "operation": letter.operation,
                "parameters": canonical(letter.parameters),
                "idempotency_key": letter.key,
                "made_at": letter.made_at,
                "due_at": due_at,
                "tries": 0,
                "end": "",
                "reason": "",
            },
        )

    def world(self) -> Mode | None:
        """Which money this database is about: that of its latest letter, for all have the same; None before any."""
        found = self._connection.execute(_LATEST).scalar()
        return None if found is None else Mode(found)

    def lease(
        self, worker: UUID, now: datetime, until: datetime, mode: Mode, barred: Collection[str] = ()
    ) -> Letter | None:
        """The row that is due longest, and nobody else's until then. It counts as sent from here on."""
        due = (
            select(outbox)
            .where(
                _WAITING,
                _due_at <= bindparam("now", type_=outbox.c.due_at.type),
                outbox.c.mode == mode.value,
                or_(
                    outbox.c.leased_until.is_(None),
                    _free_at <= bindparam("now", type_=outbox.c.due_at.type),
                ),
            )
            .order_by(outbox.c.due_at, outbox.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if barred:
            due = due.where(outbox.c.operation.not_in(list(barred)))
        row = self._connection.execute(due, _moments(now)).first()
        if row is None:
            return None
        self._connection.execute(
            _CHANGE,
            {
                "row_id": row.id,
                "leased_by": worker,
                "leased_until": until,
                "first_sent_at": row.first_sent_at or now,
                "tries": row.tries + 1,
            },
        )
        return _letter(row)

    def find(self, letter_id: UUID) -> Letter | None:
        """Locked until the transaction ends."""
        row = self._connection.execute(_ONE, {"id": letter_id}).first()
        return None if row is None else _letter(row)

    def of_attempt(self, attempt_id: UUID) -> tuple[Letter, ...]:
        """All of them, ended or not, oldest first, locked until the transaction ends."""
        return tuple(map(_letter, self._connection.execute(_OF_ATTEMPT, {"attempt_id": attempt_id})))

    def waits(self, charge_id: UUID) -> bool:
        """Whether something about it is still to be sent, or its answer to come."""
        return bool(self._connection.execute(_UNSENT, {"charge_id": charge_id}).scalar_one())

    def of_refund(self, refund_id: UUID) -> Letter | None:
        row = self._connection.execute(_OF_REFUND, {"refund_id": refund_id}).first()
        return None if row is None else _letter(row)

    def end(self, letter_id: UUID, now: datetime, how: str, reason: str = "") -> None:
        """`how` is done, refused, withdrawn or never_done."""
        self._set(letter_id, ended_at=now, end=how, reason=reason[:200], leased_by=None, leased_until=None)

    def put_off(self, letter_id: UUID, due_at: datetime, reason: str, *, unsent: bool) -> None:
        """Try again then. `unsent` says that the provider cannot have heard of it."""
        values: dict[str, Any] = {"first_sent_at": None} if unsent else {}
        self._set(letter_id, due_at=due_at, reason=reason[:200], leased_by=None, leased_until=None, **values)

    def next_due(self, mode: Mode, now: datetime, barred: Collection[str] = ()) -> datetime | None:
        """When the next row is due, or free again."""
        statement = _NEXT.where(outbox.c.operation.not_in(list(barred))) if barred else _NEXT
        moment: datetime | None = self._connection.execute(
            statement, {"mode": mode.value, **_moments(now)}
        ).scalar()
        return moment

    def waiting(self, mode: Mode) -> int:
        return int(self._connection.execute(_COUNT, {"mode": mode.value}).scalar_one())

    def readings(self, mode: Mode, count: int = 1) -> int:
        """Draw numbers for that many readings, before they are asked for; the first of them."""
        drawn: int = self._connection.execute(_DRAW, {"of_mode": mode.value, "count": count}).scalar_one()
        return drawn - count + 1

    def _set(self, letter_id: UUID, **values: Any) -> None:
        self._connection.execute(_CHANGE, {"row_id": letter_id, **values})


def _moments(now: datetime) -> dict[str, datetime]:
    return {"now": now, "latest": now + LONGEST_WAIT}


@readable
def _letter(row: Any) -> Letter:
    return Letter(
        id=row.id,
        charge_id=row.charge_id,
        attempt_id=row.attempt_id,
        refund_id=row.refund_id,
        mode=Mode(row.mode),
        operation=row.operation,
        parameters=json.loads(row.parameters),
        key=row.idempotency_key,
        made_at=row.made_at,
        first_sent_at=row.first_sent_at,
        tries=row.tries,
        leased_by=row.leased_by,
        leased_until=row.leased_until,
        ended=row.ended_at is not None,
    )
