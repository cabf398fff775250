"""Receipts that never change, each time one was handed out, mail that waits, and what a lot prints on its paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from parkdesk.store.types import Id, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SEALED = {
    "receipts": ("a receipt never changes", "id = NEW.id OR desk_id = NEW.desk_id AND number = NEW.number"),
    "receipt_papers": (
        "what was handed out stays on record",
        "receipt_id = NEW.receipt_id AND copy = NEW.copy",
    ),
}


def upgrade() -> None:
    for column in ("receipt_header", "receipt_footer"):
        op.add_column("lots", sa.Column(column, sa.Text(), nullable=False, server_default=""))
    _add_receipts()
    _add_mails()
    seal = _seal_sqlite if op.get_bind().dialect.name == "sqlite" else _seal_postgres
    for table, (reason, repeated) in _SEALED.items():
        seal(table, reason, repeated)


def _add_receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("booking_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("issued_at", Moment, nullable=False),
        sa.Column("issued_by", Id, nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_receipts_number")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_receipts_booking_id_bookings")
        ),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_receipts_desk_id_desks")),
        sa.ForeignKeyConstraint(["issued_by"], ["people.id"], name=op.f("fk_receipts_issued_by_people")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_receipts_lot_id_lots")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
        sa.UniqueConstraint("desk_id", "number", name=op.f("uq_receipts_desk_id_number")),
    )
    op.create_index(op.f("ix_receipts_booking_id"), "receipts", ["booking_id"])
    op.create_table(
        "receipt_papers",
        sa.Column("receipt_id", Id, nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.String(16), nullable=False),
        sa.Column("given_at", Moment, nullable=False),
        sa.Column("given_by", Id, nullable=False),
        sa.CheckConstraint("copy >= 0", name=op.f("ck_receipt_papers_copy")),
        sa.CheckConstraint(
            "outlet IN ('network', 'file', 'system', 'pdf', 'mail')", name=op.f("ck_receipt_papers_outlet")
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["receipts.id"], name=op.f("fk_receipt_papers_receipt_id_receipts")
        ),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name=op.f("fk_receipt_papers_given_by_people")),
        sa.PrimaryKeyConstraint("receipt_id", "copy", name=op.f("pk_receipt_papers")),
        sqlite_with_rowid=False,
    )


def _add_mails() -> None:
    op.create_table(
        "mails",
        sa.Column("id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("receipt_id", Id, nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("queued_at", Moment, nullable=False),
        sa.Column("queued_by", Id, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("sent_at", Moment, nullable=True),
        sa.Column("fault", sa.String(200), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'failed')", name=op.f("ck_mails_state")),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_mails_sent")),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_mails_desk_id_desks")),
        sa.ForeignKeyConstraint(["queued_by"], ["people.id"], name=op.f("fk_mails_queued_by_people")),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipts.id"], name=op.f("fk_mails_receipt_id_receipts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
    )
    op.create_index(op.f("ix_mails_receipt_id"), "mails", ["receipt_id"])
    op.create_index("ix_mails_desk_id_state", "mails", ["desk_id", "state"])


def _seal_sqlite(table: str, reason: str, repeated: str) -> None:
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )
    # `INSERT OR REPLACE` deletes the row it repeats without asking a DELETE trigger.
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {repeated}) BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    )


def _seal_postgres(table: str, reason: str, _repeated: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{reason}')"
    )
