"""The command bar's language: one line of text becomes one frozen command.

    in PLATE [type] [duration] [bay] [at TIME]    out STAY        renew STAY [duration]    extend STAY duration
    arrive STAY    confirm STAY    noshow STAY    move STAY bay   cancel STAY [reason]     pay STAY [method]
    note STAY text    close BAY [reason]          open BAY        find text                undo    sweep

STAY is a bay, a ticket or any part of a plate. TIME is the next `15:30` (or `1530`) to come. A plate may hold spaces;
where that leaves a doubt, quotation marks settle it: `in "W 1" 2h`. A ticket code alone (a scanner types nothing else)
means `find`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from functools import cached_property

from parkdesk.domain import duration
from parkdesk.domain.errors import CommandUnreadable, TicketMistyped
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import key_of
from parkdesk.domain.ticket import looks_like_ticket, read_ticket
from parkdesk.domain.vehicle import STARTING_SET
from parkdesk.domain.verbs import (
    Verb,
    begins_time,
    example,
    method_of,
    nearest,
    verb_of,
)

_WORD = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+)')
_BAY_SHAPE = re.compile(r"[0-9]{0,2}[A-Z]{1,3}-?[0-9]{1,4}", re.IGNORECASE)
_TIME = re.compile(r"(?P<hours>[0-9]{1,2})(?:[:.h]?(?P<minutes>[0-9]{2}))?")
_MOST_CHARACTERS = 1000
_MOST_PIECES = 6
_LEAST_PLATE = 5
_LONG_PLATE = 7

# How sure the words before a slot make it that a plate has ended.
_UNSURE, _PLAUSIBLE, _COMPLETE, _CERTAIN = range(4)


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
class Command:
    """`target` is the plate of `in`, the bay of `close` and `open`, else what names the stay; `bay` is where
    the car goes; `text` a reason, a note or what to find."""

    verb: Verb
    target: str = ""
    vehicle_type: str = ""
    duration: timedelta | None = None
    bay: str = ""
    at: time | None = None
    method: Method | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line and where it stands in it."""

    text: str
    start: int
    end: int
    quoted: bool = False


def parse(text: str, vocabulary: Vocabulary = NOTHING_KNOWN) -> Command:
    """Raises CommandUnreadable, with an example of the verb that seems meant."""
    words = words_of(text[: _MOST_CHARACTERS + 1])
    language = vocabulary.language
    if not words or len(text) > _MOST_CHARACTERS:
        raise _unreadable(text, Verb.IN, language)
    verb = verb_of(words[0].text)
    if verb is None:
        if looks_like_ticket(text):
            return Command(Verb.FIND, text=_ticket(text))
        raise _unreadable(words[0].text, nearest(words[0].text), language)
    rest = words[1:]
    if verb in (Verb.UNDO, Verb.SWEEP):
        if rest:
            raise _unreadable(rest[0].text, verb, language)
        return Command(verb)
    if not rest:
        raise _unreadable(text, verb, language)
    if verb is Verb.FIND:
        return Command(verb, text=_tidy(text[words[0].end :]))
    if verb in (Verb.OUT, Verb.ARRIVE, Verb.CONFIRM, Verb.NO_SHOW):
        return Command(verb, target=joined(rest))
    if verb is Verb.IN:
        return _read_in(rest, vocabulary)
    return _read_about(verb, rest, text, vocabulary)


def words_of(text: str) -> tuple[Word, ...]:
    """The line's words; quotation marks hold words together."""
    found = (
        Word(_tidy(match["quoted"] or match["bare"] or ""), match.start(), match.end(), match["bare"] is None)
        for match in _WORD.finditer(text)
    )
    return tuple(word for word in found if word.text)


def joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def ends_plate(words: Sequence[Word]) -> int:
    """How sure it is that a plate ends with these words."""
    key = key_of(joined(words))
    digits = [character.isdecimal() for character in key]
    if words and words[0].quoted:
        return _CERTAIN
    if len(key) < _LEAST_PLATE or not any(digits):
        return _UNSURE
    return _COMPLETE if digits[-1] and not all(digits) else _PLAUSIBLE


