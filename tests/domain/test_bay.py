"""A bay's facts, checked, and the order people expect of bay codes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from parkdesk.domain.bay import Bay, Place, code_order
from parkdesk.domain.errors import NumberOutOfRange, ParkDeskError, TextMissing, TextTooLong, TextUnreadable

BAY = Bay(UUID(int=1), UUID(int=2), UUID(int=3), "B7", Place(1, 6), vehicle_types=frozenset({"sedan", "ev"}))


def test_a_sound_bay_passes_and_takes_what_fits() -> None:
    assert BAY.checked() == BAY
    assert replace(BAY, hourly_minor=0).checked().hourly_minor == 0
    assert BAY.takes("ev")
    assert not BAY.takes("van")


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"code": ""}, TextMissing, "code"),
        ({"code": "B" * 13}, TextTooLong, "code"),
        ({"code": "B\0"}, TextUnreadable, "code"),
        ({"zone": "x" * 41}, TextTooLong, "zone"),
        ({"place": Place(-1, 0)}, NumberOutOfRange, "row"),
        ({"place": Place(10_000, 0)}, NumberOutOfRange, "row"),
        ({"place": Place(0, -1)}, NumberOutOfRange, "column"),
        ({"place": Place(0, 10_000)}, NumberOutOfRange, "column"),
        ({"hourly_minor": -1}, NumberOutOfRange, "price"),
        ({"hourly_minor": 10**12}, NumberOutOfRange, "price"),
    ],
)
def test_a_fact_out_of_bounds_names_its_field(
    change: dict[str, object], error: type[ParkDeskError], field: str
) -> None:
    with pytest.raises(error) as refused:
        replace(BAY, **change).checked()  # type: ignore[arg-type]
    assert refused.value.field == field


def test_codes_sort_as_people_count() -> None:
    codes = ["B10", "1A1", "b2", "A1", "B2a", "A", "10A1", "2A1", "A01", "12"]
    assert sorted(codes, key=code_order) == ["1A1", "2A1", "10A1", "12", "A", "A1", "A01", "b2", "B2a", "B10"]
