"""Sixteen desks, a hundred bays, all at once: a hundred bookings, no double, every loser told."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from uuid import UUID

from sqlalchemy import func, select

from parkdesk.domain.booking import BookingRequest
from parkdesk.domain.errors import BayTaken
from parkdesk.domain.people import Person
from parkdesk.domain.system_errors import DatabaseBusy
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.store.tables import bookings
from tests.kit import Case, Clock, desk_case

DESKS = 16
BAYS = 100


def _attempt(
    url: str,
    number: int,
    bays: list[UUID],
    who: Person,
    ready: object,
    told: multiprocessing.Queue[Counter[str]],
) -> None:
    """One desk process: tries to book every bay, in its own order."""
    clock = Clock()
    database = Database(url)
    desk = Desk(database, clock, new_id(), f"Desk {number}")
    with database.transaction() as store:
        store.desks.ensure(desk.id, desk.name, clock())
    services = Services.of(desk)
    order = list(bays)
    random.Random(number).shuffle(order)
    results: Counter[str] = Counter()
    ready.wait()
    for index, bay_id in enumerate(order):
        try:
            services.bookings.book(who, BookingRequest(bay_id, f"D{number:02d} {index:03d}", "sedan"))
            results["won"] += 1
        except (BayTaken, DatabaseBusy):
            # Sixteen writers on one SQLite file may starve one of them: it is told so, and has changed nothing.
            results["told"] += 1
    services.close()
    told.put(results)


def test_every_bay_is_won_once_and_every_loser_is_told(database_url: str) -> None:
    with desk_case(database_url, bays=BAYS) as case:
        results = race(case, database_url)
        assert results == Counter(won=BAYS, told=DESKS * BAYS - BAYS)
        with case.database.reading() as store:
            per_bay = store.connection.execute(
                select(func.count(bookings.c.id)).group_by(bookings.c.bay_id)
            ).scalars()
            assert list(per_bay) == [1] * BAYS
        verified = case.services.journal.verify()
        assert verified.faults == ()


def race(case: Case, url: str) -> Counter[str]:
    bays = [bay.id for code, bay in case.bays.items() if code != "T1"]
    # A forked child must not inherit the parent's open connections.
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(DESKS)
    told: multiprocessing.Queue[Counter[str]] = context.Queue()
    desks = [
        context.Process(target=_attempt, args=(url, number, bays, case.attendant, ready, told))
        for number in range(DESKS)
    ]
    for desk in desks:
        desk.start()
    results: Counter[str] = Counter()
    for _ in desks:
        results += told.get(timeout=90)
    for desk in desks:
        desk.join()
        assert desk.exitcode == 0
    return results
