"""`python -m tests.benchmarks [--quick] [--json FILE] [GROUP …]`: measure and print the table."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measure import Row

Group = Callable[..., Iterator[Row]]


def _groups() -> dict[str, Group]:
    from tests.benchmarks import postgres_rows, process_rows, screen_rows, sqlite_rows

    return {
        "sqlite": sqlite_rows.rows,
        "postgres": postgres_rows.rows,
        "screen": screen_rows.rows,
        "process": process_rows.rows,
    }


def main() -> int:
    groups = _groups()
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller histories, fewer turns: two minutes")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("groups", nargs="*", choices=[*groups, []], help="only these groups of rows")
    asked = parser.parse_args()
    measured: list[Row] = []
    print(_HEAD)
    for name in asked.groups or groups:
        with tempfile.TemporaryDirectory(prefix="parkdesk-bench-") as folder:
            for row in groups[name](Path(folder), quick=asked.quick):
                measured.append(row)
                print(_line(row), flush=True)
    if asked.json:
        told = {"python": platform.python_version(), "rows": [row.as_record() for row in measured]}
        asked.json.write_text(json.dumps(told, indent=1), "utf-8")
    missed = [row.name for row in measured if not row.met]
    print(f"\n{len(measured) - len(missed)} of {len(measured)} targets met", file=sys.stderr)
    return 0


_HEAD = "| operation | ours | bare | ratio | target | met | beside |\n|---|---:|---:|---:|---:|:-:|---|"


def _line(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    note = f" ({row.note})" if row.note else ""
    return (
        f"| {row.name}{note} | {row.ours:.3g} {row.unit} | {row.bare:.3g} {row.unit} | {row.ratio:.2f} "
        f"| {sign} {row.target:g} | {'yes' if row.met else '**no**'} | {row.bare_name} |"
    )


if __name__ == "__main__":
    sys.exit(main())
