"""Receipts by e-mail: queued in the deed that a person does, sent later by whoever has a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import EmailUnreadable, ParkDeskError, TextMissing
from parkdesk.domain.mail import Mail
from parkdesk.domain.paper_errors import MailAddressRefused, MailUnknown, ReceiptUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lifecycle import the_booking, visit
from parkdesk.services.receipts import counted

if TYPE_CHECKING:
    from parkdesk.outlets.mail import MailServer
    from parkdesk.outlets.paper import Paper
    from parkdesk.store.shelves import Store

AT_ONCE = 10


class PostService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def queue(self, who: Person, receipt_id: UUID, address: str, *, deed_id: UUID | None = None) -> Mail:
        """Have a receipt sent; no network is needed for that. Raises TextMissing, EmailUnreadable or
        ReceiptUnknown."""
        address = texts.email(address, field="address")
        if not address:
            raise TextMissing(field="address")

        def work(deed: Deed) -> Mail:
            receipt = deed.store.receipts.find(receipt_id)
            if receipt is None:
                raise ReceiptUnknown
            copy = counted(deed, receipt, "mail").copy
            mail = Mail(new_id(), receipt_id, copy, address, queued_at=deed.now, due_at=deed.now)
            deed.store.mails.add(mail, deed.desk_id, deed.who.id)
            deed.outcome["mail"] = mail.id.hex
            return mail

        # The address is no part of the entry: the journal never forgets.
        arguments = {"receipt": receipt_id.hex}
        return self._desk.do(
            "mail_receipt", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )

    def of(self, booking_id: UUID) -> tuple[Mail, ...]:
        """What was or is to be sent for a stay, oldest first. Raises BookingUnknown."""
        with self._desk.look() as store:
            links = visit(store, the_booking(store, booking_id))
            receipts = store.receipts.of([link.id for link in links])
            return store.mails.of([receipt.id for receipt in receipts])

    def next_due(self) -> datetime | None:
        """When this desk's next mail is to be tried; None if none waits."""
        with self._desk.look() as store:
            return store.mails.next_due(self._desk.id, self._desk.clock())

    def again(self, who: Person, mail_id: UUID) -> Mail:
        """Try a mail that was given up once more. Raises MailUnknown."""

        def work(deed: Deed) -> Mail:
            mail = deed.store.mails.find(mail_id)
            if mail is None:
                raise MailUnknown
            mail = mail.again(deed.now)
            deed.store.mails.change(mail)
            deed.touch(mail.receipt_id)
            deed.outcome["mail"] = mail.id.hex
            return mail

        return self._desk.do("mail_again", who, Right.WORK, work, arguments={"mail": mail_id.hex})

    def let_be(self, who: Person, mail_id: UUID) -> Mail:
        """Nobody need look any more at a mail that was given up. Raises MailUnknown."""

        def work(deed: Deed) -> Mail:
            mail = deed.store.mails.find(mail_id)
            if mail is None:
                raise MailUnknown
            mail = mail.let_be()
            deed.store.mails.change(mail)
            deed.touch(mail.receipt_id)
            deed.outcome["mail"] = mail.id.hex
            return mail

        return self._desk.do("mail_let_be", who, Right.WORK, work, arguments={"mail": mail_id.hex})

    def send_due(
        self, server: MailServer, attach: Callable[[Paper], bytes] | None = None
    ) -> tuple[Mail, ...]:
        """Send what this desk has waiting, one after the other, with no transaction open meanwhile; `attach` makes
        the PDF that goes along. Returns what became of each. Talks over the network: never on the database thread."""
        with self._desk.look() as store:
            waiting = store.mails.due(self._desk.id, self._desk.clock(), AT_ONCE)
        return tuple(self._send(server, mail, attach) for mail in waiting)

    def _send(self, server: MailServer, mail: Mail, attach: Callable[[Paper], bytes] | None) -> Mail:
        # Imported here: no start needs a mail library.
        from parkdesk.outlets.mail import letter, post
        from parkdesk.outlets.receipt_paper import receipt_paper

        with self._desk.look() as store:
            receipt = store.receipts.find(mail.receipt_id)
            assert receipt is not None, "a foreign key holds this"
            void = store.receipts.is_void(receipt)
        paper = receipt_paper(receipt, copy=mail.copy, void=void)
        try:
            # Its id stays the same at every try, so that a mail sent twice after a crash is told from two.
            post(server, letter(paper, server.sender, mail.address, mail.id, attach))
            after = mail.sent(self._desk.clock())
        except ParkDeskError as error:
            for_good = isinstance(error, (MailAddressRefused, EmailUnreadable))
            after = mail.refused(self._desk.clock(), str(error), for_good=for_good)
        with self._desk.database.transaction() as store:
            store.mails.change(after)
        return after


def _answer(store: Store, outcome: Mapping[str, Any]) -> Mail:
    mail = store.mails.find(UUID(hex=outcome["mail"]))
    assert mail is not None, "mail is never deleted"
    return mail
