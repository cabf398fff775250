"""Figures, moments and spans as people read them, in English and German and in a lot's own locale."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk import wording
from parkdesk.domain.money import MOST_MINOR, Money, exponent, parsed
from parkdesk.domain.tariff import LineKind, PriceLine, Tariff
from parkdesk.wording import (
    clock,
    clock_span,
    countdown,
    date_time,
    headline,
    hourly,
    long_countdown,
    money,
    number,
    percent,
    price_line,
    short_date,
    short_day,
    span,
    tax_included,
    weekday,
    when,
)

NOW = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
SATURDAY = date(2026, 11, 21)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


def spaced(text: str) -> str:
    """With ordinary spaces, which are easier to read in a test."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("minor", "currency", "locale", "words"),
    [
        (6000, "INR", "en_IN", "₹ 60.00"),
        (84231000, "INR", "en_IN", "₹ 8,42,310.00"),
        (-144000, "INR", "en_IN", "−₹ 1,440.00"),
        (6000, "EUR", "de_DE", "60,00 €"),
        (123456, "EUR", "de_DE", "1.234,56 €"),
        (-6000, "EUR", "de_DE", "−60,00 €"),
        (123456, "EUR", "fr_FR", "1 234,56 €"),
        (6050, "GBP", "en_GB", "£60.50"),
        (1200, "CHF", "de_CH", "CHF 12.00"),
        (1200, "CHF", "en_GB", "CHF 12.00"),
        (60, "JPY", "en_IN", "JP¥ 60"),
        (1500, "KWD", "en_GB", "KWD 1.500"),
        (6000, "INR", "de_DE", "60,00 ₹"),
        (6000, "INR", "xx_YY", "₹60.00"),
        (6000, "INR", "en", "₹60.00"),
    ],
)
def test_money(minor: int, currency: str, locale: str, words: str) -> None:
    assert spaced(money(Money(minor, currency), locale)) == words


def test_short_money_drops_only_zeros() -> None:
    assert spaced(money(Money(6000, "INR"), "en_IN", short=True)) == "₹ 60"
    assert spaced(money(Money(6050, "INR"), "en_IN", short=True)) == "₹ 60.50"
    assert spaced(hourly(Money(6000, "INR"), "en_IN", "en")) == "₹ 60 an hour"
    assert spaced(hourly(Money(250, "EUR"), "de_DE", "de")) == "2,50 € je Stunde"


@given(
    st.integers(0, MOST_MINOR),
    st.sampled_from(
        [("INR", "en_IN"), ("EUR", "de_DE"), ("EUR", "fr_FR"), ("GBP", "en_GB"), ("KWD", "en_GB")]
    ),
)
def test_what_is_shown_can_be_typed_again(minor: int, where: tuple[str, str]) -> None:
    currency, locale = where
    shown = money(Money(minor, currency), locale)
    assert parsed(shown, currency) == Money(minor, currency)
    assert " " not in shown


@given(
    st.integers(-MOST_MINOR, MOST_MINOR), st.sampled_from(["INR", "JPY", "KWD", "XXX"]), st.text(max_size=12)
)
def test_any_well_formed_or_broken_locale_shows_the_amount(minor: int, currency: str, locale: str) -> None:
    shown = money(Money(minor, currency), locale)
    digits = "".join(character for character in shown if character.isdecimal())
    assert int(digits) == abs(minor)
    assert len(digits) > exponent(currency)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (number(9184, "en_IN"), "9,184"),
        (number(918400, "en_IN"), "9,18,400"),
        (number(9184, "de_DE"), "9.184"),
        (number(2.64, "en_IN", places=1), "2.6"),
        (percent(0.61, "en_IN"), "61 %"),
        (percent(0.182, "de_DE", places=1), "18,2 %"),
        (percent(0.03, "en_IN", places=1, signed=True), "+3.0 %"),
        (percent(-0.001, "en_IN", places=1, signed=True), "−0.1 %"),
        (percent(0.0, "en_IN", signed=True), "0 %"),
        (percent(-0.0001, "en_IN"), "0 %"),
    ],
)
def test_numbers_and_percent(words: str, expected: str) -> None:
    assert spaced(words) == expected


