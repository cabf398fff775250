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

LINE = 120
PARAGRAPH = 2000
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"[+(0-9][0-9 ()/.\-]{2,24}")


def line(text: str, *, field: str, most: int = LINE, required: bool = False) -> str:
    """One trimmed line. Raises TextMissing, TextTooLong or TextUnreadable (control characters, lone surrogates)."""
    return _checked(" ".join(text.split()), field=field, most=most, required=required)


def paragraph(text: str, *, field: str, most: int = PARAGRAPH, required: bool = False) -> str:
    """Trimmed text that may hold tabs and line breaks, which all become `\\n`."""
    return _checked(re.sub(r"\r\n?", "\n", text).strip(), field=field, most=most, required=required)


def _checked(text: str, *, field: str, most: int, required: bool) -> str:
    if required and not text:
        raise TextMissing(field=field)
    if len(text) > most:
        raise TextTooLong(length=len(text), most=most, field=field)
    if storable(text) != text:
        raise TextUnreadable(field=field)
    return text


def storable(text: str) -> str:
    """The text without what no database can hold or find: control characters and lone surrogates."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cs", "Cc"))


def email(text: str, *, field: str = "email") -> str:
    """Empty, or something that looks like an address (RFC 5321's full grammar is the mail server's business)."""
    address = line(text, field=field, most=254)
    if address and not _EMAIL.fullmatch(address):
        raise EmailUnreadable(text=address, field=field)
    return address


def phone(text: str, *, field: str = "phone") -> str:
    """Empty, or digits with the marks people write between them."""
    number = line(text, field=field, most=40)
    if number and not _PHONE.fullmatch(number):
        raise PhoneUnreadable(text=number, field=field)
    return number
