"""The deeds on a stay that money goes with: taking it, and checking out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.booking import Deed
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.actions.deeds import do
from parkdesk.ui.actions.subject import Subject, may, overstays, subject, window
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.services.settling.by_rule import RefundPreview

translate = QCoreApplication.translate
Failed = Callable[[ParkDeskError], None]


def check_out(ui: UiContext) -> None:
    """At once where whoever leaves now owes nothing; else the payment comes first."""
    found = subject(ui)
    if found is None:
        return
    if found.due_minor <= 0 and not overstays(ui):
        check_out_paid(ui, found)
        return

    def pay() -> None:
        from parkdesk.ui.dialogs.payment import PaymentDialog

        PaymentDialog(ui, found.booking_id, leaving=True, parent=window(ui)).open()

    def foreseen(preview: RefundPreview) -> None:
        """Renewals that have not begun need no payment from somebody who leaves."""
        if preview.costs > preview.paid:
            pay()
        else:
            _leave_told(ui, found, preview)

    if overstays(ui):
        pay()
    else:
        refunds = ui.services.refunds
        ui.tasks.query(lambda: refunds.preview_check_out(found.booking_id), foreseen, owner=ui)


def check_out_paid(ui: UiContext, found: Subject, failed: Failed | None = None) -> None:
    """What was paid for time that nobody stands there may go back, and that is said first."""
    refunds, told = ui.services.refunds, partial(_leave_told, ui, found, failed=failed)
    ui.tasks.query(lambda: refunds.preview_check_out(found.booking_id), told, failed, owner=ui)


def _leave_told(ui: UiContext, found: Subject, preview: RefundPreview, failed: Failed | None = None) -> None:
    if preview.back:
        from parkdesk.ui.dialogs.check_out import CheckOutDialog

        CheckOutDialog(ui, found, preview, parent=window(ui)).open()
    else:
        leave(ui, found, failed)


def leave(ui: UiContext, found: Subject, failed: Failed | None = None) -> None:
    """Check out, with nothing more to be said or paid."""
    stays = ui.services.stays
    words = translate("actions", "Checked out {plate}; {bay} is free")
    words = words.format(plate=found.plate, bay=found.bay_code)
    do(
        ui,
        lambda who, deed_id: stays.check_out(who, found.booking_id, deed_id=deed_id),
        lambda _: words,
        failed=failed,
    )


def take_payment(ui: UiContext, tender: str = "") -> None:
    """With a tender the dialog begins with it."""
    from parkdesk.ui.dialogs.payment import PaymentDialog

    found = subject(ui)
    if found is not None:
        PaymentDialog(ui, found.booking_id, tender=tender, parent=window(ui)).open()


def take_by_qr(ui: UiContext) -> None:
    take_payment(ui, "qr")


def take_by_reader(ui: UiContext) -> None:
    take_payment(ui, "reader")


def owes(ui: UiContext) -> bool:
    found = subject(ui)
    return found is not None and (found.due_minor > 0 or overstays(ui))


MONEY_ACTIONS = (
    Action(
        "stay.check_out",
        "Check out",
        check_out,
        icon="log-out",
        key="F8",
        enabled=may(Deed.CHECK_OUT),
        group=Group.STAY,
    ),
    Action(
        "stay.take_payment",
        "Take payment",
        take_payment,
        icon="banknote",
        key="F10",
        enabled=owes,
        group=Group.STAY,
    ),
    Action(
        "stay.take_by_qr",
        "Pay by QR code",
        take_by_qr,
        icon="qr-code",
        key="F11",
        enabled=owes,
        group=Group.STAY,
    ),
    Action(
        "stay.take_by_reader",
        "Pay by card reader",
        take_by_reader,
        icon="credit-card",
        key="F12",
        enabled=owes,
        group=Group.STAY,
    ),
)
