"""How each of the demo's lots is used: when cars come, how long they stay, and what goes wrong how often."""

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
class Traffic:
    """`hours` weighs arrivals by local hour, `weekdays` from Monday; `spans` are the lengths booked.
    The rest are shares of one; `full` is how much of the lot is taken while the demo is looked at."""

    a_day: float
    hours: tuple[float, ...]
    weekdays: tuple[float, ...]
    spans: Spans
    small_spans: Spans
    small_share: float
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


CITY = Traffic(
    a_day=185,
    hours=(0, 0, 0, 0, 0, 0.5, 2, 4, 7, 10, 11, 10, 8, 7, 7, 7, 8, 10, 10, 8, 5, 2, 0.6, 0.2),
    weekdays=(0.95, 0.92, 0.95, 1.0, 1.15, 1.2, 0.62),
    spans=Spans((30, 0.05), (60, 0.3), (120, 0.33), (240, 0.22), (480, 0.09), (600, 0.01)),
    small_spans=Spans((30, 0.35), (60, 0.4), (120, 0.2), (240, 0.05)),
    small_share=0.07,
    full=0.5,
    leaves_early=0.42,
    overstays=0.0,
    renews=0.06,
    ahead=0.12,
    known=0.25,
    pays_on_arrival=0.975,
    never_pays=0.013,
    card=0.58,
)
GARAGE = Traffic(
    a_day=205,
    hours=(0.3, 0.2, 0.1, 0.1, 0.2, 0.6, 2, 5, 8, 9, 8, 7, 5, 4, 4, 4, 4, 6, 10, 9, 3, 1.5, 1, 0.5),
    weekdays=(0.9, 0.9, 0.95, 1.0, 1.1, 1.25, 0.8),
    spans=Spans((60, 0.1), (120, 0.24), (240, 0.32), (480, 0.24), (720, 0.1)),
    small_spans=Spans(),
    small_share=0.0,
    full=0.46,
    leaves_early=0.62,
    overstays=0.16,
    renews=0.02,
    ahead=0.18,
    known=0.3,
    pays_on_arrival=0.86,
    never_pays=0.006,
    card=0.74,
)
STREET = Traffic(
    a_day=5,
    hours=(0, 0, 0, 0, 0, 0, 1, 5, 6, 4, 2, 2, 2, 2, 1, 1, 1, 1, 2, 1, 0, 0, 0, 0),
    weekdays=(1.15, 1.2, 1.2, 1.15, 1.1, 0.7, 0.5),
    spans=Spans((120, 0.15), (240, 0.35), (480, 0.35), (600, 0.15)),
    small_spans=Spans(),
    small_share=0.0,
    full=0.2,
    leaves_early=0.5,
    overstays=0.0,
    renews=0.03,
    ahead=0.7,
    known=0.95,
    pays_on_arrival=0.97,
    never_pays=0.0,
    card=1.0,
)
