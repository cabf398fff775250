"""What could stand under the cursor of the command bar, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from parkdesk.domain import duration
from parkdesk.domain.command import target_length
from parkdesk.domain.command_words import (
    Sure,
    Vocabulary,
    Word,
    bay_of,
    duration_at,
    ends_plate,
    joined,
    vehicle_type_of,
    words_of,
)
from parkdesk.domain.plate import search_key
from parkdesk.domain.verbs import ALIASES, METHODS, Verb, at_word, begins_time, verb_of, verb_word

MOST = 16
_LEAST_PART = 2


@dataclass(frozen=True, slots=True)
class Completion:
    """`word` would replace the line from `start` to `end`."""

    word: str
    start: int
    end: int

    def applied(self, text: str) -> str:
        """The line with the word in it and a space behind."""
        return f"{text[: self.start]}{self.word} {text[self.end :].lstrip()}"


def completions(text: str, vocabulary: Vocabulary, cursor: int | None = None) -> tuple[Completion, ...]:
    """For the word that the cursor (the end of the line if not given) stands in or behind."""
    cursor = len(text) if cursor is None else cursor
    words = words_of(text[:cursor])
    typing = bool(words) and words[-1].end == cursor and not text[cursor - 1].isspace()
    before = words[:-1] if typing else words
    start = words[-1].start if typing else cursor
    end = cursor + next((place for place, c in enumerate(text[cursor:]) if c.isspace()), len(text) - cursor)
    part = text[start:end].strip('"')
    if not before:
        return _taken(_verbs(part, vocabulary.language), start, end)
    verb = verb_of(before[0].text)
    if verb is None:
        return ()
    done = before[1:]
    found: list[Completion] = []
    if not done or _names_plate(verb):
        region = joined((*done, Word(part, start, end)))
        found += _taken(_targets(verb, region, vocabulary), done[0].start if done else start, end)
    if done:
        found += _taken(_slots(verb, done, part, vocabulary), start, end)
    return tuple(found[:MOST])


def _taken(words: Iterable[str], start: int, end: int) -> tuple[Completion, ...]:
    return tuple(Completion(word, start, end) for word in islice(dict.fromkeys(words), MOST))


def _verbs(part: str, language: str) -> Iterator[str]:
    """The reader's own words first, then every other language's that begins like this."""
    begins = _beginning(part)
    yield from filter(begins, (verb_word(verb, language) for verb in Verb))
    if part:
        yield from filter(
            begins, (word for words in ALIASES.values() for group in words.values() for word in group)
        )


def _names_plate(verb: Verb) -> bool:
    return verb not in (Verb.CLOSE, Verb.OPEN, Verb.FIND, Verb.UNDO, Verb.SWEEP)


def _targets(verb: Verb, part: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Bays by how they begin, plates by any part of them, look-alikes included."""
    if verb is Verb.CLOSE:
        closed = frozenset(vocabulary.closed_bays)
        yield from (bay for bay in filter(_beginning(part), vocabulary.bays) if bay not in closed)
    elif verb is Verb.OPEN:
        yield from filter(_beginning(part), vocabulary.closed_bays)
    elif _names_plate(verb):
        expected = verb in (Verb.ARRIVE, Verb.CONFIRM, Verb.NO_SHOW)
        if verb is not Verb.IN:
            bays = vocabulary.expecting_bays if expected else vocabulary.taken_bays
            yield from filter(_beginning(part), bays)
        key = search_key(part)
        plates = vocabulary.known_plates if verb is Verb.IN else vocabulary.plates
        if expected:
            plates = vocabulary.expected_plates
        if len(key) >= _LEAST_PART:
            yield from (plate for plate in plates if key in search_key(plate) and key != search_key(plate))


def _slots(verb: Verb, done: Sequence[Word], part: str, vocabulary: Vocabulary) -> Iterator[str]:
    begins = _beginning(part)
    if verb is Verb.IN and begins_time(done[-1].text):
        return
    durations = tuple(duration.written(quick) for quick in vocabulary.quick_durations)
    if verb is Verb.IN:
        yield from filter(begins, _slots_of_in(done, durations, vocabulary))
    elif len(done) > target_length(done, vocabulary):
        return
    elif verb in (Verb.RENEW, Verb.EXTEND):
        yield from filter(begins, durations)
    elif verb is Verb.MOVE:
        yield from filter(begins, vocabulary.free_bays)
    elif verb is Verb.PAY:
        yield from filter(begins, METHODS.get(vocabulary.language[:2], METHODS["en"]).values())


def _slots_of_in(done: Sequence[Word], durations: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Types, durations and free bays, without those kinds that the line already has behind its plate."""
    length = next((count for count in range(1, len(done) + 1) if ends_plate(done[:count]) > Sure.SHORT), 0)
    if not length:
        return
    behind = done[length:]
    if not any(vehicle_type_of(word.text, vocabulary) for word in behind):
        yield from vocabulary.vehicle_types
    if not any(duration_at(behind, place)[0] for place in range(len(behind))):
        yield from durations
    if not any(bay_of(word.text, vocabulary) for word in behind):
        yield from vocabulary.free_bays
    if not any(begins_time(word.text) for word in behind):
        yield at_word(vocabulary.language)


def _beginning(part: str) -> Callable[[str], bool]:
    wanted = part.casefold()
    return lambda word: word.casefold().startswith(wanted)
