"""What every screen says of a stay alike: its price, what was paid of it, and how its driver is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Payment, PaymentStatus
from parkdesk.ui.vocabulary import method_words

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

translate = QCoreApplication.translate
Facts = list[tuple[str, str]]


def price_facts(detail: BookingDetail, lot: Lot, language: str) -> Facts:
    """The lines of the booking's price; what was parked before it and its renewals are one line each."""
    own = [
        (
            wording.price_line(line, detail.quote.currency, lot.language, language),
            wording.money(Money(line.amount_minor, detail.quote.currency), lot.language),
        )
        for line in detail.quote.lines
    ]
    before: Facts = []
    after: Facts = []
    for link, minor in _others(detail):
        earlier = link.starts_at < detail.booking.starts_at
        words = translate("bay", "Earlier, {span}") if earlier else translate("bay", "Renewal {span}")
        amount = wording.money(Money(minor, detail.quote.currency), lot.language)
        (before if earlier else after).append((words.format(span=wording.span(link.span)), amount))
    return [*before, *own, *after]


def total_minor(detail: BookingDetail) -> int:
    """What the whole stay costs as of now: less what was paid it is what the payment's dialog asks for."""
    return detail.quote.total_minor + sum(minor for _, minor in _others(detail))


def _others(detail: BookingDetail) -> list[tuple[Booking, int]]:
    """The links of the stay beside the booking itself that cost something."""
    return [(link, minor) for link, minor in detail.links if link.id != detail.booking.id and minor]


def paid_words(payments: tuple[Payment, ...], lot: Lot, language: str) -> str:
    """`Paid · card · 14:13`: the last payment says how and when."""
    taken = [payment for payment in payments if payment.status is PaymentStatus.PAID]
    if not taken:
        return translate("bay", "Nothing to pay")
    last = taken[-1]
    how = method_words(last.method) if language[:2] == "de" else method_words(last.method).lower()
    return " · ".join((translate("bay", "Paid"), how, wording.clock(last.processed_at, lot.time_zone)))


def masked(phone: str) -> str:
    """`+91 98•••• 210`: enough to recognise, not enough to copy from across the counter."""
    digits = [place for place, character in enumerate(phone) if character.isdecimal()]
    hidden = set(digits[4:-3]) if len(digits) > 8 else set()
    return "".join("•" if place in hidden else character for place, character in enumerate(phone))
