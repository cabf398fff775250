"""`in`: book a plate, into the bay that was named or the best that is free."""

from __future__ import annotations

from parkdesk import wording
from parkdesk.domain.board import BayState, Cell
from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.command import Command
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.plate import Plate, key_of
from parkdesk.ui.actions.lot import book as open_dialog
from parkdesk.ui.board.free_bays import free_bays, is_free
from parkdesk.ui.board.quoted import price_words
from parkdesk.ui.command_bar.known import bay_named, stays
from parkdesk.ui.command_bar.sight import Failed, Plan, Sight, joined, translate
from parkdesk.ui.messages import sentence


def book(sight: Sight, command: Command) -> Plan:
    board, lot = sight.board, sight.board.lot
    try:
        Plate.read(command.target)
    except ParkDeskError as error:
        return Plan(sentence(error))
    named = bay_named(board, command.bay) if command.bay else None
    if command.bay and named is None:
        return Plan(translate("command_bar", "There is no bay {bay} in this lot").format(bay=command.bay))
    standing = next(
        (found for found in stays(board, sight.now) if found.stay.plate_key == key_of(command.target)), None
    )
    if standing is not None and standing.cell.standing(sight.now, lot) is standing.stay:
        words = translate("command_bar", "{plate} stands in {bay} already")
        return Plan(words.format(plate=standing.stay.plate, bay=standing.cell.code))
    span = command.duration or lot.default_duration
    kind = command.vehicle_type or sight.live.likely_type(named)
    free = [named] if named is not None else free_bays(board, sight.now, span, kind, sight.live.level_id)
    if not free:
        return Plan(translate("command_bar", "No bay for this vehicle is free for that time"))
    cell = free[0]
    why_not = "" if named is None else _why_not(sight, named, command, kind)
    if why_not:
        return Plan(why_not)
    words = translate("command_bar", "Book {bay} for {plate}").format(bay=cell.code, plate=command.target)
    until = translate("command_bar", "{span} until {time}").format(
        span=wording.span(span), time=sight.when(sight.now + span)
    )
    price = price_words(board, cell, kind, span)
    request = BookingRequest(cell.bay_id, command.target, kind, span)
    bookings, live = sight.ui.services.bookings, sight.live

    def show(made: Booking) -> None:
        live.last_type = kind
        live.choose(made.bay_id)

    said = translate("command_bar", "Booked {bay} for {plate} until {time}")
    deed = sight.deed(
        lambda who, deed_id: bookings.book(who, request, deed_id=deed_id),
        lambda made: said.format(bay=cell.code, plate=made.plate.shown, time=sight.when(made.until)),
        show,
    )
    return Plan(joined(words, sight.live.vehicle_name(kind), until, price), deed)


def ask(sight: Sight, plate: str) -> Plan:
    """A plate alone, say from a scanner: the dialog asks for the rest."""
    ui = sight.ui

    def act(_failed: Failed) -> None:
        open_dialog(ui, plate=plate)

    return Plan(translate("command_bar", "{plate} is not here; book it…").format(plate=plate), act)


def _why_not(sight: Sight, cell: Cell, command: Command, kind: str) -> str:
    """Why a named bay cannot be booked now; empty if it can."""
    state = cell.state(sight.now, sight.board.lot)
    if state is BayState.CLOSED:
        return translate("command_bar", "{bay} is closed: {reason}").format(
            bay=cell.code, reason=cell.closed_reason or ""
        )
    if kind not in cell.vehicle_types:
        return translate("command_bar", "{bay} does not take this vehicle type").format(bay=cell.code)
    span = command.duration or sight.board.lot.default_duration
    if is_free(cell, sight.board, sight.now, sight.now + span, kind):
        return ""
    coming = cell.upcoming(sight.now)
    if cell.standing(sight.now, sight.board.lot) is None and coming is not None:
        words = translate("command_bar", "{bay} is kept for {plate} from {time}")
        return words.format(bay=cell.code, plate=coming.plate, time=sight.when(coming.starts_at))
    return translate("command_bar", "{bay} is taken").format(bay=cell.code)
