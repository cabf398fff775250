"""A lot's facts and rules, each checked with the field at fault named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.errors import (
    CurrencyUnknown,
    LanguageUnknown,
    NumberOutOfRange,
    ParkDeskError,
    StayTooLong,
    StayTooShort,
    TextMissing,
    TextTooLong,
    TimeZoneUnknown,
)
from tests.drawing import LOT

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def test_a_sound_lot_passes() -> None:
    assert LOT.checked() == LOT
    assert replace(LOT, latitude=9.98, longitude=76.28, language="de").checked().country == ""
    assert LOT.country == "IN"


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"name": " "}, TextMissing, "name"),
        ({"name": "x" * 121}, TextTooLong, "name"),
        ({"address": "x" * 301}, TextTooLong, "address"),
        ({"time_zone": "Asia/Kochi"}, TimeZoneUnknown, "time_zone"),
        ({"currency": "RS"}, CurrencyUnknown, "currency"),
        ({"language": "x"}, LanguageUnknown, "language"),
        ({"language": "en-IN"}, LanguageUnknown, "language"),
        ({"language": "en_" + "x" * 10}, LanguageUnknown, "language"),
        ({"latitude": 90.1}, NumberOutOfRange, "latitude"),
        ({"latitude": float("nan")}, NumberOutOfRange, "latitude"),
        ({"longitude": -180.1}, NumberOutOfRange, "longitude"),
        ({"grace": -MINUTE}, NumberOutOfRange, "grace"),
        ({"grace": 8 * DAY}, NumberOutOfRange, "grace"),
        ({"least_stay": timedelta(0)}, NumberOutOfRange, "least_stay"),
        ({"most_stay": MINUTE}, NumberOutOfRange, "most_stay"),
        ({"most_stay": 367 * DAY}, NumberOutOfRange, "most_stay"),
        ({"back_entry": -HOUR}, NumberOutOfRange, "back_entry"),
        ({"default_duration": MINUTE}, StayTooShort, "default_duration"),
        ({"default_duration": 32 * DAY}, StayTooLong, "default_duration"),
        ({"quick_durations": (HOUR, MINUTE)}, StayTooShort, "quick_durations"),
    ],
)
def test_a_fact_out_of_bounds_names_its_field(
    change: dict[str, object], error: type[ParkDeskError], field: str
) -> None:
    with pytest.raises(error) as refused:
        replace(LOT, **change).checked()  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_stay_s_bounds_are_told_in_minutes_and_hours() -> None:
    with pytest.raises(StayTooShort, match="5 minutes at least"):
        LOT.check_span(4 * MINUTE)
    with pytest.raises(StayTooLong, match="744 hours at most"):
        LOT.check_span(31 * DAY + MINUTE)
    LOT.check_span(5 * MINUTE)
    LOT.check_span(31 * DAY)
