"""The vehicle types a new database starts with."""

from __future__ import annotations

import pytest

from parkdesk.domain.vehicle import CARS, MOST, STARTING_SET, checked_name, code_of, reads_as


def test_codes_are_single_words_and_unlike() -> None:
    codes = [kind.code for kind in STARTING_SET]
    assert len(set(codes)) == len(codes)
    assert all(code == code.casefold() and not set(code) & set(' "|') for code in codes)
    assert set(CARS) <= set(codes)
    assert [kind.position for kind in STARTING_SET] == list(range(len(codes)))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mini bus (16+)", "mini-bus-16"),
        ("Großer Wagen", "grosser-wagen"),
        ("കാർ", "കാർ"),
        ("Émile & fils", "émile-fils"),
        ("B" * MOST, "b" * MOST),
        ("- /", ""),
    ],
)
def test_a_code_is_one_word(name: str, code: str) -> None:
    assert code_of(name) == code
    assert not code or checked_name(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Van 1", "van l"), ("Volvo", "V0LV0"), ("Car", "Саr"), ("Τοp", "top"), ("Café", "cafe")],
)
def test_names_that_read_the_same(one: str, other: str) -> None:
    assert reads_as(one) == reads_as(other)


@pytest.mark.parametrize(("one", "other"), [("Van 1", "Van 2"), ("कि", "कु"), ("കാർ", "കർ"), ("Bus", "Buss")])
def test_names_that_do_not(one: str, other: str) -> None:
    assert reads_as(one) != reads_as(other)
