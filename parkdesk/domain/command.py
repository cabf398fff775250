"""The command bar's language: one line of text becomes one frozen command.

    in PLATE [type] [duration] [bay] [at TIME]    out STAY        renew STAY [duration]    extend STAY duration
    arrive STAY    confirm STAY    noshow STAY    move STAY bay   cancel STAY [reason]     pay STAY [method]
    note STAY text    close BAY [reason]          open BAY        find text                undo    sweep

STAY is a bay, a ticket or any part of a plate. TIME is the next `15:30` (or `1530`) to come. A plate may hold spaces;
where that leaves a doubt, quotation marks settle it: `in "W 1" 30`. A ticket code alone (a scanner types nothing else)
means `find`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time, timedelta

from parkdesk.domain.command_words import (
    NOTHING_KNOWN,
    Sure,
    Vocabulary,
    Word,
    bay_of,
    canonical,
    duration_at,
    ends_plate,
    is_spoken,
    joined,
    tidy,
    time_at,
    vehicle_type_of,
    words_of,
)
from parkdesk.domain.errors import CommandUnreadable, TicketMistyped
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import key_of
from parkdesk.domain.ticket import looks_like_ticket, read_ticket
from parkdesk.domain.verbs import (
    Verb,
    begins_time,
    example,
    method_of,
    nearest,
    verb_of,
)

_MOST_CHARACTERS = 1000
_MOST_PIECES = 6
_LONG_PLATE = 7


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
    doubt: str = field(default="", compare=False)
    """The end of the plate, where it could be meant as a length or a bay as well."""


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
        return Command(verb, text=tidy(text[words[0].end :]))
    if verb in (Verb.OUT, Verb.ARRIVE, Verb.CONFIRM, Verb.NO_SHOW):
        return Command(verb, target=joined(rest))
    if verb is Verb.IN:
        return _read_in(rest, vocabulary)
    return _read_about(verb, rest, text, vocabulary)


def target_length(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many words from the first name the stay: one, or more for a plate known here or typed in pieces."""
    for count in range(min(len(words), _MOST_PIECES), 1, -1):
        if key_of(joined(words[:count])) in vocabulary.plate_keys:
            return count
    for count, word in enumerate(words, start=1):
        letters = word.text.isalpha() and len(word.text) <= 3
        if (
            count > 1
            and ends_plate(words[: count - 1]) >= Sure.SHORT
            and _is_slot(words, count - 1, vocabulary)
        ):
            return count - 1
        if word.quoted or not (letters or (count > 1 and _has_digit(word.text))):
            break
        if ends_plate(words[:count]) >= Sure.COMPLETE:
            return count
    return 1


def _is_slot(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Whether this word means something of its own: a length with its unit, or a bay there is."""
    return is_spoken(words, place) or words[place].text.casefold() in vocabulary.bay_codes


def _read_in(words: Sequence[Word], vocabulary: Vocabulary) -> Command:
    """The plate is as short as it can be while every word behind it is a type, a duration, a bay or a time."""
    for count in range(1, len(words) + 1):
        plate, rest = words[:count], words[count:]
        command, read = _with_slots(Command(Verb.IN, joined(plate)), rest, ends_plate(plate), vocabulary)
        if read == len(rest):
            return replace(command, doubt=_doubt(plate, vocabulary))
        if _cannot_continue(plate, rest[0].text):
            raise _unreadable(rest[read].text, Verb.IN, vocabulary.language)
    raise _unreadable(joined(words), Verb.IN, vocabulary.language)


def _doubt(plate: Sequence[Word], vocabulary: Vocabulary) -> str:
    """The plate's last word, if the plate could have ended before it."""
    last = len(plate) - 1
    if last < 1 or ends_plate(plate[:last]) < Sure.SHORT or not plate[last - 1].text[-1].isdecimal():
        return ""
    length, _ = duration_at(plate, last)
    return plate[last].text if length or _is_slot(plate, last, vocabulary) else ""


def _cannot_continue(plate: Sequence[Word], tail: str) -> bool:
    """Whether a word is too much for a plate, so that a mistyped vehicle type is not taken for its end."""
    sure = ends_plate(plate)
    if begins_time(tail) and sure >= Sure.COMPLETE:
        return True
    if tail.isalpha():
        return sure >= Sure.CERTAIN or (sure >= Sure.PLAUSIBLE and len(tail) > 3)
    return sure >= Sure.COMPLETE and not (_has_digit(tail) and len(key_of(joined(plate))) < _LONG_PLATE)


def _with_slots(
    command: Command, words: Sequence[Word], sure: Sure, vocabulary: Vocabulary
) -> tuple[Command, int]:
    """The command with type, duration, bay and time, in any order and each at most once, and the words it took."""
    place = 0
    while place < len(words):
        word = words[place].text
        length, used = duration_at(words, place)
        bare = not is_spoken(words, place)
        if (kind := vehicle_type_of(word, vocabulary, sure)) and not command.vehicle_type:
            command, used = replace(command, vehicle_type=kind), 1
        elif length and command.duration is None and sure >= _least_for(word, bare=bare):
            command = replace(command, duration=length)
        elif (bay := bay_of(word, vocabulary, sure)) and not command.bay:
            command, used = replace(command, bay=bay), 1
        elif command.at is None and (starts := time_at(words, place, sure)):
            command, used = replace(command, at=starts), 2
        else:
            break
        place, sure = place + used, Sure.CERTAIN
    return command, place


def _least_for(word: str, *, bare: bool) -> Sure:
    """Right behind a plate only a round number is minutes: Swiss plates read `ZH 123 456`."""
    if not bare:
        return Sure.SHORT
    return Sure.COMPLETE if int(word) % 5 == 0 else Sure.CERTAIN


def _read_about(verb: Verb, words: Sequence[Word], text: str, vocabulary: Vocabulary) -> Command:
    """The verbs that begin with a stay or a bay."""
    of_bay = verb in (Verb.CLOSE, Verb.OPEN)
    count = 1 if of_bay else target_length(words, vocabulary)
    if verb is Verb.EXTEND and count == len(words) > 1 and duration_at(words, count - 1)[0]:
        # Something must say by how much, whatever else the last word may be.
        count -= 1
    target, rest = joined(words[:count]), words[count:]
    command = Command(verb, canonical(target, vocabulary) if of_bay else target)
    if verb in (Verb.CANCEL, Verb.NOTE, Verb.CLOSE):
        remark = tidy(text[words[count - 1].end :])
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
        return replace(command, bay=canonical(rest[0].text, vocabulary))
    elif verb is Verb.PAY and len(rest) == 1 and (method := method_of(rest[0].text)):
        return replace(command, method=method)
    raise _unreadable(rest[-1].text if rest else text, verb, vocabulary.language)


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _ticket(text: str) -> str:
    """The code as stored; a mistyped one stays as it is, for the search to say what is wrong with it."""
    try:
        return read_ticket(text)
    except TicketMistyped:
        return tidy(text)


def _unreadable(text: str, verb: Verb, language: str) -> CommandUnreadable:
    shown = tidy(text)
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return CommandUnreadable(text=shown, example=example(verb, language), field="command")
