"""Lot files as people really have them: each fault by row and column on the screen, and nothing imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.lots.section import LotsSection
from tests.ui.open_desk import OpenDesk

LOTS = "name,capacity,timezone,currency\n"
BAYS = "lot,level,code,row,column,timezone,currency\n"


@pytest.fixture
def lots(settings: SettingsScreen) -> LotsSection:
    section = settings.page("lots")
    assert isinstance(section, LotsSection)
    return section


def imported(desk: OpenDesk, lots: LotsSection, file: Path, content: bytes) -> list[tuple[str, str, str]]:
    """The faults that the screen shows then."""
    file.write_bytes(content)
    lots.import_file(file)
    desk.settle()
    model = lots.faults.model
    cells = ([model.index(row, column).data() for column in range(3)] for row in range(model.rowCount()))
    return [(row, column, words) for row, column, words in cells]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"name,capacity,currency\nA,10,INR\n", ("1", "timezone", "This column is missing.")),
        (
            f"{LOTS}A,10,Asia/Nowhere,INR\n".encode(),
            ("2", "timezone", "'Asia/Nowhere' is not a time zone such as Asia/Kolkata."),
        ),
        (
            f"{BAYS}L,G,A1,1,1,Asia/Kolkata,INR\nL,G,A1,1,2,,\n".encode(),
            ("3", "code", "There is already a bay A1 in this lot."),
        ),
        (
            f"{LOTS}Stra\xdfe,10,Europe/Berlin,EUR\n".encode("latin-1"),
            (
                "2",
                "name",
                "This holds a letter that is not UTF-8; save the file as 'CSV UTF-8' and import that.",
            ),
        ),
    ],
    ids=["missing column", "duplicate bay", "wrong time zone", "Latin-1"],
)
def test_a_fault_is_listed_and_nothing_imported(
    desk: OpenDesk, lots: LotsSection, tmp_path: Path, content: bytes, fault: tuple[str, str, str]
) -> None:
    assert imported(desk, lots, tmp_path / "faulty.csv", content) == [fault]
    assert lots.currentWidget() is lots.faults
    assert len(desk.case.services.lots.all()) == 1


def test_a_million_rows_are_refused_in_one_sentence(
    desk: OpenDesk, lots: LotsSection, tmp_path: Path
) -> None:
    rows = LOTS.encode() + b"A,10,Asia/Kolkata,INR\n" * 1_000_000
    assert imported(desk, lots, tmp_path / "long.csv", rows) == []
    assert "Import it in parts." in lots.faults.words
    assert len(desk.case.services.lots.all()) == 1


def test_a_byte_order_mark_is_no_fault(desk: OpenDesk, lots: LotsSection, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + f"{LOTS}A,10,Asia/Kolkata,INR\n".replace(",", ";").encode()
    imported(desk, lots, tmp_path / "excel.csv", content)
    assert {lot.name for lot in desk.ui.lots} == {desk.case.lot.name, "A"}
