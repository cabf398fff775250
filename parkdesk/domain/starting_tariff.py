"""The prices a new lot starts with, so that a car can be booked into it at once; an owner then sets their own."""

from __future__ import annotations

from types import MappingProxyType
from uuid import UUID

from parkdesk.domain.money import exponent
from parkdesk.domain.tariff import Tariff

# Hourly price of a car in whole units, tax in hundredths of a percent, whether prices include it.
_BY_CURRENCY = {
    "INR": (60, "GST", 1800, False),
    "EUR": (2, "VAT", 1900, True),
    "GBP": (3, "VAT", 2000, True),
    "CHF": (2, "VAT", 810, True),
    "USD": (3, "", 0, False),
    "JPY": (300, "", 0, False),
    "KWD": (1, "", 0, False),
}
_ELSEWHERE = (2, "", 0, False)
_SHARES = {"two-wheeler": (1, 3), "three-wheeler": (2, 3), "van": (3, 2), "multi-axle": (2, 1)}


_TAX_NAMES = {("VAT", "de"): "MwSt."}
"""What the tax is called on papers in that language, if otherwise."""


def starting_tariff(tariff_id: UUID, lot_id: UUID, currency: str, language: str) -> Tariff:
    """Version 1 of a lot's prices: the usual for its currency, by half hours, small vehicles cheaper.

    `language` is the lot's own, such as `de_DE`: its papers name the tax.
    """
    units, tax_name, tax_basis_points, tax_included = _BY_CURRENCY.get(currency, _ELSEWHERE)
    hourly = units * 10 ** exponent(currency)
    rates = {code: hourly * part // whole for code, (part, whole) in _SHARES.items()}
    return Tariff(
        tariff_id,
        lot_id,
        1,
        currency,
        hourly,
        MappingProxyType(rates),
        increment_minutes=30,
        tax_name=_TAX_NAMES.get((tax_name, language[:2]), tax_name),
        tax_basis_points=tax_basis_points,
        tax_included=tax_included,
    )
