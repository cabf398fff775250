"""A receipt: what a stay cost, what was paid and given back for it, frozen at the moment it was issued."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import PriceLine
from parkdesk.domain.ticket import ALPHABET

_SERIES = 3
_CODE = re.compile(rf"(?:([{ALPHABET}]{{3}})[- ]?)?([0-9]{{6,9}})")


@dataclass(frozen=True, slots=True)
class Header:
    """Whose paper it is: the lot, where it is, and the owner's own lines above and below."""

    name: str
    address: str = ""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tax:
    """A part of the price. `included` says that it is inside the other lines and no line of its own."""

    name: str
    basis_points: int
    minor: int
    included: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """One booking of a stay with its price lines; a renewal is the next stretch."""

    starts_at: datetime
    until: datetime
    lines: tuple[PriceLine, ...]
    tax: Tax | None = None


@dataclass(frozen=True, slots=True)
class Tender:
    """Money that came in. `before` marks what an earlier sale of the same stay took."""

    method: Method
    minor: int
    at: datetime
    tendered_minor: int | None = None
    before: bool = False

    @property
    def change_minor(self) -> int:
        return 0 if self.tendered_minor is None else self.tendered_minor - self.minor


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that went back."""

    method: Method
    minor: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """`language` is the locale and `time_zone` the clock of the lot; `payments` are the ones it vouches for."""

    id: UUID
    desk_id: UUID
    number: int
    booking_id: UUID
    lot_id: UUID
    issued_at: datetime
    desk: str
    who: str
    header: Header
    language: str
    time_zone: str
    currency: str
    ticket: str
    plate: str
    bay: str
    stretches: tuple[Stretch, ...]
    tenders: tuple[Tender, ...]
    refunds: tuple[Refund, ...] = ()
    payments: tuple[UUID, ...] = ()

    @property
    def code(self) -> str:
        """How the number is printed: the desk's series and the number, `K7M-000123`."""
        return f"{series_of(self.desk_id)}-{self.number:06d}"

    @property
    def starts_at(self) -> datetime:
        return self.stretches[0].starts_at

    @property
    def until(self) -> datetime:
        return self.stretches[-1].until

    @property
    def total(self) -> Money:
        """The sum of every line."""
        return self._money(sum(line.amount_minor for part in self.stretches for line in part.lines))

    @property
    def taxes(self) -> tuple[Tax, ...]:
        """One for each name and rate, over all stretches."""
        sums: dict[tuple[str, int, bool], int] = {}
        for part in self.stretches:
            if part.tax is not None:
                key = (part.tax.name, part.tax.basis_points, part.tax.included)
                sums[key] = sums.get(key, 0) + part.tax.minor
        return tuple(
            Tax(name, points, minor, included) for (name, points, included), minor in sums.items() if minor
        )

    @property
    def net(self) -> Money:
        return self._money(self.total.minor - sum(tax.minor for tax in self.taxes))

    @property
    def paid(self) -> Money:
        return self._money(sum(tender.minor for tender in self.tenders))

    @property
    def refunded(self) -> Money:
        return self._money(sum(refund.minor for refund in self.refunds))

    @property
    def due(self) -> Money:
        """What is still owed; below zero, what the lot owes the driver."""
        return self.total - self.paid + self.refunded

    def _money(self, minor: int) -> Money:
        return Money(minor, self.currency)


def series_of(desk_id: UUID) -> str:
    """Three characters that tell the numbers of one desk from those of another, from its UUIDv7's random bits."""
    number, letters = desk_id.int & ((1 << 62) - 1), ""
    for _ in range(_SERIES):
        number, digit = divmod(number, len(ALPHABET))
        letters += ALPHABET[digit]
    return letters


def read_code(text: str) -> tuple[str, int] | None:
    """The series and number of a receipt's code as it is printed, with an empty series if that is left out."""
    found = _CODE.fullmatch(text.strip().upper())
    return (found[1] or "", int(found[2])) if found else None


def as_record(receipt: Receipt) -> dict[str, Any]:
    """What is kept beside the receipt's own columns."""
    return {
        "desk": receipt.desk,
        "who": receipt.who,
        "header": {
            "name": receipt.header.name,
            "address": receipt.header.address,
            "above": list(receipt.header.above),
            "below": list(receipt.header.below),
        },
        "language": receipt.language,
        "time_zone": receipt.time_zone,
        "currency": receipt.currency,
        "ticket": receipt.ticket,
        "plate": receipt.plate,
        "bay": receipt.bay,
        "stretches": [_stretch_record(part) for part in receipt.stretches],
        "tenders": [
            {
                "method": tender.method.value,
                "amount": tender.minor,
                "at": tender.at.isoformat(),
                "tendered": tender.tendered_minor,
                "before": tender.before,
            }
            for tender in receipt.tenders
        ],
        "refunds": [
            {"method": refund.method.value, "amount": refund.minor, "at": refund.at.isoformat()}
            for refund in receipt.refunds
        ],
        "payments": [payment.hex for payment in receipt.payments],
    }


def from_record(
    record: Mapping[str, Any],
    *,
    id: UUID,
    desk_id: UUID,
    number: int,
    booking_id: UUID,
    lot_id: UUID,
    issued_at: datetime,
) -> Receipt:
    header = record["header"]
    return Receipt(
        id=id,
        desk_id=desk_id,
        number=number,
        booking_id=booking_id,
        lot_id=lot_id,
        issued_at=issued_at,
        desk=record["desk"],
        who=record["who"],
        header=Header(header["name"], header["address"], tuple(header["above"]), tuple(header["below"])),
        language=record["language"],
        time_zone=record["time_zone"],
        currency=record["currency"],
        ticket=record["ticket"],
        plate=record["plate"],
        bay=record["bay"],
        stretches=tuple(map(_stretch, record["stretches"])),
        tenders=tuple(
            Tender(Method(kept["method"]), kept["amount"], _at(kept), kept["tendered"], kept["before"])
            for kept in record["tenders"]
        ),
        refunds=tuple(
            Refund(Method(kept["method"]), kept["amount"], _at(kept)) for kept in record["refunds"]
        ),
        payments=tuple(UUID(hex=payment) for payment in record["payments"]),
    )


def _stretch_record(part: Stretch) -> dict[str, Any]:
    tax = part.tax
    return {
        "starts_at": part.starts_at.isoformat(),
        "until": part.until.isoformat(),
        "lines": [line.as_record() for line in part.lines],
        "tax": None
        if tax is None
        else {
            "name": tax.name,
            "basis_points": tax.basis_points,
            "amount": tax.minor,
            "included": tax.included,
        },
    }


def _stretch(kept: Mapping[str, Any]) -> Stretch:
    tax = kept["tax"]
    return Stretch(
        datetime.fromisoformat(kept["starts_at"]),
        datetime.fromisoformat(kept["until"]),
        tuple(PriceLine.from_record(line) for line in kept["lines"]),
        None if tax is None else Tax(tax["name"], tax["basis_points"], tax["amount"], tax["included"]),
    )


def _at(kept: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(kept["at"])