def test_clock_times_are_the_lot_s_and_of_24_hours() -> None:
    assert clock(NOW, "Asia/Kolkata") == "14:32"
    assert clock(NOW, "Europe/Berlin") == "10:02"
    assert clock_span(NOW, NOW + 41 * MINUTE, "Asia/Kolkata") == "14:32–15:13"


@pytest.mark.parametrize(
    ("language", "day", "short", "name", "dated", "undated"),
    [
        ("en", "Saturday 21 November", "Sat 21 Nov", "Sat", "21 Nov 2026", "21 Nov"),
        ("en_IN", "Saturday 21 November", "Sat 21 Nov", "Sat", "21 Nov 2026", "21 Nov"),
        ("de", "Samstag, 21. November", "Sa 21. Nov.", "Sa", "21. Nov. 2026", "21. Nov."),
        ("de_DE", "Samstag, 21. November", "Sa 21. Nov.", "Sa", "21. Nov. 2026", "21. Nov."),
        ("fr_FR", "sam. 21 nov.", "sam. 21 nov.", "sam.", "21 nov. 2026", "21 nov."),
    ],
)
def test_days(language: str, day: str, short: str, name: str, dated: str, undated: str) -> None:
    assert spaced(wording.day(SATURDAY, language)) == day
    assert spaced(short_day(SATURDAY, language)) == short
    assert weekday(SATURDAY, language) == name
    assert spaced(short_date(SATURDAY, language)) == dated
    assert spaced(short_date(SATURDAY, language, year=False)) == undated


def test_a_moment_has_its_day_where_it_is_not_today() -> None:
    assert spaced(date_time(NOW, "Asia/Kolkata", "en")) == "21 Nov 2026 14:32"
    assert when(NOW + HOUR, NOW, "Asia/Kolkata", "en") == "15:32"
    assert spaced(when(NOW + 10 * HOUR, NOW, "Asia/Kolkata", "en")) == "Sun 22 Nov 00:32"
    assert when(NOW + 10 * HOUR, NOW, "Europe/Berlin", "en") == "20:02"
    assert spaced(when(NOW + 60 * 24 * HOUR, NOW, "Asia/Kolkata", "de")) == "20. Jan. 2027 14:32"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(0), "0 min"),
        (45 * SECOND, "45 s"),
        (30 * MINUTE, "30 min"),
        (HOUR, "1 h"),
        (150 * MINUTE, "2 h 30 min"),
        (76 * HOUR, "3 d 4 h"),
        (72 * HOUR + 5 * MINUTE, "3 d"),
        (-20 * MINUTE, "−20 min"),
    ],
)
def test_spans(length: timedelta, words: str) -> None:
    assert spaced(span(length)) == words


@pytest.mark.parametrize(
    ("left", "short", "long"),
    [
        (96 * MINUTE, "1:36", "1:36:00"),
        (41 * MINUTE + 12 * SECOND, "0:41", "0:41:12"),
        (10 * MINUTE, "0:10", "0:10:00"),
        (9 * MINUTE + 41 * SECOND, "0:09", "0:09:41"),
        (5 * MINUTE + SECOND, "0:05", "0:05:01"),
        (5 * MINUTE, "5:00", "0:05:00"),
        (4 * MINUTE + 41 * SECOND, "4:41", "0:04:41"),
        (95 * SECOND, "1:35", "0:01:35"),
        (SECOND, "0:01", "0:00:01"),
        (timedelta(milliseconds=1), "0:01", "0:00:01"),
        (timedelta(0), "+0:00", "+0:00:00"),
        (-12 * MINUTE - 11 * SECOND, "+12:11", "+0:12:11"),
        (-62 * MINUTE - 11 * SECOND, "+1:02:11", "+1:02:11"),
        (76 * HOUR, "76:00", "76:00:00"),
        (124 * HOUR, "5 d 4 h", "124:00:00"),
        (-124 * HOUR, "+5 d 4 h", "+124:00:00"),
    ],
)
def test_countdowns(left: timedelta, short: str, long: str) -> None:
    assert spaced(countdown(left)) == short
    assert long_countdown(left) == long


