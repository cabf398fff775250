"""A desk that runs while a newer program changes the schema: it says so, writes nothing and calls nothing a bug."""

from __future__ import annotations

import select
from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text

from parkdesk.domain.system_errors import SchemaNewer
from parkdesk.store.database import Database
from parkdesk.store.migrate import alembic_config, upgrade
from parkdesk.store.shelves import Store
from parkdesk.store.watch import Watch, watch
from tests.kit import Case, desk_case

SAID = r"made by a newer ParkDesk \(0999\); update this program"


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        case.book()
        yield case


def migrated(case: Case, *statements: str) -> None:
    """As a newer program does it in another process."""
    other = Database(case.database.url.render_as_string(hide_password=False))
    with other.transaction() as store:
        for statement in (*statements, "UPDATE alembic_version SET version_num = '0999'"):
            store.connection.execute(text(statement))
        Store(store.connection).announce("schema")
    other.close()


def settle(watch: Watch) -> None:
    while watch.look():
        pass


def wait_for_news(watch: Watch) -> None:
    for _ in range(500):
        if watch.look():
            return
        select.select([], [], [], 0.01)
    raise AssertionError("no news")


def entries(case: Case) -> int:
    with case.database.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM journal")).scalar_one())


def bookings(case: Case) -> int:
    with case.database.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM bookings")).scalar_one())


def test_the_next_deed_is_refused_and_leaves_nothing(case: Case) -> None:
    before = entries(case), bookings(case)
    migrated(case)
    for _ in range(2):
        with pytest.raises(SchemaNewer, match=SAID):
            case.book("A2", "KL 2")
    with pytest.raises(SchemaNewer, match=SAID):
        case.services.lots.close_bays(case.attendant, [case.bay("A3")], "Oil")
    assert (entries(case), bookings(case)) == before


def test_a_wrong_password_is_not_even_counted_once_it_is_known(case: Case) -> None:
    case.services.people.set_password(case.owner, case.attendant.id, "correct horse")
    migrated(case)
    with pytest.raises(SchemaNewer):
        case.book("A2", "KL 2")
    with pytest.raises(SchemaNewer, match=SAID):
        case.services.people.sign_in(case.attendant.name, "wrong horse")


def test_the_feed_hears_of_it(case: Case) -> None:
    watch = case.services.feed.watch()
    settle(watch)
    migrated(case)
    wait_for_news(watch)
    watch.close()
    with pytest.raises(SchemaNewer, match=SAID):
        case.services.feed.cursor()


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE bookings RENAME COLUMN plate TO number_plate",
        "UPDATE bookings SET lines = '{\"version\": 2}'",
    ],
)
def test_what_cannot_be_read_any_more_is_neither_a_bug_nor_damage(case: Case, statement: str) -> None:
    (listed,) = case.services.bookings.page(case.lot.id).rows
    migrated(case, statement)
    with pytest.raises(SchemaNewer, match=SAID):
        case.services.bookings.detail(listed.booking.id)


def test_a_real_migration_is_announced(bare_database_url: str) -> None:
    database = Database(bare_database_url)
    with database.engine.connect() as connection, connection.begin():
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    listening = watch(database)
    settle(listening)
    upgrade(database)
    wait_for_news(listening)
    listening.close()
    database.close()
