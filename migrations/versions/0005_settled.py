"""What was paid, asked for and given back stays as it was written, whoever writes SQL to it."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# How far a row has come changes; what it is about never does.
_FIXED = {
    "payments": (
        "what was paid never changes",
        "id, booking_id, lot_id, desk_id, method, amount_minor, currency, taken_by, tendered_minor, charge_id",
    ),
    "charges": (
        "what was asked for never changes",
        "id, booking_id, lot_id, desk_id, amount_minor, currency, opened_at, opened_by",
    ),
    "refunds": (
        "what was given back never changes",
        "id, payment_id, charge_id, lot_id, desk_id, amount_minor, currency, requested_at, day",
    ),
    "outbox": (
        "what a provider was asked never changes",
        "id, charge_id, attempt_id, refund_id, operation, parameters, idempotency_key",
    ),
}
_PAID_STAYS = (
    ("payments", "status", "status IN ('paid', 'refunded')", "status NOT IN ('paid', 'refunded', 'void')"),
    ("charge_attempts", "phase", "phase = 'paid'", "phase <> 'paid'"),
)
_PAID = "what was paid stays paid"
# `INSERT OR REPLACE` deletes the row it repeats without asking a DELETE trigger.
_UNREPEATED = {
    "bookings": "id = NEW.id OR ticket = NEW.ticket",
    "payments": "id = NEW.id",
    "charges": "id = NEW.id",
    "charge_attempts": "id = NEW.id",
    "refunds": "id = NEW.id",
    "outbox": "id = NEW.id OR idempotency_key = NEW.idempotency_key",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    for table, (reason, columns) in _FIXED.items():
        op.execute(
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OF {columns} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )
    for table, column, before, after in _PAID_STAYS:
        op.execute(
            f"CREATE TRIGGER {table}_stay_paid BEFORE UPDATE OF {column} ON {table} "
            f"WHEN OLD.{before} AND NEW.{after} BEGIN SELECT RAISE(ABORT, '{_PAID}'); END"
        )
    for table, repeated in _UNREPEATED.items():
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {repeated}) "
            f"BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: {table}.id'); END"
        )


def _guard_postgres() -> None:
    for table, (reason, columns) in _FIXED.items():
        op.execute(
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OF {columns} ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{reason}')"
        )
    for table, column, before, after in _PAID_STAYS:
        op.execute(
            f"CREATE TRIGGER {table}_stay_paid BEFORE UPDATE OF {column} ON {table} FOR EACH ROW "
            f"WHEN (OLD.{before} AND NEW.{after}) EXECUTE FUNCTION parkdesk_sealed('{_PAID}')"
        )
