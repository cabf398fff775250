"""The tables of paper: receipts as they were issued, each time one was handed out, and what waits to be mailed."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from parkdesk.store.tables import metadata
from parkdesk.store.types import Id, Moment

receipts = Table(
    "receipts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False, index=True),
    Column("lot_id", Id, ForeignKey("lots.id"), nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Id, ForeignKey("people.id")),
    Column("payload", Text, nullable=False),
    UniqueConstraint("desk_id", "number"),
    CheckConstraint("number > 0", name="number"),
)

# The first one of a receipt (copy 0) is the original; all others are copies.
receipt_papers = Table(
    "receipt_papers",
    metadata,
    Column("receipt_id", Id, ForeignKey("receipts.id"), primary_key=True),
    Column("copy", Integer, primary_key=True),
    Column("outlet", String(16), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("given_by", Id, ForeignKey("people.id"), nullable=False),
    CheckConstraint("copy >= 0", name="copy"),
    CheckConstraint("outlet IN ('network', 'file', 'system', 'pdf', 'mail')", name="outlet"),
    sqlite_with_rowid=False,
)

mails = Table(
    "mails",
    metadata,
    Column("id", Id, primary_key=True),
    Column("desk_id", Id, ForeignKey("desks.id"), nullable=False),
    Column("receipt_id", Id, ForeignKey("receipts.id"), nullable=False, index=True),
    Column("copy", Integer, nullable=False),
    Column("address", String(254), nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column("queued_by", Id, ForeignKey("people.id"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("fault", String(200), nullable=False),
    CheckConstraint("state IN ('waiting', 'sent', 'failed')", name="state"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent"),
    Index("ix_mails_desk_id_state", "desk_id", "state"),
)
