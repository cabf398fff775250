"""Charges that a provider collects, refunds, what is still to be sent, IOUs, and each lot's rules of payment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from parkdesk.store.types import Id, Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN = "phase IN ('creating', 'awaiting', 'processing')"
_PARTIAL = (
    ("uq_charge_attempts_open", "charge_attempts", ["charge_id"], _OPEN),
    ("uq_charge_attempts_reader", "charge_attempts", ["reader_id"], f"reader_id IS NOT NULL AND {_OPEN}"),
    ("ix_charge_attempts_poll", "charge_attempts", ["poll_at"], "poll_at IS NOT NULL"),
    ("ix_outbox_due", "outbox", ["due_at", "id"], "ended_at IS NULL"),
    ("ix_charges_attention", "charges", ["opened_at"], "attention <> ''"),
    ("ix_refunds_under_way", "refunds", ["charge_id"], "state IN ('requested', 'pending')"),
    ("ix_provider_events_unhandled", "provider_events", ["created_at"], "handled_at IS NULL"),
    ("ix_payments_charge", "payments", ["charge_id"], "charge_id IS NOT NULL"),
    ("ix_bookings_held", "bookings", ["held_until"], "status = 'pending' AND held_until IS NOT NULL"),
    ("ix_ious_open", "ious", ["lot_id"], "settled_at IS NULL"),
)
_COLUMNS = (
    # Written out: a batch would make the table anew, without its guards.
    "payments ADD COLUMN charge_id {id} CONSTRAINT fk_payments_charge_id_charges REFERENCES charges (id)",
    "payments ADD COLUMN attempt_id {id} "
    "CONSTRAINT fk_payments_attempt_id_charge_attempts REFERENCES charge_attempts (id)",
    "payments ADD COLUMN refunded_minor BIGINT DEFAULT 0 NOT NULL "
    "CONSTRAINT ck_payments_refunded CHECK (refunded_minor BETWEEN 0 AND amount_minor)",
    "lots ADD COLUMN pay_when VARCHAR(8) DEFAULT 'any' NOT NULL "
    "CONSTRAINT ck_lots_pay_when CHECK (pay_when IN ('booking', 'any', 'exit'))",
    "lots ADD COLUMN hold_minutes INTEGER DEFAULT 15 NOT NULL "
    "CONSTRAINT ck_lots_hold CHECK (hold_minutes > 0)",
    "lots ADD COLUMN refund_rule VARCHAR(8) DEFAULT 'unused' NOT NULL "
    "CONSTRAINT ck_lots_refund_rule CHECK (refund_rule IN ('full', 'unused', 'none'))",
)
_KEPT = {
    "charges": "a charge is never deleted",
    "charge_attempts": "an attempt is never deleted",
    "refunds": "a refund is never deleted",
    "outbox": "what a provider was asked is never deleted",
}


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    _add_charges()
    _add_refunds()
    _add_outbox()
    _add_events()
    _add_ious()
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE {column.format(id='CHAR(32)' if sqlite else 'UUID')}")
    op.add_column("people", sa.Column("may_refund", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("bookings", sa.Column("held_until", Moment, nullable=True))
    for name, table, columns, predicate in _PARTIAL:
        where = sa.text(predicate)
        unique = name.startswith("uq_")
        op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)
    # Both are there from the first, so that no two desks make them at once.
    for mode in ("test", "live"):
        op.execute(f"INSERT INTO provider_cursors (mode, event_id, readings) VALUES ('{mode}', '', 0)")
    for table, reason in _KEPT.items():
        if sqlite:
            op.execute(
                f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
            )
        else:
            op.execute(
                f"CREATE TRIGGER {table}_kept BEFORE DELETE OR TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{reason}')"
            )


def _add_charges() -> None:
    op.create_table(
        "charges",
        sa.Column("id", Id, nullable=False),
        sa.Column("booking_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("opened_by", Id, nullable=False),
        sa.Column("attention", sa.String(length=200), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("mode IN ('test', 'live')", name=op.f("ck_charges_mode")),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_charges_amount")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_charges_booking_id_bookings")),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_charges_desk_id_desks")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_charges_lot_id_lots")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_charges_opened_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charges")),
    )
    op.create_index(op.f("ix_charges_booking_id"), "charges", ["booking_id"], unique=False)
    op.create_index(op.f("ix_charges_opened_at"), "charges", ["opened_at"], unique=False)
    op.create_table(
        "charge_attempts",
        sa.Column("id", Id, nullable=False),
        sa.Column("charge_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tender", sa.String(length=8), nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("reading", sa.BigInteger(), nullable=False),
        sa.Column("declined", sa.String(length=200), nullable=False),
        sa.Column("session_id", sa.String(length=255), nullable=True),
        sa.Column("intent_id", sa.String(length=255), nullable=True),
        sa.Column("reader_id", sa.String(length=255), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("expires_at", Moment, nullable=True),
        sa.Column("unknown", sa.Boolean(), nullable=False),
        sa.Column("closing", sa.Boolean(), nullable=False),
        sa.Column("presented", sa.Integer(), nullable=False),
        sa.Column("poll_at", Moment, nullable=True),
        sa.CheckConstraint(
            "phase IN ('creating', 'awaiting', 'processing', 'paid', 'failed', 'canceled', 'expired')",
            name=op.f("ck_charge_attempts_phase"),
        ),
        sa.CheckConstraint("tender IN ('qr', 'reader')", name=op.f("ck_charge_attempts_tender")),
        sa.ForeignKeyConstraint(
            ["charge_id"], ["charges.id"], name=op.f("fk_charge_attempts_charge_id_charges")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charge_attempts")),
        sa.UniqueConstraint("charge_id", "number", name=op.f("uq_charge_attempts_charge_id_number")),
        sa.UniqueConstraint("intent_id", name=op.f("uq_charge_attempts_intent_id")),
        sa.UniqueConstraint("session_id", name=op.f("uq_charge_attempts_session_id")),
    )


def _add_refunds() -> None:
    op.create_table(
        "refunds",
        sa.Column("id", Id, nullable=False),
        sa.Column("payment_id", Id, nullable=False),
        sa.Column("charge_id", Id, nullable=True),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("requested_at", Moment, nullable=False),
        sa.Column("requested_by", Id, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("processed_at", Moment, nullable=True),
        sa.Column("provider_id", sa.String(length=255), nullable=True),
        sa.Column("unknown", sa.Boolean(), nullable=False),
        sa.Column("by_provider", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "state IN ('requested', 'pending', 'succeeded', 'failed', 'canceled')",
            name=op.f("ck_refunds_state"),
        ),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_refunds_amount")),
        sa.ForeignKeyConstraint(["charge_id"], ["charges.id"], name=op.f("fk_refunds_charge_id_charges")),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_refunds_desk_id_desks")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_refunds_lot_id_lots")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_refunds_payment_id_payments")),
        sa.ForeignKeyConstraint(["requested_by"], ["people.id"], name=op.f("fk_refunds_requested_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refunds")),
        sa.UniqueConstraint("provider_id", "payment_id", name=op.f("uq_refunds_provider_id_payment_id")),
    )
    op.create_index(op.f("ix_refunds_charge_id"), "refunds", ["charge_id"], unique=False)
    op.create_index("ix_refunds_lot_id_day", "refunds", ["lot_id", "day"], unique=False)
    op.create_index(op.f("ix_refunds_payment_id"), "refunds", ["payment_id"], unique=False)


def _add_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("charge_id", Id, nullable=False),
        sa.Column("attempt_id", Id, nullable=False),
        sa.Column("refund_id", Id, nullable=True),
        sa.Column("operation", sa.String(length=20), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=120), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("first_sent_at", Moment, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("leased_by", Id, nullable=True),
        sa.Column("leased_until", Moment, nullable=True),
        sa.Column("ended_at", Moment, nullable=True),
        sa.Column("end", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["charge_attempts.id"], name=op.f("fk_outbox_attempt_id_charge_attempts")
        ),
        sa.ForeignKeyConstraint(["charge_id"], ["charges.id"], name=op.f("fk_outbox_charge_id_charges")),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_outbox_desk_id_desks")),
        sa.ForeignKeyConstraint(["refund_id"], ["refunds.id"], name=op.f("fk_outbox_refund_id_refunds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_outbox_idempotency_key")),
    )
    op.create_index(op.f("ix_outbox_charge_id"), "outbox", ["charge_id"], unique=False)


def _add_events() -> None:
    op.create_table(
        "provider_events",
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("type", sa.String(length=80), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("object_id", sa.String(length=255), nullable=False),
        sa.Column("intent_id", sa.String(length=255), nullable=False),
        sa.Column("seen_at", Moment, nullable=False),
        sa.Column("handled_at", Moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_events")),
    )
    op.create_index(op.f("ix_provider_events_created_at"), "provider_events", ["created_at"], unique=False)
    op.create_table(
        "provider_cursors",
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("event_id", sa.String(length=255), nullable=False),
        sa.Column("asked_at", Moment, nullable=True),
        sa.Column("readings", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mode", name=op.f("pk_provider_cursors")),
    )


def _add_ious() -> None:
    op.create_table(
        "ious",
        sa.Column("id", Id, nullable=False),
        sa.Column("booking_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("issued_at", Moment, nullable=False),
        sa.Column("issued_by", Id, nullable=False),
        sa.Column("settled_at", Moment, nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_ious_amount")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_ious_booking_id_bookings")),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_ious_desk_id_desks")),
        sa.ForeignKeyConstraint(["issued_by"], ["people.id"], name=op.f("fk_ious_issued_by_people")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_ious_lot_id_lots")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ious")),
    )
    op.create_index(op.f("ix_ious_booking_id"), "ious", ["booking_id"], unique=False)
