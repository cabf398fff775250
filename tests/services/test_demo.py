"""The demo: consistent to the last figure, alive in every state, the same for the same moment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from alembic import command
from sqlalchemy import func, insert, select

from parkdesk.domain.board import BayState, figures
from parkdesk.domain.booking import LIVE, Status
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.moments import local_day
from parkdesk.domain.system_errors import DemoNeedsEmpty
from parkdesk.services.bundle import Services
from parkdesk.services.demo import scene, traffic
from parkdesk.services.demo.build import build
from parkdesk.services.demo.history import History
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.people import ASHA, OWNER_ID, PASSWORD, demo_owner, demo_person
from parkdesk.services.demo.places import DRIVEWAYS, GARAGE, RIVERSIDE, sites
from parkdesk.services.demo.ready import make_ready
from parkdesk.services.demo.scene import Stage
from parkdesk.services.desk import Desk, new_id
from parkdesk.store import rows
from parkdesk.store.database import Database
from parkdesk.store.migrate import alembic_config, revision
from parkdesk.store.schema import HEAD
from parkdesk.store.tables import bookings, journal, payments, people
from tests.demo import MOMENT, demo_file


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    database = Database(f"sqlite:///{demo_file(tmp_path_factory.mktemp('demo'))}")
    with database.reading() as store:
        desk_id = next(id for id, name in store.desks.all() if name == "Desk 1")
    services = Services.of(Desk(database, lambda: MOMENT, desk_id, "Desk 1"))
    yield services
    services.close()


def all_bookings(services: Services) -> list:
    with services.desk.look() as store:
        return [rows.booking(row) for row in store.connection.execute(select(*rows.BOOKING_COLUMNS))]


def test_three_lots_differ_in_currency_time_zone_size_and_policy(demo: Services) -> None:
    lots = {summary.lot.name: summary for summary in demo.lots.all()}
    assert set(lots) == {RIVERSIDE, GARAGE, DRIVEWAYS}
    assert {name: lots[name].bays for name in lots} == {RIVERSIDE: 120, GARAGE: 400, DRIVEWAYS: 10}
    assert len({summary.lot.currency for summary in lots.values()}) == 3
    assert len({summary.lot.time_zone for summary in lots.values()}) == 3
    assert lots[RIVERSIDE].lot.at_end is AtEnd.RELEASE
    assert lots[GARAGE].lot.at_end is AtEnd.HOLD


def test_the_rollups_equal_a_new_count(demo: Services) -> None:
    assert demo.reports.compare_rollups() == ()


def test_the_journal_verifies_on_both_desks(demo: Services) -> None:
    verified = demo.journal.verify()
    assert verified.faults == ()
    with demo.desk.look() as store:
        by_desk = store.connection.execute(
            select(func.count()).select_from(journal).group_by(journal.c.desk_id)
        )
        assert sorted(by_desk.scalars())[0] > 100


def test_ninety_days_hold_some_stays_each(demo: Services) -> None:
    riverside = next(s.lot for s in demo.lots.all() if s.lot.name == RIVERSIDE)
    days = Counter(booking.day for booking in all_bookings(demo) if booking.lot_id == riverside.id)
    today = local_day(MOMENT, riverside.time_zone)
    assert all(days[today - timedelta(days=back)] > 30 for back in range(90))


def test_no_two_cars_ever_stood_in_one_bay(demo: Services) -> None:
    stood = defaultdict(list)
    for booking in all_bookings(demo):
        if booking.arrived_at is not None:
            gone = booking.left_at or max(booking.until, MOMENT)
            stood[booking.bay_id].append((max(booking.arrived_at, booking.starts_at), gone))
    for stays in stood.values():
        stays.sort()
        assert all(gone <= arrived for (_, gone), (arrived, _) in pairwise(stays))


def test_live_bookings_never_overlap(demo: Services) -> None:
    held = defaultdict(list)
    for booking in all_bookings(demo):
        if booking.status in LIVE:
            held[booking.bay_id].append((booking.starts_at, booking.until))
    for spans in held.values():
        spans.sort()
        assert all(until <= start for (_, until), (start, _) in pairwise(spans))


def test_every_booking_counts_on_the_lots_own_day_and_its_lines_add_up(demo: Services) -> None:
    zones = {summary.lot.id: summary.lot.time_zone for summary in demo.lots.all()}
    with demo.desk.look() as store:
        found = store.connection.execute(select(*rows.BOOKING_COLUMNS, bookings.c.lines)).all()
    for row in found:
        booking = rows.booking(row)
        assert booking.day == local_day(booking.starts_at, zones[booking.lot_id])
        assert booking.total_minor == sum(line.amount_minor for line in rows.lines(row[-1]))


def test_no_more_was_paid_than_was_owed(demo: Services) -> None:
    with demo.desk.look() as store:
        paid = dict(
            store.connection.execute(
                select(payments.c.booking_id, func.sum(payments.c.amount_minor)).group_by(
                    payments.c.booking_id
                )
            ).all()
        )
    for booking in all_bookings(demo):
        assert paid.get(booking.id, 0) <= booking.total_minor


def test_the_history_knows_every_way_a_booking_ends(demo: Services) -> None:
    ends = Counter((booking.status, booking.auto_ended) for booking in all_bookings(demo))
    for wanted in (
        (Status.COMPLETED, False),
        (Status.COMPLETED, True),
        (Status.CANCELLED, False),
        (Status.CANCELLED, True),
        (Status.NO_SHOW, True),
    ):
        assert ends[wanted] > 100
    assert any(booking.renewed_from for booking in all_bookings(demo))


@pytest.mark.parametrize("name", [RIVERSIDE, GARAGE])
def test_a_lot_shows_bays_in_every_state(demo: Services, name: str) -> None:
    lot = next(s.lot for s in demo.lots.all() if s.lot.name == name)
    board = demo.lots.board(lot.id)
    states = Counter(cell.state(MOMENT, lot) for cell in board.cells)
    assert all(states[state] > 0 for state in BayState)
    assert figures(board, MOMENT).unpaid > 0


def test_the_car_everybody_knows_has_forty_one_minutes_left(demo: Services) -> None:
    lot = next(s.lot for s in demo.lots.all() if s.lot.name == RIVERSIDE)
    cell = next(cell for cell in demo.lots.board(lot.id).cells if cell.code == "B7")
    assert cell.stay is not None
    assert (cell.stay.plate, cell.stay.until - MOMENT) == ("KL 08 AZ 1234", timedelta(minutes=41, seconds=12))


def test_nothing_is_due_when_the_demo_opens(demo: Services) -> None:
    assert demo.sweep.preview().ended == 0


@pytest.mark.parametrize("hour", [1, 4, 12, 20])
def test_the_same_moment_gives_the_same_scene_by_day_and_by_night(hour: int) -> None:
    moment = MOMENT.replace(hour=hour)

    def told() -> list:
        rng = Random(1)
        ids = Ids(rng, moment - timedelta(days=91))
        site = sites(ids)[2]
        history = History(
            site,
            traffic.STREET,
            ids,
            rng,
            moment,
            desk=site.lot.id,
            exit_desk=site.lot.id,
            spared=scene.STREET.spared,
        )
        history.tell()
        Stage(history, scene.STREET, ids).play()
        return [astuple(story.booking) for story in history.stories]

    assert told() == told()


def test_people_of_the_demo_can_sign_in(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{demo_file(tmp_path)}")
    services = Services.of(Desk(database, lambda: MOMENT, new_id(), "Desk 1"))
    with database.transaction() as store:
        store.desks.ensure(services.desk.id, "Desk 1", MOMENT)
    assert demo_person(services) == ASHA.person
    assert services.people.switch("Ravi K.", "2345").name == "Ravi K."
    assert services.people.sign_in("Olga", PASSWORD) == demo_owner(services)
    services.close()


def test_the_last_deeds_can_be_undone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{demo_file(tmp_path)}")
    with database.reading() as store:
        desk_id = next(id for id, name in store.desks.all() if name == "Desk 1")
    services = Services.of(Desk(database, lambda: MOMENT, desk_id, "Desk 1"))
    owner = demo_owner(services)
    undone = [services.undo.undo(owner).deed for _ in range(5)]
    assert len(undone) == 5
    assert services.journal.verify().faults == ()
    assert services.reports.compare_rollups() == ()
    services.close()


@pytest.mark.postgres
def test_a_server_gets_the_same_demo(postgres_url: str) -> None:
    database = Database(postgres_url)
    build(database, MOMENT, new_id(), "Desk 1")
    services = Services.of(Desk(database, lambda: MOMENT, new_id(), "Desk 1"))
    assert services.reports.compare_rollups() == ()
    assert services.journal.verify().faults == ()
    services.close()


def test_todays_demo_is_kept_and_yesterdays_is_built_anew(tmp_path: Path) -> None:
    file = demo_file(tmp_path)
    url, before = f"sqlite:///{file}", file.stat().st_ino
    make_ready(url, MOMENT + timedelta(minutes=20), new_id(), "Desk 1")
    assert file.stat().st_ino == before
    make_ready(url, MOMENT + timedelta(days=1), new_id(), "Desk 1", in_use=True)
    assert file.stat().st_ino == before
    make_ready(url, MOMENT + timedelta(days=1), new_id(), "Desk 1")
    assert file.stat().st_ino != before
    assert [path.name for path in tmp_path.iterdir()] == ["demo.db"]


def test_a_demo_of_an_older_program_is_built_anew(tmp_path: Path) -> None:
    file = tmp_path / "demo.db"
    url = f"sqlite:///{file}"
    database = Database(url)
    with database.engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        olga = {"id": OWNER_ID, "name": "Olga", "name_key": "olga", "role": "owner", "created_at": MOMENT}
        connection.execute(insert(people).values(**olga, supervisor=True, active=True))
    database.close()
    make_ready(url, MOMENT, new_id(), "Desk 1")
    assert revision(Database(url)) == HEAD
    assert [path.name for path in tmp_path.iterdir()] == ["demo.db"]


def test_a_desks_own_data_are_never_taken_for_a_demo(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    desk = Desk(database, lambda: MOMENT, new_id(), "Desk 1")
    with database.transaction() as store:
        store.desks.ensure(desk.id, desk.name, MOMENT)
    services = Services.of(desk)
    services.people.first_owner("Asha Menon", "correct horse")
    services.close()
    before = (tmp_path / "parkdesk.db").read_bytes()
    with pytest.raises(DemoNeedsEmpty):
        make_ready(sqlite_url, MOMENT, new_id(), "Desk 1")
    assert (tmp_path / "parkdesk.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, None])
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "notes.db"
    if content is None:
        import sqlite3

        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE notes (words text)")
        connection.close()
        content = file.read_bytes()
    else:
        file.write_bytes(content)
    with pytest.raises(DemoNeedsEmpty):
        make_ready(f"sqlite:///{file}", MOMENT, new_id(), "Desk 1")
    assert file.read_bytes() == content
