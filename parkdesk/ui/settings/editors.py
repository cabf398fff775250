"""Editors for what settings are made of: amounts, durations, time zones, and sets of codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from math import isfinite
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from parkdesk import wording
from parkdesk.domain import duration, money
from parkdesk.domain.errors import DurationUnreadable, TextMissing
from parkdesk.domain.file_errors import NumberUnreadable
from parkdesk.domain.money import exponent
from parkdesk.ui.widgets.completion import Completion

_NOUGHT = frozenset({"0", "0m", "0min", "0h"})


class AmountEdit(QLineEdit):
    """An amount of money, typed and shown as its lot writes it."""

    def __init__(self) -> None:
        super().__init__()
        self._currency = "XXX"
        self.setMaxLength(40)

    def set(self, minor: int | None, currency: str, locale: str) -> None:
        self._currency = currency
        places = exponent(currency)
        self.setText("" if minor is None else wording.number(minor / 10**places, locale, places=places))

    def minor(self, field: str) -> int | None:
        """None for nothing typed. Raises AmountUnreadable or AmountOutOfRange for the field."""
        text = self.text().strip()
        return money.parsed(text, self._currency, field=field).minor if text else None


class PercentEdit(QLineEdit):
    """A share in percent, kept as hundredths of one."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(12)

    def set(self, basis_points: int, locale: str) -> None:
        places = 0 if basis_points % 100 == 0 else 1 if basis_points % 10 == 0 else 2
        self.setText(wording.number(basis_points / 100, locale, places=places) if basis_points else "")

    def points(self, field: str) -> int:
        """Raises NumberUnreadable for the field."""
        text = self.text().replace("%", "").strip()
        try:
            share = Decimal(text.replace(",", ".") or "0")
        except InvalidOperation:
            raise NumberUnreadable(text=text, field=field) from None
        if not share.is_finite() or abs(share) > 1_000_000:
            raise NumberUnreadable(text=text, field=field)
        return round(share * 100)


class DurationEdit(QLineEdit):
    """One duration or, with `several`, a list of them: `30m, 1h, 2h`."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._several = several
        self.setMaxLength(200)

    def set(self, *lengths: timedelta) -> None:
        self.setText(", ".join(map(_written, lengths)))

    def lengths(self, field: str) -> tuple[timedelta, ...]:
        """What was typed. Raises TextMissing or DurationUnreadable for the field."""
        parts = self.text().replace(";", ",").split(",") if self._several else [self.text()]
        lengths = tuple(_read(part.strip(), field) for part in parts if part.strip())
        if not lengths:
            raise TextMissing(field=field)
        return lengths

    def length(self, field: str) -> timedelta:
        return self.lengths(field)[0]


class DegreesEdit(QLineEdit):
    """A latitude or longitude; point or comma."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(24)

    def set(self, degrees: float | None) -> None:
        self.setText("" if degrees is None else f"{degrees:.6f}".rstrip("0").rstrip("."))

    def degrees(self, field: str) -> float | None:
        """Raises NumberUnreadable for the field."""
        text = self.text().strip().replace(",", ".")
        if not text:
            return None
        try:
            degrees = float(text)
        except ValueError:
            raise NumberUnreadable(text=text, field=field) from None
        if not isfinite(degrees):
            raise NumberUnreadable(text=text, field=field)
        return degrees


class ZoneEdit(QLineEdit):
    """A time zone's name, completed from any part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(80)
        self.setPlaceholderText("Asia/Kolkata")

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.completer() is None:
            Completion(zone_names(), self).setFilterMode(Qt.MatchFlag.MatchContains)
        super().focusInEvent(event)


class Ticks(QWidget):
    """A set of codes, each a check box with its words."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(12)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, words); what was ticked stays ticked."""
        before = self.ticked
        for box in self._boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for number, (code, words) in enumerate(choices):
            box = QCheckBox(words)
            box.setChecked(code in before)
            box.toggled.connect(self.changed)
            self._grid.addWidget(box, number // self._columns, number % self._columns)
            self._boxes[code] = box

    def tick(self, codes: frozenset[str]) -> None:
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    @property
    def ticked(self) -> frozenset[str]:
        return frozenset(code for code, box in self._boxes.items() if box.isChecked())

    def box(self, code: str) -> QCheckBox:
        return self._boxes[code]


@cache
def zone_names() -> list[str]:
    """Every place's zone; not the abbreviations and fixed offsets that the database also carries."""
    return sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/"))
    )


def _read(text: str, field: str) -> timedelta:
    word = "".join(text.split()).casefold()
    length = timedelta(0) if word in _NOUGHT else duration.read(word)
    if length is None:
        raise DurationUnreadable(text=text, field=field)
    return length


def _written(length: timedelta) -> str:
    if not length:
        return "0m"
    days = length // timedelta(days=1)
    return f"{days}d" if days > 1 and length == timedelta(days=days) else duration.written(length)
