"""The demo's business: its history is that of real lots, and what stands there now fits it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy import func, select

from parkdesk.domain.board import figures
from parkdesk.domain.booking import Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day, zone
from parkdesk.domain.report import Report
from parkdesk.services.bundle import Services
from parkdesk.services.demo import scene, traffic
from parkdesk.services.demo.history import History
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.people import demo_owner
from parkdesk.services.demo.places import DRIVEWAYS, GARAGE, RIVERSIDE, sites
from parkdesk.services.demo.scene import Stage
from parkdesk.services.desk import Desk
from parkdesk.store.database import Database
from parkdesk.store.tables import bookings, journal, journal_touches
from tests.demo import MOMENT, demo_file

DAYS = 90
SUNDAY, NIGHT, NOON = 6, 3, 12
STAYS = {
    RIVERSIDE: (timedelta(hours=1, minutes=30), timedelta(hours=3, minutes=30)),
    GARAGE: (timedelta(hours=5), timedelta(hours=9)),
    DRIVEWAYS: (timedelta(hours=5), timedelta(hours=10)),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    database = Database(f"sqlite:///{demo_file(tmp_path_factory.mktemp('demo'))}")
    with database.reading() as store:
        desk_id = next(id for id, name in store.desks.all() if name == "Desk 1")
    services = Services.of(Desk(database, lambda: MOMENT, desk_id, "Desk 1"))
    yield services
    services.close()


def lot_of(demo: Services, name: str) -> Lot:
    return next(summary.lot for summary in demo.lots.all() if summary.lot.name == name)


def report_of(demo: Services, lot: Lot) -> Report:
    today = local_day(MOMENT, lot.time_zone)
    return demo.reports.report(
        demo_owner(demo), lot.id, today - timedelta(days=DAYS), today - timedelta(days=1)
    )


@pytest.mark.parametrize("name", [RIVERSIDE, GARAGE, DRIVEWAYS])
def test_a_lot_earns_its_living(demo: Services, name: str) -> None:
    report = report_of(demo, lot_of(demo, name))
    shortest, longest = STAYS[name]
    assert report.occupancy is not None
    assert 0.2 < report.occupancy < 0.35
    assert report.average_stay is not None
    assert shortest < report.average_stay < longest
    assert report.payment_rate is not None
    assert 0.96 < report.payment_rate <= 1
    assert report.completion_rate is not None
    assert 0.88 < report.completion_rate < 0.97


@pytest.mark.parametrize("name", [RIVERSIDE, GARAGE, DRIVEWAYS])
def test_the_lot_is_as_full_now_as_it_mostly_is_at_this_hour(demo: Services, name: str) -> None:
    lot, local = lot_of(demo, name), MOMENT.astimezone(zone(lot_of(demo, name).time_zone))
    today = local.date()
    times = demo.reports.full_times(
        demo_owner(demo), lot.id, today - timedelta(days=30), today - timedelta(days=1)
    )
    mostly = times.hours[local.weekday()][local.hour]
    counted = figures(demo.lots.board(lot.id), MOMENT)
    assert mostly is not None
    taken = (counted.booked + counted.ending + counted.overstaying) / counted.bays
    # In a small lot chance counts for more.
    assert abs(taken - mostly) < 0.1 + counted.bays**-0.5


def test_nights_are_empty_in_the_city_and_guests_stay_over_in_the_garage(demo: Services) -> None:
    today = local_day(MOMENT, "Asia/Kolkata")
    who, span = demo_owner(demo), (today - timedelta(days=30), today - timedelta(days=1))
    city = demo.reports.full_times(who, lot_of(demo, RIVERSIDE).id, *span).hours
    garage = demo.reports.full_times(who, lot_of(demo, GARAGE).id, *span).hours
    for weekday in range(SUNDAY):
        assert (city[weekday][NIGHT] or 0) < 0.02
        assert (city[weekday][NOON] or 0) > 0.5
        assert 0.08 < (garage[weekday][NIGHT] or 0) < (garage[weekday][NOON] or 0)
    assert (city[SUNDAY][NOON] or 0) < (city[SUNDAY - 1][NOON] or 0) / 1.5


def test_the_last_day_has_bookings_of_every_status(demo: Services) -> None:
    with demo.desk.look() as store:
        found = Counter(
            store.connection.execute(
                select(bookings.c.status).where(bookings.c.starts_at >= MOMENT - timedelta(days=1))
            ).scalars()
        )
    assert all(found[status.value] for status in Status)


@pytest.mark.parametrize("hour", [0, 7, 14, 18])
@pytest.mark.parametrize("number", [0, 1, 2], ids=["city", "garage", "street"])
def test_no_two_cars_stood_in_one_bay_whenever_the_demo_is_built(number: int, hour: int) -> None:
    moment, rng = MOMENT.replace(hour=hour), Random(hour)
    ids = Ids(rng, moment - timedelta(days=DAYS + 1))
    site, show = sites(ids)[number], (scene.CITY, scene.GARAGE, scene.STREET)[number]
    flow = (traffic.CITY, traffic.GARAGE, traffic.STREET)[number]
    desk = site.lot.id
    history = History(site, flow, ids, rng, moment, desk=desk, exit_desk=desk, spared=show.spared)
    history.drivers.never(show.plates)
    history.tell()
    Stage(history, show, ids).play()
    stood = defaultdict(list)
    for booking in (story.booking for story in history.stories):
        if booking.arrived_at is not None:
            gone = booking.left_at or max(booking.until, moment)
            stood[booking.bay_id].append((max(booking.arrived_at, booking.starts_at), gone))
    for stays in stood.values():
        stays.sort()
        assert all(gone <= arrived for (_, gone), (arrived, _) in pairwise(stays))


def test_every_booking_is_in_the_journal_and_no_sweep_is_told_twice(demo: Services) -> None:
    with demo.desk.look() as store:
        run = store.connection.execute
        told = select(journal_touches.c.subject_id)
        assert run(select(func.count()).where(bookings.c.id.not_in(told))).scalar_one() == 0
        sweeps = run(select(journal.c.at).where(journal.c.deed == "sweep")).scalars().all()
        assert len(sweeps) == len(set(sweeps))
        days = run(select(journal.c.arguments).where(journal.c.deed == "bring_over")).scalars().all()
        assert len(days) == len(set(days))
