"""Killed at any step, under any fault, a desk that starts again takes every payment once."""

from __future__ import annotations

from itertools import cycle

import pytest

from tests.crash import FAULTS, FLOWS, lived
from tests.till import Till


@pytest.mark.parametrize(
    ("flow", "every", "kills"), [("qr", 4, 15), ("reader", 9, 5), ("cancel", 8, 5), ("dispute", 6, 4)]
)
def test_a_killed_desk_converges(till: Till, flow: str, every: int, kills: int) -> None:
    """All in all more than 25 kills on each database; `python -m tests.crash` kills at each step."""
    faults = cycle(FAULTS.values())
    killed = sum(
        lived(till, number, next(faults), 1 + every * number, FLOWS[flow]) for number in range(kills)
    )
    assert killed == kills
    till.check_books()
