"""The vehicle types a new database starts with."""

from __future__ import annotations

from parkdesk.domain.vehicle import CARS, STARTING_SET


def test_codes_are_single_words_and_unlike() -> None:
    codes = [kind.code for kind in STARTING_SET]
    assert len(set(codes)) == len(codes)
    assert all(code == code.casefold() and not set(code) & set(' "|') for code in codes)
    assert set(CARS) <= set(codes)
    assert [kind.position for kind in STARTING_SET] == list(range(len(codes)))
