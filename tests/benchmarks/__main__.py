"""`python -m tests.benchmarks [--quick] [--json FILE] [GROUP …]`: measure and print the table."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measure import FULL, QUICK, Effort, Row
from tests.benchmarks.table import HEAD, line

Group = Callable[[Path, Effort], Iterator[Row]]


def groups() -> dict[str, Group]:
    from tests.benchmarks import (
        feed_rows,
        payment_rows,
        postgres_rows,
        process_rows,
        screen_rows,
        sqlite_rows,
    )

    return {
        "sqlite": sqlite_rows.rows,
        "postgres": postgres_rows.rows,
        "feed": feed_rows.rows,
        "screen": screen_rows.rows,
        "process": process_rows.rows,
        "payments": payment_rows.rows,
    }


def main() -> int:
    known = groups()
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller histories, fewer turns: two minutes")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("groups", nargs="*", choices=[*known, []], help="only these groups of rows")
    asked = parser.parse_args()
    measured: list[Row] = []
    print(HEAD)
    for name in asked.groups or known:
        with tempfile.TemporaryDirectory(prefix="parkdesk-bench-") as folder:
            for row in known[name](Path(folder), QUICK if asked.quick else FULL):
                measured.append(row)
                print(line(row), flush=True)
    if asked.json:
        told = {"python": platform.python_version(), "rows": [row.as_record() for row in measured]}
        asked.json.write_text(json.dumps(told, indent=1), "utf-8")
    met = sum(row.met for row in measured)
    print(f"\n{met} of {len(measured)} targets met", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
