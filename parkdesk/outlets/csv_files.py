"""CSV files that any spreadsheet opens as they are meant, and that cannot run anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from parkdesk.domain.money import Money
from parkdesk.outlets.files import save_whole

Cell = str | int | float | date | Money | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet or another (OWASP, CSV Injection)."""


def text_of(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """RFC 4180 text: commas, CRLF, amounts as plain decimals, days as ISO 8601, nothing for None."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    writer.writerows([_told(cell) for cell in row] for row in rows)
    return out.getvalue()


def save(path: Path, text: str) -> None:
    """Whole or not at all, marked as UTF-8 for spreadsheets. Raises FileUnwritable or DiskFull."""
    save_whole(path, text.encode("utf-8-sig"))


def _told(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
        case Money():
            return cell.plain()
        case date():
            return cell.isoformat()
        case _:
            return cell
