"""The table as Markdown, ready for a README."""

from __future__ import annotations

from tests.benchmarks.measure import Row

HEAD = "| operation | ours | bare | ratio | target | met | beside |\n|---|---:|---:|---:|---:|:-:|---|"


def line(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    note = f" ({row.note})" if row.note else ""
    return (
        f"| {row.name}{note} | {_figure(row.ours)} {row.unit} | {_figure(row.bare)} {row.unit} "
        f"| {_figure(row.ratio)} | {sign} {_figure(row.target)} | {'yes' if row.met else '**no**'} "
        f"| {row.bare_name} |"
    )


def _figure(number: float) -> str:
    """Three digits that mean something."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
