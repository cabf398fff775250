"""How each of the demo's lots is used: who comes when, how long they stay, and what goes wrong how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from random import Random


class Spans:
    """Booked lengths in minutes, each with how often it is booked."""

    def __init__(self, *weighted: tuple[int, float]) -> None:
        self._lengths = [timedelta(minutes=minutes) for minutes, _ in weighted]
        self._weights = list(accumulate(weight for _, weight in weighted))

    def one(self, rng: Random) -> timedelta:
        return rng.choices(self._lengths, cum_weights=self._weights)[0]


@dataclass(frozen=True, slots=True)
class Crowd:
    """People who come for the same reason: `a_day` of them, times a factor by weekday from Monday on.

    `hours` weighs their arrivals from the local hour `first` on.
    """

    a_day: float
    weekdays: tuple[float, ...]
    first: int
    hours: tuple[float, ...]
    spans: Spans
    two_wheelers: bool = False


@dataclass(frozen=True, slots=True)
class Traffic:
    """The first crowd is the one that may come at any hour of the day, the two-wheelers the last.

    Below the crowds are shares of one; `full` is how much of the lot is taken at least while the demo is looked at.
    """

    crowds: tuple[Crowd, ...]
    full: float
    leaves_early: float
    overstays: float
    renews: float
    ahead: float
    known: float
    pays_on_arrival: float
    never_pays: float
    card: float
    cancelled: float = 0.038
    never_confirmed: float = 0.018
    no_show: float = 0.017

    @property
    def a_day(self) -> float:
        return sum(crowd.a_day for crowd in self.crowds)


_SHOPPERS = Crowd(
    134,
    (0.86, 0.83, 0.88, 0.92, 1.05, 1.6, 0.86),
    7,
    (2, 5, 10, 12, 12, 11, 10, 9, 9, 9, 9, 7, 4, 1),
    Spans((60, 0.12), (120, 0.34), (180, 0.28), (240, 0.2), (300, 0.06)),
)
_OFFICES = Crowd(
    46,
    (1.02, 1.04, 1.05, 1.02, 0.98, 0.6, 0.08),
    7,
    (2, 8, 9, 3, 1),
    Spans((480, 0.55), (540, 0.3), (600, 0.15)),
)
_STROLLERS = Crowd(
    46,
    (0.75, 0.75, 0.8, 0.85, 1.05, 1.35, 1.6),
    16,
    (6, 10, 9, 6, 2),
    Spans((60, 0.3), (120, 0.5), (180, 0.2)),
)
_ERRANDS = Crowd(
    38,
    (1, 1, 1, 1, 1.05, 1.15, 0.6),
    7,
    (2, 6, 9, 9, 8, 7, 6, 6, 7, 8, 8, 5, 3),
    Spans((30, 0.25), (60, 0.4), (120, 0.25), (240, 0.1)),
    two_wheelers=True,
)
CITY = Traffic(
    crowds=(_SHOPPERS, _OFFICES, _STROLLERS, _ERRANDS),
    full=0.5,
    leaves_early=0.4,
    overstays=0.0,
    renews=0.06,
    ahead=0.12,
    known=0.25,
    pays_on_arrival=0.975,
    never_pays=0.013,
    card=0.58,
)

_VISITORS = Crowd(
    118,
    (0.72, 0.72, 0.78, 0.85, 1.0, 1.7, 1.28),
    8,
    (6, 11, 11, 10, 9, 8, 7, 6, 5, 3),
    Spans((120, 0.14), (240, 0.46), (360, 0.28), (480, 0.12)),
)
_COMMUTERS = Crowd(
    82,
    (1.05, 1.08, 1.06, 1.04, 0.92, 0.22, 0.1),
    6,
    (5, 10, 7, 2),
    Spans((480, 0.3), (600, 0.55), (720, 0.15)),
)
_OPERA = Crowd(72, (0.45, 0.8, 0.9, 1.0, 1.3, 1.45, 1.1), 17, (4, 10, 4), Spans((240, 0.75), (300, 0.25)))
_GUESTS = Crowd(
    66,
    (0.85, 0.9, 0.95, 1.0, 1.25, 1.2, 0.85),
    13,
    (3, 6, 8, 9, 9, 7, 6, 5, 3),
    Spans((720, 0.12), (960, 0.4), (1200, 0.22), (1440, 0.12), (2880, 0.09), (4320, 0.05)),
)
GARAGE = Traffic(
    crowds=(_VISITORS, _COMMUTERS, _OPERA, _GUESTS),
    full=0.3,
    leaves_early=0.58,
    overstays=0.14,
    renews=0.02,
    ahead=0.18,
    known=0.3,
    pays_on_arrival=0.86,
    never_pays=0.006,
    card=0.74,
)

_CALLERS = Crowd(
    3.6,
    (0.8, 0.8, 0.9, 0.9, 1.0, 1.9, 1.5),
    7,
    (4, 7, 6, 4, 3, 3, 2, 2, 1),
    Spans((240, 0.5), (360, 0.35), (480, 0.15)),
)
_WORKERS = Crowd(3.2, (1.1, 1.15, 1.15, 1.1, 1.0, 0.1, 0.05), 7, (5, 8, 3), Spans((480, 0.5), (600, 0.5)))
_OVERNIGHT = Crowd(
    1.3, (0.8, 0.8, 0.9, 0.9, 1.3, 1.4, 0.9), 17, (4, 5, 4, 2), Spans((720, 0.5), (840, 0.3), (2160, 0.2))
)
STREET = Traffic(
    crowds=(_CALLERS, _WORKERS, _OVERNIGHT),
    full=0.1,
    leaves_early=0.5,
    overstays=0.08,
    renews=0.03,
    ahead=0.7,
    known=0.95,
    pays_on_arrival=0.97,
    never_pays=0.0,
    card=1.0,
)
