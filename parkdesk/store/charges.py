"""The shelf of charges and of the attempts to collect them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    TextClause,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from parkdesk.domain.attention import Attention, from_kept, kept
from parkdesk.domain.charge import Attempt, Charge, Mode, Phase, Standing, Tender
from parkdesk.domain.charge_list import ChargeFilter, ChargeRow
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import ReaderBusy
from parkdesk.store.settlement_tables import charge_attempts, charges
from parkdesk.store.tables import bays, bookings, payments
from parkdesk.store.types import readable

_MOST_MARKS = 32
OPEN = text("charge_attempts.phase IN ('creating', 'awaiting', 'processing')")
_GONE_BACK = (
    select(func.coalesce(func.sum(payments.c.refunded_minor), 0))
    .where(payments.c.charge_id == charges.c.id, text("payments.charge_id IS NOT NULL"))
    .scalar_subquery()
)
_WITH_ATTEMPTS = (
    select(charges, _GONE_BACK.label("gone_back"), *(c.label(f"a_{c.name}") for c in charge_attempts.c))
    .join(charge_attempts, charge_attempts.c.charge_id == charges.c.id)
    .order_by(charges.c.opened_at, charges.c.id, charge_attempts.c.number)
)
_MANY = _WITH_ATTEMPTS.where(charges.c.id.in_(bindparam("ids", expanding=True)))
_OF_BOOKINGS = _WITH_ATTEMPTS.where(charges.c.booking_id.in_(bindparam("bookings", expanding=True)))
_LOCK = select(charges.c.id).where(charges.c.id == bindparam("id")).with_for_update()
_ADD = insert(charges)
_ADD_ATTEMPT = insert(charge_attempts)
_CHANGE = update(charges).where(charges.c.id == bindparam("charge_id"))
_CHANGE_ATTEMPT = update(charge_attempts).where(charge_attempts.c.id == bindparam("attempt_id"))
_OPEN_OF = (
    select(charge_attempts.c.charge_id)
    .join(charges, charges.c.id == charge_attempts.c.charge_id)
    .where(OPEN, charges.c.booking_id.in_(bindparam("bookings", expanding=True)))
)
_ON_READER = (
    select(charge_attempts.c.charge_id)
    .where(OPEN, text("reader_id IS NOT NULL"), charge_attempts.c.reader_id == bindparam("reader_id"))
    .limit(1)
)
_BY_OBJECT = select(charge_attempts.c.id, charge_attempts.c.charge_id).where(
    or_(
        charge_attempts.c.session_id == bindparam("object_id"),
        charge_attempts.c.intent_id == bindparam("object_id"),
    )
)
_LISTED = (
    select(charges.c.id, bookings.c.ticket, bookings.c.plate, bays.c.code)
    .join(bookings, bookings.c.id == charges.c.booking_id)
    .join(bays, bays.c.id == bookings.c.bay_id)
)
_HAS_OPEN = exists().where(charge_attempts.c.charge_id == charges.c.id, OPEN)


class Charges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    def add(self, charge: Charge) -> None:
        self._connection.execute(
            _ADD,
            {
                "id": charge.id,
                "booking_id": charge.booking_id,
                "lot_id": charge.lot_id,
                "desk_id": charge.desk_id,
                "amount_minor": charge.amount.minor,
                "currency": charge.amount.currency,
                "mode": charge.mode.value,
                "opened_at": charge.opened_at,
                "opened_by": charge.opened_by,
                "attention": kept(charge.attention),
                "disputed": charge.disputed,
                "strange": " ".join(charge.strange),
            },
        )
        for attempt in charge.attempts:
            self.add_attempt(attempt)

    def add_attempt(self, attempt: Attempt) -> None:
        """Raises ReaderBusy where another desk has just taken the reader."""
        record = _record(attempt) | {"id": attempt.id, "charge_id": attempt.charge_id}
        record |= {"number": attempt.number, "tender": attempt.tender.value, "opened_at": attempt.opened_at}
        try:
            self._connection.execute(_ADD_ATTEMPT, record)
        except IntegrityError as error:
            if attempt.reader_id is None or "reader" not in str(error.orig):
                raise
            raise ReaderBusy(reader=attempt.reader_id, field="reader") from error

    def find(self, charge_id: UUID, *, lock: bool = False) -> Charge | None:
        """`lock` keeps others from changing it or its attempts until the transaction ends."""
        if lock and not self._sqlite:
            self._connection.execute(_LOCK, {"id": charge_id})
        return next(iter(self.many([charge_id])), None)

    def many(self, charge_ids: Sequence[UUID]) -> tuple[Charge, ...]:
        """Oldest first."""
        return _charges(self._connection.execute(_MANY, {"ids": list(charge_ids)}))

    def of_bookings(self, booking_ids: Sequence[UUID]) -> tuple[Charge, ...]:
        """Oldest first."""
        return _charges(self._connection.execute(_OF_BOOKINGS, {"bookings": list(booking_ids)}))

    def open_of(self, booking_ids: Sequence[UUID]) -> tuple[UUID, ...]:
        """The charges of some bookings that are still open."""
        found = self._connection.execute(_OPEN_OF, {"bookings": list(booking_ids)})
        return tuple(row[0] for row in found)

    def on_reader(self, reader_id: str) -> UUID | None:
        """The open charge that a card reader is busy with."""
        found: UUID | None = self._connection.execute(_ON_READER, {"reader_id": reader_id}).scalar()
        return found

    def by_object(self, object_id: str) -> tuple[UUID, UUID] | None:
        """The charge and the attempt that a provider's object belongs to."""
        row = self._connection.execute(_BY_OBJECT, {"object_id": object_id}).first()
        return None if row is None else (row.charge_id, row.id)

    def change_attempt(self, attempt: Attempt) -> None:
        self._connection.execute(_CHANGE_ATTEMPT, {"attempt_id": attempt.id, **_record(attempt)})

    def set_attention(self, charge_id: UUID, attention: Attention) -> None:
        """Why a person must look at it; empty when somebody has."""
        self._connection.execute(_CHANGE, {"charge_id": charge_id, "attention": kept(attention)})

    def doubt(self, attempt_id: UUID) -> None:
        """Whether its object exists, or was changed, is open."""
        self._connection.execute(_CHANGE_ATTEMPT, {"attempt_id": attempt_id, "unknown": True})

    def set_strange(self, charge_id: UUID, marks: Sequence[str]) -> None:
        """What was told of it already; the oldest are forgotten where there are too many."""
        strange = " ".join(marks[-_MOST_MARKS:])
        self._connection.execute(_CHANGE, {"charge_id": charge_id, "strange": strange})

    def set_disputed(self, charge_id: UUID, disputed: bool) -> None:
        self._connection.execute(_CHANGE, {"charge_id": charge_id, "disputed": disputed})

    def listed(self, which: ChargeFilter, most: int, after: UUID | None = None) -> tuple[ChargeRow, ...]:
        """Newest first, those made before `after`."""
        conditions: list[ColumnElement[bool] | TextClause] = []
        if which.lot_id is not None:
            conditions.append(charges.c.lot_id == which.lot_id)
        if which.open:
            conditions.append(_HAS_OPEN)
        if which.attention:
            conditions.append(text("charges.attention <> ''"))
        if which.first is not None:
            conditions.append(charges.c.opened_at >= which.first)
        if which.before is not None:
            conditions.append(charges.c.opened_at < which.before)
        if after is not None:
            conditions.append(charges.c.id < after)
        statement = _LISTED.where(*conditions).order_by(charges.c.id.desc()).limit(most)
        found = self._connection.execute(statement).all()
        whole = {charge.id: charge for charge in self.many([row.id for row in found])}
        return tuple(ChargeRow(whole[row.id], row.ticket, row.plate, row.code) for row in found)

    def paid_on(self, days: Iterable[date], lot_id: UUID | None) -> tuple[Charge, ...]:
        """Charges whose money came in on those days of their lots."""
        statement = select(payments.c.charge_id).where(
            text("payments.charge_id IS NOT NULL"),
            text("payments.status IN ('paid', 'refunded')"),
            payments.c.day.in_(list(days)),
        )
        if lot_id is not None:
            statement = statement.where(payments.c.lot_id == lot_id)
        return self.many([row[0] for row in self._connection.execute(statement.distinct())])


