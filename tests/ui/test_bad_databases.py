"""A database that cannot be used is said on the window's first page, with its exit code, and stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import psycopg
import pytest

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.first_start import FirstStart
from parkdesk.ui.widgets import Label
from tests.ui.parts import shown_button

NOT_OPENED = "The desk could not be opened"


@pytest.fixture
def opened(starting, tmp_path: Path) -> Callable[[str], DeskApplication]:
    def start(url: str) -> DeskApplication:
        config = Config.read(data_dir=tmp_path / "data", database=url)
        config.make_data_dir()
        return starting(config, partial(open_services, config))

    return start


def said(desk: DeskApplication) -> str:
    return " | ".join(label.text() for label in desk.window.page.findChildren(Label))


def refused(desk: DeskApplication, qtbot) -> tuple[str, int]:
    """The sentence on the page, and the exit code if the window were closed now."""
    qtbot.waitUntil(lambda: NOT_OPENED in said(desk), timeout=20_000)
    return said(desk).removeprefix(f"{NOT_OPENED} | "), desk.exit_code


@pytest.mark.parametrize(
    ("url", "words", "code"),
    [
        ("nonsense", "is not a database address", 2),
        ("mysql://root@localhost/x", "is not a database address", 2),
        ("postgresql://nobody@127.0.0.1:1/x", "The database cannot be reached: ", 4),
        ("sqlite:////dev/null/parkdesk.db", "The database cannot be reached: ", 4),
    ],
)
def test_an_address_that_leads_nowhere(opened, qtbot, url: str, words: str, code: int) -> None:
    sentence, ended = refused(opened(url), qtbot)
    assert words in sentence
    assert ended == code


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE notes (words text)")
        connection.commit()


def damaged(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


@pytest.mark.parametrize(
    ("spoil", "words", "code"),
    [
        (newer, "newer ParkDesk (9999)", 5),
        (foreign, "belongs to another program; ParkDesk left it alone.", 4),
        (damaged, "is damaged; restore the last backup.", 4),
    ],
    ids=["newer", "foreign", "damaged"],
)
def test_a_file_that_cannot_be_used(opened, qtbot, sqlite_url: str, spoil, words: str, code: int) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    spoil(file)
    before = file.read_bytes()
    sentence, ended = refused(opened(sqlite_url), qtbot)
    assert words in sentence
    assert (ended, file.read_bytes() == before) == (code, True)


def test_a_locked_file_opens_once_it_is_free(
    opened, qtbot, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parkdesk.store.database.BUSY_SECONDS", 0)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        desk = opened(sqlite_url)
        assert refused(desk, qtbot) == (
            "The database is busy with another program; try again in a moment.",
            4,
        )
    shown_button(desk.window.page, qtbot).click()
    qtbot.waitUntil(lambda: isinstance(desk.window.page, FirstStart))
    assert desk.exit_code == 0


@pytest.mark.postgres
def test_a_server_that_can_only_be_read(opened, qtbot, postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'.encode())
    sentence, ended = refused(opened(postgres_url), qtbot)
    assert "can only be read, not written" in sentence
    assert ended == 4


@pytest.mark.postgres
def test_a_server_without_tables_waits_for_its_owner(opened, qtbot, bare_postgres_url: str) -> None:
    sentence, ended = refused(opened(bare_postgres_url), qtbot)
    assert "parkdesk migrate" in sentence
    assert ended == 4
