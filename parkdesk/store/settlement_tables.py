"""The tables of money that a provider moves: charges, their attempts, refunds, and what is still to be sent."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from parkdesk.store.tables import metadata
from parkdesk.store.types import Id, Moment

charges = Table(
    "charges",
    metadata,
    Column("id", Id, primary_key=True),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False, index=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("mode", String(8), nullable=False),
    Column("opened_at", Moment, nullable=False, index=True),
    Column("opened_by", Id, ForeignKey("people.id"), nullable=False),
    Column("attention", String(200), nullable=False),
    Column("disputed", Boolean(create_constraint=False), nullable=False),
    # Marks of what was told of it already, parted by spaces.
    Column("strange", String(300), nullable=False, server_default=""),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("mode IN ('test', 'live')", name="mode"),
)

# At most one attempt of a charge is open, and one on a card reader: see `settlement_indexes`.
charge_attempts = Table(
    "charge_attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("charge_id", Id, ForeignKey("charges.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("tender", String(8), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("phase", String(16), nullable=False),
    Column("reading", BigInteger, nullable=False),
    Column("declined", String(200), nullable=False),
    Column("session_id", String(255), unique=True),
    Column("intent_id", String(255), unique=True),
    Column("reader_id", String(255)),
    Column("url", Text, nullable=False),
    Column("expires_at", Moment),
    Column("unknown", Boolean(create_constraint=False), nullable=False),
    Column("closing", Boolean(create_constraint=False), nullable=False),
    Column("presented", Integer, nullable=False),
    # When it is asked for next; null once nothing more is expected of it.
    Column("poll_at", Moment),
    UniqueConstraint("charge_id", "number"),
    CheckConstraint("tender IN ('qr', 'reader')", name="tender"),
    CheckConstraint(
        "phase IN ('creating', 'awaiting', 'processing', 'paid', 'failed', 'canceled', 'expired')",
        name="phase",
    ),
)

refunds = Table(
    "refunds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("payment_id", Id, ForeignKey("payments.id"), nullable=False, index=True),
    Column("charge_id", Id, ForeignKey("charges.id"), index=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(120), nullable=False),
    Column("requested_at", Moment, nullable=False),
    Column("requested_by", Id, ForeignKey("people.id")),
    Column("day", Date, nullable=False),
    Column("processed_at", Moment),
    Column("provider_id", String(255)),
    Column("unknown", Boolean(create_constraint=False), nullable=False),
    Column("by_provider", Boolean(create_constraint=False), nullable=False),
    # One made in the Dashboard may give back parts of several payments.
    UniqueConstraint("provider_id", "payment_id"),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("state IN ('requested', 'pending', 'succeeded', 'failed', 'canceled')", name="state"),
)

# What drivers' banks want back; the provider's own id, for there is one row for each of its disputes.
disputes = Table(
    "disputes",
    metadata,
    Column("id", String(255), primary_key=True),
    Column("charge_id", Id, ForeignKey("charges.id"), nullable=False, index=True),
    Column("attempt_id", Id, ForeignKey("charge_attempts.id"), nullable=False),
    Column("stage", String(32), nullable=False),
    Column("reason", String(80), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("respond_by", Moment),
    Column("reading", BigInteger, nullable=False),
    CheckConstraint("amount_minor >= 0", name="amount"),
    CheckConstraint(
        "stage IN ('warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', "
        "'under_review', 'appeal_needs_response', 'appeal_under_review', 'prevented', 'won', 'lost')",
        name="stage",
    ),
)

# What was asked is kept verbatim, so that asking again is the same question under the same key.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("mode", String(8), nullable=False),
    Column("charge_id", Id, ForeignKey("charges.id"), nullable=False, index=True),
    Column("attempt_id", Id, ForeignKey("charge_attempts.id"), nullable=False),
    Column("refund_id", Id, ForeignKey("refunds.id")),
    Column("operation", String(20), nullable=False),
    Column("parameters", Text, nullable=False),
    Column("idempotency_key", String(120), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("first_sent_at", Moment),
    Column("tries", Integer, nullable=False),
    Column("leased_by", Id),
    Column("leased_until", Moment),
    Column("ended_at", Moment),
    Column("end", String(16), nullable=False),
    Column("reason", String(200), nullable=False),
)

# Written down before anything is done about them, and handled once.
provider_events = Table(
    "provider_events",
    metadata,
    Column("id", String(255), primary_key=True),
    Column("mode", String(8), nullable=False),
    Column("type", String(80), nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
    Column("kind", String(60), nullable=False),
    Column("object_id", String(255), nullable=False),
    Column("intent_id", String(255), nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("handled_at", Moment),
)

provider_cursors = Table(
    "provider_cursors",
    metadata,
    Column("mode", String(8), primary_key=True),
    Column("event_id", String(255), nullable=False),
    Column("asked_at", Moment),
    Column("readings", BigInteger, nullable=False),
)

# A driver who could not pay and promised to: what is owed stays owed until it is settled.
ious = Table(
    "ious",
    metadata,
    Column("id", Id, primary_key=True),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False, index=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("reason", String(120), nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Id, ForeignKey("people.id"), nullable=False),
    Column("settled_at", Moment),
    CheckConstraint("amount_minor > 0", name="amount"),
)
