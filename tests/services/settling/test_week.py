"""A short week at a real lot under random faults: Stripe's books and ours agree to the unit."""

from __future__ import annotations

from tests.till import Till
from tests.week import Week


def test_both_sides_agree_after_a_week(till: Till) -> None:
    week = Week(till, payments=64)
    week.play()
    week.check()
    assert week.told["qr"] > 20
