"""Whether the books of card money hold in themselves: what came in, what went back, and what each says of the other."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, String, case, cast, func, literal, select, text, union_all

from parkdesk.store.payments import CAME_IN_SQL
from parkdesk.store.refunds import GOES_BACK_SQL
from parkdesk.store.settlement_tables import charge_attempts, charges, refunds
from parkdesk.store.tables import payments

_WENT_BACK = (
    select(func.coalesce(func.sum(refunds.c.amount_minor), 0))
    .where(refunds.c.payment_id == payments.c.id, text(GOES_BACK_SQL))
    .scalar_subquery()
)
_CAME_IN = (
    select(func.coalesce(func.sum(case((text(CAME_IN_SQL), payments.c.amount_minor), else_=0)), 0))
    .where(payments.c.charge_id == charges.c.id)
    .scalar_subquery()
)
_TIMES_PAID = (
    select(func.count())
    .where(charge_attempts.c.charge_id == charges.c.id, charge_attempts.c.phase == "paid")
    .scalar_subquery()
)
_FAULTS = union_all(
    select(literal("a payment's refunds do not add up"), cast(payments.c.id, String)).where(
        payments.c.refunded_minor != _WENT_BACK
    ),
    select(literal("a charge's payments do not add up"), cast(charges.c.id, String)).where(
        charges.c.amount_minor * _TIMES_PAID != _CAME_IN
    ),
)


def faults(connection: Connection) -> Iterator[tuple[str, UUID]]:
    """What is wrong, and with which payment or charge."""
    for words, id in connection.execute(_FAULTS):
        yield words, UUID(id)
