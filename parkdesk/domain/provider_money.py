"""Amounts as the provider counts them, and the least it collects (docs.stripe.com/currencies)."""

from __future__ import annotations

from parkdesk.domain.money import Money, exponent
from parkdesk.domain.payment_errors import AmountNotForCards, AmountTooSmallForCards, CurrencyNotForCards

_WHOLE = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
"""The provider counts these without decimals."""
_THOUSANDTHS = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])
"""Counted in thousandths, and only in multiples of ten."""
_LEAST = {
    "AED": 200, "AUD": 50, "BGN": 100, "BRL": 50, "CAD": 50, "CHF": 50, "CZK": 1500, "DKK": 250, "EUR": 50,
    "GBP": 30, "HKD": 400, "HUF": 17500, "INR": 50, "JPY": 50, "MXN": 1000, "MYR": 200, "NOK": 300, "NZD": 50,
    "PLN": 200, "RON": 200, "SEK": 300, "SGD": 50, "THB": 1000, "USD": 50,
}  # fmt: skip
"""In the provider's units (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts)."""
_MOST = 99_999_999
"""Eight digits."""


def places(currency: str) -> int:
    """Decimals that the provider counts with; ISK and UGX have two there though they have none in ISO 4217."""
    return 0 if currency in _WHOLE else 3 if currency in _THOUSANDTHS else 2


def to_provider(money: Money) -> int:
    """The same amount in the provider's units. Raises CurrencyNotForCards or AmountNotForCards."""
    ours, theirs = exponent(money.currency), places(money.currency)
    if ours > theirs and money.currency not in _WHOLE:
        raise CurrencyNotForCards(currency=money.currency)
    if ours <= theirs:
        amount: int = money.minor * 10 ** (theirs - ours)
    else:
        amount, rest = divmod(money.minor, 10 ** (ours - theirs))
        if rest:
            raise AmountNotForCards(amount=str(money), field="amount")
    if money.currency in _THOUSANDTHS and amount % 10:
        raise AmountNotForCards(amount=str(money), field="amount")
    return amount


def from_provider(amount: int, currency: str) -> Money:
    """The provider's units as money. Raises CurrencyNotForCards."""
    currency = currency.upper()
    ours, theirs = exponent(currency), places(currency)
    if ours >= theirs:
        return Money(amount * 10 ** (ours - theirs), currency)
    whole, rest = divmod(amount, 10 ** (theirs - ours))
    if rest:
        raise CurrencyNotForCards(currency=currency)
    return Money(whole, currency)


def refundable(minor: int, currency: str) -> int:
    """As much of an amount as the provider can give back: some currencies it counts in coarser steps."""
    step = 10 if currency in _THOUSANDTHS else 10 ** max(0, exponent(currency) - places(currency))
    return minor - minor % step


def least(currency: str) -> Money | None:
    """The least the provider collects in a currency; None where it publishes none."""
    amount = _LEAST.get(currency)
    return None if amount is None else from_provider(amount, currency)


def check_collectable(money: Money) -> None:
    """Raises AmountTooSmallForCards, AmountNotForCards or CurrencyNotForCards."""
    smallest = least(money.currency)
    if smallest is not None and money < smallest:
        raise AmountTooSmallForCards(amount=str(money), least=str(smallest), field="amount")
    if to_provider(money) > _MOST:
        raise AmountNotForCards(amount=str(money), field="amount")
