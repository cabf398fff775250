"""Quotes: a price is derived from a tariff as lines that add up to the total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import EndBeforeStart, NumberOutOfRange
from parkdesk.domain.money import MOST_MINOR, Money, checked_currency, rounded


class LineKind(StrEnum):
    PARKING = "parking"
    MINIMUM = "minimum"
    OVERSTAY = "overstay"
    TAX = "tax"
    WAIVED = "waived"
    """Owed, and let go with a reason: a nil payment."""


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line of a quote. `minutes` and `rate_minor` (an hour) explain parking; `name` names a tax."""

    kind: LineKind
    amount_minor: int
    minutes: int = 0
    rate_minor: int = 0
    name: str = ""
    basis_points: int = 0

    def as_record(self) -> dict[str, Any]:
        record: dict[str, Any] = {"kind": self.kind.value, "amount": self.amount_minor}
        if self.minutes:
            record["minutes"] = self.minutes
        if self.rate_minor:
            record["rate"] = self.rate_minor
        if self.name:
            record["name"] = self.name
        if self.basis_points:
            record["basis_points"] = self.basis_points
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> PriceLine:
        return cls(
            LineKind(record["kind"]),
            record["amount"],
            record.get("minutes", 0),
            record.get("rate", 0),
            record.get("name", ""),
            record.get("basis_points", 0),
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """What a stay costs, line by line. `tax_included_minor` is the tax already inside, where prices include it."""

    currency: str
    lines: tuple[PriceLine, ...]
    tax_name: str = ""
    tax_included_minor: int = 0

    @property
    def total_minor(self) -> int:
        return sum(line.amount_minor for line in self.lines)

    @property
    def total(self) -> Money:
        return Money(self.total_minor, self.currency)


@dataclass(frozen=True, slots=True)
class Tariff:
    """One version of a lot's prices; a version that a booking has used never changes.

    `hourly_minor` is the price of an hour, `rates` overrides it by vehicle type. Time is charged in whole
    increments of `increment_minutes`. `tax_basis_points` is hundredths of a percent.
    """

    id: UUID
    lot_id: UUID
    version: int
    currency: str
    hourly_minor: int
    rates: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    increment_minutes: int = 60
    minimum_minor: int = 0
    tax_name: str = ""
    tax_basis_points: int = 0
    tax_included: bool = False

    def checked(self) -> Tariff:
        """As it is stored. Raises the error of the first field at fault."""
        tax_name = texts.line(self.tax_name, field="tax_name", most=40)
        currency = checked_currency(self.currency)
        amounts = {"hourly": self.hourly_minor, "minimum": self.minimum_minor}
        amounts |= {f"rate:{code}": rate for code, rate in self.rates.items()}
        for name, amount in amounts.items():
            if not 0 <= amount <= MOST_MINOR:
                raise NumberOutOfRange(least=0, most=MOST_MINOR, number=amount, field=name)
        if not 1 <= self.increment_minutes <= 1440:
            raise NumberOutOfRange(least=1, most=1440, number=self.increment_minutes, field="increment")
        if not 0 <= self.tax_basis_points <= 10_000:
            raise NumberOutOfRange(least=0, most=100, number=self.tax_basis_points // 100, field="tax")
        return replace(self, tax_name=tax_name, currency=currency)

    def rate(self, vehicle_type: str, bay_hourly_minor: int | None = None) -> int:
        """The price of an hour: the bay's own, else the vehicle type's, else the lot's."""
        if bay_hourly_minor is not None:
            return bay_hourly_minor
        return self.rates.get(vehicle_type, self.hourly_minor)

    def quote(
        self,
        span: timedelta,
        vehicle_type: str,
        *,
        bay_hourly_minor: int | None = None,
        overstay: timedelta = timedelta(0),
    ) -> Quote:
        """Price a stay of `span`, of which the last `overstay` was not booked. Raises EndBeforeStart."""
        if span <= timedelta(0) or not timedelta(0) <= overstay <= span:
            raise EndBeforeStart(field="until")
        rate = self.rate(vehicle_type, bay_hourly_minor)
        booked_minutes = self._charged_minutes(span - overstay)
        total_minutes = self._charged_minutes(span)
        parking = rounded(rate * booked_minutes, 60)
        lines = []
        if booked_minutes:
            lines.append(PriceLine(LineKind.PARKING, parking, booked_minutes, rate))
        if total_minutes > booked_minutes:
            extra = rounded(rate * total_minutes, 60) - parking
            lines.append(PriceLine(LineKind.OVERSTAY, extra, total_minutes - booked_minutes, rate))
        net = sum(line.amount_minor for line in lines)
        if net < self.minimum_minor:
            lines.append(PriceLine(LineKind.MINIMUM, self.minimum_minor - net))
            net = self.minimum_minor
        return self._taxed(lines, net)

    def explained(self, lines: tuple[PriceLine, ...]) -> Quote:
        """Lines kept with a booking, as the quote they once were."""
        points = self.tax_basis_points
        if not points:
            return Quote(self.currency, lines)
        total = sum(line.amount_minor for line in lines)
        included = rounded(total * points, 10_000 + points) if self.tax_included else 0
        return Quote(self.currency, lines, self.tax_name, included)

    def less_waived(self, quote: Quote, kept: tuple[PriceLine, ...]) -> Quote:
        """A new quote without what `kept` lines, of the old one, let go; never less than nothing."""
        left, waived = quote.total_minor, []
        for line in kept:
            if line.kind is LineKind.WAIVED and left:
                part = min(left, -line.amount_minor)
                waived.append(replace(line, amount_minor=-part))
                left -= part
        return self.explained((*quote.lines, *waived)) if waived else quote

    def _charged_minutes(self, span: timedelta) -> int:
        whole, started = divmod(span, timedelta(minutes=self.increment_minutes))
        return (whole + bool(started)) * self.increment_minutes

    def _taxed(self, lines: list[PriceLine], net: int) -> Quote:
        points = self.tax_basis_points
        if points and not self.tax_included:
            tax = rounded(net * points, 10_000)
            lines.append(PriceLine(LineKind.TAX, tax, name=self.tax_name, basis_points=points))
        return self.explained(tuple(lines))
