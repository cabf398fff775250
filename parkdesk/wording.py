"""Numbers, money, moments and spans as people read them, in a lot's locale and time zone.

`locale` is a lot's (`Lot.language`) and governs figures; `language` is the reader's (the window's, or the
lot's on a receipt) and governs words. Babel costs 35 ms to import, so it comes with the first figure and not
with this module; every formatter is cached, for painting calls them. Spaces in figures never break.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from parkdesk.domain.booking import ENDING_SOON
from parkdesk.domain.moments import zone
from parkdesk.domain.money import Money, exponent, rounded
from parkdesk.domain.tariff import LineKind, PriceLine, Quote

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_LARGE = 1000
NBSP = "\u00a0"
MINUS = "\u2212"
_SECOND, _MINUTE, _HOUR, _DAY = (timedelta(seconds=s) for s in (1, 60, 3600, 86400))
SECONDS_BELOW = ENDING_SOON
"""A countdown shows seconds from here on: `4:55` is minutes only where it is marked as ending, else hours."""

_WORDS = {
    "en": {
        LineKind.PARKING: "Parking",
        LineKind.MINIMUM: "Minimum charge",
        LineKind.OVERSTAY: "Overstay",
        LineKind.TAX: "Tax",
        LineKind.WAIVED: "Not charged",
        "included": "including {name}",
        "hourly": "{amount} an hour",
    },
    "de": {
        LineKind.PARKING: "Parken",
        LineKind.MINIMUM: "Mindestpreis",
        LineKind.OVERSTAY: "Überziehung",
        LineKind.TAX: "Steuer",
        LineKind.WAIVED: "Erlassen",
        "included": "darin {name}",
        "hourly": "{amount} je Stunde",
    },
}
# Where CLDR would put the month first or a comma in between; other languages take CLDR's own order.
_DATES = {
    "en": {"MMMMEEEEd": "EEEE d MMMM", "MMMEd": "EEE d MMM", "MMMd": "d MMM", "yMMMd": "d MMM y"},
    "de": {"MMMMEEEEd": "EEEE, d. MMMM", "MMMEd": "ccc d. MMM", "MMMd": "d. MMM", "yMMMd": "d. MMM y"},
}


# Figures


@lru_cache(maxsize=4096)
def money(amount: Money, locale: str, *, short: bool = False) -> str:
    """`₹ 60.00`, `60,00 €`; `short` drops decimals that are all zero: `₹ 60`."""
    places = exponent(amount.currency)
    if short and amount.minor % 10**places == 0:
        pattern = _money_pattern(locale, 0)
    else:
        pattern = _money_pattern(locale, places)
    value = Decimal(amount.minor).scaleb(-places)
    text = pattern.apply(value, _locale(locale), currency=amount.currency, currency_digits=False)
    return _spaced(text, locale)


def hourly(amount: Money, locale: str, language: str) -> str:
    """`₹ 60 an hour`."""
    return _words(language)["hourly"].format(amount=money(amount, locale, short=True))


@lru_cache(maxsize=1024)
def headline(amount: Money, locale: str) -> str:
    """A sum as a figure to be read at a glance: from a thousand on it leaves the small change to the table."""
    unit = 10 ** exponent(amount.currency)
    if abs(amount.minor) >= _LARGE * unit:
        amount = Money(rounded(amount.minor, unit) * unit, amount.currency)
    return money(amount, locale, short=True)


def number(value: int | float, locale: str, *, places: int = 0) -> str:
    """`9,184`, `2.6`."""
    return _minus(_number_pattern(locale, places).apply(Decimal(str(value)), _locale(locale)))


def percent(share: float, locale: str, *, places: int = 0, signed: bool = False) -> str:
    """A share of one: 0.61 is `61 %`; `signed` writes `+3.0 %`."""
    text = number(round(share * 100, places) or 0, locale, places=places)
    return f"{'+' if signed and share > 0 else ''}{text}{NBSP}%"


# Moments


@lru_cache(maxsize=4096)
def clock(moment: datetime, time_zone: str) -> str:
    """`14:30`, always 24 hours."""
    return f"{moment.astimezone(zone(time_zone)):%H:%M}"


def clock_span(start: datetime, until: datetime, time_zone: str) -> str:
    """`14:13–15:13`."""
    return f"{clock(start, time_zone)}–{clock(until, time_zone)}"


def day(day: date, language: str) -> str:
    """`Saturday 21 November`."""
    return _date(day, "MMMMEEEEd", language)


def short_day(day: date, language: str) -> str:
    """`Sat 21 Nov`."""
    return _date(day, "MMMEd", language)


def weekday(day: date, language: str) -> str:
    """`Sat`."""
    return _date(day, "ccc", language)


def short_date(day: date, language: str, *, year: bool = True) -> str:
    """`21 Nov 2026`, or `21 Nov` without the year."""
    return _date(day, "yMMMd" if year else "MMMd", language)


def month(day: date, language: str) -> str:
    """`Nov`."""
    return _date(day, "LLL", language)


def date_span(first: date, last: date, language: str) -> str:
    """`22 Oct – 20 Nov 2026`: the year once if it is the same one; a single day as `Fri 20 Nov 2026`."""
    if first == last:
        return f"{weekday(first, language)} {short_date(first, language)}"
    same = first.year == last.year
    return f"{short_date(first, language, year=not same)} – {short_date(last, language)}"


def date_time(moment: datetime, time_zone: str, language: str, *, year: bool = True) -> str:
    """`21 Nov 2026 14:30`."""
    local = moment.astimezone(zone(time_zone))
    return f"{short_date(local.date(), language, year=year)}{NBSP}{local:%H:%M}"


def when(moment: datetime, now: datetime, time_zone: str, language: str) -> str:
    """The clock time on the lot's today, with the day on any other: `14:30`, `Sun 22 Nov 14:30`."""
    local, today = moment.astimezone(zone(time_zone)), now.astimezone(zone(time_zone)).date()
    if local.date() == today:
        return clock(moment, time_zone)
    if local.year != today.year:
        return date_time(moment, time_zone, language)
    return f"{short_day(local.date(), language)}{NBSP}{local:%H:%M}"


