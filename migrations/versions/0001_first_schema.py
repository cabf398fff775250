"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from parkdesk.store.types import Id, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "desks",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desks")),
    )
    op.create_table(
        "lots",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("at_end", sa.String(length=16), nullable=False),
        sa.Column("grace_minutes", sa.Integer(), nullable=False),
        sa.Column("default_minutes", sa.Integer(), nullable=False),
        sa.Column("quick_minutes", sa.String(length=120), nullable=False),
        sa.Column("least_minutes", sa.Integer(), nullable=False),
        sa.Column("most_minutes", sa.Integer(), nullable=False),
        sa.Column("back_entry_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("at_end IN ('release', 'hold')", name=op.f("ck_lots_at_end")),
        sa.CheckConstraint("grace_minutes >= 0", name=op.f("ck_lots_grace")),
        sa.CheckConstraint("least_minutes > 0 AND most_minutes >= least_minutes", name=op.f("ck_lots_span")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lots")),
        sa.UniqueConstraint("name", name=op.f("uq_lots_name")),
    )
    op.create_table(
        "people",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_key", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("supervisor", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=True),
        sa.Column("pin_hash", sa.String(length=255), nullable=True),
        sa.Column("failed_tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lock_outs", sa.Integer(), server_default="0", nullable=False),
        sa.Column("locked_until", Moment, nullable=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.CheckConstraint("role IN ('attendant', 'owner')", name=op.f("ck_people_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("name_key", name=op.f("uq_people_name_key")),
    )
    op.create_table(
        "vehicle_types",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_vehicle_types")),
    )
    op.create_table(
        "daily",
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("booked", sa.BigInteger(), nullable=False),
        sa.Column("completed", sa.BigInteger(), nullable=False),
        sa.Column("cancelled", sa.BigInteger(), nullable=False),
        sa.Column("auto_cancelled", sa.BigInteger(), nullable=False),
        sa.Column("no_show", sa.BigInteger(), nullable=False),
        sa.Column("due_minor", sa.BigInteger(), nullable=False),
        sa.Column("stayed_seconds", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_daily_desk_id_desks")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_daily_lot_id_lots")),
        sa.PrimaryKeyConstraint("lot_id", "day", "desk_id", name=op.f("pk_daily")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "daily_takings",
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("payments", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_daily_takings_desk_id_desks")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_daily_takings_lot_id_lots")),
        sa.PrimaryKeyConstraint("lot_id", "day", "desk_id", "method", name=op.f("pk_daily_takings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "journal",
        sa.Column("id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("deed", sa.String(length=40), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("touched", sa.Text(), nullable=False),
        sa.Column("undoes", Id, nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_journal_desk_id_desks")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_journal_person_id_people")),
        sa.ForeignKeyConstraint(["undoes"], ["journal.id"], name=op.f("fk_journal_undoes_journal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint("desk_id", "number", name=op.f("uq_journal_desk_id_number")),
        sa.UniqueConstraint("undoes", name=op.f("uq_journal_undoes")),
    )
    op.create_table(
        "levels",
        sa.Column("id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_levels_lot_id_lots")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_levels")),
        sa.UniqueConstraint("lot_id", "name", name=op.f("uq_levels_lot_id_name")),
    )
    op.create_table(
        "tariffs",
        sa.Column("id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("hourly_minor", sa.BigInteger(), nullable=False),
        sa.Column("rates", sa.Text(), nullable=False),
        sa.Column("increment_minutes", sa.Integer(), nullable=False),
        sa.Column("minimum_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_name", sa.String(length=40), nullable=False),
        sa.Column("tax_basis_points", sa.Integer(), nullable=False),
        sa.Column("tax_included", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.CheckConstraint("hourly_minor >= 0 AND minimum_minor >= 0", name=op.f("ck_tariffs_price")),
        sa.CheckConstraint("increment_minutes > 0", name=op.f("ck_tariffs_increment")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_tariffs_lot_id_lots")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tariffs")),
        sa.UniqueConstraint("lot_id", "version", name=op.f("uq_tariffs_lot_id_version")),
    )
    op.create_table(
        "bays",
        sa.Column("id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("level_id", Id, nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("place_row", sa.Integer(), nullable=False),
        sa.Column("place_column", sa.Integer(), nullable=False),
        sa.Column("vehicle_types", sa.Text(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("hourly_minor", sa.BigInteger(), nullable=True),
        sa.Column("closed_reason", sa.String(length=120), nullable=True),
        sa.Column("closed_at", Moment, nullable=True),
        sa.CheckConstraint("closed_reason <> ''", name=op.f("ck_bays_closed_reason")),
        sa.CheckConstraint("code <> ''", name=op.f("ck_bays_code")),
        sa.CheckConstraint("hourly_minor >= 0", name=op.f("ck_bays_price")),
        sa.ForeignKeyConstraint(["level_id"], ["levels.id"], name=op.f("fk_bays_level_id_levels")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_bays_lot_id_lots")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bays")),
        sa.UniqueConstraint(
            "level_id", "place_row", "place_column", name=op.f("uq_bays_level_id_place_row_place_column")
        ),
        sa.UniqueConstraint("lot_id", "code", name=op.f("uq_bays_lot_id_code")),
    )
    op.create_table(
        "journal_touches",
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal.id"], name=op.f("fk_journal_touches_entry_id_journal")
        ),
        sa.PrimaryKeyConstraint("subject_id", "entry_id", name=op.f("pk_journal_touches")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bookings",
        sa.Column("id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("bay_id", Id, nullable=False),
        sa.Column("ticket", sa.String(length=8), nullable=False),
        sa.Column("plate", sa.String(length=40), nullable=False),
        sa.Column("plate_key", sa.String(length=40), nullable=False),
        sa.Column("plate_search", sa.String(length=40), nullable=False),
        sa.Column("vehicle_type", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("starts_at", Moment, nullable=False),
        sa.Column("until", Moment, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("booked_at", Moment, nullable=False),
        sa.Column("tariff_id", Id, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("driver_name", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("requests", sa.Text(), nullable=False),
        sa.Column("renewed_from", Id, nullable=True),
        sa.Column("arrived_at", Moment, nullable=True),
        sa.Column("left_at", Moment, nullable=True),
        sa.Column("cancelled_at", Moment, nullable=True),
        sa.Column("cancel_reason", sa.String(length=120), nullable=False),
        sa.Column("auto_ended", sa.Boolean(), nullable=False),
        sa.Column("override_reason", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "(status = 'cancelled') = (cancelled_at IS NOT NULL)", name=op.f("ck_bookings_cancelled")
        ),
        sa.CheckConstraint("(status = 'completed') = (left_at IS NOT NULL)", name=op.f("ck_bookings_left")),
        sa.CheckConstraint("plate_key <> ''", name=op.f("ck_bookings_plate")),
        sa.CheckConstraint(
            "status IN ('pending', 'confirmed', 'active', 'completed', 'cancelled', 'no_show')",
            name=op.f("ck_bookings_status"),
        ),
        sa.CheckConstraint(
            "status NOT IN ('active', 'completed') OR arrived_at IS NOT NULL",
            name=op.f("ck_bookings_arrived"),
        ),
        sa.CheckConstraint("total_minor >= 0", name=op.f("ck_bookings_total")),
        sa.CheckConstraint("until > starts_at", name=op.f("ck_bookings_span")),
        sa.ForeignKeyConstraint(["bay_id"], ["bays.id"], name=op.f("fk_bookings_bay_id_bays")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_bookings_lot_id_lots")),
        sa.ForeignKeyConstraint(
            ["renewed_from"], ["bookings.id"], name=op.f("fk_bookings_renewed_from_bookings")
        ),
        sa.ForeignKeyConstraint(["tariff_id"], ["tariffs.id"], name=op.f("fk_bookings_tariff_id_tariffs")),
        sa.ForeignKeyConstraint(
            ["vehicle_type"], ["vehicle_types.code"], name=op.f("fk_bookings_vehicle_type_vehicle_types")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
        sa.UniqueConstraint("ticket", name=op.f("uq_bookings_ticket")),
    )
    with op.batch_alter_table("bookings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_bookings_live_bay",
            ["bay_id", "until", "starts_at"],
            unique=False,
            sqlite_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
            postgresql_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
        )
        batch_op.create_index(
            "ix_bookings_live_plate",
            ["plate_key"],
            unique=False,
            sqlite_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
            postgresql_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
        )
        batch_op.create_index(
            "ix_bookings_live_until",
            ["until"],
            unique=False,
            sqlite_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
            postgresql_where=sa.text("status IN ('pending', 'confirmed', 'active')"),
        )
        batch_op.create_index("ix_bookings_lot_id_day", ["lot_id", "day"], unique=False)
        batch_op.create_index("ix_bookings_lot_id_id", ["lot_id", "id"], unique=False)
        batch_op.create_index(
            "ix_bookings_found",
            ["plate_search", "driver_name", "phone"],
            unique=False,
            postgresql_using="gin",
            postgresql_ops={
                "plate_search": "gin_trgm_ops",
                "driver_name": "gin_trgm_ops",
                "phone": "gin_trgm_ops",
            },
        )
        batch_op.create_index(
            "uq_bookings_active_bay",
            ["bay_id"],
            unique=True,
            sqlite_where=sa.text("status = 'active'"),
            postgresql_where=sa.text("status = 'active'"),
        )
        batch_op.create_index(
            "uq_bookings_active_plate",
            ["plate_key"],
            unique=True,
            sqlite_where=sa.text("status = 'active' AND override_reason = ''"),
            postgresql_where=sa.text("status = 'active' AND override_reason = ''"),
        )
        batch_op.create_index(
            "uq_bookings_renewed_from",
            ["renewed_from"],
            unique=True,
            sqlite_where=sa.text("renewed_from IS NOT NULL AND status <> 'cancelled'"),
            postgresql_where=sa.text("renewed_from IS NOT NULL AND status <> 'cancelled'"),
        )

    op.create_table(
        "notes",
        sa.Column("id", Id, nullable=False),
        sa.Column("booking_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("struck_at", Moment, nullable=True),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_notes_booking_id_bookings")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_notes_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "payments",
        sa.Column("id", Id, nullable=False),
        sa.Column("booking_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("desk_id", Id, nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("processed_at", Moment, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken_by", Id, nullable=False),
        sa.Column("tendered_minor", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "method IN ('cash', 'card', 'transfer', 'other')", name=op.f("ck_payments_method")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'paid', 'failed', 'refunded', 'void')", name=op.f("ck_payments_status")
        ),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_payments_amount")),
        sa.CheckConstraint("tendered_minor >= amount_minor", name=op.f("ck_payments_tendered")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_payments_booking_id_bookings")
        ),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name=op.f("fk_payments_desk_id_desks")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=op.f("fk_payments_lot_id_lots")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_payments_taken_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
    )
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payments_booking_id"), ["booking_id"], unique=False)
        batch_op.create_index("ix_payments_lot_id_day", ["lot_id", "day"], unique=False)
