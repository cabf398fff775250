"""Money is exact, refuses to mix currencies, and reads what people type."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.errors import (
    AmountOutOfRange,
    AmountUnreadable,
    CurrencyMismatch,
    CurrencyUnknown,
    ParkDeskError,
)
from parkdesk.domain.money import MOST_MINOR, Money, checked_currency, exponent, parsed, rounded

minors = st.integers(-MOST_MINOR, MOST_MINOR)
currencies = st.sampled_from(["INR", "EUR", "JPY", "KWD"])


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("60", "INR", 6000),
        ("60.5", "INR", 6050),
        ("60,50", "EUR", 6050),
        (".5", "INR", 50),
        ("0", "INR", 0),
        ("-0", "INR", 0),
        ("1,200.00", "INR", 120000),
        ("1.200,50", "EUR", 120050),
        ("1,200", "INR", 120000),
        ("1.200", "EUR", 120000),
        ("8,42,310.00", "INR", 84231000),
        ("8,42,310", "INR", 84231000),
        ("1 200,50", "EUR", 120050),
        ("1\u202f200,50 €", "EUR", 120050),
        ("1’200.50", "CHF", 120050),
        ("₹ 60", "INR", 6000),
        ("inr 60", "INR", 6000),
        ("1.500", "KWD", 1500),
        ("1,500", "JPY", 1500),
        ("1000000000", "INR", MOST_MINOR),
    ],
)
def test_an_amount_is_read(text: str, currency: str, minor: int) -> None:
    assert parsed(text, currency) == Money(minor, currency)


NO_AMOUNTS = ("", " ", "sixty", "60.", "6 0 €x", "--5", "1e12", "1.2.3", "1,20,0.00", "12.345.6", "1,2345")
OTHER_DIGITS = ("٦٠", "½", "∞", "nan", "0x10", "🪙")


@pytest.mark.parametrize("text", NO_AMOUNTS + OTHER_DIGITS)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parsed(text, "INR", field="price")
    assert refused.value.field == "price"


@pytest.mark.parametrize("text", ["-1", "-0.01", "1000000000.01", "1000000000000", "9" * 6000])
def test_an_amount_out_of_bounds_is_refused(text: str) -> None:
    with pytest.raises(AmountOutOfRange, match=r"between 0 and 1000000000\.00"):
        parsed(text, "INR")


@given(st.integers(0, MOST_MINOR), currencies)
def test_plain_digits_read_back(minor: int, currency: str) -> None:
    amount = Money(minor, currency)
    assert parsed(amount.plain(), currency) == amount
    assert parsed(str(amount), currency) == amount


@given(st.text(), currencies)
def test_any_text_is_read_or_refused(text: str, currency: str) -> None:
    try:
        amount = parsed(text, currency)
    except ParkDeskError:
        return
    assert 0 <= amount.minor <= MOST_MINOR


@given(minors, st.integers(1, 10**6) | st.integers(-(10**6), -1))
def test_rounding_is_exact_with_halves_away_from_zero(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator)
    whole = rounded(numerator, denominator)
    assert abs(whole - exact) <= Fraction(1, 2)
    if abs(whole - exact) == Fraction(1, 2):
        assert abs(whole) > abs(exact)
    assert rounded(-numerator, denominator) == -whole


@given(minors, minors, minors)
def test_adding_is_exact(first: int, second: int, third: int) -> None:
    a, b, c = (Money(minor, "INR") for minor in (first, second, third))
    assert (a + b) + c == a + (b + c) == Money(first + second + third, "INR")
    assert a - a == Money(0, "INR")
    assert a - b == a + -b
    assert (a < b) == (first < second)
    assert (a <= b) == (first <= second)
    assert a * 3 == a + a + a
    assert bool(a) == (first != 0)


@given(st.integers(0, MOST_MINOR), st.integers(0, 10_000))
def test_two_portions_that_make_a_whole_differ_by_a_unit_at_most(minor: int, points: int) -> None:
    amount = Money(minor, "INR")
    parts = amount.portion(points, 10_000) + amount.portion(10_000 - points, 10_000)
    assert abs((parts - amount).minor) <= 1


def test_currencies_do_not_mix() -> None:
    rupees, euros = Money(1, "INR"), Money(1, "EUR")
    for mixed in (
        lambda: rupees + euros,
        lambda: rupees - euros,
        lambda: rupees < euros,
        lambda: rupees <= euros,
    ):
        with pytest.raises(CurrencyMismatch, match="INR and EUR"):
            mixed()


def test_minor_units_follow_the_currency() -> None:
    assert [exponent(code) for code in ("INR", "JPY", "KWD")] == [2, 0, 3]
    assert [Money(12345, code).plain() for code in ("INR", "JPY", "KWD")] == ["123.45", "12345", "12.345"]
    assert Money(-5, "INR").plain() == "-0.05"


@pytest.mark.parametrize("text", ["", "RUPEE", "I N", "12A", "€", "inr2"])
def test_a_wrong_currency_is_refused(text: str) -> None:
    with pytest.raises(CurrencyUnknown):
        checked_currency(text)


def test_a_currency_is_put_in_capitals() -> None:
    assert checked_currency(" inr ") == "INR"
