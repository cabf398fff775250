"""The words of the command bar's language: what a desk knows, and what a word can be by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from enum import IntEnum
from functools import cached_property

from parkdesk.domain import duration
from parkdesk.domain.plate import key_of
from parkdesk.domain.vehicle import STARTING_SET
from parkdesk.domain.verbs import begins_time

_WORD = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+)')
_BAY_SHAPE = re.compile(r"[0-9]{0,2}[A-Z]{1,3}-?[0-9]{1,4}", re.IGNORECASE)
_TIME = re.compile(r"(?P<hours>[0-9]{1,2})(?:[:.h]?(?P<minutes>[0-9]{2}))?")
_LEAST_PLATE = 5


class Sure(IntEnum):
    """How sure the words before a slot make it that a plate has ended. A short one may have: `TN1`, `KL 08`."""

    UNSURE = 0
    SHORT = 1
    PLAUSIBLE = 2
    COMPLETE = 3
    CERTAIN = 4


@dataclass(frozen=True)
class Vocabulary:
    """What a desk knows at the moment. `plates` stand in the lot now or are expected, `known_plates` came before."""

    bays: tuple[str, ...] = ()
    free_bays: tuple[str, ...] = ()
    taken_bays: tuple[str, ...] = ()
    closed_bays: tuple[str, ...] = ()
    vehicle_types: tuple[str, ...] = tuple(kind.code for kind in STARTING_SET)
    expecting_bays: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    expected_plates: tuple[str, ...] = ()
    known_plates: tuple[str, ...] = ()
    quick_durations: tuple[timedelta, ...] = ()
    language: str = "en"

    @cached_property
    def bay_codes(self) -> dict[str, str]:
        return {code.casefold(): code for code in self.bays}

    @cached_property
    def plate_keys(self) -> frozenset[str]:
        return frozenset(key_of(plate) for plate in self.plates)


NOTHING_KNOWN = Vocabulary()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line and where it stands in it."""

    text: str
    start: int
    end: int
    quoted: bool = False


def words_of(text: str) -> tuple[Word, ...]:
    """The line's words; quotation marks hold words together."""
    found = (
        Word(tidy(match["quoted"] or match["bare"] or ""), match.start(), match.end(), match["bare"] is None)
        for match in _WORD.finditer(text)
    )
    return tuple(word for word in found if word.text)


def joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def ends_plate(words: Sequence[Word]) -> Sure:
    """How sure it is that a plate ends with these words."""
    key = key_of(joined(words))
    digits = [character.isdecimal() for character in key]
    if words and words[0].quoted:
        return Sure.CERTAIN
    if len(key) < _LEAST_PLATE or not any(digits):
        return Sure.SHORT if any(digits) else Sure.UNSURE
    return Sure.COMPLETE if digits[-1] and not all(digits) else Sure.PLAUSIBLE


def duration_at(words: Sequence[Word], place: int) -> tuple[timedelta | None, int]:
    """The duration that begins here and how many words it takes: `2h`, but also `2 h`."""
    word = words[place].text
    unit = words[place + 1].text if place + 1 < len(words) else ""
    if duration.is_bare(word) and unit.casefold() in duration.UNITS:
        return duration.read(word + unit), 2
    return duration.read(word), 1


def is_spoken(words: Sequence[Word], place: int) -> bool:
    """Whether a duration begins here that says its unit: no plate ends like that where one can have ended."""
    length, used = duration_at(words, place)
    return length is not None and (used == 2 or not duration.is_bare(words[place].text))


def time_at(words: Sequence[Word], place: int, sure: Sure = Sure.CERTAIN) -> time | None:
    """The time of day that is said here in two words: `at 15:30`, and behind a plate that ended `at 1530`, `at 9`."""
    if not begins_time(words[place].text) or place + 1 >= len(words):
        return None
    match = _TIME.fullmatch(words[place + 1].text)
    if match is None or sure < (Sure.SHORT if ":" in match[0] else Sure.PLAUSIBLE):
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def vehicle_type_of(word: str, vocabulary: Vocabulary, sure: Sure = Sure.CERTAIN) -> str:
    """The code a word means, in full or by its beginning (three letters or more); else empty."""
    wanted = word.casefold()
    if wanted in vocabulary.vehicle_types:
        return wanted if len(wanted) > 3 or sure >= Sure.PLAUSIBLE else ""
    found = [code for code in vocabulary.vehicle_types if code.startswith(wanted)]
    least = 3 if sure >= Sure.COMPLETE else 4
    return found[0] if len(found) == 1 and len(wanted) >= least and sure >= Sure.PLAUSIBLE else ""


def bay_of(word: str, vocabulary: Vocabulary, sure: Sure = Sure.CERTAIN) -> str:
    """The code of a known bay, or of a word shaped like one; else empty."""
    if word.casefold() in vocabulary.bay_codes:
        return canonical(word, vocabulary) if sure >= Sure.SHORT else ""
    return word.upper() if sure >= Sure.COMPLETE and _BAY_SHAPE.fullmatch(word) else ""


def canonical(word: str, vocabulary: Vocabulary) -> str:
    """A bay's code as it is written."""
    return vocabulary.bay_codes.get(word.casefold(), word.upper())


def tidy(text: str) -> str:
    return " ".join(text.split())
