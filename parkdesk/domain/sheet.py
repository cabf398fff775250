"""A CSV file as named columns and numbered rows, and all its faults in one list."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parkdesk.domain.errors import ImportFault, ImportFaults, ParkDeskError
from parkdesk.domain.file_errors import (
    ColumnTwice,
    LotFileEmpty,
    LotFileNotText,
    LotFileTooLong,
    NotUtf8,
    QuoteUnclosed,
    TooManyCells,
)

MOST_ROWS = 200_000
MOST_FAULTS = 100
"""Reading stops here: whoever sees a hundred faults mends the pattern, not the hundred-and-first."""
_SEPARATORS = ",;\t"
_OTHER_NAMES = {"time_zone": "timezone"}
_HEADER = 1

T = TypeVar("T")


class Faults:
    """Collects what is wrong with a file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[ImportFault] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, row: int, column: str, reason: ParkDeskError) -> None:
        """Raises ImportFaults when the list is full."""
        self._found.append(ImportFault(row=row, column=column, reason=reason))
        if len(self._found) == MOST_FAULTS:
            self.raise_if_any()

    def raise_if_any(self) -> None:
        """Raises ImportFaults with all of them in the order of their rows."""
        if self._found:
            faults = tuple(sorted(self._found, key=lambda fault: int(str(fault.facts["row"]))))
            count = f"{MOST_FAULTS}+" if len(faults) == MOST_FAULTS else str(len(faults))
            raise ImportFaults(faults=faults, file=self._file, count=count, first=faults[0])


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is the row as a spreadsheet shows it; `cells` are trimmed texts by column."""

    number: int
    cells: Mapping[str, str]
    faults: Faults

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def read(self, column: str, reader: Callable[[str], T], otherwise: T) -> T:
        """What the reader makes of a cell; a refusal is kept as a fault of this row and column."""
        try:
            return reader(self.text(column))
        except ParkDeskError as refusal:
            self.faults.add(self.number, column, refusal)
            return otherwise

    def fault(self, column: str, reason: ParkDeskError) -> None:
        self.faults.add(self.number, column, reason)


class Sheet:
    """Raises LotFileNotText, LotFileTooLong or LotFileEmpty for a file that is none."""

    def __init__(self, data: bytes, file: str) -> None:
        if b"\0" in data:
            raise LotFileNotText(file=file)
        if max(data.count(b"\n"), data.count(b"\r")) > MOST_ROWS + _HEADER:
            raise LotFileTooLong(file=file, most=MOST_ROWS)
        # Bytes that are not UTF-8 become lone surrogates, so that their row and column can be named.
        text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        self.faults = Faults(file)
        self._broken = not _is_utf8(text)
        first = text.lstrip().partition("\n")[0]
        self._lines = csv.reader(
            io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count), strict=True
        )
        self._number = 0
        number, names = next(self._records(), (_HEADER, []))
        if not names:
            raise LotFileEmpty(file=file)
        self.columns = tuple(_column_name(name) for name in names)
        self._refuse_broken(number, names)
        for place, column in enumerate(self.columns):
            if column in self.columns[:place]:
                self.faults.add(number, column, ColumnTwice())

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything, in order."""
        for number, cells in self._records():
            self._refuse_broken(number, cells)
            if len(cells) > len(self.columns):
                reason = TooManyCells(cells=len(cells), columns=len(self.columns))
                self.faults.add(number, str(len(self.columns) + 1), reason)
            texts = (cell.strip() for cell in cells)
            yield Row(number, dict(zip(self.columns, texts, strict=False)), self.faults)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Rows with their numbers, trailing empty cells and empty rows left out."""
        while True:
            self._number += 1
            try:
                cells = next(self._lines, None)
            except csv.Error:
                self.faults.add(self._number, "1", QuoteUnclosed())
                return
            if cells is None:
                return
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                yield self._number, cells

    def _refuse_broken(self, number: int, cells: Sequence[str]) -> None:
        """One fault stands for all: a file is saved in one encoding."""
        if not self._broken:
            return
        for place, cell in enumerate(cells):
            if not _is_utf8(cell):
                column = self.columns[place] if place < len(self.columns) else str(place + 1)
                self.faults.add(number, column if _is_utf8(column) else str(place + 1), NotUtf8())
                self.faults.raise_if_any()


def _column_name(text: str) -> str:
    name = "_".join(text.casefold().split())
    return _OTHER_NAMES.get(name, name)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
