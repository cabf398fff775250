"""A shift and a till by mouse, keys, command bar and scanner on the real program: every deed and every cent kept."""

from __future__ import annotations

from pathlib import Path

from tests.journey.story import work_a_shift
from tests.journey.till_story import work_the_till


def test_a_shift_with_a_power_cut(tmp_path: Path) -> None:
    said: list[str] = []
    work_a_shift(said.append, tmp_path)
    assert "kill -9" in said
    assert said.count("closed with exit code 0") == 2
    assert said[-2] == "12 bookings of 11 cars as the screen said"
    assert said[-1].endswith("journal entries verify")


def test_a_till_with_a_power_cut_and_no_network(tmp_path: Path) -> None:
    said: list[str] = []
    work_the_till(said.append, tmp_path)
    assert "kill -9" in said
    assert said.count("closed with exit code 0") == 2
    assert said[-3:-1] == ["4 card payments as Stripe has them", "6 receipts without a gap"]
    assert said[-1].endswith("journal entries verify")
