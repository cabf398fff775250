"""One line in the command bar means one command, or says how it is written."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain import duration
from parkdesk.domain.command import Command, parse
from parkdesk.domain.command_words import Vocabulary
from parkdesk.domain.errors import CommandUnreadable, ParkDeskError
from parkdesk.domain.payment import Method
from parkdesk.domain.verbs import ALIASES, METHODS, Verb, at_word, example, verb_word

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DESK = Vocabulary(
    bays=("A1", "B7", "C2", "D5", "EV1", "1A12"),
    plates=("KL 08 AZ 1234", "W 1"),
)


command = Command


def written(meant: Command, desk: Vocabulary) -> str:
    """A line that is to be read as this meant."""
    slots = (
        meant.vehicle_type,
        duration.written(meant.duration) if meant.duration else "",
        meant.bay,
        f"{at_word(desk.language)} {meant.at:%H:%M}" if meant.at else "",
        METHODS[desk.language][meant.method] if meant.method else "",
        meant.text,
    )
    verb, behind = verb_word(meant.verb, desk.language), [slot for slot in slots if slot]
    plain = " ".join((verb, *filter(None, [meant.target]), *behind))
    try:
        if not meant.target or parse(plain, desk) == meant:
            return plain
    except CommandUnreadable:
        pass
    return " ".join((verb, f'"{meant.target}"', *behind))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "in KL08AZ1234 sedan 2h B7",
            command(Verb.IN, "KL08AZ1234", vehicle_type="sedan", duration=2 * HOUR, bay="B7"),
        ),
        (
            "in KL 08 AZ 1234 B7 2 h SEDAN",
            command(Verb.IN, "KL 08 AZ 1234", vehicle_type="sedan", duration=2 * HOUR, bay="B7"),
        ),
        ("in KL 08 AZ 1234", command(Verb.IN, "KL 08 AZ 1234")),
        ("in KL 08 EV 123", command(Verb.IN, "KL 08 EV 123")),
        ("in KL08EV123 ev", command(Verb.IN, "KL08EV123", vehicle_type="ev")),
        ("in KL08AZ1234 30", command(Verb.IN, "KL08AZ1234", duration=30 * MINUTE)),
        ("in KL08AZ1234 van 33", command(Verb.IN, "KL08AZ1234", vehicle_type="van", duration=33 * MINUTE)),
        ("in ZH 123 456", command(Verb.IN, "ZH 123 456")),
        ("in AB12 CDE hatch", command(Verb.IN, "AB12 CDE", vehicle_type="hatchback")),
        ("in 22 BH 1234 AA", command(Verb.IN, "22 BH 1234 AA")),
        (
            "in W 12345 A hatch 1:30",
            command(Verb.IN, "W 12345 A", vehicle_type="hatchback", duration=90 * MINUTE),
        ),
        ("in DD AB 123 1a12", command(Verb.IN, "DD AB 123", bay="1A12")),
        ("in DD AB 123 Z9", command(Verb.IN, "DD AB 123", bay="Z9")),
        (
            "in KL08AZ1234 2h B7 at 15:30",
            command(Verb.IN, "KL08AZ1234", duration=2 * HOUR, bay="B7", at=time(15, 30)),
        ),
        ("in KL 08 AZ 1234 um 0930", command(Verb.IN, "KL 08 AZ 1234", at=time(9, 30))),
        ("in KL08AZ1234 at 9 sedan", command(Verb.IN, "KL08AZ1234", at=time(9), vehicle_type="sedan")),
        ("in KL 08 AT 1234", command(Verb.IN, "KL 08 AT 1234")),
        ("arrive KL 08 AZ 1234", command(Verb.ARRIVE, "KL 08 AZ 1234")),
        ("confirm B7", command(Verb.CONFIRM, "B7")),
        ("No-Show B7", command(Verb.NO_SHOW, "B7")),
        ("in W1 sedan", command(Verb.IN, "W1", vehicle_type="sedan")),
        ("in TN1 1h", command(Verb.IN, "TN1", duration=HOUR)),
        ("in TN 1 2 h", command(Verb.IN, "TN 1", duration=2 * HOUR)),
        ("in TN1 1:30 B7", command(Verb.IN, "TN1", duration=90 * MINUTE, bay="B7")),
        ("in TN1 b7", command(Verb.IN, "TN1", bay="B7")),
        ("in TN1 at 15:30", command(Verb.IN, "TN1", at=time(15, 30))),
        ("in KL 08 2h sedan", command(Verb.IN, "KL 08", vehicle_type="sedan", duration=2 * HOUR)),
        ("in DD AB 1 H", command(Verb.IN, "DD AB 1 H")),
        ("in TN1 30", command(Verb.IN, "TN1 30")),
        ("extend TN1 1h", command(Verb.EXTEND, "TN1", duration=HOUR)),
        ("extend TN 1 1h", command(Verb.EXTEND, "TN 1", duration=HOUR)),
        ("extend TN 1 30", command(Verb.EXTEND, "TN 1", duration=30 * MINUTE)),
        ("renew TN 1 1h", command(Verb.RENEW, "TN 1", duration=HOUR)),
        ("move TN 1 C2", command(Verb.MOVE, "TN 1", bay="C2")),
        ('in "W 1" 30', command(Verb.IN, "W 1", duration=30 * MINUTE)),
        ('in "KL 08 sedan', command(Verb.IN, "KL 08 sedan")),
        ("  BOOK   KL08AZ1234  ", command(Verb.IN, "KL08AZ1234")),
        ("in കെഎൽ08 എ1234", command(Verb.IN, "കെഎൽ08 എ1234")),
        ("out 1234", command(Verb.OUT, "1234")),
        ("out KL 08 AZ 1234", command(Verb.OUT, "KL 08 AZ 1234")),
        ("out 7K3-Q9FM", command(Verb.OUT, "7K3-Q9FM")),
        ("renew B7", command(Verb.RENEW, "B7")),
        ("renew B7 2h", command(Verb.RENEW, "B7", duration=2 * HOUR)),
        ("renew KL 08 AZ 1234", command(Verb.RENEW, "KL 08 AZ 1234")),
        ("extend B7 30", command(Verb.EXTEND, "B7", duration=30 * MINUTE)),
        ("extend 1234 1h30", command(Verb.EXTEND, "1234", duration=90 * MINUTE)),
        ("extend DD AB 123 30", command(Verb.EXTEND, "DD AB 123", duration=30 * MINUTE)),
        ("extend W 1 30", command(Verb.EXTEND, "W 1", duration=30 * MINUTE)),
        ("move b7 c2", command(Verb.MOVE, "b7", bay="C2")),
        ("move KL 08 AZ 1234 C2", command(Verb.MOVE, "KL 08 AZ 1234", bay="C2")),
        ("cancel B7 came  twice", command(Verb.CANCEL, "B7", text="came twice")),
        ("cancel B7", command(Verb.CANCEL, "B7")),
        ('cancel KL 08 AZ 1234 said "no"', command(Verb.CANCEL, "KL 08 AZ 1234", text='said "no"')),
        ("pay B7 cash", command(Verb.PAY, "B7", method=Method.CASH)),
        ("pay B7 Karte", command(Verb.PAY, "B7", method=Method.CARD)),
        ("pay B7", command(Verb.PAY, "B7")),
        ("note B7 keys at the desk", command(Verb.NOTE, "B7", text="keys at the desk")),
        ("close d5 oil on the floor", command(Verb.CLOSE, "D5", text="oil on the floor")),
        ("open d5", command(Verb.OPEN, "D5")),
        ("find  Anil P.", command(Verb.FIND, text="Anil P.")),
        ("undo", command(Verb.UNDO)),
        ("sweep", command(Verb.SWEEP)),
        ("rein DD AB 123 2std", command(Verb.IN, "DD AB 123", duration=2 * HOUR)),
        ("VERLÄNGERN B7 1:30", command(Verb.EXTEND, "B7", duration=90 * MINUTE)),
        ("rückgängig", command(Verb.UNDO)),
    ],
)
def test_a_line_means(line: str, meant: Command) -> None:
    assert parse(line, DESK) == meant
    assert parse(written(meant, DESK), DESK) == meant


def test_a_scanned_ticket_alone_is_looked_for() -> None:
    assert parse("7k3q9fx", DESK).verb is Verb.FIND
    assert parse("7K3 Q9FX", DESK).verb is Verb.FIND


@pytest.mark.parametrize(
    ("line", "names", "shows"),
    [
        ("in KL08AZ1234 sedn 2h", "'sedn'", "in KL08AZ1234 sedan 2h B7"),
        ("in KL08AZ1234 2h 3h", "'3h'", "in KL08AZ1234 sedan 2h B7"),
        ("in KL08AZ1234 at 25:00", "'at'", "in KL08AZ1234 sedan 2h B7"),
        ("in KL08AZ1234 B7 at", "'at'", "in KL08AZ1234 sedan 2h B7"),
        ("arrive", "'arrive'", "arrive 1234"),
        ("in KL08AZ1234 B7 C2", "'C2'", "in KL08AZ1234 sedan 2h B7"),
        ("in KL08AZ1234 99999", "'99999'", "in KL08AZ1234 sedan 2h B7"),
        ("in", "'in'", "in KL08AZ1234 sedan 2h B7"),
        ("extend B7", "'extend B7'", "extend B7 30"),
        ("extend B7 soon", "'soon'", "extend B7 30"),
        ("extend B7 0", "'0'", "extend B7 30"),
        ("renew B7 2h 3h", "'3h'", "renew B7 2h"),
        ("renew B7 1 30", "'30'", "renew B7 2h"),
        ("move B7", "'move B7'", "move B7 C2"),
        ("pay B7 gold", "'gold'", "pay B7 cash"),
        ("note B7", "'note B7'", "note B7 keys at the desk"),
        ("open D5 now", "'now'", "open D5"),
        ("find", "'find'", "find 1234"),
        ("undo B7", "'B7'", "undo"),
        ("extnd B7 30", "'extnd'", "extend B7 30"),
        ("hello", "'hello'", "in KL08AZ1234 sedan 2h B7"),
        ("", "''", "in KL08AZ1234 sedan 2h B7"),
        ("in " + "9" * 2000, "'in 99", "in KL08AZ1234 sedan 2h B7"),
    ],
)
def test_an_unreadable_line_names_the_word_and_shows_how(line: str, names: str, shows: str) -> None:
    with pytest.raises(CommandUnreadable) as refused:
        parse(line, DESK)
    assert names in str(refused.value)
    assert f"try '{shows}'" in str(refused.value)
    assert len(str(refused.value)) < 160


def test_the_example_speaks_the_desk_s_language() -> None:
    with pytest.raises(CommandUnreadable, match="try 'sperren D5 Öl auf dem Boden'"):
        parse("sperren", Vocabulary(language="de_DE"))


@pytest.mark.parametrize("language", ALIASES)
def test_every_example_can_be_typed(language: str) -> None:
    for verb in Verb:
        assert parse(example(verb, language), DESK).verb is verb


def test_every_language_has_every_verb_and_no_two_share_a_word() -> None:
    for words in ALIASES.values():
        assert set(words) == set(Verb)
    meanings: dict[str, set[Verb]] = {}
    for words in ALIASES.values():
        for verb, group in words.items():
            for word in group:
                meanings.setdefault(word, set()).add(verb)
                assert word == word.casefold()
    assert all(len(verbs) == 1 for verbs in meanings.values())
    assert all(set(methods) == set(Method) for methods in METHODS.values())


pieces = st.one_of(
    st.sampled_from([word for group in ALIASES.values() for words in group.values() for word in words]),
    st.sampled_from(
        ["KL", "08", "AZ", "1234", "KL08AZ1234", "DD", "W", "sedan", "two-wheeler", "ev", "sed", "hat"]
    ),
    st.sampled_from(
        ["B7", "c2", "Z9", "1A12", "30", "33", "2h", "1h30", "1:30", "90min", "2", "h", "0", "2d", '"']
    ),
    st.sampled_from(["at", "um", "15:30", "0930", "24"]),
    st.sampled_from(["cash", "bar", "'", '"W 1"', "7K3-Q9FX", "\u200f", "ß", "İ", "🚗"]),
    st.text(max_size=12),
)
lines = st.one_of(st.text(), st.lists(pieces, max_size=9).map(" ".join))
desks = st.sampled_from(
    [Vocabulary(), DESK, Vocabulary(language="de", bays=("b7", "ß1"), vehicle_types=("kw",))]
)


@given(lines, desks)
def test_any_line_is_read_or_refused_and_a_read_one_survives_being_written(
    line: str, desk: Vocabulary
) -> None:
    try:
        meant = parse(line, desk)
    except ParkDeskError:
        return
    assert parse(written(meant, desk), desk) == meant


letters = st.text("ABCFGKLNPRSTWXYZ", min_size=1, max_size=3).filter(
    lambda text: text.casefold() not in {*duration.UNITS, "suv", "van", "at", "um"}
)
numbers = st.integers(1, 9999).filter(lambda number: number % 5).map(str)
starts = st.builds(lambda *parts: "".join(parts), letters, st.sampled_from(["", " "]), numbers)
ends = st.one_of(st.just(""), st.builds(lambda *parts: " " + " ".join(parts), letters, numbers))
plates = st.builds(lambda start, end: start + end, starts, ends)
"""Short and long, in one word or in several; no part of them is a length, a type or a bay by itself."""


@given(
    plates,
    st.lists(st.sampled_from(["duration", "bay", "at"]), min_size=1, max_size=3, unique=True),
    st.sampled_from(["1h", "90min", "1:30", "2 h", "1h30"]),
)
def test_what_ends_the_line_is_never_taken_for_the_plate(plate: str, slots: list[str], length: str) -> None:
    said = {"duration": length, "bay": "B7", "at": "at 15:30"}
    read = parse(f"in {plate} {' '.join(said[slot] for slot in slots)}", DESK)
    meant = command(
        Verb.IN,
        plate,
        duration=duration.read(length.replace(" ", "")) if "duration" in slots else None,
        bay="B7" if "bay" in slots else "",
        at=time(15, 30) if "at" in slots else None,
    )
    assert (read, read.doubt) == (meant, "")


@given(plates)
def test_a_plate_alone_is_a_plate(plate: str) -> None:
    assert parse(f"in {plate}", DESK) == command(Verb.IN, plate)


def test_what_could_be_meant_otherwise_is_known() -> None:
    assert parse("in TN1 30", DESK).doubt == "30"
    assert parse("in ZH 123 456", DESK).doubt == "456"
    assert parse("in KL 08 AZ 123", DESK).doubt == ""
    assert parse("in TN1 30m", DESK).doubt == ""
    assert parse('in "TN1 30"', DESK).doubt == ""


@given(
    st.permutations(["sedan", "2h", "B7", "at 15:30"]),
    st.sampled_from(["KL08AZ1234", "KL 08 AZ 1234", "DD AB 123", "W 1234"]),
)
def test_the_order_behind_the_plate_does_not_matter(slots: list[str], plate: str) -> None:
    read = parse(f"in {plate} {' '.join(slots)}", DESK)
    assert read == command(Verb.IN, plate, vehicle_type="sedan", duration=2 * HOUR, bay="B7", at=time(15, 30))
