"""What the command bar offers under the cursor."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.command_words import Vocabulary
from parkdesk.domain.completion import MOST, completions
from parkdesk.domain.verbs import Verb

DESK = Vocabulary(
    bays=("A1", "B7", "C2", "D5"),
    free_bays=("A1", "C2"),
    taken_bays=("B7",),
    closed_bays=("D5",),
    vehicle_types=("sedan", "van"),
    expecting_bays=("A2",),
    plates=("KL 08 AZ 1234", "KL 08 B 9"),
    expected_plates=("KL 08 B 9",),
    known_plates=("KL 07 B 8", "DD AB 1"),
    quick_durations=(timedelta(minutes=30), timedelta(hours=1)),
)


def offered(text: str, desk: Vocabulary = DESK) -> list[str]:
    """The line as it would read with each completion taken, the cursor being at `^` or at the end."""
    cursor = text.find("^") if "^" in text else len(text)
    text = text.replace("^", "")
    return [completion.applied(text).rstrip() for completion in completions(text, desk, cursor)]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("e", ["extend", "ein", "einchecken", "erneuern"]),
        ("verl", ["verlängern", "verlaengern"]),
        ("in KL 07", ["in KL 07 B 8"]),
        ("in kl-07", ["in KL 07 B 8"]),
        (
            "in KL08AZ1234 ",
            [f"in KL08AZ1234 {word}" for word in ("sedan", "van", "30m", "1h", "A1", "C2", "at")],
        ),
        ("in KL08AZ1234 2h ", [f"in KL08AZ1234 2h {word}" for word in ("sedan", "van", "A1", "C2", "at")]),
        ("in KL08AZ1234 2h va", ["in KL08AZ1234 2h van"]),
        ("in KL08AZ1234 sedan 2h C2 ", ["in KL08AZ1234 sedan 2h C2 at"]),
        ("in KL08AZ1234 sedan at ", []),
        ("in KL08AZ1234 sedan 2h C2 at 15:30 ", []),
        ("arrive ", ["arrive A2"]),
        ("arrive 8b", ["arrive KL 08 B 9"]),
        ("noshow A", ["noshow A2"]),
        ("confirm 1234", []),
        ("in KL08AZ1234 s^ 2h", ["in KL08AZ1234 sedan 2h"]),
        ("out ", ["out B7"]),
        ("out B", ["out B7"]),
        ("out 12", ["out KL 08 AZ 1234"]),
        ("out 8az", ["out KL 08 AZ 1234"]),
        ("renew KL 08 A", ["renew KL 08 AZ 1234"]),
        ("renew KL 08 AZ 1234 ", ["renew KL 08 AZ 1234 30m", "renew KL 08 AZ 1234 1h"]),
        ("extend B7 3", ["extend B7 30m"]),
        ("move B7 ", ["move B7 A1", "move B7 C2"]),
        ("pay B7 ca", ["pay B7 cash", "pay B7 card"]),
        ("close ", ["close A1", "close B7", "close C2"]),
        ("open ", ["open D5"]),
        ("cancel B7 ", []),
        ("find A", []),
        ("undo ", []),
        ("xyz ", []),
    ],
)
def test_offers(line: str, lines: list[str]) -> None:
    assert offered(line) == lines


def test_an_empty_line_offers_every_verb_in_the_reader_s_language() -> None:
    assert offered("") == [verb.value for verb in Verb]
    german = offered("", Vocabulary(language="de_DE"))
    assert german[:3] == ["rein", "raus", "erneuern"]
    assert len(german) == len(Verb)


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_line_and_cursor_is_answered_within_bounds(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    found = completions(text, DESK, cursor)
    assert len(found) <= MOST
    for completion in found:
        assert 0 <= completion.start <= completion.end <= len(text)
        assert completion.start <= cursor <= completion.end
