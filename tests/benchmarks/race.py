"""Many desks on a hundred bays, all at once: who wins, who is told, and how many attempts a second."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
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
PATIENCE = 120
_GUARDED = """
INSERT INTO bookings (id, lot_id, bay_id, ticket, plate, plate_key, plate_search, vehicle_type, status, starts_at,
                      until, day, booked_at, tariff_id, currency, total_minor, lines, driver_name, phone, email,
                      requests, arrived_at, cancel_reason, auto_ended, override_reason)
SELECT %(id)s, lot_id, %(bay)s, %(ticket)s, %(plate)s, %(plate)s, %(plate)s, vehicle_type, 'active', starts_at,
       until, day, booked_at, tariff_id, currency, total_minor, lines, '', '', '', '', starts_at, '', false, ''
FROM bookings WHERE id = %(template)s
ON CONFLICT DO NOTHING RETURNING id
"""
_PERSON = "SELECT * FROM people WHERE id = %s"
_GROUND = """
SELECT bookings.*, bays.*, lots.* FROM bays JOIN lots ON lots.id = bays.lot_id
LEFT JOIN bookings ON bookings.status IN ('pending', 'confirmed', 'active')
                  AND (bookings.bay_id = %(bay)s OR bookings.plate_key = %(plate)s)
WHERE bays.id = %(bay)s ORDER BY bookings.starts_at
"""
_COUNT = (
    "SELECT count(*), count(DISTINCT bay_id) FROM bookings WHERE status = 'active' AND bay_id = ANY(:bays)"
)
_DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
Attempt = Callable[[UUID, int], str]
"""Tries a bay; returns `won`, `told`, or what else became of it."""


def raced(cluster: Cluster, template: str, desks: int) -> Iterator[Row]:
    """Ours and bare in the same number of threads, each on a database of its own; all desks have been at work."""
    rates = {}
    for name, opened in (("ours", _our_desk), ("insert", _inserting_desk), ("asked", _asking_desk)):
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
    for name, beside in (
        ("insert", "the guarded INSERT, psycopg alone"),
        ("asked", "the same questions and the INSERT, psycopg alone"),
    ):
        yield Row(
            f"Postgres: {desks} desks, {BAYS} bays, all at once",
            rates["ours"],
            rates[name],
            0.5,
            beside,
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
    ready = context.Barrier(len(own) + 1, timeout=PATIENCE)
    told: Any = context.Queue()
    desks = list(enumerate(own))
    processes = min(os.cpu_count() or 1, len(desks))
    racers = [
        context.Process(target=_race, args=(opened, around, desks[first::processes], bays, ready, told))
        for first in range(processes)
    ]
    for racer in racers:
        racer.start()
    ready.wait()
    begin = time.perf_counter()
    results: Counter[str] = Counter()
    for _ in desks:
        results += told.get(timeout=PATIENCE)
    seconds = time.perf_counter() - begin
    for racer in racers:
        racer.join()
    return results, seconds


def _race(
    opened: Callable[..., Attempt],
    around: tuple[str, Person, Booking],
    desks: list[tuple[int, UUID]],
    bays: list[UUID],
    ready: Any,
    told: Any,
) -> None:
    """A process for each processor, with a thread for each desk; every desk has a connection of its own."""

    def run(desk: tuple[int, UUID]) -> None:
        number, own = desk
        attempt = opened(*around, number)
        for turn in range(WARM):
            assert attempt(own, BAYS + turn) == ("told" if turn else "won")
        order = list(bays)
        random.Random(number).shuffle(order)
        ready.wait()
        told.put(Counter(attempt(bay, index) for index, bay in enumerate(order)))

    with ThreadPoolExecutor(len(desks)) as pool:
        list(pool.map(run, desks))


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


def _inserting_desk(url: str, _who: Person, pattern: Booking, number: int) -> Attempt:
    connection = psycopg.connect(url)

    def attempt(bay: UUID, index: int) -> str:
        return _told(connection, lambda: _insert(connection, pattern, bay, number, index))

    return attempt


def _asking_desk(url: str, who: Person, pattern: Booking, number: int) -> Attempt:
    """Asks what our desk asks before it inserts."""
    connection = psycopg.connect(url)

    def look_and_insert(bay: UUID, index: int) -> bool:
        connection.execute(_PERSON, (who.id,)).fetchall()
        asked = {"bay": bay, "plate": f"D{number:03d}{index:03d}"}
        in_the_way = connection.execute(_GROUND, asked).fetchall()[0][0] is not None
        return not in_the_way and _insert(connection, pattern, bay, number, index)

    def attempt(bay: UUID, index: int) -> str:
        return _told(connection, lambda: look_and_insert(bay, index))

    return attempt


def _insert(connection: psycopg.Connection, pattern: Booking, bay: UUID, number: int, index: int) -> bool:
    id = uuid4()
    given = {"id": id, "bay": bay, "template": pattern.id, "plate": f"D{number:03d}{index:03d}"}
    return connection.execute(_GUARDED, given | {"ticket": id.hex[:8]}).fetchone() is not None


def _told(connection: psycopg.Connection, work: Callable[[], bool]) -> str:
    try:
        won = work()
        connection.commit()
    except psycopg.Error as error:
        connection.rollback()
        return type(error).__name__
    return "won" if won else "told"
