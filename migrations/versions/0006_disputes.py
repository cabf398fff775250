"""Disputes with their stages, and what was told of a charge already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from parkdesk.store.types import Id, Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STAGES = (
    "stage IN ('warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', "
    "'under_review', 'appeal_needs_response', 'appeal_under_review', 'prevented', 'won', 'lost')"
)
_KEPT = "a dispute is never deleted"
# Its stage changes, and with it what is asked for and until when; what it is about never does.
_FIXED = "what is disputed never changes"
_FIXED_COLUMNS = "id, charge_id, attempt_id, currency, opened_at"


def upgrade() -> None:
    op.add_column("charges", sa.Column("strange", sa.String(length=300), nullable=False, server_default=""))
    op.create_table(
        "disputes",
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("charge_id", Id, nullable=False),
        sa.Column("attempt_id", Id, nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=80), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("respond_by", Moment, nullable=True),
        sa.Column("reading", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_disputes_amount")),
        sa.CheckConstraint(_STAGES, name=op.f("ck_disputes_stage")),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["charge_attempts.id"], name=op.f("fk_disputes_attempt_id_charge_attempts")
        ),
        sa.ForeignKeyConstraint(["charge_id"], ["charges.id"], name=op.f("fk_disputes_charge_id_charges")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
    )
    op.create_index(op.f("ix_disputes_charge_id"), "disputes", ["charge_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    op.execute(
        f"CREATE TRIGGER disputes_no_delete BEFORE DELETE ON disputes "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
    )
    op.execute(
        f"CREATE TRIGGER disputes_fixed BEFORE UPDATE OF {_FIXED_COLUMNS} ON disputes "
        f"BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END"
    )
    # `INSERT OR REPLACE` deletes the row it repeats without asking a DELETE trigger.
    op.execute(
        "CREATE TRIGGER disputes_no_replace BEFORE INSERT ON disputes "
        "WHEN EXISTS (SELECT 1 FROM disputes WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: disputes.id'); END"
    )


def _guard_postgres() -> None:
    op.execute(
        f"CREATE TRIGGER disputes_kept BEFORE DELETE OR TRUNCATE ON disputes "
        f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{_KEPT}')"
    )
    op.execute(
        f"CREATE TRIGGER disputes_fixed BEFORE UPDATE OF {_FIXED_COLUMNS} ON disputes "
        f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{_FIXED}')"
    )
