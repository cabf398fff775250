"""The papers of one stay, and what is said beside a receipt of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.mail import Mail, MailState

if TYPE_CHECKING:
    from parkdesk.domain.entry_ticket import EntryTicket
    from parkdesk.services.booking_detail import BookingDetail
    from parkdesk.services.bundle import Services
    from parkdesk.services.receipts import Issued

translate = QCoreApplication.translate


class Papers(NamedTuple):
    detail: BookingDetail
    issued: tuple[Issued, ...]
    ticket: EntryTicket
    mails: tuple[Mail, ...]

    @property
    def lack_a_receipt(self) -> bool:
        """Whether money was taken that no receipt vouches for."""
        vouched = {id for issued in self.issued if not issued.void for id in issued.receipt.payments}
        return any(
            payment.status.value in ("paid", "refunded") and payment.id not in vouched
            for payment in self.detail.payments
        )


def read_papers(services: Services, booking_id: UUID) -> Papers:
    """On the database thread. Raises BookingUnknown."""
    return Papers(
        services.bookings.detail(booking_id),
        services.receipts.of(booking_id),
        services.receipts.ticket(booking_id),
        services.post.of(booking_id),
    )


def receipt_facts(issued: Issued, papers: Papers, now: datetime, language: str) -> list[tuple[str, str]]:
    """When and where it was issued, how often it was given, and what became of its mails."""
    receipt = issued.receipt
    when = wording.when(receipt.issued_at, now, receipt.time_zone, language)
    facts = [
        (translate("PaperDialog", "Issued"), when),
        (translate("PaperDialog", "Desk"), " · ".join(part for part in (receipt.desk, receipt.who) if part)),
        (
            translate("PaperDialog", "Papers given"),
            str(issued.copy) if issued.copy else translate("PaperDialog", "none yet"),
        ),
    ]
    for mail in papers.mails:
        if mail.receipt_id == receipt.id:
            facts.append((mail.address, _mail_words(mail, receipt.time_zone, now, language)))
    return facts


def _mail_words(mail: Mail, time_zone: str, now: datetime, language: str) -> str:
    if mail.state is MailState.SENT and mail.sent_at is not None:
        when = wording.when(mail.sent_at, now, time_zone, language)
        return translate("PaperDialog", "sent {when}").format(when=when)
    if mail.state is MailState.FAILED:
        return translate("PaperDialog", "not sent")
    return (
        translate("PaperDialog", "waits")
        if not mail.tries
        else translate("PaperDialog", "tried {count} times").format(count=mail.tries)
    )
