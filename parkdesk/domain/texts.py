"""Free text a person types: trimmed, bounded and storable."""

from __future__ import annotations

import re
import unicodedata

from parkdesk.domain.errors import (
    EmailUnreadable,
    PhoneUnreadable,
    TextMissing,
    TextTooLong,
    TextUnreadable,
)
from parkdesk.domain.payment_errors import CardNumberTyped

LINE = 120
PARAGRAPH = 2000
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
CARD_LEAST, CARD_MOST = 13, 19
_CARDS_BEGIN = "23456"
"""Networks whose cards pay in shops (ISO/IEC 7812-1, major industry identifier)."""
_DIGITS = re.compile(r"\d(?:[ \t.\-/_]{0,2}\d){12,}")
_PHONE_MOST = 15
_PHONE = re.compile(r"[+(0-9][0-9 ()/.\-]{2,24}")


def line(text: str, *, field: str, most: int = LINE, required: bool = False) -> str:
    """One trimmed line. Raises TextMissing, TextTooLong, TextUnreadable (control characters, lone surrogates) or
    CardNumberTyped."""
    return _free(_checked(" ".join(text.split()), field=field, most=most, required=required), field)


def paragraph(text: str, *, field: str, most: int = PARAGRAPH, required: bool = False) -> str:
    """Trimmed text that may hold tabs and line breaks, which all become `\\n`."""
    text = re.sub(r"\r\n?", "\n", text).strip()
    return _free(_checked(text, field=field, most=most, required=required), field)


def _checked(text: str, *, field: str, most: int, required: bool) -> str:
    if required and not text:
        raise TextMissing(field=field)
    if len(text) > most:
        raise TextTooLong(length=len(text), most=most, field=field)
    if storable(text) != text:
        raise TextUnreadable(field=field)
    return text


def _free(text: str, field: str) -> str:
    if holds_card_number(text):
        raise CardNumberTyped(field=field)
    return text


def holds_card_number(text: str) -> bool:
    """Whether 13 to 19 digits, parted by spaces or marks at most, pass the check of ISO/IEC 7812-1."""
    for run in _DIGITS.findall(unicodedata.normalize("NFKC", text)):
        groups = ["".join(str(int(digit)) for digit in group) for group in re.findall(r"\d+", run)]
        for first in range(len(groups)):
            for last in range(first, len(groups)):
                digits = "".join(groups[first : last + 1])
                if len(digits) > CARD_MOST:
                    break
                if len(digits) >= CARD_LEAST and digits[0] in _CARDS_BEGIN and _passes_luhn(digits):
                    return True
    return False


def _passes_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value if value < 10 else value - 9
    return total % 10 == 0


def storable(text: str) -> str:
    """The text without what no database can hold or find: control characters and lone surrogates."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cs", "Cc"))


def email(text: str, *, field: str = "email") -> str:
    """Empty, or something that looks like an address (RFC 5321's full grammar is the mail server's business)."""
    address = _checked(" ".join(text.split()), field=field, most=254, required=False)
    if address and not _EMAIL.fullmatch(address):
        raise EmailUnreadable(text=address, field=field)
    return _free(address, field)


def phone(text: str, *, field: str = "phone") -> str:
    """Empty, or digits with the marks people write between them."""
    number = _checked(" ".join(text.split()), field=field, most=40, required=False)
    if number and not _PHONE.fullmatch(number):
        raise PhoneUnreadable(text=number, field=field)
    # With its country code a telephone number may look like a card's; none is longer (ITU-T E.164).
    return number if sum(map(str.isdigit, number)) <= _PHONE_MOST else _free(number, field)
