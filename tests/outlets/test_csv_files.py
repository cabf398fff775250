"""CSV files: whole or not at all, and nothing in them runs."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from parkdesk.domain.money import Money
from parkdesk.domain.system_errors import FileUnwritable
from parkdesk.outlets import csv_files

ROOT = Path(__file__).parents[2]


def test_each_value_is_told_plainly() -> None:
    row = ("Süd, „P1“", 7, 0.25, Money(5, "KWD"), Money(1200, "JPY"), date(2026, 11, 21), None)
    assert csv_files.text_of(("a",), [row]) == 'a\r\n"Süd, „P1“",7,0.25,0.005,1200,2026-11-21,\r\n'


@pytest.mark.parametrize("evil", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_text_is_a_formula(evil: str) -> None:
    (_, (cell, minus, amount)) = csv.reader(
        io.StringIO(csv_files.text_of(("a", "b", "c"), [(evil, -1, Money(-150, "INR"))]), newline="")
    )
    assert cell == "'" + evil
    assert (minus, amount) == ("-1", "-1.50")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    for file in (tmp_path / "missing" / "report.csv", tmp_path):
        with pytest.raises(FileUnwritable, match="cannot be written"):
            csv_files.save(file, "a\r\n")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_older_file(tmp_path: Path) -> None:
    file = tmp_path / "report.csv"
    file.write_text("an older export", "utf-8")
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from pathlib import Path\n"
        "from parkdesk.domain.system_errors import DiskFull\n"
        "from parkdesk.outlets import csv_files\n"
        "try:\n"
        f"    csv_files.save(Path({str(file)!r}), 'x' * 100_000)\n"
        "except DiskFull as error:\n"
        "    print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout.startswith("The disk is full; nothing was changed."), run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]
    assert file.read_text("utf-8") == "an older export"
