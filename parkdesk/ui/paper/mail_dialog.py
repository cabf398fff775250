"""Where a receipt is to be sent; it leaves when there is a network."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.domain.mail import Mail
from parkdesk.domain.paper_errors import MailUnset
from parkdesk.domain.people import Person
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.desk import paper_desk
from parkdesk.ui.paper.preferences import Printing
from parkdesk.ui.widgets import Field

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail


class MailDialog(DeedDialog):
    """The driver's own address is there already, if it is known."""

    def __init__(self, ui: UiContext, booking_id: UUID, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MailDialog", "Send the receipt by e-mail")
        super().__init__(ui, title, " ", parent=parent)
        self._booking_id = booking_id
        self.address = QLineEdit()
        self.address.setPlaceholderText("name@example.com")
        field = Field(self.tr("E-mail address"), self.address)
        self.set_fields({"address": field})
        self.body.addWidget(field)
        self.primary.setText(self.tr("Send"))
        if not Printing(ui.preferences).mail.complete:
            self.say_refusal(sentence(MailUnset()))
            self.primary.setEnabled(False)
        ui.tasks.query(lambda: ui.services.bookings.detail(booking_id), self._show, self.show_refusal)
        self.address.setFocus()

    def submit(self) -> None:
        services, booking_id, address = self.ui.services, self._booking_id, self.address.text()

        def work(who: Person, deed_id: UUID) -> Mail:
            receipt = services.receipts.issue(who, booking_id).receipt
            return services.post.queue(who, receipt.id, address, deed_id=deed_id)

        # No Undo with it: what is sent is sent.
        who, deed_id = self.ui.person, new_id()
        if who is not None:
            self.clear_faults()
            self.ui.tasks.command(lambda: work(who, deed_id), self._queued, self.show_refusal, owner=self)

    def _queued(self, mail: Mail) -> None:
        self.ui.messages.done(self.tr("The receipt goes to {address}").format(address=mail.address))
        paper_desk(self.ui).postman.look()
        self.accept()

    def _show(self, detail: BookingDetail) -> None:
        self.set_caption(f"{detail.bay.code} · {detail.booking.plate.shown}")
        if not self.address.text():
            self.address.setText(detail.booking.driver.email)
