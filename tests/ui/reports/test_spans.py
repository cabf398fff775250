"""Which days a choice means, and how they are grouped into bars and drawn on a scale."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from parkdesk.ui.reports.scale import scale
from parkdesk.ui.reports.spans import Choice, Span, Step, span_of, step_of, steps

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("choice", "first", "last"),
    [
        (Choice.YESTERDAY, date(2026, 11, 20), date(2026, 11, 20)),
        (Choice.WEEK, date(2026, 11, 14), date(2026, 11, 20)),
        (Choice.MONTH_LONG, date(2026, 10, 22), date(2026, 11, 20)),
        (Choice.MONTH, date(2026, 11, 1), TODAY),
        (Choice.YEAR, date(2026, 1, 1), TODAY),
    ],
)
def test_a_choice_counts_whole_days_and_month_and_year_run_up_to_today(choice, first, last):
    assert span_of(choice, TODAY) == Span(first, last)


def test_the_rolling_choices_have_as_many_days_as_they_say():
    assert [span_of(choice, TODAY).days for choice in (Choice.YESTERDAY, Choice.WEEK, Choice.MONTH_LONG)] == [
        1,
        7,
        30,
    ]


@pytest.mark.parametrize(
    ("days", "step"), [(1, Step.DAY), (62, Step.DAY), (63, Step.WEEK), (190, Step.WEEK), (365, Step.MONTH)]
)
def test_a_longer_span_has_wider_bars(days: int, step: Step):
    assert step_of(Span(TODAY - timedelta(days=days - 1), TODAY)) is step


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("days", [1, 6, 31, 100, 400])
def test_the_parts_of_a_span_are_the_span(step: Step, days: int):
    span = Span(TODAY - timedelta(days=days - 1), TODAY)
    parts = list(steps(span, step))
    assert parts[0].first == span.first
    assert parts[-1].last == span.last
    assert sum(part.days for part in parts) == days
    assert all(after.first == before.last + timedelta(days=1) for before, after in pairwise(parts))


def test_weeks_begin_on_monday_and_months_on_their_first():
    span = Span(date(2026, 9, 16), TODAY)
    assert {part.first.weekday() for part in list(steps(span, Step.WEEK))[1:]} == {0}
    assert [part.first.day for part in steps(span, Step.MONTH)] == [16, 1, 1]


@pytest.mark.parametrize(
    ("most", "top", "words"),
    [
        (0, 4, "0 1 2 3 4"),
        (3.2, 3.5, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5"),
        (64_000, 70_000, "0 k 10 k 20 k 30 k 40 k 50 k 60 k 70 k"),
        (35_000, 35_000, "0 k 5 k 10 k 15 k 20 k 25 k 30 k 35 k"),
        (1_900_000, 2_000_000, "0.0 M 0.5 M 1.0 M 1.5 M 2.0 M"),
    ],
)
def test_a_scale_is_round_and_just_high_enough(most: float, top: float, words: str):
    made = scale(most)
    assert made.top == pytest.approx(top)
    assert " ".join(made.words(tick, "en") for tick in made.ticks).replace("\u00a0", " ") == words
