"""Many desks on a hundred bays, all at once: who wins, who is told, and how many attempts a second."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import text

from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.errors import BayTaken, ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from tests.benchmarks.measure import Row
from tests.kit import Case, Clock
from tests.postgres import Cluster

BAYS = 100
WARM = 8
"""Attempts of each desk before the race: a won bay of its own, then lost ones."""
_GUARDED = """
INSERT INTO bookings (id, lot_id, bay_id, ticket, plate, plate_key, plate_search, vehicle_type, status, starts_at,
                      until, day, booked_at, tariff_id, currency, total_minor, lines, driver_name, phone, email,
                      requests, arrived_at, cancel_reason, auto_ended, override_reason)
SELECT %(id)s, lot_id, %(bay)s, %(ticket)s, %(plate)s, %(plate)s, %(plate)s, vehicle_type, 'active', starts_at,
       until, day, booked_at, tariff_id, currency, total_minor, lines, '', '', '', '', starts_at, '', false, ''
FROM bookings WHERE id = %(template)s
ON CONFLICT DO NOTHING RETURNING id
"""
_COUNT = (
    "SELECT count(*), count(DISTINCT bay_id) FROM bookings WHERE status = 'active' AND bay_id = ANY(:bays)"
)
_DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
Attempt = Callable[[UUID, int], str]
"""Tries a bay; returns `won`, `told`, or what else became of it."""


def raced(cluster: Cluster, template: str, desks: int) -> Iterator[Row]:
    """Ours and bare in the same number of processes, each on a database of its own; every desk has been at work."""
    rates = {}
    for name, opened in (("ours", _our_desk), ("bare", _bare_desk)):
        url = cluster.create(f"race_{name}_{desks}", template)
        case = Case(url, bays=BAYS + desks + 1)
        pattern = case.book(f"A{BAYS + desks + 1}", "PATTERN")
        own = [case.bay(f"A{BAYS + number}") for number in range(1, desks + 1)]
        bays = [case.bay(f"A{number}") for number in range(1, BAYS + 1)]
        results, seconds = _run(own, opened, (url, case.attendant, pattern), bays)
        rates[name] = desks * BAYS / seconds
        with case.database.reading() as store:
            stays, taken = store.connection.execute(text(_COUNT), {"bays": bays}).one()
            deadlocks = store.connection.execute(text(_DEADLOCKS)).scalar_one()
        case.close()
        assert (stays, taken, deadlocks) == (BAYS, BAYS, 0), f"{stays - taken} doubles, {deadlocks} deadlocks"
        assert results == Counter(won=BAYS, told=desks * BAYS - BAYS), f"{name}: {results}"
    yield Row(
        f"Postgres: {desks} desks, {BAYS} bays, all at once",
        rates["ours"],
        rates["bare"],
        0.5,
        "the guarded INSERT, psycopg alone",
        unit="attempts/s",
        at_least=True,
        more_is_better=True,
        note=f"0 double, 0 deadlocks, {BAYS} won",
    )


def _run(
    own: list[UUID], opened: Callable[..., Attempt], around: tuple[str, Person, Booking], bays: list[UUID]
) -> tuple[Counter[str], float]:
    # Forked from a server that has imported everything and opened nothing.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ready = context.Barrier(len(own) + 1)
    told: Any = context.Queue()
    racers = [
        context.Process(target=_race, args=(opened, around, number, warm, bays, ready, told))
        for number, warm in enumerate(own)
    ]
    for racer in racers:
        racer.start()
    ready.wait()
    begin = time.perf_counter()
    results: Counter[str] = Counter()
    for _ in racers:
        results += told.get(timeout=300)
    seconds = time.perf_counter() - begin
    for racer in racers:
        racer.join()
    return results, seconds


def _race(
    opened: Callable[..., Attempt],
    around: tuple[str, Person, Booking],
    number: int,
    own: UUID,
    bays: list[UUID],
    ready: Any,
    told: Any,
) -> None:
    attempt = opened(*around, number)
    for turn in range(WARM):
        assert attempt(own, BAYS + turn) == ("told" if turn else "won")
    order = list(bays)
    random.Random(number).shuffle(order)
    ready.wait()
    told.put(Counter(attempt(bay, index) for index, bay in enumerate(order)))


def _our_desk(url: str, who: Person, _pattern: Booking, number: int) -> Attempt:
    clock = Clock()
    database = Database(url)
    desk = Desk(database, clock, new_id(), f"Desk {number}")
    with database.transaction() as store:
        store.desks.ensure(desk.id, desk.name, clock())
    services = Services.of(desk)

    def attempt(bay: UUID, index: int) -> str:
        try:
            services.bookings.book(who, BookingRequest(bay, f"D{number:03d} {index:03d}", "sedan"))
        except BayTaken:
            return "told"
        except ParkDeskError as error:
            return type(error).__name__
        return "won"

    return attempt


def _bare_desk(url: str, _who: Person, pattern: Booking, number: int) -> Attempt:
    connection = psycopg.connect(url)

    def attempt(bay: UUID, index: int) -> str:
        given = {"id": uuid4(), "bay": bay, "template": pattern.id, "plate": f"D{number:03d}{index:03d}"}
        try:
            won = connection.execute(_GUARDED, given | {"ticket": given["id"].hex[:8]}).fetchone()
            connection.commit()
        except psycopg.Error as error:
            connection.rollback()
            return type(error).__name__
        return "told" if won is None else "won"

    return attempt
