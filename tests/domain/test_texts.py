"""Free text is trimmed, bounded and storable; what cannot be stored is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain import texts
from parkdesk.domain.errors import (
    EmailUnreadable,
    ParkDeskError,
    PhoneUnreadable,
    TextMissing,
    TextTooLong,
    TextUnreadable,
)


def test_a_line_is_trimmed_and_its_spaces_are_single() -> None:
    assert texts.line("  near \t the\nlift ", field="requests") == "near the lift"
    assert texts.line("", field="requests") == ""


def test_a_paragraph_keeps_its_lines_whatever_ends_them() -> None:
    assert texts.paragraph(" one\r\ntwo\rthree\n\tfour ", field="note") == "one\ntwo\nthree\n\tfour"


@pytest.mark.parametrize("text", ["നന്ദി", "شكراً", "🚗 👩‍🔧", "Zoë", "\u200fA"])
def test_any_script_can_be_stored(text: str) -> None:
    assert texts.line(text, field="requests") == text


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_what_is_required_must_not_be_empty(text: str) -> None:
    for read in (texts.line, texts.paragraph):
        with pytest.raises(TextMissing) as refused:
            read(text, field="name", required=True)
        assert refused.value.field == "name"


def test_a_text_has_a_longest_length() -> None:
    assert len(texts.line("x" * 120, field="name")) == 120
    with pytest.raises(TextTooLong, match="has 121 characters; at most 120"):
        texts.line("x" * 121, field="name")
    with pytest.raises(TextTooLong, match="at most 2000"):
        texts.paragraph("x" * 2001, field="note")


@pytest.mark.parametrize("text", ["a\0b", "a\x1bb", "a\ud800b", "\x7f"])
def test_what_no_database_stores_is_refused(text: str) -> None:
    for read in (texts.line, texts.paragraph):
        with pytest.raises(TextUnreadable):
            read(text, field="note")


@pytest.mark.parametrize("text", ["", "a@b.in", "anil.p+park@mail.example.com", " anil@example.com "])
def test_an_address_is_accepted(text: str) -> None:
    assert texts.email(text) == text.strip()


@pytest.mark.parametrize(
    "text", ["anil", "anil@", "@example.com", "a b@example.com", "a@example", "a@b@c.de", "a@.de"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(EmailUnreadable) as refused:
        texts.email(text)
    assert refused.value.field == "email"


@pytest.mark.parametrize("text", ["", "+91 98765 43210", "0351/123-45", "(0484) 2351 000", "112"])
def test_a_telephone_number_is_accepted(text: str) -> None:
    assert texts.phone(text) == text


@pytest.mark.parametrize("text", ["call me", "12", "+", "98765x", "1" * 30])
def test_what_is_no_telephone_number_is_refused(text: str) -> None:
    with pytest.raises(PhoneUnreadable) as refused:
        texts.phone(text)
    assert refused.value.field == "phone"


@given(st.text(max_size=300))
def test_any_text_is_tidied_once_or_refused(text: str) -> None:
    for read in (texts.line, texts.paragraph):
        try:
            tidy = read(text, field="note")
        except ParkDeskError:
            continue
        assert read(tidy, field="note") == tidy == tidy.encode().decode()
