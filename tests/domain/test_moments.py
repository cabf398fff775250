"""Local days and clock times, with the hours that daylight saving leaps over or repeats."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.errors import NoSuchLocalTime, TimeZoneUnknown
from parkdesk.domain.moments import aware, day_span, from_local, local_day, next_time, zone

HOUR = timedelta(hours=1)
ZONES = [
    "Asia/Kolkata",
    "Europe/Berlin",
    "America/Santiago",
    "Asia/Beirut",
    "Pacific/Apia",
    "Australia/Lord_Howe",
]
zones = st.sampled_from(ZONES)
naive = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31))  # noqa: DTZ001 - hypothesis adds the zone


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Europe",
        "Europe/Berln",
        "Europe/Berlin ",
        "../../etc/passwd",
        "/etc/localtime",
        "x" * 400,
        "a\0b",
        "UTC+25",
        "🌍",
    ],
)
def test_an_unknown_time_zone_is_refused(name: str) -> None:
    with pytest.raises(TimeZoneUnknown) as refused:
        zone(name)
    assert refused.value.field == "time_zone"


def test_an_hour_that_spring_leaps_over_does_not_exist() -> None:
    with pytest.raises(NoSuchLocalTime, match="02:30 does not exist on 2026-03-29"):
        from_local(date(2026, 3, 29), time(2, 30), "Europe/Berlin", field="starts_at")
    assert from_local(date(2026, 3, 29), time(3, 0), "Europe/Berlin") == datetime(
        2026, 3, 29, 1, 0, tzinfo=UTC
    )


def test_an_hour_that_autumn_repeats_has_two_passes() -> None:
    day, clock = date(2026, 10, 25), time(2, 30)
    first = from_local(day, clock, "Europe/Berlin")
    second = from_local(day, clock, "Europe/Berlin", second=True)
    assert (first, second - first) == (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), HOUR)


@pytest.mark.parametrize("second", [False, True])
def test_second_means_nothing_on_an_ordinary_day(second: bool) -> None:
    assert from_local(date(2026, 11, 21), time(14, 30), "Asia/Kolkata", second=second) == datetime(
        2026, 11, 21, 9, 0, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("day", "time_zone", "hours"),
    [
        (date(2026, 3, 29), "Europe/Berlin", 23),
        (date(2026, 10, 25), "Europe/Berlin", 25),
        (date(2026, 11, 21), "Europe/Berlin", 24),
        (date(2026, 3, 29), "Asia/Beirut", 23),
        (date(2026, 9, 6), "America/Santiago", 23),
        (date(2026, 4, 5), "Australia/Lord_Howe", 24.5),
        (date(2026, 10, 4), "Australia/Lord_Howe", 23.5),
        (date(2026, 11, 21), "Asia/Kolkata", 24),
    ],
)
def test_a_day_lasts(day: date, time_zone: str, hours: float) -> None:
    begins, ends = day_span(day, time_zone)
    assert ends - begins == hours * HOUR


@given(naive, zones)
def test_every_moment_lies_in_its_local_day(moment: datetime, time_zone: str) -> None:
    moment = moment.replace(tzinfo=UTC)
    begins, ends = day_span(local_day(moment, time_zone), time_zone)
    assert begins <= moment < ends


@given(st.dates(date(2000, 1, 1), date(2037, 12, 30)), zones)
def test_days_follow_each_other_without_a_gap(day: date, time_zone: str) -> None:
    assert day_span(day, time_zone)[1] == day_span(day + timedelta(days=1), time_zone)[0]


@given(naive, zones)
def test_a_local_time_reads_back_unless_it_does_not_exist(local: datetime, time_zone: str) -> None:
    local = local.replace(microsecond=0)
    try:
        moment = from_local(local.date(), local.time(), time_zone)
    except NoSuchLocalTime:
        return
    assert moment.tzinfo is UTC
    assert moment.astimezone(zone(time_zone)).replace(tzinfo=None, fold=0) == local


def test_a_moment_without_its_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="needs its time zone"):
        aware(datetime(2026, 11, 21))  # noqa: DTZ001 - what is refused
    local = datetime(2026, 11, 21, 14, 30, tzinfo=zone("Asia/Kolkata"))
    assert aware(local) == local
    assert aware(local).tzinfo is UTC


@pytest.mark.parametrize(
    ("clock", "now", "comes"),
    [
        (time(15, 30), "2026-11-21 09:02", "2026-11-21 10:00"),
        (time(14, 32), "2026-11-21 09:02", "2026-11-21 09:02"),
        (time(9, 0), "2026-11-21 09:02", "2026-11-22 03:30"),
    ],
)
def test_a_time_of_day_is_the_next_one_to_come(clock: time, now: str, comes: str) -> None:
    moment = datetime.fromisoformat(f"{now}+00:00")
    assert next_time(clock, moment, "Asia/Kolkata") == datetime.fromisoformat(f"{comes}+00:00")


def test_the_second_pass_of_a_repeated_hour_may_still_come_today() -> None:
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert next_time(time(2, 30), between, "Europe/Berlin") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(st.times(), naive, zones)
def test_the_next_time_shows_on_the_lots_clocks_and_is_not_past(
    clock: time, now: datetime, time_zone: str
) -> None:
    moment = now.replace(tzinfo=UTC)
    wanted = clock.replace(second=0, microsecond=0)
    try:
        comes = next_time(wanted, moment, time_zone)
    except NoSuchLocalTime:
        return
    assert comes >= moment - timedelta(minutes=1)
    assert comes.astimezone(zone(time_zone)).time() == wanted
