"""The rows measured on SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from parkdesk.domain.booking import Booking
from tests.benchmarks.history import copied, due_at_once, with_history
from tests.benchmarks.measure import Effort, Row, compared, timed
from tests.benchmarks.twin import Recorder, bare_sqlite, replay, twins
from tests.kit import Case

FEW, MANY = 1_000, 1_000_000


def rows(folder: Path, effort: Effort) -> Iterator[Row]:
    yield from _deeds(folder, effort.turns, min(effort.history, 100_000))
    yield from _reading(folder, effort.turns, effort.history)
    yield from _sweeps(folder, effort)


def _twin(case: Case, path: Path) -> sqlite3.Connection:
    """Fold the log into the file, then copy it: both start from the same bytes."""
    case.database.close()
    with sqlite3.connect(path) as folding:
        folding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folding.close()
    return bare_sqlite(copied(path, f"twin-{path.name}"))


def _deeds(folder: Path, times: int, count: int) -> Iterator[Row]:
    path = folder / "deeds.db"
    case = with_history(path, count, bays=1000)
    twin = _twin(case, path)
    made: list[Booking] = []
    codes = [code for code in case.bays if code != "T1"]

    def book(turn: int) -> None:
        made.append(case.book(codes[turn], f"KL {turn}"))

    yield twins("book a bay, durable", case.database, twin, book, times=times, target=3)
    stays = made[-times - 2 :]
    yield twins(
        "renew",
        case.database,
        twin,
        lambda turn: case.services.bookings.renew(case.attendant, stays[turn].id),
        times=times,
        target=3,
    )
    yield twins(
        "extend",
        case.database,
        twin,
        lambda turn: case.services.stays.extend(case.attendant, stays[turn].id, timedelta(minutes=30)),
        times=times,
        target=3,
    )
    twin.close()
    case.close()


def _reading(folder: Path, times: int, count: int) -> Iterator[Row]:
    cases = {size: with_history(folder / f"reading-{size}.db", size) for size in (FEW, count)}
    case = cases[count]
    bays = [code for code in case.bays if code != "T1"]
    stays = [case.book(code, f"KL {number}") for number, code in enumerate(bays)]
    bare = bare_sqlite(Path(str(case.database.url.database)))
    recorder = Recorder(case.database)

    case.services.bookings.get(stays[0].id)
    got = recorder.taken()
    yield compared(
        "get one booking",
        lambda: case.services.bookings.get(stays[0].id),
        lambda: replay(bare, got),
        times=times,
        target=6,
        bare_name="the same SELECT, driver alone",
    )
    recorder.taken()
    case.services.bookings.page(case.lot.id, most=20)
    listed = recorder.taken()
    selects = sum(statement.lstrip().upper().startswith("SELECT") for statement, *_ in listed)
    yield compared(
        "list the 20 newest",
        lambda: case.services.bookings.page(case.lot.id, most=20),
        lambda: replay(bare, listed),
        times=times,
        target=4,
        bare_name="the same SELECT, driver alone",
        note=f"{selects} SELECT",
    )
    few = cases[FEW]
    yield compared(
        f"list the 20 newest of {count:,}",
        lambda: case.services.bookings.page(case.lot.id, most=20),
        lambda: few.services.bookings.page(few.lot.id, most=20),
        times=times,
        target=1.5,
        bare_name=f"of {FEW:,}",
    )
    recorder.taken()
    with case.database.reading() as store:
        store.boards.cells(case.lot.id, case.clock())
    board = recorder.taken()
    selects = sum(statement.lstrip().upper().startswith("SELECT") for statement, *_ in board)

    def cells() -> None:
        with case.database.reading() as store:
            store.boards.cells(case.lot.id, case.clock())

    yield compared(
        "board of 250 bays, all booked",
        cells,
        lambda: replay(bare, board),
        times=times,
        target=5,
        bare_name="the same SELECT, driver alone",
        note=f"{selects} SELECT",
    )
    yield _report(case, bare, count)
    yield from _finding(case, bare, recorder, times, count)
    bare.close()
    for one in cases.values():
        one.close()


def _finding(
    case: Case, bare: sqlite3.Connection, recorder: Recorder, times: int, count: int
) -> Iterator[Row]:
    """What an attendant asks for by a part of a plate, or by a time."""
    beside = "the same SELECTs, driver alone"
    for name, part in (("a plate now parked", "KL 1"), (f"a part of a plate in {count:,}", "Z 4711")):
        recorder.taken()
        hits = len(case.services.search.find(part))
        asked = recorder.taken()
        yield compared(
            f"search {name}",
            partial(case.services.search.find, part),
            partial(replay, bare, asked),
            times=max(3, times // 10),
            target=4,
            bare_name=beside,
            note=f"{hits} found",
        )
    window = (case.clock() + timedelta(hours=1), case.clock() + timedelta(hours=3))
    available = partial(case.services.lots.availability, case.lot.id, *window)
    recorder.taken()
    available()
    asked = recorder.taken()
    yield compared(
        "free bays of 250 for a window",
        available,
        lambda: replay(bare, asked),
        times=times,
        target=5,
        bare_name=beside,
    )


def _report(case: Case, bare: sqlite3.Connection, count: int) -> Row:
    first, last = bare.execute("SELECT min(day), max(day) FROM daily").fetchone()
    scan = (
        "SELECT lot_id, day, sum(total_minor) FROM bookings NOT INDEXED WHERE status = 'completed' "
        "AND day BETWEEN ? AND ? GROUP BY lot_id, day"
    )
    rolled = "SELECT lot_id, day, sum(due_minor) FROM daily WHERE day BETWEEN ? AND ? GROUP BY lot_id, day"
    month = bare.execute("SELECT date(max(day), '-30 days'), max(day) FROM daily").fetchone()
    exact = bare.execute(scan, (first, last)).fetchall()
    assert sum(amount for *_, amount in exact) == sum(
        amount for *_, amount in bare.execute(rolled, (first, last))
    ) - sum(amount for (amount,) in bare.execute("SELECT total_minor FROM bookings WHERE status = 'active'"))
    scanned = timed(lambda: bare.execute(scan, (first, last)).fetchall())
    ours = min(timed(lambda: bare.execute(rolled, month).fetchall()) for _ in range(20))
    return Row(
        f"revenue by day, {count:,} bookings", ours, scanned, 1000 * count / 10_000_000, "scan", at_least=True
    )


def _sweeps(folder: Path, effort: Effort) -> Iterator[Row]:
    count, due = effort.history, effort.due
    cases = {size: with_history(folder / f"sweep-{size}.db", size) for size in (FEW, count)}
    case, few = cases[count], cases[FEW]
    for one in cases.values():
        one.book("A2", minutes=600)
    yield compared(
        f"idle sweep, {count:,} bookings",
        case.services.sweep.run,
        few.services.sweep.run,
        times=effort.turns,
        target=2,
        bare_name=f"{FEW:,} bookings",
    )
    codes = [code for code in case.bays if code not in ("T1", "A2")]
    for number, target, times in ((10, 3, effort.turns // 3), (100, 2, effort.turns // 10)):
        path = Path(str(case.database.url.database))
        twin = _twin(case, path)

        def fill(turn: int, number: int = number) -> None:
            for place in range(number):
                case.book(codes[place], f"KL {turn} {place} {number}", 10)
            case.clock.move(minutes=10)

        yield twins(
            f"sweep, {number} due",
            case.database,
            twin,
            lambda _: case.services.sweep.run(),
            times=max(1, times),
            target=target,
            between=fill,
        )
        twin.close()
        twin_path = path.with_name(f"twin-{path.name}")
        twin_path.unlink()
    due_at_once(case, due)
    case.clock.move(minutes=2)
    path = Path(str(case.database.url.database))
    twin = _twin(case, path)
    yield twins(
        f"sweep, {due:,} due of {count:,}",
        case.database,
        twin,
        lambda _: case.services.sweep.run(),
        times=1,
        target=3,
        warm=0,
    )
    twin.close()
    for one in cases.values():
        one.close()
