"""Tickets and receipts, from wherever a stay is chosen, and what follows by itself from a sale or a booking."""

from __future__ import annotations

from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.payment import Payment
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.actions.subject import subject
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Choice

translate = QCoreApplication.translate


def show_receipt(ui: UiContext) -> None:
    found = subject(ui)
    if found is not None:
        show_papers(ui, found.booking_id)


def print_receipt(ui: UiContext) -> None:
    """Without a look at it: the original the first time, a copy ever after."""
    from parkdesk.ui.paper.desk import paper_desk

    found = subject(ui)
    if found is not None:
        paper_desk(ui).print_receipt(found.booking_id)


def print_ticket(ui: UiContext) -> None:
    from parkdesk.ui.paper.desk import paper_desk

    found = subject(ui)
    if found is not None:
        paper_desk(ui).print_ticket(found.booking_id)


def show_papers(ui: UiContext, booking_id: UUID) -> None:
    from parkdesk.ui.paper.dialog import PaperDialog

    PaperDialog(ui, booking_id, parent=cast(QWidget, ui.shell)).open()


def mail_receipt(ui: UiContext, booking_id: UUID) -> None:
    from parkdesk.ui.paper.mail_dialog import MailDialog

    MailDialog(ui, booking_id, parent=cast(QWidget, ui.shell)).open()


def follow_up(ui: UiContext, deed_id: UUID, outcome: object) -> tuple[Choice, ...]:
    """What prints by itself after a deed, and what may be done with its paper. The deed is done in any case."""
    from parkdesk.ui.paper.preferences import Printing

    printing = Printing(ui.preferences)
    if isinstance(outcome, Booking):
        if printing.ticket_at_entry and outcome.id == deed_id and outcome.status is Status.ACTIVE:
            _desk_prints_ticket(ui, outcome)
        return ()
    if not (isinstance(outcome, tuple) and outcome and isinstance(outcome[0], Payment)):
        return ()
    booking_id = outcome[0].booking_id
    prints = printing.printer.works
    if prints and printing.receipt_at_sale:
        from parkdesk.ui.paper.desk import paper_desk

        paper_desk(ui).print_receipt(booking_id)
    choices = [
        Choice(translate("actions", "E-mail…"), partial(mail_receipt, ui, booking_id)),
        Choice(translate("actions", "Show receipt"), partial(show_papers, ui, booking_id)),
    ]
    if prints and not printing.receipt_at_sale:
        choices.insert(0, Choice(translate("actions", "Print receipt"), partial(_print_now, ui, booking_id)))
    return tuple(choices)


def arrived(ui: UiContext, booking: Booking) -> None:
    """A driver who had booked has come: they need a ticket as much as one who had not."""
    from parkdesk.ui.paper.preferences import Printing

    if Printing(ui.preferences).ticket_at_entry:
        _desk_prints_ticket(ui, booking)


def _desk_prints_ticket(ui: UiContext, booking: Booking) -> None:
    from parkdesk.ui.paper.desk import paper_desk
    from parkdesk.ui.paper.preferences import Printing

    if Printing(ui.preferences).printer.works:
        paper_desk(ui).print_ticket(booking.id)


def _print_now(ui: UiContext, booking_id: UUID) -> None:
    from parkdesk.ui.paper.desk import paper_desk

    paper_desk(ui).print_receipt(booking_id)


def _chosen(ui: UiContext) -> bool:
    return subject(ui) is not None


PAPER_ACTIONS = (
    Action(
        "stay.receipt",
        "Receipt…",
        show_receipt,
        icon="receipt",
        key="F9",
        who=None,
        enabled=_chosen,
        group=Group.STAY,
    ),
    Action(
        "stay.print_receipt",
        "Print receipt",
        print_receipt,
        icon="printer",
        key="Shift+F9",
        enabled=_chosen,
        group=Group.STAY,
    ),
    Action(
        "stay.print_ticket",
        "Print ticket",
        print_ticket,
        icon="ticket",
        key="Ctrl+T",
        enabled=_chosen,
        group=Group.STAY,
    ),
)
