"""The address of a database: what is none is said, and a password in one is never shown."""

from __future__ import annotations

import pickle

import pytest

from parkdesk.domain.system_errors import DatabaseBusy, DatabaseUrlUnreadable
from parkdesk.store.database import Database


@pytest.mark.parametrize(
    "url",
    [
        "",
        "parkdesk.db",
        "C:\\parkdesk.db",
        "mysql://root:secret@localhost/parkdesk",
        "postgresql://root:secret@localhost:port/parkdesk",
        "oracle://",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file::memory:?cache=shared",
        "://",
        "🅿️",
    ],
)
def test_what_is_no_address_is_said_beside_its_field(url: str) -> None:
    with pytest.raises(DatabaseUrlUnreadable, match="is not a database address") as refusal:
        Database(url)
    assert refusal.value.field == "database"
    assert "secret" not in str(refusal.value)


def test_a_password_is_never_shown() -> None:
    database = Database("postgresql://asha:top%20secret@db.example/parkdesk")
    assert database.place == "postgresql://asha:***@db.example/parkdesk"
    assert "secret" not in repr(database.url)


def test_a_sentence_travels_between_processes() -> None:
    error = DatabaseBusy(field="database")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
