"""The journal's chain: any change of any field of any entry is found and located."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.journal import FIRST_HASH, Entry, Fault, canonical, first_fault, sealed

DESK = UUID(int=7)
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LENGTH = 5

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
records = st.dictionaries(st.text(max_size=6), values, max_size=3)


def entry(number: int, previous_hash: str) -> Entry:
    bare = Entry(
        id=UUID(int=number),
        desk_id=DESK,
        number=number,
        deed="book",
        person_id=UUID(int=50),
        at=START + timedelta(minutes=number),
        arguments={"plate": f"KL 08 AZ {number}", "minutes": 60},
        touched=(UUID(int=100 + number), UUID(int=200 + number)),
        outcome={"booking": f"b{number}"},
        previous_hash=previous_hash,
        hash="",
    )
    return replace(bare, hash=sealed(bare))


def chain() -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, LENGTH + 1):
        entries.append(entry(number, entries[-1].hash if entries else FIRST_HASH))
    return entries


CHANGES = {
    "id": UUID(int=999),
    "desk_id": UUID(int=8),
    "number": 77,
    "deed": "cancel",
    "person_id": None,
    "at": START,
    "arguments": {"plate": "KL 08 AZ 9999", "minutes": 60},
    "touched": (UUID(int=999),),
    "outcome": {},
    "previous_hash": "f" * 64,
    "hash": "0" * 64,
}


def test_an_untouched_chain_verifies() -> None:
    assert first_fault(chain()) is None
    assert first_fault([]) is None


def test_every_field_has_its_change() -> None:
    assert set(CHANGES) == {field.name for field in fields(Entry)}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("place", range(LENGTH))
def test_a_change_of_any_field_is_located(field: str, place: int) -> None:
    entries = chain()
    entries[place] = replace(entries[place], **{field: CHANGES[field]})
    fault = first_fault(entries)
    assert fault is not None
    assert fault.number == place + 1


@given(st.integers(0, LENGTH - 1), records, records)
def test_any_other_arguments_or_outcome_are_located(
    place: int, arguments: dict[str, object], outcome: object
) -> None:
    entries = chain()
    entries[place] = replace(entries[place], arguments=arguments, outcome={"then": outcome})
    fault = first_fault(entries)
    assert fault is not None
    assert (fault.number, fault.reason) == (place + 1, "its content was changed")


def test_who_forges_the_hash_too_breaks_the_next_entry() -> None:
    entries = chain()
    forged = replace(entries[1], deed="cancel")
    entries[1] = replace(forged, hash=sealed(forged))
    assert first_fault(entries) == Fault(DESK, 3, "it does not follow the entry before it")


@pytest.mark.parametrize("place", range(LENGTH - 1))
def test_a_missing_entry_is_located(place: int) -> None:
    entries = chain()
    del entries[place]
    assert first_fault(entries) == Fault(DESK, place + 1, "this entry is missing")


@given(st.permutations(range(LENGTH)))
def test_only_one_order_verifies(order: list[int]) -> None:
    entries = chain()
    fault = first_fault([entries[place] for place in order])
    assert (fault is None) == (order == sorted(order))


@given(records)
def test_the_same_value_gives_the_same_text(record: dict[str, object]) -> None:
    turned = dict(reversed(record.items()))
    assert canonical(turned) == canonical(record)
    assert "\n" not in canonical(record)


def test_the_order_of_what_was_touched_does_not_matter() -> None:
    first = chain()[0]
    assert sealed(replace(first, touched=first.touched[::-1])) == first.hash


@pytest.mark.parametrize("number", [0, -3, 2])
def test_the_last_entry_under_another_number_is_located(number: int) -> None:
    *entries, last = chain()
    stray = replace(last, number=number)
    found = first_fault(sorted([*entries, stray], key=lambda entry: entry.number))
    assert found == Fault(DESK, LENGTH, f"it says it were number {number}")
