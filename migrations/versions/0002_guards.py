"""What the database itself refuses: two cars in a bay, a changed journal or tariff version, a deleted booking."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SEALED = {
    "journal": "the journal is append-only",
    "journal_touches": "the journal is append-only",
    "tariffs": "a tariff version never changes",
}
_KEPT = {
    "bookings": "a booking is never deleted",
    "payments": "a payment is never deleted",
}

_SQLITE_OVERLAP = """
CREATE TRIGGER bookings_no_overlap_{when} BEFORE {event} ON bookings
WHEN NEW.status IN ('pending', 'confirmed', 'active') AND EXISTS (
    SELECT 1 FROM bookings
    WHERE bay_id = NEW.bay_id AND status IN ('pending', 'confirmed', 'active')
      AND until > NEW.starts_at AND starts_at < NEW.until AND id <> NEW.id
)
BEGIN SELECT RAISE(ABORT, 'bookings_no_overlap'); END
"""

# What a row may not repeat: `INSERT OR REPLACE` deletes the row it repeats without asking a DELETE trigger.
_UNREPEATED = {
    "journal": "id = NEW.id OR desk_id = NEW.desk_id AND number = NEW.number OR undoes = NEW.undoes",
    "journal_touches": "subject_id = NEW.subject_id AND entry_id = NEW.entry_id",
    "tariffs": "id = NEW.id OR lot_id = NEW.lot_id AND version = NEW.version",
}

_POSTGRES_OVERLAP = """
ALTER TABLE bookings ADD CONSTRAINT bookings_no_overlap
EXCLUDE USING gist (bay_id WITH =, tstzrange(starts_at, until) WITH &&)
WHERE (status IN ('pending', 'confirmed', 'active'))
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    op.execute(_SQLITE_OVERLAP.format(when="insert", event="INSERT"))
    op.execute(_SQLITE_OVERLAP.format(when="update", event="UPDATE OF bay_id, status, starts_at, until"))
    for table, reason in _SEALED.items():
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {_UNREPEATED[table]}) "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )
    for table, reason in _KEPT.items():
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
        )


def _guard_postgres() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    op.execute(_POSTGRES_OVERLAP)
    op.execute(
        "CREATE FUNCTION parkdesk_sealed() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$"
    )
    for table, reason in _SEALED.items():
        op.execute(
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{reason}')"
        )
    for table, reason in _KEPT.items():
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION parkdesk_sealed('{reason}')"
        )
