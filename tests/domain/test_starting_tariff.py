"""A new lot's prices name their tax as the lot's papers do."""

from __future__ import annotations

from uuid import UUID

import pytest

from parkdesk.domain.starting_tariff import starting_tariff


@pytest.mark.parametrize(
    ("currency", "language", "name"),
    [
        ("EUR", "de_DE", "MwSt."),
        ("EUR", "de", "MwSt."),
        ("CHF", "de_CH", "MwSt."),
        ("EUR", "en_IE", "VAT"),
        ("GBP", "en_GB", "VAT"),
        ("INR", "en_IN", "GST"),
        ("USD", "en_US", ""),
    ],
)
def test_the_tax_has_its_name_in_the_lot_s_language(currency: str, language: str, name: str) -> None:
    assert starting_tariff(UUID(int=1), UUID(int=2), currency, language).tax_name == name
