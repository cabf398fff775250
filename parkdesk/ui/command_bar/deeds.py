"""Doing what a command means, through the same services as every button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from parkdesk import wording
from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment
from parkdesk.domain.people import Person
from parkdesk.domain.verbs import Verb
from parkdesk.services.sweep import SweepResult
from parkdesk.ui.actions.deeds import do
from parkdesk.ui.board import live_board
from parkdesk.ui.command_bar.meaning import Meaning
from parkdesk.ui.context import UiContext

translate = QCoreApplication.translate
Work = Callable[[Person, UUID], Any]


def perform(
    ui: UiContext,
    meant: Meaning,
    done: Callable[[], None],
    failed: Callable[[ParkDeskError], None],
    owner: QObject,
) -> None:
    """Run the deed in the background; `done` when it is done, `failed` with the refusal if it is not."""
    verb = meant.command.verb
    if verb is Verb.UNDO:
        ui.registry.run("window.undo")
        done()
    elif verb is Verb.FIND:
        done()
        ui.shell.search_for(meant.command.text)
    elif verb is Verb.OUT and meant.stay is not None and meant.stay.due_minor > 0:
        done()
        _take_before_leaving(ui, meant)
    else:
        work, said = _deed(ui, meant)
        do(ui, work, said, then=lambda value: _done(ui, meant, value, done), failed=failed, owner=owner)


def _take_before_leaving(ui: UiContext, meant: Meaning) -> None:
    """Money is owed: the payment comes first, as with the button."""
    if meant.cell is not None:
        live_board(ui).choose(meant.cell.bay_id)
        ui.registry.run("stay.check_out")


def _done(ui: UiContext, meant: Meaning, value: object, done: Callable[[], None]) -> None:
    if isinstance(value, Booking):
        live_board(ui).choose(value.bay_id)
    if meant.command.verb is Verb.IN:
        live_board(ui).last_type = meant.vehicle_type
    done()


def _deed(ui: UiContext, meant: Meaning) -> tuple[Work, Callable[[Any], str]]:
    services, command = ui.services, meant.command
    said = _said(ui, meant)
    if command.verb is Verb.SWEEP:
        return lambda who, _: services.sweep.run(who), said
    cell = meant.cell
    assert cell is not None, "every other command is about a bay"
    if command.verb is Verb.IN:
        request = BookingRequest(cell.bay_id, command.target, meant.vehicle_type, meant.span)
        return lambda who, deed_id: services.bookings.book(who, request, deed_id=deed_id), said
    if command.verb is Verb.CLOSE:
        reason = command.text
        return lambda who, deed_id: services.lots.close_bays(
            who, [cell.bay_id], reason, deed_id=deed_id
        ), said
    if command.verb is Verb.OPEN:
        return lambda who, deed_id: services.lots.reopen_bays(who, [cell.bay_id], deed_id=deed_id), said
    return _about_stay(ui, meant), said


def _about_stay(ui: UiContext, meant: Meaning) -> Work:
    services, command, stay = ui.services, meant.command, meant.stay
    assert stay is not None, "the command names a stay"
    booking_id = stay.booking_id
    if command.verb is Verb.RENEW:
        return lambda who, deed_id: services.bookings.renew(who, booking_id, meant.span, deed_id=deed_id)
    if command.verb is Verb.EXTEND and meant.span is not None:
        span = meant.span
        return lambda who, deed_id: services.stays.extend(who, booking_id, span, deed_id=deed_id)
    if command.verb is Verb.MOVE and meant.target is not None:
        target = meant.target.bay_id
        return lambda who, deed_id: services.stays.move(who, booking_id, target, deed_id=deed_id)
    if command.verb is Verb.CANCEL:
        return lambda who, deed_id: services.stays.cancel(who, booking_id, command.text, deed_id=deed_id)
    if command.verb is Verb.PAY:
        method = command.method or Method.CASH
        return lambda who, deed_id: services.payments.take(who, booking_id, method, deed_id=deed_id)
    if command.verb is Verb.NOTE:
        return lambda who, deed_id: services.stays.add_note(who, booking_id, command.text, deed_id=deed_id)
    return lambda who, deed_id: services.stays.check_out(who, booking_id, deed_id=deed_id)


def _said(ui: UiContext, meant: Meaning) -> Callable[[Any], str]:
    facts = {
        "bay": meant.cell.code if meant.cell else "",
        "plate": meant.stay.plate if meant.stay else meant.command.target,
        "to": meant.target.code if meant.target else "",
    }
    words = {
        Verb.IN: translate("command", "Booked {bay} for {plate} until {time}"),
        Verb.RENEW: translate("command", "Renewed {plate} in {bay} until {time}"),
        Verb.EXTEND: translate("command", "Extended {plate} in {bay} until {time}"),
        Verb.MOVE: translate("command", "Moved {plate} from {bay} to {to}"),
        Verb.OUT: translate("command", "Checked out {plate}; {bay} is free"),
        Verb.CANCEL: translate("command", "Cancelled {plate}; {bay} is free"),
        Verb.NOTE: translate("command", "Noted for {plate}"),
        Verb.CLOSE: translate("command", "Closed {bay}"),
        Verb.OPEN: translate("command", "Reopened {bay}"),
        Verb.PAY: translate("command", "Took {amount} for {plate}"),
        Verb.SWEEP: translate("command", "Ended: {count}"),
    }[meant.command.verb]
    return lambda value: words.format(**facts, **_outcome(ui, value))


def _outcome(ui: UiContext, value: object) -> dict[str, str]:
    lot = ui.lot
    if isinstance(value, Booking) and lot is not None:
        return {"time": wording.when(value.until, ui.clock.now(), lot.time_zone, ui.language)}
    if isinstance(value, SweepResult):
        return {"count": str(value.ended)}
    if isinstance(value, tuple) and lot is not None:
        payments = cast("tuple[Payment, ...]", value)
        total = Money(sum(payment.amount_minor for payment in payments), lot.currency)
        return {"amount": wording.money(total, lot.language)}
    return {}
