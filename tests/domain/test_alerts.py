"""Five minutes before an end and at it: one alert each, whatever the clock does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.alerts import AlertKind, Crossings
from parkdesk.domain.board import Board
from tests.drawing import board

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TWO = "A1 KL08AZ1234 0:30 | A2 free | A3 KA01M6146 1:00"


def raised(crossings: Crossings, seen: Board, minutes: float) -> list[str]:
    alerts = crossings.crossed(seen.cells, NOW + minutes * MINUTE)
    return [f"{alert.bay_code} {alert.kind.value}" for alert in alerts]


def test_one_alert_before_the_end_and_one_at_it() -> None:
    crossings, seen = Crossings(), board(TWO, NOW)
    assert raised(crossings, seen, 24.9) == []
    assert raised(crossings, seen, 25) == ["A1 ending"]
    assert raised(crossings, seen, 25.1) == []
    assert raised(crossings, seen, 30) == ["A1 ended"]
    assert raised(crossings, seen, 31) == []


def test_a_leap_over_both_moments_says_only_that_it_ended() -> None:
    crossings, seen = Crossings(), board(TWO, NOW)
    assert raised(crossings, seen, 0) == []
    assert raised(crossings, seen, 58) == ["A1 ended", "A3 ending"]
    assert raised(crossings, seen, 26) == []


def test_the_clock_going_back_repeats_nothing() -> None:
    crossings, seen = Crossings(), board(TWO, NOW)
    assert raised(crossings, seen, 26) == ["A1 ending"]
    assert raised(crossings, seen, -34) == []
    assert raised(crossings, seen, 26) == []


def test_an_extension_is_a_new_end() -> None:
    crossings, seen = Crossings(), board(TWO, NOW)
    assert raised(crossings, seen, 30) == ["A1 ended"]
    stay = seen.cells[0].stay
    assert stay is not None
    extended = replace(seen.cells[0], stay=replace(stay, until=stay.until + 30 * MINUTE))
    longer = replace(seen, cells=(extended, *seen.cells[1:]))
    assert raised(crossings, longer, 31) == []
    assert raised(crossings, longer, 55) == ["A1 ending", "A3 ending"]


def test_an_alert_names_its_bay_and_stay() -> None:
    seen = board("A1 KL08AZ1234 0:03 !", NOW)
    (alert,) = Crossings().crossed(seen.cells, NOW)
    assert (alert.kind, alert.bay_id, alert.stay) == (
        AlertKind.ENDING,
        seen.cells[0].bay_id,
        seen.cells[0].stay,
    )


@given(
    st.lists(st.integers(1, 180), min_size=1, max_size=5),
    st.lists(st.integers(-3600, 14400).map(lambda seconds: seconds / 60), min_size=1, max_size=40),
)
def test_any_pattern_of_ticks_raises_each_alert_at_most_once(ends: list[int], ticks: list[float]) -> None:
    drawing = " | ".join(f"A{n} KL08AZ{n} {end // 60}:{end % 60:02d}" for n, end in enumerate(ends))
    seen = board(drawing, NOW)
    crossings = Crossings()
    alerts = [alert for tick in ticks for alert in raised(crossings, seen, tick)]
    for number, end in enumerate(ends):
        first = next((tick for tick in ticks if tick >= end - 5), None)
        assert alerts.count(f"A{number} ended") == (max(ticks) >= end)
        assert alerts.count(f"A{number} ending") == (first is not None and first < end)
