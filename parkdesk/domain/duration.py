"""Durations as people type them: `30`, `90min`, `2h`, `1h30`, `1:30`, `2d`."""

from __future__ import annotations

import re
from datetime import timedelta

MOST = timedelta(days=366)
BARE_DIGITS = 3
"""A bare number is minutes; one with more digits than this is the end of a plate, not a time."""

_HOURS = "h|hr|hrs|hour|hours|std|stunde|stunden"
_MINUTES = "m|min|mins|minute|minutes|minuten"
_DAYS = "d|day|days|tag|tage"
UNITS = frozenset(f"{_HOURS}|{_MINUTES}|{_DAYS}".split("|"))
_BARE = re.compile(rf"[0-9]{{1,{BARE_DIGITS}}}")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_DAY = re.compile(rf"([0-9]{{1,3}})(?:{_DAYS})")
_UNITS = re.compile(
    rf"(?:(?P<hours>[0-9]{{1,4}})(?:{_HOURS})(?:(?P<rest>[0-9]{{1,2}})(?:{_MINUTES})?)?"
    rf"|(?P<minutes>[0-9]{{1,5}})(?:{_MINUTES}))"
)


def is_bare(text: str) -> bool:
    """Whether the text is a number of minutes without a unit."""
    return _BARE.fullmatch(text) is not None


def read(text: str) -> timedelta | None:
    """The duration a word means; None if it is not one, or is nothing, or exceeds a year."""
    word = text.casefold()
    if is_bare(word):
        length = timedelta(minutes=int(word))
    elif clock := _CLOCK.fullmatch(word):
        length = timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    elif day := _DAY.fullmatch(word):
        length = timedelta(days=int(day[1]))
    elif units := _UNITS.fullmatch(word):
        hours, minutes = units["hours"], units["rest"] or units["minutes"]
        length = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    else:
        return None
    return length if timedelta(0) < length <= MOST else None


def written(length: timedelta) -> str:
    """The shortest word that `read` takes back: `30m`, `2h`, `1h30`. Whole minutes only."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    if not hours:
        return f"{minutes}m"
    return f"{hours}h{minutes:02d}" if minutes else f"{hours}h"
