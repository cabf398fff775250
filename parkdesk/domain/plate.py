"""Number plates: shown as typed, compared without case, spaces and dashes, searched through look-alikes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from parkdesk.domain.errors import PlateMissing, PlateTooLong, PlateUnreadable
from parkdesk.domain.payment_errors import CardNumberTyped
from parkdesk.domain.texts import holds_card_number

MOST = 16
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "B": "8"})
_SEPARATORS = frozenset(" -.·/_")

# What plates of a country usually look like: a hint beside the field, never a wall.
_SHAPES = {
    "IN": re.compile(r"[A-Z]{2}\d{1,2}[A-Z]{0,3}\d{1,4}|\d{2}BH\d{4}[A-Z]{1,2}"),
    "DE": re.compile(r"[A-ZÄÖÜ]{1,3}[A-Z]{1,2}\d{1,4}[EH]?"),
    "AT": re.compile(r"[A-Z]{1,2}[A-Z0-9]{3,6}"),
    "GB": re.compile(r"[A-Z]{2}\d{2}[A-Z]{3}|[A-Z]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-Z]"),
    "FR": re.compile(r"[A-Z]{2}\d{3}[A-Z]{2}|\d{1,4}[A-Z]{2,3}\d{2}"),
}
_EXAMPLES = {"IN": "KL 08 AZ 1234", "DE": "DD AB 123", "AT": "W 12345 A", "GB": "AB12 CDE", "FR": "AB-123-CD"}


@dataclass(frozen=True, slots=True)
class Plate:
    """`shown` is what was typed; `key` is what makes two plates the same one."""

    shown: str
    key: str

    @classmethod
    def read(cls, text: str, *, field: str = "plate") -> Plate:
        """Raises PlateMissing, PlateTooLong (more than 16 letters and digits), PlateUnreadable or CardNumberTyped."""
        shown = " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())
        key = key_of(shown)
        if len(key) > MOST or len(shown) > 2 * MOST:
            raise PlateTooLong(most=MOST, length=max(len(key), len(shown)), field=field)
        for character in shown:
            if character not in _SEPARATORS and not character.isalnum() and not _combines(character):
                raise PlateUnreadable(character=_printable(character), field=field)
        if not key:
            raise PlateMissing(field=field)
        if holds_card_number(key):
            raise CardNumberTyped(field=field)
        return cls(shown, key)

    def __str__(self) -> str:
        return self.shown


def key_of(text: str) -> str:
    """Capitals and digits only (Unicode NFKC), so `kl-08 az 1234` equals `KL08AZ1234`."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.upper()))
    capitals = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    # What stood between two characters may have kept them from composing: the key of a key must be the key.
    return unicodedata.normalize("NFKC", "".join(c for c in capitals if c.isalnum() or _combines(c)))


def search_key(text: str) -> str:
    """The key with the look-alikes 0/O, 1/I and 8/B folded together, for searching only."""
    return key_of(text).translate(_LOOK_ALIKES)


def looks_usual(key: str, country: str) -> bool:
    """Whether the plate has the country's usual shape; countries without one are always usual."""
    shape = _SHAPES.get(country)
    return shape is None or shape.fullmatch(key) is not None


def example(country: str) -> str:
    return _EXAMPLES.get(country, _EXAMPLES["IN"])


def _combines(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc")


def _printable(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
