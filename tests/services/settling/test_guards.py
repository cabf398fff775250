"""What the database refuses of card money by itself, whoever writes SQL to it, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.till import Till

KEPT = ["payments", "charges", "charge_attempts", "refunds", "outbox", "disputes", "ious"]


def told(till: Till, statement: str) -> str:
    """The database's own words for refusing a statement; empty if it let it pass."""
    with till.database.engine.connect() as connection, connection.begin() as begun:
        try:
            connection.execute(text(statement))
        except DBAPIError as error:
            return str(error.orig)
        finally:
            begun.rollback()
    return ""


def partly_refunded(till: Till) -> None:
    charge, payment = till.paid_by_qr(till.book())
    till.services.refunds.give_back(till.owner, payment.id, 100, "Goodwill")
    till.settle(2)
    till.stripe.disputes.open(charge.latest.intent_id)
    till.settle(8)
    till.services.unpaid.iou(till.owner, till.book("A2", "KL 01 B 1").id, "No purse")


@pytest.mark.parametrize(
    ("table", "setting", "words"),
    [
        ("payments", "amount_minor = amount_minor + 1", "what was paid never changes"),
        ("payments", "booking_id = booking_id", "what was paid never changes"),
        ("payments", "status = 'pending'", "what was paid stays paid"),
        ("payments", "refunded_minor = amount_minor + 1", "ck_payments_refunded"),
        ("payments", "refunded_minor = -1", "ck_payments_refunded"),
        ("charges", "amount_minor = 1", "what was asked for never changes"),
        ("charge_attempts", "phase = 'failed'", "what was paid stays paid"),
        ("refunds", "amount_minor = 1", "what was given back never changes"),
        ("disputes", "charge_id = charge_id", "what is disputed never changes"),
        ("disputes", "stage = 'forgotten'", "ck_disputes_stage"),
        ("ious", "amount_minor = 1", "what was promised never changes"),
        ("outbox", "parameters = '{}'", "what a provider was asked never changes"),
    ],
)
def test_what_has_happened_is_not_changed(till: Till, table: str, setting: str, words: str) -> None:
    partly_refunded(till)
    assert words in told(till, f"UPDATE {table} SET {setting}")


@pytest.mark.parametrize("table", KEPT)
def test_nor_removed(till: Till, table: str) -> None:
    partly_refunded(till)
    assert "never deleted" in told(till, f"DELETE FROM {table}")
    if till.database.is_sqlite:
        assert "UNIQUE" in told(till, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        assert "UNIQUE" in told(till, "INSERT OR REPLACE INTO bookings SELECT * FROM bookings")


def test_a_charge_has_one_open_attempt(till: Till) -> None:
    till.by_qr(till.book())
    columns = "charge_id, tender, opened_at, phase, reading, declined, url, unknown, closing, presented"
    another = f"INSERT INTO charge_attempts (id, number, {columns}) SELECT '{'0' * 32}', 2, {columns}"
    assert "charge_attempts" in told(till, f"{another} FROM charge_attempts")
