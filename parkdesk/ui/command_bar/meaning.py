"""What a command means at this lot right now: which bay, whose stay, until when and at what price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain import plate
from parkdesk.domain.bay import code_order
from parkdesk.domain.board import BayState, Board, Cell, LiveStay
from parkdesk.domain.command import Command, Vocabulary
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.plate import Plate
from parkdesk.domain.verbs import Verb, method_word
from parkdesk.ui.board import LiveBoard
from parkdesk.ui.board.quoted import price_words
from parkdesk.ui.messages import sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command that can be done. `words` is what Enter will do."""

    command: Command
    words: str
    cell: Cell | None = None
    stay: LiveStay | None = None
    target: Cell | None = None
    vehicle_type: str = ""
    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A command that says too little or too much; `words` says what is missing."""

    words: str


def vocabulary(live: LiveBoard, now: datetime, language: str) -> Vocabulary:
    """The words the lot knows at the moment."""
    board = live.board
    if board is None:
        return Vocabulary(language=language)
    states = [(cell, cell.state(now, board.lot)) for cell in board.cells]
    stays = [stay for cell in board.cells if (stay := about(cell, now, board)) is not None]
    return Vocabulary(
        bays=tuple(cell.code for cell, _ in states),
        free_bays=_codes(cell for cell, state in states if state is BayState.FREE),
        taken_bays=_codes(cell for cell in board.cells if about(cell, now, board) is not None),
        closed_bays=_codes(cell for cell, state in states if state is BayState.CLOSED),
        vehicle_types=tuple(kind.code for kind in live.vehicle_types) or Vocabulary().vehicle_types,
        plates=tuple(stay.plate for stay in stays),
        quick_durations=board.lot.quick_durations,
        language=language,
    )


def _codes(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(sorted((cell.code for cell in cells), key=code_order))


def about(cell: Cell, now: datetime, board: Board) -> LiveStay | None:
    """The stay or booking a deed on this bay would be about."""
    return cell.standing(now, board.lot) or cell.upcoming(now)


def meaning(command: Command, live: LiveBoard, now: datetime, language: str) -> Meaning | Doubt:
    board = live.board
    if board is None:
        return Doubt(translate("command", "The lot is not read yet"))
    if command.verb is Verb.IN:
        return _arrival(command, live, board, now, language)
    if command.verb in (Verb.UNDO, Verb.SWEEP, Verb.FIND):
        words = {
            Verb.UNDO: translate("command", "Undo the last deed"),
            Verb.SWEEP: translate("command", "End what has run out"),
            Verb.FIND: translate("command", "Find {text}").format(text=command.text),
        }
        return Meaning(command, words[command.verb])
    if command.verb in (Verb.CLOSE, Verb.OPEN):
        return _closure(command, board)
    found = _stays(command.target, board, now)
    if not found:
        return Doubt(translate("command", "No stay here fits {text}").format(text=command.target))
    if len(found) > 1:
        bays = ", ".join(cell.code for cell, _ in found[:4])
        return Doubt(translate("command", "{count} stays fit: {bays}").format(count=len(found), bays=bays))
    return _about_stay(command, board, *found[0], now, language)


def _arrival(
    command: Command, live: LiveBoard, board: Board, now: datetime, language: str
) -> Meaning | Doubt:
    try:
        shown = Plate.read(command.target).shown
    except ParkDeskError as error:
        return Doubt(sentence(error))
    span = command.duration or board.lot.default_duration
    cell = _bay(command.bay, board) if command.bay else None
    kind = command.vehicle_type or live.likely_type(cell)
    if command.bay and cell is None:
        return Doubt(translate("command", "There is no bay {bay} here").format(bay=command.bay))
    if cell is None:
        free = (cell for cell in board.cells if cell.state(now, board.lot) is BayState.FREE)
        cell = next((cell for cell in free if kind in cell.vehicle_types), None)
        if cell is None:
            return Doubt(translate("command", "No bay for this vehicle is free"))
    elif cell.standing(now, board.lot) is not None:
        return Doubt(translate("command", "Bay {bay} is taken").format(bay=cell.code))
    elif cell.closed_reason is not None:
        return Doubt(
            translate("command", "Bay {bay} is closed: {reason}").format(
                bay=cell.code, reason=cell.closed_reason
            )
        )
    elif kind not in cell.vehicle_types:
        return Doubt(translate("command", "Bay {bay} does not take this vehicle type").format(bay=cell.code))
    words = translate("command", "Book {bay} for {plate} · {type} · {span} until {time}").format(
        bay=cell.code,
        plate=shown,
        type=live.vehicle_name(kind),
        span=wording.span(span),
        time=wording.when(now + span, now, board.lot.time_zone, language),
    )
    price = price_words(board, cell, kind, span)
    return Meaning(command, f"{words} · {price}" if price else words, cell, vehicle_type=kind, span=span)


def _closure(command: Command, board: Board) -> Meaning | Doubt:
    cell = _bay(command.target, board)
    if cell is None:
        return Doubt(translate("command", "There is no bay {bay} here").format(bay=command.target))
    if command.verb is Verb.OPEN:
        if cell.closed_reason is None:
            return Doubt(translate("command", "Bay {bay} is not closed").format(bay=cell.code))
        return Meaning(command, translate("command", "Reopen {bay}").format(bay=cell.code), cell)
    if cell.closed_reason is not None:
        return Doubt(
            translate("command", "Bay {bay} is closed: {reason}").format(
                bay=cell.code, reason=cell.closed_reason
            )
        )
    if not command.text:
        return Doubt(translate("command", "Close {bay}: say why").format(bay=cell.code))
    return Meaning(
        command,
        translate("command", "Close {bay}: {reason}").format(bay=cell.code, reason=command.text),
        cell,
    )


def _about_stay(
    command: Command, board: Board, cell: Cell, stay: LiveStay, now: datetime, language: str
) -> Meaning | Doubt:
    facts = {"bay": cell.code, "plate": stay.plate}
    if command.verb in (Verb.RENEW, Verb.EXTEND):
        span = command.duration or board.lot.default_duration
        until = wording.when(stay.until + span, now, board.lot.time_zone, language)
        template = translate("command", "Renew {plate} in {bay} until {time}")
        if command.verb is Verb.EXTEND:
            template = translate("command", "Extend {plate} in {bay} until {time}")
        words = template.format(**facts, time=until)
        price = price_words(board, cell, stay.vehicle_type, span) if command.verb is Verb.RENEW else ""
        return Meaning(command, f"{words} · {price}" if price else words, cell, stay, span=span)
    if command.verb is Verb.MOVE:
        target = _bay(command.bay, board)
        if target is None:
            return Doubt(translate("command", "There is no bay {bay} here").format(bay=command.bay))
        return Meaning(
            command,
            translate("command", "Move {plate} from {bay} to {to}").format(**facts, to=target.code),
            cell,
            stay,
            target,
        )
    if command.verb is Verb.CANCEL and not command.text:
        return Doubt(translate("command", "Cancel {plate} in {bay}: say why").format(**facts))
    due = wording.money(Money(stay.due_minor, board.lot.currency), board.lot.language)
    if command.verb is Verb.PAY:
        if stay.due_minor <= 0:
            return Doubt(translate("command", "Nothing is owed for {plate}").format(**facts))
        method = method_word(command.method or Method.CASH, language)
        return Meaning(
            command,
            translate("command", "Take {due} for {plate}: {method}").format(**facts, due=due, method=method),
            cell,
            stay,
        )
    words = {
        Verb.OUT: translate("command", "Check out {plate} from {bay}"),
        Verb.CANCEL: translate("command", "Cancel {plate} in {bay}"),
        Verb.NOTE: translate("command", "Note for {plate} in {bay}"),
    }[command.verb].format(**facts)
    if command.verb is Verb.OUT and stay.due_minor > 0:
        words = translate("command", "{words} · {due} to pay").format(words=words, due=due)
    return Meaning(command, words, cell, stay)


def _bay(code: str, board: Board) -> Cell | None:
    return next((cell for cell in board.cells if cell.code.casefold() == code.casefold()), None)


def _stays(text: str, board: Board, now: datetime) -> list[tuple[Cell, LiveStay]]:
    """By bay, by ticket, by the whole plate, else by any part of it."""
    standing = [(cell, stay) for cell in board.cells if (stay := about(cell, now, board)) is not None]
    code, part = text.casefold(), plate.search_key(text)
    bare = code.replace("-", "")
    return (
        [found for found in standing if found[0].code.casefold() == code]
        or [found for found in standing if found[1].ticket.casefold().replace("-", "") == bare]
        or [found for found in standing if part and plate.search_key(found[1].plate_key) == part]
        or [found for found in standing if part and part in plate.search_key(found[1].plate_key)]
    )
