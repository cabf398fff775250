"""The tables, for SQLite and Postgres alike; the guards and the seals are in migrations."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from parkdesk.store.types import Id, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LIVE_SQL = "status IN ('pending', 'confirmed', 'active')"
"""Literal, because a partial index serves a query only when both spell the same predicate."""

desks = Table(
    "desks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("created_at", Moment, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("name_key", String(120), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("supervisor", Boolean(create_constraint=False), nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
    Column("may_refund", Boolean(create_constraint=False), nullable=False, server_default=false()),
    Column("password_hash", String(255)),
    Column("pin_hash", String(255)),
    Column("failed_tries", Integer, nullable=False, server_default="0"),
    Column("lock_outs", Integer, nullable=False, server_default="0"),
    Column("locked_until", Moment),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("role IN ('attendant', 'owner')", name="role"),
)

lots = Table(
    "lots",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("address", String(300), nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("time_zone", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("language", String(12), nullable=False),
    Column("at_end", String(16), nullable=False),
    Column("grace_minutes", Integer, nullable=False),
    Column("default_minutes", Integer, nullable=False),
    Column("quick_minutes", String(120), nullable=False),
    Column("least_minutes", Integer, nullable=False),
    Column("most_minutes", Integer, nullable=False),
    Column("back_entry_minutes", Integer, nullable=False),
    Column("receipt_header", Text, nullable=False, server_default=""),
    Column("receipt_footer", Text, nullable=False, server_default=""),
    Column("pay_when", String(8), nullable=False, server_default="any"),
    Column("hold_minutes", Integer, nullable=False, server_default="15"),
    Column("refund_rule", String(8), nullable=False, server_default="unused"),
    CheckConstraint("at_end IN ('release', 'hold')", name="at_end"),
    CheckConstraint("grace_minutes >= 0", name="grace"),
    CheckConstraint("pay_when IN ('booking', 'any', 'exit')", name="pay_when"),
    CheckConstraint("hold_minutes > 0", name="hold"),
    CheckConstraint("refund_rule IN ('full', 'unused', 'none')", name="refund_rule"),
    CheckConstraint("least_minutes > 0 AND most_minutes >= least_minutes", name="span"),
)

vehicle_types = Table(
    "vehicle_types",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired", Boolean(create_constraint=False), nullable=False),
)

levels = Table(
    "levels",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("name", String(60), nullable=False),
    Column("position", Integer, nullable=False),
    UniqueConstraint("lot_id", "name"),
)

bays = Table(
    "bays",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("level_id", Id, ForeignKey("levels.id"), nullable=False),
    Column("code", String(12), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("place_row", Integer, nullable=False),
    Column("place_column", Integer, nullable=False),
    Column("vehicle_types", Text, nullable=False),
    Column("features", Text, nullable=False),
    Column("hourly_minor", BigInteger),
    Column("closed_reason", String(120)),
    Column("closed_at", Moment),
    UniqueConstraint("lot_id", "code"),
    UniqueConstraint("level_id", "place_row", "place_column"),
    CheckConstraint("code <> ''", name="code"),
    CheckConstraint("hourly_minor >= 0", name="price"),
    CheckConstraint("closed_reason <> ''", name="closed_reason"),
)

tariffs = Table(
    "tariffs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("hourly_minor", BigInteger, nullable=False),
    Column("rates", Text, nullable=False),
    Column("increment_minutes", Integer, nullable=False),
    Column("minimum_minor", BigInteger, nullable=False),
    Column("tax_name", String(40), nullable=False),
    Column("tax_basis_points", Integer, nullable=False),
    Column("tax_included", Boolean(create_constraint=False), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("lot_id", "version"),
    CheckConstraint("hourly_minor >= 0 AND minimum_minor >= 0", name="price"),
    CheckConstraint("increment_minutes > 0", name="increment"),
)

bookings = Table(
    "bookings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("bay_id", Id, ForeignKey("bays.id"), nullable=False),
    Column("ticket", String(8), nullable=False, unique=True),
    Column("plate", String(40), nullable=False),
    Column("plate_key", String(40), nullable=False),
    Column("plate_search", String(40), nullable=False),
    Column("vehicle_type", String(40), ForeignKey("vehicle_types.code"), nullable=False),
    Column("status", String(16), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("booked_at", Moment, nullable=False),
    Column("tariff_id", Id, ForeignKey("tariffs.id"), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    Column("lines", Text, nullable=False),
    Column("driver_name", String(120), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("email", String(254), nullable=False),
    Column("requests", Text, nullable=False),
    Column("renewed_from", Id, ForeignKey("bookings.id")),
    Column("arrived_at", Moment),
    Column("left_at", Moment),
    Column("cancelled_at", Moment),
    Column("cancel_reason", String(120), nullable=False),
    Column("auto_ended", Boolean(create_constraint=False), nullable=False),
    Column("override_reason", String(120), nullable=False),
    Column("held_until", Moment),
    CheckConstraint("until > starts_at", name="span"),
    CheckConstraint("total_minor >= 0", name="total"),
    CheckConstraint(
        "status IN ('pending', 'confirmed', 'active', 'completed', 'cancelled', 'no_show')", name="status"
    ),
    CheckConstraint("plate_key <> ''", name="plate"),
    CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled"),
    CheckConstraint("(status = 'completed') = (left_at IS NOT NULL)", name="left"),
    CheckConstraint("status NOT IN ('active', 'completed') OR arrived_at IS NOT NULL", name="arrived"),
    Index("ix_bookings_lot_id_id", "lot_id", "id"),
    Index("ix_bookings_lot_id_day", "lot_id", "day"),
)

payments = Table(
    "payments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False, index=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("method", String(16), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("status", String(16), nullable=False),
    Column("processed_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("taken_by", Id, ForeignKey("people.id"), nullable=False),
    Column("tendered_minor", BigInteger),
    Column("note", String(120), nullable=False),
    # The charge it is a share of, and once it is paid the attempt that paid it: see `settlement_tables`.
    Column("charge_id", Id, ForeignKey("charges.id")),
    Column("attempt_id", Id, ForeignKey("charge_attempts.id")),
    Column("refunded_minor", BigInteger, nullable=False, server_default="0"),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("refunded_minor BETWEEN 0 AND amount_minor", name="refunded"),
    CheckConstraint("tendered_minor >= amount_minor", name="tendered"),
    CheckConstraint("method IN ('cash', 'card', 'transfer', 'other')", name="method"),
    CheckConstraint("status IN ('pending', 'paid', 'failed', 'refunded', 'void')", name="status"),
    Index("ix_payments_lot_id_day", "lot_id", "day"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False, index=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Column("struck_at", Moment),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Id, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("deed", String(40), nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("at", Moment, nullable=False),
    Column("arguments", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("touched", Text, nullable=False),
    Column("undoes", Id, ForeignKey("journal.id"), unique=True),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("desk_id", "number"),
)

journal_touches = Table(
    "journal_touches",
    metadata,
    Column("subject_id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("journal.id"), primary_key=True),
    sqlite_with_rowid=False,
)

# Daily roll-ups by desk (so that desks never wait for one another's row); reports add the desks up.
daily = Table(
    "daily",
    metadata,
    Column("lot_id", Id, ForeignKey("lots.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), primary_key=True),
    Column("booked", BigInteger, nullable=False),
    Column("completed", BigInteger, nullable=False),
    Column("cancelled", BigInteger, nullable=False),
    Column("auto_cancelled", BigInteger, nullable=False),
    Column("no_show", BigInteger, nullable=False),
    Column("due_minor", BigInteger, nullable=False),
    Column("stayed_seconds", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

daily_takings = Table(
    "daily_takings",
    metadata,
    Column("lot_id", Id, ForeignKey("lots.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), primary_key=True),
    Column("method", String(16), primary_key=True),
    Column("amount_minor", BigInteger, nullable=False),
    Column("payments", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
