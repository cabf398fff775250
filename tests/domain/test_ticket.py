"""Ticket codes: whatever one slip does to a code, its check character tells."""

from __future__ import annotations

from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.errors import TicketMistyped
from parkdesk.domain.ticket import ALPHABET, looks_like_ticket, read_ticket, scanned, ticket_of

tickets = st.uuids().map(ticket_of)


@given(tickets)
def test_a_code_reads_back_however_it_is_typed(ticket: str) -> None:
    assert len(ticket) == 8
    assert ticket[3] == "-"
    for typed in (ticket, ticket.lower(), ticket.replace("-", ""), f" {ticket[:3]} {ticket[4:]} "):
        assert looks_like_ticket(typed)
        assert read_ticket(typed) == ticket


@given(tickets)
def test_every_wrong_character_is_noticed(ticket: str) -> None:
    for place, character in enumerate(ticket):
        if character == "-":
            continue
        for wrong in ALPHABET.replace(character, ""):
            with pytest.raises(TicketMistyped):
                read_ticket(ticket[:place] + wrong + ticket[place + 1 :])


@given(tickets)
def test_every_swap_of_two_characters_is_noticed(ticket: str) -> None:
    bare = ticket.replace("-", "")
    for left, right in combinations(range(len(bare)), 2):
        if bare[left] == bare[right]:
            continue
        swapped = list(bare)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        with pytest.raises(TicketMistyped):
            read_ticket("".join(swapped))


@pytest.mark.parametrize(
    "typed", ["", "7K3", "7K3-Q9F", "7K3-Q9F11", "OIL-0000", "🎫🎫🎫-🎫🎫🎫🎫", "KL08AZ1234", "x" * 300]
)
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    assert not looks_like_ticket(typed)
    with pytest.raises(TicketMistyped) as refused:
        read_ticket(typed)
    assert refused.value.field == "ticket"
    assert len(str(refused.value)) < 120


@given(st.text())
def test_any_text_is_read_or_mistyped(text: str) -> None:
    try:
        assert read_ticket(text) in (read_ticket(read_ticket(text)),)
    except TicketMistyped:
        return


def test_codes_can_be_read_aloud_and_differ() -> None:
    assert not set("01OIL") & set(ALPHABET)
    many = {ticket_of(UUID(int=number * 2654435761)) for number in range(5000)}
    assert len(many) > 4990


AMERICAN = "1234567890-qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM"
KEYBOARDS = {
    "German": "1234567890ßqwertzuiopasdfghjklyxcvbnmQWERTZUIOPASDFGHJKLYXCVBNM",
    "French": "&é\"'(-è_çà)azertyuiopqsdfghjklwxcvbn,AZERTYUIOPQSDFGHJKLWXCVBN?",
    "American": AMERICAN,
    "Swedish": AMERICAN.replace("-", "+"),
    "Italian": AMERICAN.replace("-", "'"),
}


@pytest.mark.parametrize("keyboard", KEYBOARDS)
@given(ticket=tickets, small=st.booleans())
def test_a_scanner_may_take_the_keyboard_for_an_american_one(keyboard: str, ticket: str, small: bool) -> None:
    """What stands on the keys that it presses."""
    typed = (ticket.lower() if small else ticket).translate(str.maketrans(AMERICAN, KEYBOARDS[keyboard]))
    assert ticket in scanned(typed)
    assert len(scanned(typed)) <= 3


@given(st.text())
def test_what_is_scanned_is_a_code_or_none(text: str) -> None:
    assert all(read_ticket(code) == code for code in scanned(text))
