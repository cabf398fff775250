"""The rows of a whole process: how soon it is there, and what it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from parkdesk.store.migrate import migrate
from tests.benchmarks.big_lot import big_lot
from tests.benchmarks.measure import Effort, Row, timed
from tests.kit import Case

ROOT = Path(__file__).parents[2]
MEGABYTE = 1024
DEMO_SECONDS = 10
GROWTH = 5
"""Megabytes that a large lot may take beyond one of 500 bays."""


def rows(folder: Path, effort: Effort) -> Iterator[Row]:
    desk = _desk(folder / "desk", 500)
    if effort.starts > 1:
        for what in ("imports", "empty", "paint", "board"):
            _run(what, desk)  # whoever comes first compiles and reads from the disk
    yield from _starting(desk, effort.starts)
    yield from _holding(folder, desk, effort)
    yield _demo(folder)


class _Desk:
    def __init__(self, folder: Path, person: str) -> None:
        self.folder = folder
        self.person = person


def _desk(folder: Path, bays: int) -> _Desk:
    """A data folder as a desk leaves it: a database with a lot, somebody who can sign in, default looks."""
    from datetime import UTC, datetime

    from tests.kit import Clock

    folder.mkdir()
    url = f"sqlite:///{folder / 'parkdesk.db'}"
    migrate(url)
    case = Case(url, Clock(datetime.now(UTC)), bays=1)
    case.services.people.set_password(case.owner, case.owner.id, "correct horse battery staple")
    big_lot(case, bays)
    case.close()
    return _Desk(folder, case.owner.id.hex)


def _run(what: str, desk: _Desk, *more: str) -> tuple[float, float]:
    """Milliseconds from starting the process until it was there, and megabytes it held then."""
    given = {"paint": [str(desk.folder)], "board": [str(desk.folder), desk.person]}
    given["ticks"] = [*given["board"], *more]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    begin = time.time_ns()
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.probe", what, *given.get(what, [])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if told.returncode or not told.stdout:
        raise RuntimeError(f"{what} did not come up: {told.stderr}")
    there, resident = map(int, told.stdout.split())
    return (there - begin) / 1e6, resident / MEGABYTE


def _starting(desk: _Desk, times: int) -> Iterator[Row]:
    taken: dict[str, list[float]] = {what: [] for what in ("paint", "empty", "board", "imports")}
    for _ in range(times):
        for what, found in taken.items():
            found.append(_run(what, desk)[0])
    middle = {what: median(found) for what, found in taken.items()}
    yield Row("process start to first paint", middle["paint"], middle["empty"], 1.5, "an empty window")
    yield Row(
        "process start to live board",
        middle["board"],
        middle["imports"],
        1.25,
        "importing QtWidgets and sqlalchemy",
        note="somebody signs in at once",
    )


def _holding(folder: Path, desk: _Desk, effort: Effort) -> Iterator[Row]:
    large = _desk(folder / "large", effort.large)

    def held(what: str, where: _Desk, *more: str) -> float:
        return median(_run(what, where, *more)[1] for _ in range(max(1, effort.starts // 5)))

    empty, open_lot = held("empty", desk), held("board", desk)
    yield Row("memory, 500 bays open", open_lot, empty, 2, "an empty window", unit="MB")
    grown = held("board", large) - open_lot
    yield Row(f"memory from 500 to {effort.large:,} bays", grown, GROWTH, 1, "allowed", unit="MB more")
    few, many = held("ticks", desk, "100"), held("ticks", desk, str(effort.ticks))
    yield Row(f"memory after {effort.ticks:,} ticks", many, few, 1.02, "after 100 ticks", unit="MB")


def _demo(folder: Path) -> Row:
    from datetime import UTC, datetime

    from parkdesk.services.demo.ready import make_ready
    from parkdesk.services.desk import new_id

    url = f"sqlite:///{folder / 'demo.db'}"
    taken = timed(lambda: make_ready(url, datetime.now(UTC), new_id(), "Desk 1"))
    return Row(
        "three lots and ninety days of the demo, built", taken / 1000, DEMO_SECONDS, 1, "allowed", unit="s"
    )
