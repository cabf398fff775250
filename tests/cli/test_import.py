"""`import-lot`: all of a file or nothing, every fault by row and column, and twice is as good as once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import BAYS, LOTS, Say

HEADING = "name,capacity,timezone,currency\n"
BAY_HEADING = "lot,level,code,row,column,timezone,currency\n"


@pytest.mark.parametrize("file", [LOTS, BAYS])
def test_a_second_import_changes_nothing(say: Say, database_url: str, file: Path) -> None:
    first = say("import-lot", file, "--database", database_url, "--json").record["files"][0]["imported"]
    assert first["lots_added"] > 0
    before = say("journal", "verify", "--database", database_url, "--json").record
    second = say("import-lot", file, "--database", database_url, "--json").record["files"][0]["imported"]
    assert second == {
        "lots_added": 0,
        "lots_changed": 0,
        "bays_added": 0,
        "bays_changed": 0,
        "unchanged": first["bays_added"],
    }
    assert say("journal", "verify", "--database", database_url, "--json").record == before


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"name,capacity,currency\nA,10,INR\n", ["Row 1, column timezone: This column is missing."]),
        (
            f"{HEADING}A,10,Asia/Nowhere,INR\n".encode(),
            ["Row 2, column timezone: 'Asia/Nowhere' is not a time zone such as Asia/Kolkata."],
        ),
        (
            f"{HEADING}A,10,Asia/Kolkata,INR\nB,-1,Asia/Kolkata,rupees\n".encode(),
            [
                "Row 3, column capacity: A number between 1 and 20000 is needed here; this is -1.",
                "Row 3, column currency: 'rupees' is not a currency code such as INR or EUR.",
            ],
        ),
        (
            f"{BAY_HEADING}L,G,A1,1,1,Asia/Kolkata,INR\nL,G,A1,1,2,,\n".encode(),
            ["Row 3, column code: There is already a bay A1 in this lot."],
        ),
        (
            f"{BAY_HEADING}L,G,A1,1,1,Asia/Kolkata,INR\nL,G,A2,1,1,,\n".encode(),
            ["Row 3, column row: Another bay stands where bay A2 should be on the plan."],
        ),
        (
            f"{HEADING}Stra\xdfe,10,Europe/Berlin,EUR\n".encode("latin-1"),
            ["Row 2, column name: This holds a letter that is not UTF-8; save the file as 'CSV UTF-8'"],
        ),
    ],
)
def test_every_fault_is_named_and_nothing_is_written(
    say: Say, tmp_path: Path, content: bytes, faults: list[str]
) -> None:
    file = tmp_path / "faulty.csv"
    file.write_bytes(content)
    refused = say("import-lot", file)
    assert refused.code == 2
    assert refused.err.startswith(f"faulty.csv was not imported; faults: {len(faults)}. ")
    told = refused.err.splitlines()[1:]
    assert len(told) == len(faults)
    assert all(fault in line for fault, line in zip(faults, told, strict=True))
    listed = say("import-lot", file, "--json").record
    assert [fault["row"] for fault in listed["faults"]] == [int(fault.split()[1][:-1]) for fault in faults]
    assert say("report", "--json").record == {"reports": []}


def test_a_byte_order_mark_is_no_fault(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "excel.csv"
    file.write_bytes(b"\xef\xbb\xbf" + f"{HEADING}A,10,Asia/Kolkata,INR\n".replace(",", ";").encode())
    assert say("import-lot", file).code == 0


def test_a_million_rows_are_refused_at_once(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_bytes(HEADING.encode() + b"A,10,Asia/Kolkata,INR\n" * 1_000_000)
    refused = say("import-lot", file)
    assert (refused.code, "Import it in parts." in refused.err) == (2, True)


def test_a_file_that_is_not_there_is_named(say: Say, tmp_path: Path) -> None:
    for missing, reason in ((tmp_path / "nowhere.csv", "No such file"), (tmp_path, "Is a directory")):
        refused = say("import-lot", missing)
        assert (refused.code, refused.err.startswith(f"{missing} cannot be read: {reason}")) == (2, True)


def test_a_second_file_with_a_fault_leaves_the_first_imported(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "faulty.csv"
    file.write_text(f"{HEADING}A,0,Asia/Kolkata,INR\n", "utf-8")
    assert say("import-lot", LOTS, file).code == 2
    assert len(say("report", "--json").record["reports"]) == 4
