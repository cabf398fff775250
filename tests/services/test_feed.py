"""The change feed: what other desks and other processes did, noticed without being asked for."""

from __future__ import annotations

import gc
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from parkdesk.domain.changes import Cursor
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import THE_DESK, Desk, new_id
from parkdesk.services.feed import ChangeFeed
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database
from parkdesk.store.watch import CONNECT_SECONDS, LONGEST_PAUSE_SECONDS, PostgresWatch, Watch
from tests.kit import Clock
from tests.services.conftest import CHEAP, PASSWORD, desk_on

PROMPT = 20.0
"""Seconds after which news that did not come will not come."""


@pytest.fixture
def feed(desk: Desk) -> ChangeFeed:
    return ChangeFeed(desk)


@pytest.fixture
def watch(feed: ChangeFeed) -> Iterator[Watch]:
    with closing(feed.watch()) as watch:
        yield watch


def write(desk: Desk, *, fail: bool = False) -> None:
    def work(deed: object) -> None:
        if fail:
            raise InterruptedError

    desk.do("nothing_much", THE_DESK, Right.WORK, work, arguments={})


def news_of(watch: Watch) -> bool:
    """Wait as the window does: on the descriptor if there is one."""
    if (number := watch.fileno()) is not None:
        select.select([number], [], [], PROMPT)
    return watch.look()


def look_until_news(watch: Watch) -> None:
    """Look every so often, as a timer does."""
    for _ in range(2000):
        if watch.look():
            return
        select.select([], [], [], 0.01)
    raise AssertionError("no news")


class TestCursor:
    def test_it_moves_with_every_entry(self, feed: ChangeFeed, desk: Desk, people: PeopleService) -> None:
        assert feed.cursor() == Cursor()
        people.first_owner("Asha", PASSWORD)
        people.sign_in("Asha", PASSWORD)
        assert feed.cursor().by_desk() == {desk.id: 2}

    def test_each_desk_has_its_own_place_in_it(
        self, feed: ChangeFeed, owner: Person, database: Database, clock: Clock
    ) -> None:
        before = feed.cursor().by_desk()
        other = desk_on(database, clock, "Other")
        write(other)
        PeopleService(other, CHEAP).set_pin(owner, owner.id, None)
        assert feed.cursor().by_desk() == before | {other.id: 2}


class TestWatch:
    def test_it_tells_once_of_each_others_commits(
        self, watch: Watch, database: Database, clock: Clock
    ) -> None:
        other = desk_on(database, clock, "Other")
        watch.look()
        assert not watch.look()
        write(other)
        assert news_of(watch)
        assert not watch.look()
        for _ in range(3):
            write(other)
        assert news_of(watch)

    def test_what_was_rolled_back_is_no_news(self, watch: Watch, desk: Desk) -> None:
        watch.look()
        with pytest.raises(InterruptedError):
            write(desk, fail=True)
        assert not watch.look()
        write(desk)
        assert news_of(watch)

    def test_another_process_is_noticed(self, watch: Watch, database_url: str, desk: Desk) -> None:
        watch.look()
        program = (
            "import sys, uuid\n"
            "from datetime import UTC, datetime\n"
            "from parkdesk.store.database import Database\n"
            "database = Database(sys.argv[1])\n"
            "with database.transaction() as store:\n"
            "    store.desks.ensure(uuid.uuid4(), 'Elsewhere', datetime.now(UTC))\n"
            "    store.announce('elsewhere:1')\n"
            "database.close()\n"
        )
        subprocess.run([sys.executable, "-c", program, database_url], check=True)
        assert news_of(watch)

    def test_closed_it_leaves_nothing_behind(self, feed: ChangeFeed) -> None:
        for _ in range(20):
            watch = feed.watch()
            watch.close()
            watch.close()
        gc.collect()

    def test_a_sqlite_file_that_became_unreadable_is_no_news(self, sqlite_url: str, clock: Clock) -> None:
        database = Database(sqlite_url)
        with closing(ChangeFeed(desk_on(database, clock)).watch()) as watch:
            database.close()
            Path(str(database.url.database)).write_bytes(b"no longer a database" * 500)
            assert not watch.look()
            assert not watch.look()


class Ticks:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.postgres
class TestLoss:
    @pytest.fixture
    def ticks(self) -> Ticks:
        return Ticks()

    @pytest.fixture
    def listening(self, postgres_url: str, ticks: Ticks) -> Iterator[PostgresWatch]:
        with closing(PostgresWatch(postgres_url, ticks)) as watch:
            assert watch.connect()
            yield watch

    def notify(self, url: str) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("NOTIFY parkdesk, 'x'")

    def hang_up(self, url: str) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def test_the_connection_comes_back_and_says_that_there_may_be_news(
        self, listening: PostgresWatch, postgres_url: str, ticks: Ticks
    ) -> None:
        for _ in range(2):
            self.hang_up(postgres_url)
            while (number := listening.fileno()) is not None:
                assert select.select([number], [], [], PROMPT)[0]
                assert not listening.look()
            assert not listening.look()
            self.notify(postgres_url)  # nobody hears this one
            ticks.seconds += 1
            look_until_news(listening)
            self.notify(postgres_url)
            assert news_of(listening)
            assert not listening.look()

    def test_a_server_that_refuses_is_asked_ever_more_rarely(self, ticks: Ticks) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        watch = PostgresWatch(f"host=127.0.0.1 port={port} dbname=x user=x", ticks)
        assert not watch.connect()
        pause = 0.5
        for _ in range(10):
            ticks.seconds += 0.49 * pause
            assert not watch.look()
            with socket.create_server(("127.0.0.1", port)) as server:
                # Too soon: it does not even knock.
                assert not watch.look()
                assert not select.select([server], [], [], 0)[0]
                ticks.seconds += 0.51 * pause
                watch.look()
                assert select.select([server], [], [], PROMPT)[0]
                server.accept()[0].close()
            assert not watch.connect()
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def test_a_server_that_never_answers_is_given_up(self, ticks: Ticks) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            watch = PostgresWatch(f"host=127.0.0.1 port={port} dbname=x user=x sslmode=disable", ticks)
            assert not watch.look()
            caller, _ = server.accept()
            with caller:
                assert caller.recv(1000)
                assert not watch.look()
                ticks.seconds += CONNECT_SECONDS + 1
                assert not watch.look()
                assert caller.recv(1000) == b""
            watch.close()

    def test_a_first_connection_that_fails_leaves_a_watch_that_goes_on_trying(
        self, postgres_url: str, ticks: Ticks
    ) -> None:
        name = f"later_{new_id().hex}"
        later = postgres_url.replace("/test_", f"/{name}_")
        watch = PostgresWatch(later, ticks)
        assert not watch.connect()
        database = later.partition("?")[0].rpartition("/")[2]
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}"'.encode())
            try:
                ticks.seconds += 1
                look_until_news(watch)
            finally:
                watch.close()
                connection.execute(f'DROP DATABASE "{database}" WITH (FORCE)'.encode())
