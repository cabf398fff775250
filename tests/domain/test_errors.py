"""Every error is one sentence a person can read, and survives a journey between threads and processes."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import string
from collections.abc import Iterator

import pytest

import parkdesk.domain
from parkdesk.domain import file_errors
from parkdesk.domain.errors import ImportFault, ImportFaults, LockedOut, ParkDeskError, StayTooLong

for module in pkgutil.iter_modules(parkdesk.domain.__path__, "parkdesk.domain."):
    importlib.import_module(module.name)


def kinds(kind: type[ParkDeskError] = ParkDeskError) -> Iterator[type[ParkDeskError]]:
    for below in kind.__subclasses__():
        yield below
        yield from kinds(below)


def made(kind: type[ParkDeskError]) -> ParkDeskError:
    names = [name for _, name, _, _ in string.Formatter().parse(kind.sentence) if name]
    return kind(field="plate", **{name: f"<{name}>" for name in names})


@pytest.mark.parametrize(
    "kind", sorted(kinds(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_an_error_is_a_plain_sentence(kind: type[ParkDeskError]) -> None:
    assert kind.sentence[0] in "'{" or kind.sentence[0].isupper()
    assert kind.sentence.endswith((".", "{reason}", "{first}", '"{command}"'))
    assert "!" not in kind.sentence
    assert "{" not in str(made(kind))


@pytest.mark.parametrize(
    "kind", sorted(kinds(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_an_error_survives_a_journey(kind: type[ParkDeskError]) -> None:
    error = made(kind)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.field, copy.facts) == (kind, str(error), "plate", error.facts)


def test_faults_of_a_file_survive_it_too() -> None:
    fault = ImportFault(row=3, column="capacity", reason=file_errors.NumberUnreadable(text="many"))
    error = ImportFaults(faults=(fault,), file="lots.csv", count="1", first=fault)
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == (
        "lots.csv was not imported; faults: 1. "
        "Row 3, column capacity: 'many' cannot be read as a number; use digits only."
    )
    assert [str(each) for each in copy.faults] == [str(fault)]


def test_one_of_what_a_sentence_counts_is_said_as_one() -> None:
    assert str(LockedOut(minutes=1)) == "Too many wrong tries; try again in one minute."
    assert str(LockedOut(minutes=2)) == "Too many wrong tries; try again in 2 minutes."
    assert str(StayTooLong(hours=1)) == "A stay here lasts one hour at most."


@pytest.mark.parametrize(
    "kind", [kind for kind in kinds() if kind.one != ParkDeskError.one], ids=lambda kind: kind.__name__
)
def test_what_is_counted_is_a_fact_of_the_sentence(kind: type[ParkDeskError]) -> None:
    counted, of_one = kind.one
    assert f"{{{counted}}}" in kind.sentence
    assert counted not in {name for _, name, _, _ in string.Formatter().parse(of_one)}
