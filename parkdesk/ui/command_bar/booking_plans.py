"""`in`: book a plate, into the bay that was named or the best that is free."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from parkdesk import wording
from parkdesk.domain.board import BayState, Cell
from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.command import Command
from parkdesk.domain.errors import NoSuchLocalTime, ParkDeskError
from parkdesk.domain.moments import next_time
from parkdesk.domain.people import Person
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
    starts_at = None
    if command.at is not None:
        try:
            starts_at = next_time(command.at, sight.now, lot.time_zone)
        except NoSuchLocalTime as error:
            return Plan(sentence(error))
    standing = next(
        (found for found in stays(board, sight.now) if found.stay.plate_key == key_of(command.target)), None
    )
    if starts_at is None and standing is not None and standing.cell.standing(sight.now, lot) is standing.stay:
        words = translate("command_bar", "{plate} stands in {bay} already")
        return Plan(words.format(plate=standing.stay.plate, bay=standing.cell.code))
    span = command.duration or lot.default_duration
    kind = command.vehicle_type or sight.live.likely_type(named)
    begins, later = starts_at or sight.now, starts_at is not None
    free = free_bays(board, begins, span, kind, sight.live.level_id, later=later)
    if named is not None:
        free = [named]
    if not free:
        return Plan(translate("command_bar", "No bay for this vehicle is free for that time"))
    cell = free[0]
    why_not = "" if named is None else _why_not(sight, named, begins, span, kind)
    if why_not:
        return Plan(why_not)
    words = translate("command_bar", "Book {bay} for {plate}").format(bay=cell.code, plate=command.target)
    until = translate("command_bar", "{span} until {time}").format(
        span=wording.span(span), time=sight.when(begins + span)
    )
    if starts_at is not None:
        until = joined(translate("command_bar", "from {time}").format(time=sight.when(starts_at)), until)
    price = price_words(board, cell, kind, span)
    doubt = ""
    if command.doubt:
        doubt = translate("command_bar", "“{word}” is read as part of the plate").format(word=command.doubt)
    request = BookingRequest(cell.bay_id, command.target, kind, span, starts_at)
    services, live = sight.ui.services, sight.live
    codes = {other.bay_id: other.code for other in board.cells}
    likely = [other.bay_id for other in free]

    def work(who: Person, deed_id: UUID) -> Booking:
        wanted = request
        if later and named is None:
            # The board knows but the next booking of a bay: another one may stand behind it.
            bays = services.lots.availability(lot.id, begins, begins + span, kind)
            available = {bay.id for bay in bays}
            wanted = replace(wanted, bay_id=next((bay for bay in likely if bay in available), cell.bay_id))
        return services.bookings.book(who, wanted, deed_id=deed_id)

    def show(made: Booking) -> None:
        live.last_type = kind
        live.choose(made.bay_id)

    said = translate("command_bar", "Booked {bay} for {plate} until {time}")
    if later:
        said = translate("command_bar", "Booked {bay} for {plate} from {start} until {time}")
    deed = sight.deed(
        work,
        lambda made: said.format(
            bay=codes.get(made.bay_id, cell.code),
            plate=made.plate.shown,
            start=sight.when(made.starts_at),
            time=sight.when(made.until),
        ),
        show,
    )
    return Plan(joined(words, sight.live.vehicle_name(kind), until, price, doubt), deed)


def ask(sight: Sight, plate: str) -> Plan:
    """A plate alone, say from a scanner: the dialog asks for the rest."""
    ui = sight.ui

    def act(_failed: Failed) -> None:
        open_dialog(ui, plate=plate)

    return Plan(translate("command_bar", "{plate} is not here; book it…").format(plate=plate), act)


def _why_not(sight: Sight, cell: Cell, begins: datetime, span: timedelta, kind: str) -> str:
    """Why a named bay cannot be booked for that time; empty if it can, as far as the board knows."""
    state = cell.state(sight.now, sight.board.lot)
    if state is BayState.CLOSED:
        return translate("command_bar", "{bay} is closed: {reason}").format(
            bay=cell.code, reason=cell.closed_reason or ""
        )
    if kind not in cell.vehicle_types:
        return translate("command_bar", "{bay} does not take this vehicle type").format(bay=cell.code)
    if is_free(cell, sight.board, begins, begins + span, kind, later=begins > sight.now):
        return ""
    coming = cell.upcoming(begins)
    if coming is not None and coming.starts_at < begins + span:
        words = translate("command_bar", "{bay} is kept for {plate} from {time}")
        return words.format(bay=cell.code, plate=coming.plate, time=sight.when(coming.starts_at))
    return translate("command_bar", "{bay} is taken").format(bay=cell.code)
