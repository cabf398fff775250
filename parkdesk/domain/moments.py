"""Moments are aware UTC; a lot's local days and clock times are worked out here, with its DST rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from parkdesk.domain.errors import NoSuchLocalTime, TimeZoneUnknown

WEEK = 7
"""Days."""


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The IANA time zone. Raises TimeZoneUnknown."""
    try:
        if not name or name != name.strip() or name.startswith(("/", ".")):
            raise ValueError(name)
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError) as error:
        raise TimeZoneUnknown(time_zone=name, field="time_zone") from error


def aware(moment: datetime) -> datetime:
    """The moment in UTC. A naive one is a bug, refused with ValueError."""
    if moment.tzinfo is UTC:
        return moment
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {moment!r}")
    return moment.astimezone(UTC)


def local_day(moment: datetime, time_zone: str) -> date:
    """The lot's calendar day a moment falls on."""
    return moment.astimezone(zone(time_zone)).date()


def next_time(clock: time, now: datetime, time_zone: str) -> datetime:
    """The next moment at which a lot's clocks show this time. Raises NoSuchLocalTime."""
    today = local_day(now, time_zone)
    moment = from_local(today, clock, time_zone, field="starts_at")
    if moment < now.replace(second=0, microsecond=0):
        # The second pass of an hour that repeats in autumn may still come today.
        again = from_local(today, clock, time_zone, second=True, field="starts_at")
        moment = (
            again
            if again >= now
            else from_local(today + timedelta(days=1), clock, time_zone, field="starts_at")
        )
    return moment


def from_local(
    day: date, clock: time, time_zone: str, *, second: bool = False, field: str | None = None
) -> datetime:
    """The UTC moment of a local wall-clock time.

    In the hour that repeats in autumn the first pass is meant unless `second`. Raises NoSuchLocalTime for a
    time the spring change leaps over (PEP 495's gap).
    """
    local = datetime.combine(day, clock, zone(time_zone)).replace(fold=int(second))
    moment = local.astimezone(UTC)
    if moment.astimezone(zone(time_zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchLocalTime(time=f"{clock:%H:%M}", day=day.isoformat(), field=field)
    return moment


def day_span(day: date, time_zone: str) -> tuple[datetime, datetime]:
    """The moments at which a local day begins and ends: 23, 24 or 25 hours apart."""
    return _first_moment(day, time_zone), _first_moment(day + timedelta(days=1), time_zone)


def _first_moment(day: date, time_zone: str) -> datetime:
    # Where midnight itself is leapt over (Beirut, Santiago), fold=0 still lands on the first real moment.
    return datetime.combine(day, time(), zone(time_zone)).astimezone(UTC)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def last_of(first: date) -> date:
    return first + timedelta(days=WEEK - 1)
