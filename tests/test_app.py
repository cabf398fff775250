"""What a desk takes up when it opens its database: the server's clock, and what every desk needs to be there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from parkdesk.app import introduce
from parkdesk.domain.vehicle import STARTING_SET
from parkdesk.services.clock import DeskClock
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database

LATE = timedelta(hours=3)


def late_desk(database: Database) -> Desk:
    """A desk on a PC whose clock is three hours late."""
    return Desk(database, DeskClock(lambda: datetime.now(UTC) - LATE), new_id())


@pytest.mark.postgres
def test_a_desk_on_a_server_follows_the_servers_clock(postgres_url: str) -> None:
    database = Database(postgres_url)
    desk = late_desk(database)
    introduce(desk)
    with database.reading() as store:
        server = store.desks.server_time()
    assert server is not None
    assert abs(desk.clock() - server) < timedelta(minutes=1)
    database.close()


def test_a_desk_on_a_file_keeps_its_own_clock(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    desk = late_desk(database)
    introduce(desk)
    assert datetime.now(UTC) - desk.clock() > LATE - timedelta(minutes=1)
    database.close()


def test_a_new_database_knows_its_desk_and_the_first_vehicle_types(database_url: str) -> None:
    database = Database(database_url)
    desk = late_desk(database)
    introduce(desk)
    introduce(desk)
    with database.reading() as store:
        assert store.desks.knows(desk.id)
        assert [kind.code for kind in store.lots.vehicle_types()] == [kind.code for kind in STARTING_SET]
    database.close()
