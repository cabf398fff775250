"""`find`, `undo` and `sweep`: what concerns the desk and not one stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.command import Command
from parkdesk.ui.command_bar.known import bay_named, fitting
from parkdesk.ui.command_bar.sight import Failed, Plan, Sight, joined, translate
from parkdesk.ui.shell.finder import open_hit
from parkdesk.ui.vocabulary import state_words

if TYPE_CHECKING:
    from parkdesk.services.search import Hit
    from parkdesk.services.sweep import SweepResult


def find(sight: Sight, command: Command) -> Plan:
    """On the board at once; beyond it the search looks everywhere when Enter is pressed."""
    text = command.text
    found = fitting(sight.board, text, sight.now)
    cell = bay_named(sight.board, text)
    if cell is None and len(found) == 1:
        cell = found[0].cell
    if cell is not None:
        stay = cell.standing(sight.now, sight.board.lot) or cell.upcoming(sight.now)
        state = state_words(cell.state(sight.now, sight.board.lot))
        shown = translate("command_bar", "Show {bay}").format(bay=cell.code)
        return Plan(joined(shown, state, stay.plate if stay else ""), _chooser(sight, cell.bay_id))
    if found:
        names = ", ".join(f"{one.cell.code} {one.stay.plate}" for one in found[:3])
        words = translate("command_bar", "%n stays fit “{text}”: ", "", len(found)).format(text=text)
        return Plan(f"{words}{names}", _chooser(sight, found[0].cell.bay_id))
    return Plan(
        translate("command_bar", "Search everywhere for “{text}”").format(text=text), _searcher(sight, text)
    )


def undo(sight: Sight, _command: Command) -> Plan:
    registry = sight.ui.registry
    return Plan(
        translate("command_bar", "Take back the last deed of this desk"),
        lambda _failed: registry.run("window.undo"),
    )


def sweep(sight: Sight, _command: Command) -> Plan:
    """What has run out is ended by itself; this does it now and says what it did."""
    ui, services = sight.ui, sight.ui.services

    def said(result: SweepResult) -> None:
        over = len(result.overstaying)
        words = translate("command_bar", "Swept: %n stays and bookings ended", "", result.ended)
        ui.messages.say(joined(words, translate("command_bar", "%n overstaying", "", over) if over else ""))

    def act(failed: Failed) -> None:
        who = ui.person
        ui.tasks.command(lambda: services.sweep.run(who), said, failed, owner=ui)

    return Plan(translate("command_bar", "End everything whose time has run out"), act)


def _chooser(sight: Sight, bay_id: UUID) -> Callable[[Failed], None]:
    ui, live = sight.ui, sight.live

    def act(_failed: Failed) -> None:
        ui.open_screen("lot")
        live.choose(bay_id)

    return act


def _searcher(sight: Sight, text: str) -> Callable[[Failed], None]:
    ui, services = sight.ui, sight.ui.services

    def show(hits: tuple[Hit, ...]) -> None:
        if not hits:
            ui.messages.say(translate("command_bar", "Nothing fits “{text}”").format(text=text))
            return
        open_hit(ui, hits[0])

    def act(failed: Failed) -> None:
        ui.tasks.query(lambda: services.search.find(text), show, failed, owner=ui, replaces="command find")

    return act
