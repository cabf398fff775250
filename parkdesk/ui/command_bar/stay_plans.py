"""The verbs that begin with a stay: out, renew, extend, move, cancel, pay, note."""

from __future__ import annotations

from collections.abc import Callable

from parkdesk import wording
from parkdesk.domain.booking import TRANSITIONS, Deed, Status
from parkdesk.domain.command import Command
from parkdesk.domain.lot import RefundRule
from parkdesk.domain.payment import Payment
from parkdesk.ui.actions.money import check_out_paid
from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board.quoted import costs_more, price_words
from parkdesk.ui.command_bar.known import Found, bay_named, fitting
from parkdesk.ui.command_bar.sight import Failed, Plan, Sight, joined, translate
from parkdesk.ui.vocabulary import method_words

_MOST_NAMED = 3


def check_out(sight: Sight, command: Command) -> Plan:
    """At once where all is paid; else the payment comes first."""

    def planned(found: Found) -> Plan:
        lot, stay = sight.board.lot, found.stay
        words = named(translate("command_bar", "Check out {plate} from {bay}"), found)
        over = stay.until <= sight.now
        time = translate("command_bar", "{span} over") if over else translate("command_bar", "{span} left")
        words = joined(words, time.format(span=wording.span(abs(stay.until - sight.now))))
        if stay.due_minor > 0 or costs_more(stay, lot, sight.now):
            first = translate("command_bar", "payment first")
            # Before its end the price is that of the time used, which the dialog asks for.
            if over and stay.due_minor > 0:
                first = translate("command_bar", "take {amount} first").format(
                    amount=sight.money(stay.due_minor)
                )
            return Plan(joined(words, first), sight.on_bay(found.cell.bay_id, "stay.check_out"))
        cell = found.cell
        leaving = Subject(stay.booking_id, cell.bay_id, cell.code, stay.plate, stay.vehicle_type, stay.status)
        ui = sight.ui

        def leave(failed: Failed) -> None:
            # What goes back to somebody who leaves early is said before.
            check_out_paid(ui, leaving, failed)

        paid = translate("command_bar", "paid")
        if not over and lot.refund_rule is RefundRule.UNUSED:
            paid = joined(paid, translate("command_bar", "unused time may go back"))
        return Plan(joined(words, paid), leave)

    return about(sight, command, Deed.CHECK_OUT, planned)


