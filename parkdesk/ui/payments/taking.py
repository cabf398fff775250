"""The deed of taking money over the desk, and of what follows when the driver leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment
from parkdesk.domain.people import Person

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

translate = QCoreApplication.translate


def taking(
    services: Services,
    booking_id: UUID,
    method: Method,
    amount: Money,
    tendered: Money | None,
    *,
    note: str = "",
    leaving_at: datetime | None = None,
) -> Callable[[Person, UUID], tuple[Payment, ...]]:
    """With `leaving_at`, when the price was told, the stay is checked out right after, and that is what an undo takes
    back first."""

    def work(who: Person, deed_id: UUID) -> tuple[Payment, ...]:
        taken = services.payments.take(
            who,
            booking_id,
            method,
            amount.minor,
            tendered_minor=tendered.minor if tendered is not None else None,
            note=note,
            deed_id=deed_id if leaving_at is None else None,
        )
        if leaving_at is not None:
            services.stays.check_out(who, booking_id, told_at=leaving_at, deed_id=deed_id)
        return taken

    return work


def took_words(taken: tuple[Payment, ...], plate: str, said: Callable[[Money], str], *, left: bool) -> str:
    """In one line, with the change that is to be given."""
    amount, change = sum_of(taken), taken[-1].change
    words = (
        translate("PaymentDialog", "Took {amount} and checked out {plate}")
        if left
        else translate("PaymentDialog", "Took {amount} for {plate}")
    ).format(amount=said(amount), plate=plate)
    if change:
        words += " · " + translate("PaymentDialog", "change {amount}").format(amount=said(change))
    return words


def sum_of(taken: tuple[Payment, ...]) -> Money:
    return Money(sum(payment.amount_minor for payment in taken), taken[0].currency)
