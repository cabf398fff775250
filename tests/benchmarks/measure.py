"""Measuring: the same work ours and bare, in turn, and the medians' ratio beside its target."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: `turns` of a deed, `history` behind a lot, stays `due` at once, `desks` in each race,
    `starts` of a process, `ticks` of a clock, bays of a `large` lot."""

    turns: int
    history: int
    due: int
    desks: tuple[int, ...]
    starts: int
    ticks: int
    large: int = 50_000


FULL = Effort(300, 1_000_000, 10_000, (50, 200), 15, 10_000)
QUICK = Effort(60, 100_000, 2_000, (50,), 5, 1_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `ours` and `bare` are in `unit`; `target` bounds the ratio, from above unless
    `at_least`: of a time then bare over ours, of a rate (`more_is_better`) ours over bare."""

    name: str
    ours: float
    bare: float
    target: float
    bare_name: str
    unit: str = "ms"
    at_least: bool = False
    more_is_better: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        if self.at_least and not self.more_is_better:
            return self.bare / self.ours
        return self.ours / self.bare

    @property
    def met(self) -> bool:
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target

    def as_record(self) -> dict[str, Any]:
        return asdict(self) | {"ratio": self.ratio, "met": self.met}


def timed(work: Callable[[], object]) -> float:
    """Milliseconds one call takes."""
    begin = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begin) / 1e6


@contextmanager
def without_collections() -> Iterator[None]:
    """What the collector does now and then would be counted for whoever comes then."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def in_turn(ours: Callable[[], object], bare: Callable[[], object], times: int) -> tuple[float, float]:
    """The medians of two works done A B A B …, so that a slow spell of the machine hits both."""
    mine, theirs = [], []
    ours()
    bare()
    with without_collections():
        for _ in range(times):
            mine.append(timed(ours))
            theirs.append(timed(bare))
    return median(mine), median(theirs)


def compared(
    name: str,
    ours: Callable[[], object],
    bare: Callable[[], object],
    *,
    times: int,
    target: float,
    bare_name: str,
    **more: Any,
) -> Row:
    mine, theirs = in_turn(ours, bare, times)
    return Row(name, mine, theirs, target, bare_name, **more)
