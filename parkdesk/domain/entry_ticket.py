"""An entry ticket: what a driver takes along to find the bay, and hands over to be found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from parkdesk.domain.money import Money
from parkdesk.domain.receipt import Header


@dataclass(frozen=True, slots=True)
class PayPage:
    """Where the driver pays with a phone: an open page at the provider, the amount it asks for, and its end."""

    url: str
    amount: Money
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class EntryTicket:
    """`code` is the booking's ticket, read aloud or scanned; `language` and `time_zone` are the lot's."""

    code: str
    header: Header
    plate: str
    bay: str
    level: str
    starts_at: datetime
    until: datetime
    language: str
    time_zone: str
    pay: PayPage | None = None
