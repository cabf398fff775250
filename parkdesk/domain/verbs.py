"""The words of the command bar: its verbs, what they are called in each language, and how each is used."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from enum import StrEnum

from parkdesk.domain.payment import Method


class Verb(StrEnum):
    IN = "in"
    OUT = "out"
    RENEW = "renew"
    EXTEND = "extend"
    MOVE = "move"
    ARRIVE = "arrive"
    CONFIRM = "confirm"
    NO_SHOW = "noshow"
    CANCEL = "cancel"
    PAY = "pay"
    NOTE = "note"
    CLOSE = "close"
    OPEN = "open"
    FIND = "find"
    UNDO = "undo"
    SWEEP = "sweep"


ALIASES: Mapping[str, Mapping[Verb, tuple[str, ...]]] = {
    "en": {
        **{verb: (verb.value,) for verb in Verb},
        Verb.IN: ("in", "book"),
        Verb.ARRIVE: ("arrive", "checkin"),
        Verb.NO_SHOW: ("noshow", "no-show"),
        Verb.OUT: ("out", "checkout"),
        Verb.FIND: ("find", "search"),
    },
    "de": {
        Verb.IN: ("rein", "ein", "buchen"),
        Verb.ARRIVE: ("ankommen", "einchecken"),
        Verb.CONFIRM: ("bestätigen", "bestaetigen"),
        Verb.NO_SHOW: ("fehlt", "nichterschienen"),
        Verb.OUT: ("raus", "aus", "auschecken"),
        Verb.RENEW: ("erneuern",),
        Verb.EXTEND: ("verlängern", "verlaengern"),
        Verb.MOVE: ("umsetzen", "umparken"),
        Verb.CANCEL: ("stornieren", "storno"),
        Verb.PAY: ("zahlen", "bezahlen"),
        Verb.NOTE: ("notiz",),
        Verb.CLOSE: ("sperren",),
        Verb.OPEN: ("öffnen", "oeffnen", "freigeben"),
        Verb.FIND: ("suchen", "finden"),
        Verb.UNDO: ("rückgängig", "rueckgaengig"),
        Verb.SWEEP: ("aufräumen", "aufraeumen"),
    },
}
"""Each language's words for each verb, the preferred one first; every desk understands all of them."""

METHODS: Mapping[str, Mapping[Method, str]] = {
    "en": {method: method.value for method in Method},
    "de": {
        Method.CASH: "bar",
        Method.CARD: "karte",
        Method.TRANSFER: "überweisung",
        Method.OTHER: "sonstige",
    },
}
_EXAMPLES = {
    "en": {
        Verb.IN: "KL08AZ1234 sedan 2h B7",
        Verb.ARRIVE: "1234",
        Verb.CONFIRM: "B7",
        Verb.NO_SHOW: "B7",
        Verb.OUT: "1234",
        Verb.RENEW: "B7 2h",
        Verb.EXTEND: "B7 30",
        Verb.MOVE: "B7 C2",
        Verb.CANCEL: "B7 came twice",
        Verb.PAY: "B7 cash",
        Verb.NOTE: "B7 keys at the desk",
        Verb.CLOSE: "D5 oil on the floor",
        Verb.OPEN: "D5",
        Verb.FIND: "1234",
    },
    "de": {
        Verb.CANCEL: "B7 doppelt gebucht",
        Verb.PAY: "B7 bar",
        Verb.NOTE: "B7 Schlüssel liegt hier",
        Verb.CLOSE: "D5 Öl auf dem Boden",
    },
}
AT = {"en": "at", "de": "um"}
"""The word before the time at which a booking begins; every desk understands all of them."""
_VERBS = {word: verb for words in ALIASES.values() for verb, group in words.items() for word in group}
_METHODS = {word: method for words in METHODS.values() for method, word in words.items()}


def verb_of(word: str) -> Verb | None:
    return _VERBS.get(word.casefold())


def method_of(word: str) -> Method | None:
    return _METHODS.get(word.casefold())


def verb_word(verb: Verb, language: str) -> str:
    return ALIASES[_known(language)][verb][0]


def begins_time(word: str) -> bool:
    """Whether a word says that a time of day follows."""
    return word.casefold() in AT.values()


def at_word(language: str) -> str:
    return AT[_known(language)]


def example(verb: Verb, language: str = "en") -> str:
    """A line that shows how a verb is used."""
    arguments = _EXAMPLES[_known(language)].get(verb, _EXAMPLES["en"].get(verb, ""))
    return f"{verb_word(verb, language)} {arguments}".rstrip()


def nearest(word: str) -> Verb:
    """The verb a mistyped word seems to mean; `in` where it resembles none."""
    close = difflib.get_close_matches(word.casefold()[:40], _VERBS, n=1, cutoff=0.6)
    return _VERBS[close[0]] if close else Verb.IN


def _known(language: str) -> str:
    return language[:2] if language[:2] in ALIASES else "en"
