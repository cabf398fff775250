"""The rows measured on Postgres: deeds beside psycopg alone, and races of many desks for few bays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg

from parkdesk.domain.booking import Booking
from parkdesk.store.migrate import migrate
from tests.benchmarks.history import with_history
from tests.benchmarks.measure import Effort, Row
from tests.benchmarks.race import raced
from tests.benchmarks.twin import twins
from tests.kit import Case
from tests.postgres import Cluster, running_cluster

MOST = 100_000
WARM = 20
"""Both sides prepare what they have sent a few times."""


def rows(_folder: Path, effort: Effort) -> Iterator[Row]:
    # As a server is run: every commit is on the disk before anyone is told of it.
    with running_cluster(("shared_buffers=256MB",)) as cluster:
        migrate(cluster.create("template"))
        yield from _deeds(cluster, effort.turns, min(effort.history, MOST))
        for desks in effort.desks:
            yield from raced(cluster, "template", desks)


def _deeds(cluster: Cluster, times: int, count: int) -> Iterator[Row]:
    case = with_history(cluster.create("ours", "template"), count, bays=times + WARM)
    case.database.close()
    # Both start from the same bytes.
    with psycopg.connect(cluster.create("twin", "ours")) as twin:
        yield from _book_and_renew(case, twin, times)
    case.close()


def _book_and_renew(case: Case, twin: psycopg.Connection, times: int) -> Iterator[Row]:
    codes = [code for code in case.bays if code != "T1"]
    made: list[Booking] = []

    def book(turn: int) -> None:
        made.append(case.book(codes[turn], f"KL {turn}"))

    yield twins("Postgres: book a bay", case.database, twin, book, times=times, warm=WARM, target=4)
    yield twins(
        "Postgres: renew",
        case.database,
        twin,
        lambda turn: case.services.bookings.renew(case.attendant, made[turn].id),
        times=times,
        warm=WARM,
        target=4,
    )
