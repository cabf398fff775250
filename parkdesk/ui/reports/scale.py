"""A chart's upright scale: few round steps, written short."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from parkdesk import wording

_ROUND = (1, 2, 2.5, 5, 10)
_SHORT = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


@dataclass(frozen=True, slots=True)
class Scale:
    """From nothing to `top` in steps of `step`."""

    top: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        return tuple(number * self.step for number in range(round(self.top / self.step) + 1))

    def words(self, tick: float, locale: str) -> str:
        """`40 k`: all ticks in the unit that the top needs."""
        unit, sign = next(((unit, sign) for unit, sign in _SHORT if self.top >= unit), (1, ""))
        whole = all((each / unit).is_integer() for each in self.ticks)
        text = wording.number(tick / unit, locale, places=0 if whole else 1)
        return f"{text}{wording.NBSP}{sign}" if sign else text


def scale(most: float) -> Scale:
    """The lowest round scale of seven steps at most, best of four, that holds `most`."""
    if most <= 0:
        return Scale(4.0, 1.0)
    found = (_stepped(most, steps) for steps in range(3, 8))
    return min(found, key=lambda one: (one.top, abs(one.top / one.step - 4)))


def _stepped(most: float, steps: int) -> Scale:
    raw = most / steps
    power = 10.0 ** floor(log10(raw))
    step = next(power * nice for nice in _ROUND if power * nice >= raw * (1 - 1e-9))
    return Scale(step * ceil(most / step - 1e-9), step)
