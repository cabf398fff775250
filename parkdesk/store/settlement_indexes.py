"""The partial indexes of what a provider moves: one open attempt a charge and a reader, and short ways to what is due.

Only migrations read this: naming a dialect imports all of it with its drivers, which a starting desk does without.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, text

from parkdesk.store.settlement_tables import charge_attempts, charges, ious, outbox, provider_events, refunds
from parkdesk.store.tables import bookings, payments

OPEN_SQL = "phase IN ('creating', 'awaiting', 'processing')"


def _where(name: str, table: Table, predicate: str, *columns: str, unique: bool = False) -> Index:
    return Index(
        name,
        *(table.c[column] for column in columns),
        unique=unique,
        sqlite_where=text(predicate),
        postgresql_where=text(predicate),
    )


INDEXES = (
    _where("uq_charge_attempts_open", charge_attempts, OPEN_SQL, "charge_id", unique=True),
    _where(
        "uq_charge_attempts_reader",
        charge_attempts,
        f"reader_id IS NOT NULL AND {OPEN_SQL}",
        "reader_id",
        unique=True,
    ),
    _where("ix_charge_attempts_poll", charge_attempts, "poll_at IS NOT NULL", "poll_at"),
    _where("ix_outbox_due", outbox, "ended_at IS NULL", "due_at", "id"),
    _where("ix_charges_attention", charges, "attention <> ''", "opened_at"),
    _where("ix_refunds_under_way", refunds, "state IN ('requested', 'pending')", "charge_id"),
    _where("ix_provider_events_unhandled", provider_events, "handled_at IS NULL", "created_at"),
    _where("ix_payments_charge", payments, "charge_id IS NOT NULL", "charge_id"),
    _where("ix_bookings_held", bookings, "status = 'pending' AND held_until IS NOT NULL", "held_until"),
    _where("ix_ious_open", ious, "settled_at IS NULL", "lot_id"),
    Index("ix_refunds_lot_id_day", refunds.c.lot_id, refunds.c.day),
)
