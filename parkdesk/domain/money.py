"""Money: whole minor units with their currency, exact and never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parkdesk.domain.errors import AmountOutOfRange, AmountUnreadable, CurrencyMismatch, CurrencyUnknown

# ISO 4217 minor-unit exponents that are not 2.
_ZERO_PLACES = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_PLACES = "BHD IQD JOD KWD LYD OMR TND"
_EXPONENTS = dict.fromkeys(_ZERO_PLACES.split(" "), 0) | dict.fromkeys(_THREE_PLACES.split(" "), 3)
MOST_MINOR = 10**11
"""No single amount at a parking desk reaches this many minor units; larger input is a slip."""
_MOST_DIGITS = 100


def exponent(currency: str) -> int:
    """Decimal places of a currency (ISO 4217: JPY 0, INR 2, KWD 3)."""
    return _EXPONENTS.get(currency, 2)


def checked_currency(text: str) -> str:
    """The ISO 4217 code in capitals. Raises CurrencyUnknown."""
    currency = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise CurrencyUnknown(currency=text, field="currency")
    return currency


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (paise, cents, fils)."""

    minor: int
    currency: str

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(left=self.currency, right=other.currency)

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def portion(self, numerator: int, denominator: int) -> Money:
        """This amount times numerator/denominator, half a minor unit rounded away from zero."""
        return Money(rounded(self.minor * numerator, denominator), self.currency)

    def plain(self) -> str:
        """Digits with a point and no sign of the currency, as CSV files and forms use: `247.80`."""
        places = exponent(self.currency)
        sign = "-" if self.minor < 0 else ""
        whole, part = divmod(abs(self.minor), 10**places)
        return f"{sign}{whole}.{part:0{places}d}" if places else f"{sign}{whole}"

    def __str__(self) -> str:
        return f"{self.currency} {self.plain()}"


def rounded(numerator: int, denominator: int) -> int:
    """numerator/denominator as a whole number, halves away from zero, without floating point."""
    sign = -1 if (numerator < 0) != (denominator < 0) else 1
    numerator, denominator = abs(numerator), abs(denominator)
    return sign * ((2 * numerator + denominator) // (2 * denominator))


def parsed(text: str, currency: str, *, field: str | None = None) -> Money:
    """Read an amount a person typed: `60`, `60.50`, `1,200.00`, `1.200,50`, `₹ 60`.

    The last separator with as many or fewer digits behind it than the currency has places is the decimal one.
    Raises AmountUnreadable, or AmountOutOfRange below nothing or above MOST_MINOR.
    """
    places = exponent(currency)
    cleaned = re.sub(r"[\s\u00a0\u202f'’₹€$£¥]", "", text)
    if cleaned.upper().startswith(currency):
        cleaned = cleaned[len(currency) :]
    match = re.fullmatch(r"(-?)(\d[\d.,]*|[.,]\d+)", cleaned, flags=re.ASCII)
    if match is None:
        raise AmountUnreadable(text=text[:40], field=field)
    sign, digits = match.groups()
    whole, fraction = _split(digits, places)
    if not (whole + fraction).isdigit():
        raise AmountUnreadable(text=text[:40], field=field)
    units = (whole or "0") + fraction.ljust(places, "0")
    minor = int(units) if len(units) <= _MOST_DIGITS else MOST_MINOR + 1
    if (sign and minor) or minor > MOST_MINOR:
        raise AmountOutOfRange(least=0, most=Money(MOST_MINOR, currency).plain(), field=field)
    return Money(minor, currency)


def _split(digits: str, places: int) -> tuple[str, str]:
    """Whole and fractional digits; grouping separators must stand in groups, else the text stays unreadable."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits, ""
    mark, behind = digits[last], digits[last + 1 :]
    grouping = "," if mark == "." else "."
    if digits.count(mark) == 1 and 0 < len(behind) <= places:
        whole = digits[:last]
        if grouping in whole and not re.fullmatch(
            rf"\d{{1,3}}(\{grouping}\d{{2,3}})*\{grouping}\d{{3}}", whole
        ):
            return "?", ""
        return whole.replace(grouping, ""), behind
    if re.fullmatch(rf"\d{{1,3}}(\{mark}\d{{2,3}})*\{mark}\d{{3}}", digits):
        return digits.replace(mark, ""), ""
    return "?", ""
