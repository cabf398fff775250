"""Killed at any step, under any fault, a desk that starts again takes every payment once."""

from __future__ import annotations

from itertools import cycle

from tests.crash import FAULTS, lived
from tests.till import Till

EVERY = 3
KILLS = 28


def test_a_killed_desk_converges(till: Till) -> None:
    faults = cycle(FAULTS.values())
    killed = 0
    for number in range(KILLS):
        at = 1 + EVERY * (number % 20)
        killed += lived(till, number, next(faults), at)
    assert killed >= 25
    till.check_books()
