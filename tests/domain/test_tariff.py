"""Quotes: lines that add up, prices that never fall with time, and one price however a stay came about."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parkdesk.domain.errors import EndBeforeStart, NumberOutOfRange
from parkdesk.domain.money import Money
from parkdesk.domain.tariff import LineKind, PriceLine, Tariff

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
PLAIN = Tariff(
    UUID(int=1), UUID(int=2), 1, "INR", 6000, {"two-wheeler": 1500}, tax_name="GST", tax_basis_points=1800
)

tariffs = st.builds(
    Tariff,
    id=st.just(UUID(int=1)),
    lot_id=st.just(UUID(int=2)),
    version=st.just(1),
    currency=st.sampled_from(["INR", "EUR", "JPY", "KWD"]),
    hourly_minor=st.integers(0, 100_000),
    rates=st.dictionaries(st.sampled_from(["sedan", "van"]), st.integers(0, 100_000)),
    increment_minutes=st.integers(1, 1440),
    minimum_minor=st.integers(0, 50_000),
    tax_name=st.sampled_from(["", "GST"]),
    tax_basis_points=st.integers(0, 10_000),
    tax_included=st.booleans(),
)
spans = st.integers(1, 40 * 86400).map(lambda seconds: timedelta(seconds=seconds))
own_prices = st.none() | st.integers(0, 100_000)


def lines(tariff: Tariff, span: timedelta, **facts: object) -> list[str]:
    quote = tariff.quote(span, str(facts.pop("vehicle_type", "sedan")), **facts)  # type: ignore[arg-type]
    return [f"{line.kind.value} {line.minutes} {line.amount_minor}" for line in quote.lines]


def test_an_hour_with_tax_on_top() -> None:
    quote = PLAIN.quote(HOUR, "sedan")
    assert quote.lines == (
        PriceLine(LineKind.PARKING, 6000, minutes=60, rate_minor=6000),
        PriceLine(LineKind.TAX, 1080, name="GST", basis_points=1800),
    )
    assert quote.total == Money(7080, "INR")


def test_a_started_increment_is_charged_in_full() -> None:
    assert lines(PLAIN, 61 * MINUTE) == ["parking 120 12000", "tax 0 2160"]
    quarter = replace(PLAIN, increment_minutes=15, tax_basis_points=0)
    assert lines(quarter, 61 * MINUTE) == ["parking 75 7500"]
    assert lines(quarter, timedelta(seconds=1)) == ["parking 15 1500"]


def test_a_bay_s_own_price_goes_before_the_vehicle_type_s_before_the_lot_s() -> None:
    free = replace(PLAIN, tax_basis_points=0)
    assert lines(free, HOUR) == ["parking 60 6000"]
    assert lines(free, HOUR, vehicle_type="two-wheeler") == ["parking 60 1500"]
    assert lines(free, HOUR, vehicle_type="two-wheeler", bay_hourly_minor=8000) == ["parking 60 8000"]
    assert lines(free, HOUR, bay_hourly_minor=0) == ["parking 60 0"]


def test_a_minimum_is_a_line_of_its_own_before_tax() -> None:
    assert lines(replace(PLAIN, minimum_minor=10_000), HOUR) == [
        "parking 60 6000",
        "minimum 0 4000",
        "tax 0 1800",
    ]


def test_overstaying_is_a_line_of_its_own() -> None:
    assert lines(PLAIN, 80 * MINUTE, overstay=20 * MINUTE) == [
        "parking 60 6000",
        "overstay 60 6000",
        "tax 0 2160",
    ]
    assert lines(PLAIN, 50 * MINUTE, overstay=20 * MINUTE) == ["parking 60 6000", "tax 0 1080"]
    assert lines(PLAIN, HOUR, overstay=HOUR) == ["overstay 60 6000", "tax 0 1080"]


def test_tax_inside_the_price_is_told_but_not_added() -> None:
    quote = replace(PLAIN, tax_included=True).quote(HOUR, "sedan")
    assert (quote.total_minor, quote.tax_name, quote.tax_included_minor) == (6000, "GST", 915)


@pytest.mark.parametrize("span", [timedelta(0), -HOUR])
def test_no_time_has_no_price(span: timedelta) -> None:
    with pytest.raises(EndBeforeStart) as refused:
        PLAIN.quote(span, "sedan")
    assert refused.value.field == "until"


@pytest.mark.parametrize("overstay", [-MINUTE, 2 * HOUR])
def test_an_overstay_lies_within_its_stay(overstay: timedelta) -> None:
    with pytest.raises(EndBeforeStart):
        PLAIN.quote(HOUR, "sedan", overstay=overstay)


@given(tariffs, spans, own_prices, st.floats(0, 1))
def test_lines_add_up_to_the_total(tariff: Tariff, span: timedelta, own: int | None, share: float) -> None:
    quote = tariff.quote(span, "sedan", bay_hourly_minor=own, overstay=span * share)
    assert quote.total_minor == sum(line.amount_minor for line in quote.lines)
    assert all(line.amount_minor >= 0 for line in quote.lines)
    assert quote.total_minor >= tariff.minimum_minor
    assert 0 <= quote.tax_included_minor <= quote.total_minor


@given(tariffs, spans, spans, own_prices)
def test_a_longer_stay_never_costs_less(
    tariff: Tariff, one: timedelta, more: timedelta, own: int | None
) -> None:
    shorter = tariff.quote(one, "sedan", bay_hourly_minor=own)
    assert tariff.quote(one + more, "sedan", bay_hourly_minor=own).total_minor >= shorter.total_minor


@given(tariffs, spans, st.floats(0, 1))
def test_booked_at_once_extended_or_overstayed_a_stay_costs_the_same(
    tariff: Tariff, span: timedelta, share: float
) -> None:
    assert tariff.quote(span, "sedan", overstay=span * share).total == tariff.quote(span, "sedan").total


@given(tariffs, st.integers(1, 40), st.integers(0, 1440 * 60))
def test_within_an_increment_the_price_stands_still(tariff: Tariff, count: int, seconds: int) -> None:
    full = count * tariff.increment_minutes * MINUTE
    short = timedelta(seconds=seconds)
    assume(short < tariff.increment_minutes * MINUTE)
    assert tariff.quote(full - short, "sedan").lines == tariff.quote(full, "sedan").lines


@given(tariffs, spans, st.floats(0, 1))
def test_lines_can_be_kept_and_explained_again(tariff: Tariff, span: timedelta, share: float) -> None:
    quote = tariff.quote(span, "sedan", overstay=span * share)
    kept = json.dumps([line.as_record() for line in quote.lines])
    read = tuple(PriceLine.from_record(record) for record in json.loads(kept))
    assert read == quote.lines
    assert tariff.explained(read) == quote


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"hourly_minor": -1}, "hourly"),
        ({"hourly_minor": 10**12}, "hourly"),
        ({"minimum_minor": -1}, "minimum"),
        ({"minimum_minor": 10**12}, "minimum"),
        ({"rates": {"van": -1}}, "rate:van"),
        ({"rates": {"van": 10**12}}, "rate:van"),
        ({"increment_minutes": 0}, "increment"),
        ({"increment_minutes": 1441}, "increment"),
        ({"tax_basis_points": -1}, "tax"),
        ({"tax_basis_points": 10_001}, "tax"),
    ],
)
def test_a_tariff_out_of_bounds_names_the_field(change: dict[str, object], field: str) -> None:
    assert PLAIN.checked() == PLAIN
    with pytest.raises(NumberOutOfRange) as refused:
        replace(PLAIN, **change).checked()  # type: ignore[arg-type]
    assert refused.value.field == field
