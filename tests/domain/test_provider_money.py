"""Amounts as the provider counts them: there and back, its smallest and largest."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parkdesk.domain.money import Money, exponent
from parkdesk.domain.payment_errors import AmountNotForCards, AmountTooSmallForCards, CurrencyNotForCards
from parkdesk.domain.provider_money import check_collectable, from_provider, least, places, to_provider

CURRENCIES = ["EUR", "USD", "INR", "JPY", "KRW", "VND", "ISK", "UGX", "KWD", "BHD", "TND", "CHF", "GBP"]


@given(st.sampled_from(CURRENCIES), st.integers(0, 10**7))
def test_there_and_back(currency: str, minor: int) -> None:
    assume(places(currency) != 3 or minor % 10 == 0)
    money = Money(minor, currency)
    assert from_provider(to_provider(money), currency.lower()) == money


@pytest.mark.parametrize(
    ("money", "sent"),
    [
        (Money(6050, "EUR"), 6050),
        (Money(60, "JPY"), 60),
        (Money(60, "ISK"), 6000),
        (Money(60, "UGX"), 6000),
        (Money(1230, "KWD"), 1230),
        (Money(100, "MGA"), 1),
    ],
)
def test_how_the_provider_counts(money: Money, sent: int) -> None:
    assert to_provider(money) == sent


@pytest.mark.parametrize("money", [Money(1235, "KWD"), Money(150, "MGA")])
def test_an_amount_that_the_provider_cannot_count_is_refused(money: Money) -> None:
    with pytest.raises(AmountNotForCards):
        to_provider(money)


def test_a_currency_that_the_provider_counts_more_coarsely_is_refused() -> None:
    assert exponent("IQD") == 3
    with pytest.raises(CurrencyNotForCards):
        to_provider(Money(1000, "IQD"))
    with pytest.raises(CurrencyNotForCards):
        from_provider(6050, "isk")


@pytest.mark.parametrize(
    ("currency", "minor"), [("USD", 50), ("EUR", 50), ("GBP", 30), ("JPY", 50), ("HUF", 17500)]
)
def test_below_the_least_cash_is_offered(currency: str, minor: int) -> None:
    assert least(currency) == Money(minor, currency)
    check_collectable(Money(minor, currency))
    with pytest.raises(AmountTooSmallForCards, match="take cash"):
        check_collectable(Money(minor - 1, currency))


def test_a_currency_without_a_published_least_is_left_to_the_provider() -> None:
    assert least("ISK") is None
    check_collectable(Money(1, "ISK"))


def test_the_provider_takes_eight_digits() -> None:
    check_collectable(Money(99_999_999, "EUR"))
    with pytest.raises(AmountNotForCards):
        check_collectable(Money(100_000_000, "EUR"))
    with pytest.raises(AmountNotForCards):
        check_collectable(Money(1_000_000, "ISK"))
