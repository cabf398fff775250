"""The shelf of mail: what waits to be sent from this desk, what was, and what went wrong."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, case, func, insert, or_, select, update

from parkdesk.domain.mail import LONGEST_PAUSE, Mail, MailState
from parkdesk.store.paper_tables import mails

_DUE = (
    select(mails)
    .where(
        mails.c.desk_id == bindparam("desk_id"),
        mails.c.state == "waiting",
        or_(mails.c.due_at <= bindparam("now"), mails.c.due_at > bindparam("latest")),
    )
    .order_by(mails.c.due_at, mails.c.id)
    .limit(bindparam("most"))
)
_NEXT = select(
    func.min(
        case(
            (mails.c.due_at > bindparam("latest"), bindparam("now", type_=mails.c.due_at.type)),
            else_=mails.c.due_at,
        )
    )
).where(mails.c.desk_id == bindparam("desk_id"), mails.c.state == "waiting")
_OF = (
    select(mails)
    .where(mails.c.receipt_id.in_(bindparam("receipts", expanding=True)))
    .order_by(mails.c.queued_at, mails.c.id)
)
_ONE = select(mails).where(mails.c.id == bindparam("id"))
_CHANGE = (
    update(mails)
    .where(mails.c.id == bindparam("mail_id"), mails.c.state != "sent")
    .values(
        state=bindparam("new_state"),
        tries=bindparam("new_tries"),
        due_at=bindparam("new_due"),
        sent_at=bindparam("new_sent"),
        fault=bindparam("new_fault"),
    )
)


class Mails:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, mail: Mail, desk_id: UUID, queued_by: UUID) -> None:
        self._connection.execute(
            insert(mails),
            {
                "id": mail.id,
                "desk_id": desk_id,
                "receipt_id": mail.receipt_id,
                "copy": mail.copy,
                "address": mail.address,
                "queued_at": mail.queued_at,
                "queued_by": queued_by,
                "state": mail.state.value,
                "tries": mail.tries,
                "due_at": mail.due_at,
                "sent_at": mail.sent_at,
                "fault": mail.fault,
            },
        )

    def due(self, desk_id: UUID, now: datetime, most: int) -> tuple[Mail, ...]:
        asked = {"desk_id": desk_id, "now": now, "latest": now + LONGEST_PAUSE, "most": most}
        return tuple(map(_mail, self._connection.execute(_DUE, asked)))

    def next_due(self, desk_id: UUID, now: datetime) -> datetime | None:
        asked = {"desk_id": desk_id, "now": now, "latest": now + LONGEST_PAUSE}
        due: datetime | None = self._connection.execute(_NEXT, asked).scalar_one()
        return due

    def of(self, receipt_ids: list[UUID]) -> tuple[Mail, ...]:
        return tuple(map(_mail, self._connection.execute(_OF, {"receipts": receipt_ids})))

    def find(self, mail_id: UUID) -> Mail | None:
        row = self._connection.execute(_ONE, {"id": mail_id}).first()
        return None if row is None else _mail(row)

    def change(self, mail: Mail) -> None:
        """Write back how far it has come; what was sent stays sent."""
        self._connection.execute(
            _CHANGE,
            {
                "mail_id": mail.id,
                "new_state": mail.state.value,
                "new_tries": mail.tries,
                "new_due": mail.due_at,
                "new_sent": mail.sent_at,
                "new_fault": mail.fault,
            },
        )


def _mail(row: Any) -> Mail:
    return Mail(
        id=row.id,
        receipt_id=row.receipt_id,
        copy=row.copy,
        address=row.address,
        queued_at=row.queued_at,
        due_at=row.due_at,
        state=MailState(row.state),
        tries=row.tries,
        sent_at=row.sent_at,
        fault=row.fault,
    )