@given(st.integers(1, 600 * 10))
def test_a_countdown_changes_only_with_the_whole_second(tenths: int) -> None:
    left = timedelta(milliseconds=100 * tenths)
    whole = timedelta(seconds=-(-tenths // 10))
    assert countdown(left) == countdown(whole)
    assert long_countdown(left) == long_countdown(whole)


@pytest.mark.parametrize(
    ("line", "english", "german"),
    [
        (PriceLine(LineKind.PARKING, 6000, 60, 6000), "Parking 1 h × ₹ 60", "Parken 1 h × ₹ 60"),
        (
            PriceLine(LineKind.PARKING, 1875, 75, 1550),
            "Parking 1 h 15 min × ₹ 15.50",
            "Parken 1 h 15 min × ₹ 15.50",
        ),
        (PriceLine(LineKind.OVERSTAY, 2000, 20, 6000), "Overstay 20 min × ₹ 60", "Überziehung 20 min × ₹ 60"),
        (PriceLine(LineKind.MINIMUM, 4000), "Minimum charge", "Mindestpreis"),
        (PriceLine(LineKind.TAX, 1080, name="GST", basis_points=1800), "GST 18 %", "GST 18 %"),
        (PriceLine(LineKind.TAX, 570, name="", basis_points=950), "Tax 9.5 %", "Steuer 9.5 %"),
        (PriceLine(LineKind.TAX, 570, name="VAT", basis_points=825), "VAT 8.25 %", "VAT 8.25 %"),
        (PriceLine(LineKind.TAX, 0, name="VAT", basis_points=0), "VAT 0 %", "VAT 0 %"),
    ],
)
def test_price_lines(line: PriceLine, english: str, german: str) -> None:
    assert spaced(price_line(line, "INR", "en_IN", "en")) == english
    assert spaced(price_line(line, "INR", "en_IN", "de_DE")) == german
    assert price_line(line, "INR", "en_IN", "ml") == price_line(line, "INR", "en_IN", "en")


def test_every_kind_of_line_has_its_word_in_every_language() -> None:
    for kind in LineKind:
        words = {price_line(PriceLine(kind, 1), "INR", "en_IN", language) for language in ("en", "de")}
        assert len(words) == 2


def test_tax_inside_the_price_is_named() -> None:
    tariff = Tariff(
        UUID(int=1), UUID(int=2), 1, "EUR", 250, tax_name="MwSt.", tax_basis_points=1900, tax_included=True
    )
    quote = tariff.quote(HOUR, "sedan")
    assert tax_included(quote, "de") == "darin MwSt."
    assert tax_included(quote, "en") == "including MwSt."
    free = Tariff(UUID(int=1), UUID(int=2), 1, "EUR", 250).quote(HOUR, "sedan")
    assert tax_included(free, "en") == ""


def test_babel_comes_with_the_first_figure_only() -> None:
    program = "import sys, parkdesk.wording; print('babel' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("minor", "currency", "locale", "shown"),
    [
        (2_775_360, "INR", "en_IN", "₹ 27,754"),
        (99_950, "INR", "en_IN", "₹ 999.50"),
        (138_950, "EUR", "de_DE", "1.390 €"),
        (-138_950, "EUR", "de_DE", "−1.390 €"),
        (0, "GBP", "en_GB", "£0"),
    ],
)
def test_a_headline_leaves_the_small_change_to_the_table(
    minor: int, currency: str, locale: str, shown: str
) -> None:
    assert spaced(headline(Money(minor, currency), locale)) == shown
