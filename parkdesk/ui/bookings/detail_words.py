"""What the card of a booking says: pure words from its details."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment import PaymentStatus
from parkdesk.ui.stay_words import masked
from parkdesk.ui.vocabulary import deed_words, method_words

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

Facts = list[tuple[str, str]]
translate = QCoreApplication.translate


def facts(detail: BookingDetail, now: datetime, language: str) -> Facts:
    booking, lot = detail.booking, detail.lot
    driver = booking.driver
    rows = [
        (translate("bookings", "Bay"), detail.bay.code),
        (
            translate("bookings", "Driver"),
            " · ".join(part for part in (driver.name, masked(driver.phone)) if part) or "–",
        ),
        (translate("bookings", "E-mail"), driver.email),
        (translate("bookings", "From"), wording.when(booking.starts_at, now, lot.time_zone, language)),
        (translate("bookings", "Until"), _until(booking, now, lot, language)),
        (translate("bookings", "Ticket"), booking.ticket),
        (translate("bookings", "Requests"), " ".join(booking.requests.split())),
        (translate("bookings", "Cancelled"), _cancelled(booking, now, lot, language)),
        (translate("bookings", "Override"), booking.override_reason),
    ]
    always = {translate("bookings", "Driver")}
    return [(caption, value) for caption, value in rows if value or caption in always]


def payments(detail: BookingDetail, now: datetime, language: str) -> Facts:
    """`Cash · 14:13` and the amount, one line a payment; what was taken back says so."""
    lot = detail.lot
    rows = []
    for payment in detail.payments:
        parts = [
            method_words(payment.method),
            wording.when(payment.processed_at, now, lot.time_zone, language),
        ]
        if payment.status is not PaymentStatus.PAID:
            parts.append(_payment_status(payment.status))
        elif payment.refunded_minor:
            back = wording.money(Money(payment.refunded_minor, payment.currency), lot.language, short=True)
            parts.append(translate("bookings", "{amount} given back").format(amount=back))
        rows.append((" · ".join(parts), wording.money(payment.amount, lot.language)))
    return rows


def history(detail: BookingDetail, now: datetime, language: str) -> Facts:
    """Newest first; what nobody did was the sweep's."""
    return [
        (
            f"{wording.when(line.at, now, detail.lot.time_zone, language)} · {deed_words(line.deed)}",
            line.who or translate("bookings", "by itself"),
        )
        for line in sorted(detail.history, key=lambda line: (line.at, line.number), reverse=True)
    ]


def _until(booking: Booking, now: datetime, lot: Lot, language: str) -> str:
    until = wording.when(booking.until, now, lot.time_zone, language)
    if booking.left_at is None or booking.left_at == booking.until:
        return until
    left = wording.when(booking.left_at, booking.until, lot.time_zone, language)
    return translate("bookings", "{until}, left {left}").format(until=until, left=left)


def _cancelled(booking: Booking, now: datetime, lot: Lot, language: str) -> str:
    if booking.status is not Status.CANCELLED or booking.cancelled_at is None:
        return ""
    moment = wording.when(booking.cancelled_at, now, lot.time_zone, language)
    reasons = {
        "expired": translate("bookings", "not confirmed in time"),
        "undone": translate("bookings", "undone"),
        "left early": translate("bookings", "left early"),
    }
    reason = reasons.get(booking.cancel_reason, booking.cancel_reason)
    return f"{moment} · {reason}" if reason else moment


def _payment_status(status: PaymentStatus) -> str:
    return {
        PaymentStatus.PENDING: translate("bookings", "pending"),
        PaymentStatus.FAILED: translate("bookings", "failed"),
        PaymentStatus.REFUNDED: translate("bookings", "refunded"),
        PaymentStatus.VOID: translate("bookings", "taken back"),
    }.get(status, str(status.value))