def renew(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        stay = found.stay
        span = command.duration or sight.board.lot.default_duration
        ends = max(stay.until, sight.now) if stay.status is not Status.ACTIVE else stay.until
        until = translate("command_bar", "{span} until {time}").format(
            span=wording.span(span), time=sight.when(ends + span)
        )
        price = price_words(sight.board, found.cell, stay.vehicle_type, span)
        bookings = sight.ui.services.bookings
        said = named(translate("command_bar", "Renewed {plate} in {bay} until {{time}}"), found)
        deed = sight.deed(
            lambda who, deed_id: bookings.renew(who, stay.booking_id, span, deed_id=deed_id),
            lambda made: said.format(time=sight.when(made.until)),
        )
        return Plan(
            joined(named(translate("command_bar", "Renew {plate} in {bay}"), found), until, price), deed
        )

    return about(sight, command, Deed.RENEW, planned)


def extend(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        span = command.duration
        if span is None:
            return Plan(
                translate("command_bar", "By how long? For example: extend {bay} 30").format(
                    bay=found.cell.code
                )
            )
        words = named(translate("command_bar", "Extend {plate} in {bay}"), found)
        until = translate("command_bar", "{span} until {time}").format(
            span=wording.span(span), time=sight.when(found.stay.until + span)
        )
        said = named(translate("command_bar", "Extended {plate} in {bay} by {{span}}"), found).format(
            span=wording.span(span)
        )
        stays, booking_id = sight.ui.services.stays, found.stay.booking_id
        deed = sight.deed(
            lambda who, deed_id: stays.extend(who, booking_id, span, deed_id=deed_id), lambda _: said
        )
        return Plan(joined(words, until), deed, extension=(booking_id, span))

    return about(sight, command, Deed.EXTEND, planned)


def move(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        target = bay_named(sight.board, command.bay)
        if target is None:
            return Plan(translate("command_bar", "There is no bay {bay} in this lot").format(bay=command.bay))
        if target.standing(sight.now, sight.board.lot) is not None:
            return Plan(translate("command_bar", "{bay} is taken").format(bay=target.code))
        words = named(translate("command_bar", "Move {plate} from {bay} to {{new}}"), found).format(
            new=target.code
        )
        said = named(translate("command_bar", "Moved {plate} from {bay} to {{new}}"), found).format(
            new=target.code
        )
        stays, live, booking_id = sight.ui.services.stays, sight.live, found.stay.booking_id
        deed = sight.deed(
            lambda who, deed_id: stays.move(who, booking_id, target.bay_id, deed_id=deed_id),
            lambda _: said,
            lambda made: live.choose(made.bay_id),
        )
        return Plan(words, deed)

    return about(sight, command, Deed.MOVE, planned)


def cancel(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        words = named(translate("command_bar", "Cancel the booking of {plate} in {bay}"), found)
        if not command.text:
            return Plan(
                joined(words, translate("command_bar", "asks for a reason")),
                sight.on_bay(found.cell.bay_id, "stay.cancel"),
            )
        said = named(translate("command_bar", "Cancelled the booking of {plate}; {bay} is free"), found)
        stays, booking_id, reason = sight.ui.services.stays, found.stay.booking_id, command.text
        deed = sight.deed(
            lambda who, deed_id: stays.cancel(who, booking_id, reason, deed_id=deed_id), lambda _: said
        )
        return Plan(joined(words, f"“{reason}”"), deed)

    return about(sight, command, Deed.CANCEL, planned)


def pay(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        due, method = found.stay.due_minor, command.method
        amount = sight.money(due)
        words = named(translate("command_bar", "Take {{amount}} for {plate} in {bay}"), found).format(
            amount=amount
        )
        if due <= 0:
            return Plan(named(translate("command_bar", "Nothing is owed for {plate} in {bay}"), found))
        if method is None:
            return Plan(words, sight.on_bay(found.cell.bay_id, "stay.take_payment"))
        payments, booking_id = sight.ui.services.payments, found.stay.booking_id
        plate = found.stay.plate

        def said(taken: tuple[Payment, ...]) -> str:
            whole = sum(payment.amount_minor for payment in taken)
            return translate("command_bar", "Took {amount} for {plate}").format(
                amount=sight.money(whole), plate=plate
            )

        deed = sight.deed(lambda who, deed_id: payments.take(who, booking_id, method, deed_id=deed_id), said)
        return Plan(joined(words, method_words(method)), deed)

    return about(sight, command, None, planned)


def note(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        words = named(translate("command_bar", "Note on {plate} in {bay}"), found)
        stays, booking_id, text = sight.ui.services.stays, found.stay.booking_id, command.text
        said = translate("command_bar", "Noted on {plate}").format(plate=found.stay.plate)
        deed = sight.deed(
            lambda who, deed_id: stays.add_note(who, booking_id, text, deed_id=deed_id), lambda _: said
        )
        return Plan(joined(words, f"“{text}”"), deed)

    return about(sight, command, None, planned)


def about(sight: Sight, command: Command, deed: Deed | None, planned: Callable[[Found], Plan]) -> Plan:
    """The plan for the one stay that is meant; in words if there is none, several, or it cannot be done."""
    found = fitting(sight.board, command.target, sight.now, deed)
    able = [one for one in found if deed is None or (one.stay.status, deed) in TRANSITIONS]
    if len(able) == 1:
        return planned(able[0])
    if len(able) > 1:
        names = ", ".join(f"{one.cell.code} {one.stay.plate}" for one in able[:_MOST_NAMED])
        more = " …" if len(able) > _MOST_NAMED else ""
        words = translate("command_bar", "%n stays fit “{text}”: ", "", len(able)).format(text=command.target)
        return Plan(f"{words}{names}{more}")
    if found:
        return Plan(named(_why_not(found[0].stay.status, deed), found[0]))
    return Plan(translate("command_bar", "No stay here fits “{text}”").format(text=command.target))


def _why_not(status: Status, deed: Deed | None) -> str:
    if status is Status.ACTIVE:
        return translate("command_bar", "{plate} stands in {bay} already")
    if deed is Deed.CONFIRM:
        return translate("command_bar", "{plate} for {bay} is confirmed already")
    if status is Status.PENDING:
        return translate("command_bar", "{plate} for {bay} is not confirmed yet")
    return translate("command_bar", "{plate} in {bay} has not arrived yet")


def named(words: str, found: Found) -> str:
    return words.format(plate=found.stay.plate, bay=found.cell.code)