# Spans


@lru_cache(maxsize=4096)
def span(length: timedelta) -> str:
    """The two largest units: `30 min`, `2 h 30 min`, `3 d 4 h`; below a minute `45 s`."""
    if length < timedelta(0):
        return MINUS + span(-length)
    if timedelta(0) < length < _MINUTE:
        return f"{length // _SECOND}{NBSP}s"
    days, rest = divmod(length, _DAY)
    hours, minutes = rest // _HOUR, rest % _HOUR // _MINUTE
    units = ((days, "d"), (hours, "h"), (0 if days else minutes, "min"))
    return NBSP.join(f"{count}{NBSP}{unit}" for count, unit in units if count) or f"0{NBSP}min"


def countdown(left: timedelta) -> str:
    """Time left as a bay shows it: hours and minutes (`1:36`), minutes and seconds for the last five (`4:41`).

    Past the end it counts up in minutes and seconds, `+12:11`, and with hours from an hour on, `+1:02:11`.
    """
    if left > timedelta(0):
        return _countdown_seconds(-(-left // _SECOND))
    return _over_seconds(-left // _SECOND)


def long_countdown(left: timedelta) -> str:
    """Time left to the second: `0:41:12`, past the end `+0:12:11`."""
    sign, seconds = ("", -(-left // _SECOND)) if left > timedelta(0) else ("+", -left // _SECOND)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


@lru_cache(maxsize=4096)
def _countdown_seconds(seconds: int) -> str:
    if seconds <= SECONDS_BELOW // _SECOND:
        return f"{seconds // 60}:{seconds % 60:02d}"
    if seconds < 100 * 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}"
    return span(timedelta(seconds=seconds))


@lru_cache(maxsize=4096)
def _over_seconds(seconds: int) -> str:
    if seconds < 3600:
        return f"+{seconds // 60}:{seconds % 60:02d}"
    if seconds < 100 * 3600:
        return f"+{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"+{span(timedelta(seconds=seconds))}"


# Price lines


def price_line(line: PriceLine, currency: str, locale: str, language: str) -> str:
    """What a line charges, without its amount: `Parking 1 h × ₹ 60`, `GST 18 %`, `Minimum charge`."""
    word = _words(language)[line.kind]
    if line.kind is LineKind.TAX:
        share = line.basis_points / 10_000
        places = 0 if line.basis_points % 100 == 0 else 1 if line.basis_points % 10 == 0 else 2
        return f"{line.name or word} {percent(share, locale, places=places)}"
    if not line.minutes:
        return word
    rate = money(Money(line.rate_minor, currency), locale, short=True)
    return f"{word} {span(timedelta(minutes=line.minutes))} × {rate}"


def tax_included(quote: Quote, language: str) -> str:
    """The words beside the tax that the prices already hold, `including VAT`; empty where there is none."""
    if not quote.tax_included_minor:
        return ""
    words = _words(language)
    return words["included"].format(name=quote.tax_name or words[LineKind.TAX])


# How Babel is asked


def _words(language: str) -> dict[str, str]:
    return _WORDS.get(language[:2], _WORDS["en"])


@lru_cache(maxsize=64)
def _locale(name: str) -> Locale:
    """Babel's locale, or the nearest it knows: a lot may carry any well-formed language."""
    from babel import Locale, UnknownLocaleError

    for candidate in (name, name.partition("_")[0]):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


@lru_cache(maxsize=256)
def _money_pattern(locale: str, places: int) -> NumberPattern:
    return _with_places(_locale(locale).currency_formats["standard"].pattern, places)


@lru_cache(maxsize=256)
def _number_pattern(locale: str, places: int) -> NumberPattern:
    return _with_places(_locale(locale).decimal_formats[None].pattern, places)


def _with_places(pattern: str, places: int) -> NumberPattern:
    from babel.numbers import parse_pattern

    parsed = parse_pattern(pattern)
    parsed.frac_prec = (places, places)
    return parsed


def _spaced(text: str, locale: str) -> str:
    """India writes a space after ₹; a sign that ends in a letter (CHF) stands off its digits (CLDR)."""
    start = next((place for place, character in enumerate(text) if character.isdecimal()), 0)
    sign = text[start - 1 : start]
    if sign.isalpha() or (sign and not sign.isspace() and sign not in "-\u200f" and locale.endswith("_IN")):
        text = f"{text[:start]}{NBSP}{text[start:]}"
    return _minus(text)


def _minus(text: str) -> str:
    return text.replace("-", MINUS, 1)


@lru_cache(maxsize=2048)
def _date(day: date, skeleton: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    pattern = skeleton if skeleton in ("ccc", "LLL") else None
    if not language.endswith("_US"):
        pattern = _DATES.get(language[:2], {}).get(skeleton, pattern)
    if pattern is not None:
        return format_date(day, pattern, locale=_locale(language))
    # Babel's skeletons are written for moments; midnight of the day has the same day in it.
    return format_skeleton(skeleton, datetime.combine(day, datetime.min.time()), locale=_locale(language))
