"""Prices: a version is made of what was typed, and what a stay costs with it shows before it is saved."""

from __future__ import annotations

import pytest

from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.prices.section import PricesSection
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def prices(desk: OpenDesk, settings: SettingsScreen) -> PricesSection:
    settings.open("prices")
    desk.settle()
    section = settings.page("prices")
    assert isinstance(section, PricesSection)
    return section


def totals(prices: PricesSection) -> list[str]:
    return [words.replace("\u00a0", " ") for words in prices.sample.totals]


def test_the_tariff_in_force_shows_with_what_stays_cost(prices: PricesSection):
    assert prices.form.hourly.text() == "60.00"
    assert prices.form.rates["two-wheeler"].text() == "20.00"
    assert prices.form.rates["sedan"].placeholderText() == "60.00"
    assert totals(prices) == ["₹ 35.40", "₹ 70.80", "₹ 141.60", "₹ 283.20", "₹ 566.40"]
    assert not prices.save_button.isEnabled()


def test_what_stays_cost_follows_the_typing(prices: PricesSection):
    prices.form.hourly.setText("100")
    prices.form.tax.setText("")
    assert totals(prices) == ["₹ 50.00", "₹ 100.00", "₹ 200.00", "₹ 400.00", "₹ 800.00"]
    prices.form.minimum.setText("70")
    assert totals(prices)[0] == "₹ 70.00"
    prices.form.hourly.setText("a lot")
    assert totals(prices) == ["–"] * 5


def test_saving_makes_a_version_and_older_bookings_keep_their_price(desk: OpenDesk, prices: PricesSection):
    booking = desk.case.book()
    prices.form.hourly.setText("90")
    prices.form.tax_name.setText("VAT")
    prices.form.tax.setText("12.5")
    prices.form.included.setChecked(True)
    prices.save()
    desk.settle()
    tariff = desk.case.services.lots.tariff(desk.case.lot.id)
    assert tariff is not None
    assert (tariff.version, tariff.hourly_minor, tariff.tax_name) == (2, 9000, "VAT")
    assert (tariff.tax_basis_points, tariff.tax_included) == (1250, True)
    assert desk.case.reload(booking).total_minor == 7080
    assert desk.messages[-1] == "Version 2 of the prices is in force"
    assert not prices.save_button.isEnabled()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("hourly", "", "This must not be empty."),
        ("hourly", "-1", "An amount lies between 0 and 1000000000.00."),
        ("hourly", "1e12", "'1e12' is not an amount of money."),
        ("hourly", "1000000000000", "An amount lies between 0 and 1000000000.00."),
        ("minimum", "some", "'some' is not an amount of money."),
        ("rate:sedan", "x", "'x' is not an amount of money."),
        ("tax", "200", "A number between 0 and 100 is needed here; this is 200."),
        ("tax", "much", "'much' cannot be read as a number; use digits only."),
        ("tax_name", "", "This must not be empty."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    desk: OpenDesk, prices: PricesSection, field: str, typed: str, said: str
):
    prices.form.fields[field].editor.setText(typed)
    prices.save()
    desk.settle()
    assert prices.form.fields[field].sentence == said
    assert prices.form.fields[field].editor.text() == typed
    tariff = desk.case.services.lots.tariff(desk.case.lot.id)
    assert tariff is not None
    assert tariff.version == 1


def test_a_change_elsewhere_does_not_touch_what_is_being_typed(desk: OpenDesk, prices: PricesSection):
    prices.form.hourly.setText("75")
    prices.refresh()
    desk.settle()
    assert prices.form.hourly.text() == "75"
    prices.discard_button.click()
    assert prices.form.hourly.text() == "60.00"