def _record(attempt: Attempt) -> dict[str, Any]:
    return {
        "phase": attempt.phase.value,
        "reading": attempt.standing.number,
        "declined": attempt.standing.declined,
        "session_id": attempt.session_id,
        "intent_id": attempt.intent_id,
        "reader_id": attempt.reader_id,
        "url": attempt.url,
        "expires_at": attempt.expires_at,
        "unknown": attempt.unknown,
        "closing": attempt.closing,
        "presented": attempt.presented,
    }


def _charges(rows: Iterable[Any]) -> tuple[Charge, ...]:
    return tuple(_charge(list(found)) for _, found in groupby(rows, key=lambda row: row.id))


@readable
def _charge(rows: Sequence[Any]) -> Charge:
    first = rows[0]
    return Charge(
        id=first.id,
        booking_id=first.booking_id,
        lot_id=first.lot_id,
        desk_id=first.desk_id,
        amount=Money(first.amount_minor, first.currency),
        mode=Mode(first.mode),
        opened_at=first.opened_at,
        opened_by=first.opened_by,
        attempts=tuple(map(_attempt, rows)),
        attention=from_kept(first.attention),
        refunded_minor=int(first.gone_back),
        disputed=bool(first.disputed),
        strange=tuple(first.strange.split()),
    )


def _attempt(row: Any) -> Attempt:
    return Attempt(
        id=row.a_id,
        charge_id=row.a_charge_id,
        number=row.a_number,
        tender=Tender(row.a_tender),
        opened_at=row.a_opened_at,
        standing=Standing(Phase(row.a_phase), row.a_reading, row.a_declined),
        session_id=row.a_session_id,
        intent_id=row.a_intent_id,
        reader_id=row.a_reader_id,
        url=row.a_url,
        expires_at=row.a_expires_at,
        unknown=bool(row.a_unknown),
        presented=row.a_presented,
        closing=bool(row.a_closing),
    )
