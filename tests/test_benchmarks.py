"""Every benchmark runs and its rows make a table; what they measure is not a test's business."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import groups
from tests.benchmarks.measure import Effort, Row
from tests.benchmarks.table import HEAD, line

LEAST = Effort(turns=3, history=100, due=5, desks=(2,), starts=1, ticks=5, large=600)


@pytest.mark.parametrize("name", ["sqlite", "screen", "process", "payments"])
def test_a_group_measures_its_rows(name: str, tmp_path: Path, qapp: object) -> None:
    measured(name, tmp_path)


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["postgres", "feed"])
def test_a_group_on_postgres_measures_its_rows(
    name: str, tmp_path: Path, qapp: object, postgres_cluster: object
) -> None:
    measured(name, tmp_path)


def measured(name: str, folder: Path) -> None:
    rows = list(groups()[name](folder, LEAST))
    assert rows
    columns = HEAD.splitlines()[0].count("|")
    for row in rows:
        # A hundred bays more may well fit into the memory that five hundred have left free.
        assert row.ours > 0 or row.unit == "MB more"
        assert line(row).count("|") == columns
        assert row.as_record()["met"] in (True, False)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (
            Row("book", 0.3126, 0.1, 3, "driver alone"),
            "| book | 0.313 ms | 0.1 ms | 3.13 | ≤ 3 | **no** | driver alone |",
        ),
        (
            Row("scan", 0.05, 61.7, 1000, "scan", at_least=True, note="1 day"),
            "| scan (1 day) | 0.05 ms | 61.7 ms | 1,234 | ≥ 1,000 | yes | scan |",
        ),
        (
            Row("race", 900, 1500, 0.5, "bare", unit="a second", at_least=True, more_is_better=True),
            "| race | 900 a second | 1,500 a second | 0.6 | ≥ 0.5 | yes | bare |",
        ),
    ],
)
def test_a_row_reads_as_a_line_of_the_table(row: Row, shown: str) -> None:
    assert re.sub(r" +", " ", line(row)) == shown
