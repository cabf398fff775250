"""The spans of days a report is asked for, and how their days are grouped into bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)


class Choice(StrEnum):
    """Counted in whole days, so the rolling ones end with yesterday; month and year run up to today."""

    YESTERDAY = "yesterday"
    WEEK = "7"
    MONTH_LONG = "30"
    MONTH = "month"
    YEAR = "year"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Span:
    """Both days included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def at_least(self, days: int) -> Span:
        """The same end, reaching back further if it is shorter than that."""
        return Span(min(self.first, self.last - (days - 1) * _DAY), self.last)


class Step(StrEnum):
    """What one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def span_of(choice: Choice, today: date) -> Span:
    """What a choice means today; a custom one starts as the last thirty days."""
    yesterday = today - _DAY
    if choice is Choice.YESTERDAY:
        return Span(yesterday, yesterday)
    if choice is Choice.WEEK:
        return Span(today - 7 * _DAY, yesterday)
    if choice is Choice.MONTH:
        return Span(today.replace(day=1), today)
    if choice is Choice.YEAR:
        return Span(today.replace(month=1, day=1), today)
    return Span(today - 30 * _DAY, yesterday)


def step_of(span: Span) -> Step:
    """Few enough bars to tell them apart."""
    if span.days <= 62:
        return Step.DAY
    return Step.WEEK if span.days <= 190 else Step.MONTH


def steps(span: Span, step: Step) -> Iterator[Span]:
    """The span in parts: days, weeks from Monday, months; the first and the last may be shorter."""
    first = span.first
    while first <= span.last:
        if step is Step.DAY:
            last = first
        elif step is Step.WEEK:
            last = first + (6 - first.weekday()) * _DAY
        else:
            last = (first.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
        yield Span(first, min(last, span.last))
        first = last + _DAY
