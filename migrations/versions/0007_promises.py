"""What a driver promised to pay later is kept as it was promised."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEPT = "an IOU is never deleted"
# When it was settled changes, and back if that is undone; what was promised never does.
_FIXED = "what was promised never changes"
_FIXED_COLUMNS = "id, booking_id, lot_id, desk_id, amount_minor, currency, reason, issued_at, issued_by"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    op.execute(
        f"CREATE TRIGGER ious_no_delete BEFORE DELETE ON ious BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
    )
    op.execute(
        f"CREATE TRIGGER ious_fixed BEFORE UPDATE OF {_FIXED_COLUMNS} ON ious "
        f"BEGIN SELECT RAISE(ABORT, '{_FIXED}'); END"
    )
    # `INSERT OR REPLACE` deletes the row it repeats without asking a DELETE trigger.
    op.execute(
        "CREATE TRIGGER ious_no_replace BEFORE INSERT ON ious "
        "WHEN EXISTS (SELECT 1 FROM ious WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ious.id'); END"
    )


def _guard_postgres() -> None:
    op.execute(
        f"CREATE TRIGGER ious_kept BEFORE DELETE OR TRUNCATE ON ious "
        f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{_KEPT}')"
    )
    op.execute(
        f"CREATE TRIGGER ious_fixed BEFORE UPDATE OF {_FIXED_COLUMNS} ON ious "
        f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{_FIXED}')"
    )