def target_length(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many words from the first name the stay: one, or more for a plate known here or typed in pieces."""
    for count in range(min(len(words), _MOST_PIECES), 1, -1):
        if key_of(joined(words[:count])) in vocabulary.plate_keys:
            return count
    for count, word in enumerate(words, start=1):
        letters = word.text.isalpha() and len(word.text) <= 3
        if word.quoted or not (letters or (count > 1 and _has_digit(word.text))):
            break
        if ends_plate(words[:count]) >= _COMPLETE:
            return count
    return 1


def _read_in(words: Sequence[Word], vocabulary: Vocabulary) -> Command:
    """The plate is as short as it can be while every word behind it is a type, a duration, a bay or a time."""
    for count in range(1, len(words) + 1):
        plate, rest = words[:count], words[count:]
        command, read = _with_slots(Command(Verb.IN, joined(plate)), rest, ends_plate(plate), vocabulary)
        if read == len(rest):
            return command
        if _cannot_continue(plate, rest[0].text):
            raise _unreadable(rest[read].text, Verb.IN, vocabulary.language)
    raise _unreadable(joined(words), Verb.IN, vocabulary.language)


def _cannot_continue(plate: Sequence[Word], tail: str) -> bool:
    """Whether a word is too much for a plate, so that a mistyped vehicle type is not taken for its end."""
    sure = ends_plate(plate)
    if begins_time(tail) and sure >= _COMPLETE:
        return True
    if tail.isalpha():
        return sure >= _CERTAIN or (sure >= _PLAUSIBLE and len(tail) > 3)
    return sure >= _COMPLETE and not (_has_digit(tail) and len(key_of(joined(plate))) < _LONG_PLATE)


def _with_slots(
    command: Command, words: Sequence[Word], sure: int, vocabulary: Vocabulary
) -> tuple[Command, int]:
    """The command with type, duration, bay and time, in any order and each at most once, and the words it took."""
    place = 0
    while place < len(words):
        word = words[place].text
        length, used = duration_at(words, place)
        bare = used == 1 and duration.is_bare(word)
        if (kind := vehicle_type_of(word, vocabulary, sure)) and not command.vehicle_type:
            command, used = replace(command, vehicle_type=kind), 1
        elif length and command.duration is None and sure >= _least_for(word, bare=bare):
            command = replace(command, duration=length)
        elif (bay := bay_of(word, vocabulary, sure)) and not command.bay:
            command, used = replace(command, bay=bay), 1
        elif sure >= _PLAUSIBLE and command.at is None and (starts := time_at(words, place)):
            command, used = replace(command, at=starts), 2
        else:
            break
        place, sure = place + used, _CERTAIN
    return command, place


def _least_for(word: str, *, bare: bool) -> int:
    """Right behind a plate only a round number is minutes: Swiss plates read `ZH 123 456`."""
    if not bare:
        return _PLAUSIBLE
    return _COMPLETE if int(word) % 5 == 0 else _CERTAIN


def _read_about(verb: Verb, words: Sequence[Word], text: str, vocabulary: Vocabulary) -> Command:
    """The verbs that begin with a stay or a bay."""
    of_bay = verb in (Verb.CLOSE, Verb.OPEN)
    count = 1 if of_bay else target_length(words, vocabulary)
    target, rest = joined(words[:count]), words[count:]
    command = Command(verb, _canonical(target, vocabulary) if of_bay else target)
    if verb in (Verb.CANCEL, Verb.NOTE, Verb.CLOSE):
        remark = _tidy(text[words[count - 1].end :])
        if remark or verb is not Verb.NOTE:
            return replace(command, text=remark)
    elif not rest:
        if verb in (Verb.OPEN, Verb.RENEW, Verb.PAY):
            return command
    elif verb in (Verb.RENEW, Verb.EXTEND):
        length, used = duration_at(rest, 0)
        if length and used == len(rest):
            return replace(command, duration=length)
    elif verb is Verb.MOVE and len(rest) == 1:
        return replace(command, bay=_canonical(rest[0].text, vocabulary))
    elif verb is Verb.PAY and len(rest) == 1 and (method := method_of(rest[0].text)):
        return replace(command, method=method)
    raise _unreadable(rest[-1].text if rest else text, verb, vocabulary.language)


def duration_at(words: Sequence[Word], place: int) -> tuple[timedelta | None, int]:
    """The duration that begins here and how many words it takes: `2h`, but also `2 h`."""
    word = words[place].text
    unit = words[place + 1].text if place + 1 < len(words) else ""
    if duration.is_bare(word) and unit.casefold() in duration.UNITS:
        return duration.read(word + unit), 2
    return duration.read(word), 1


def time_at(words: Sequence[Word], place: int) -> time | None:
    """The time of day that is said here in two words: `at 15:30`, `at 1530`, `at 9`."""
    if not begins_time(words[place].text) or place + 1 >= len(words):
        return None
    match = _TIME.fullmatch(words[place + 1].text)
    if match is None:
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def vehicle_type_of(word: str, vocabulary: Vocabulary, sure: int = _CERTAIN) -> str:
    """The code a word means, in full or by its beginning (three letters or more); else empty."""
    wanted = word.casefold()
    if wanted in vocabulary.vehicle_types:
        return wanted if len(wanted) > 3 or sure >= _PLAUSIBLE else ""
    found = [code for code in vocabulary.vehicle_types if code.startswith(wanted)]
    least = 3 if sure >= _COMPLETE else 4
    return found[0] if len(found) == 1 and len(wanted) >= least and sure >= _PLAUSIBLE else ""


def bay_of(word: str, vocabulary: Vocabulary, sure: int = _CERTAIN) -> str:
    """The code of a known bay, or of a word shaped like one; else empty."""
    if word.casefold() in vocabulary.bay_codes:
        return _canonical(word, vocabulary) if sure >= _PLAUSIBLE else ""
    return word.upper() if sure >= _COMPLETE and _BAY_SHAPE.fullmatch(word) else ""


def _canonical(word: str, vocabulary: Vocabulary) -> str:
    return vocabulary.bay_codes.get(word.casefold(), word.upper())


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _ticket(text: str) -> str:
    """The code as stored; a mistyped one stays as it is, for the search to say what is wrong with it."""
    try:
        return read_ticket(text)
    except TicketMistyped:
        return _tidy(text)


def _unreadable(text: str, verb: Verb, language: str) -> CommandUnreadable:
    shown = _tidy(text)
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return CommandUnreadable(text=shown, example=example(verb, language), field="command")
