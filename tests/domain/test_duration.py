"""Durations as people type them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain import duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        ("30m", 30),
        ("90min", 90),
        ("2h", 120),
        ("2H", 120),
        ("2Std", 120),
        ("1h30", 90),
        ("1h30m", 90),
        ("1:30", 90),
        ("0:05", 5),
        ("2d", 2880),
        ("1tag", 1440),
        ("366d", 366 * 1440),
    ],
)
def test_a_word_is_a_duration(text: str, minutes: int) -> None:
    assert duration.read(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0h",
        "1:60",
        "1:5",
        "-30",
        "1.5h",
        "h",
        "1234",
        "367d",
        "9999h",
        "999999min",
        "٣٠",
        "2x",
        "²h",
    ],
)
def test_a_word_is_none(text: str) -> None:
    assert duration.read(text) is None


@given(st.integers(1, 366 * 1440))
def test_what_is_written_is_read(minutes: int) -> None:
    length = timedelta(minutes=minutes)
    assert duration.read(duration.written(length)) == length


@given(st.text())
def test_any_text_is_read_or_none(text: str) -> None:
    length = duration.read(text)
    assert length is None or timedelta(0) < length <= duration.MOST
