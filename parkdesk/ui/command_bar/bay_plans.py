"""`close` and `open`: a bay out of use and back."""

from __future__ import annotations

from parkdesk.domain.command import Command
from parkdesk.ui.command_bar.known import bay_named
from parkdesk.ui.command_bar.sight import Plan, Sight, joined, translate


def close(sight: Sight, command: Command) -> Plan:
    cell = bay_named(sight.board, command.target)
    if cell is None:
        return _unknown(command)
    if cell.closed_reason is not None:
        return Plan(
            translate("command_bar", "{bay} is closed already: {reason}").format(
                bay=cell.code, reason=cell.closed_reason
            )
        )
    words = translate("command_bar", "Close {bay}").format(bay=cell.code)
    if not command.text:
        return Plan(
            joined(words, translate("command_bar", "asks for a reason")),
            sight.on_bay(cell.bay_id, "bay.close"),
        )
    lots, reason, bay_id = sight.ui.services.lots, command.text, cell.bay_id
    said = translate("command_bar", "Closed {bays}: {reason}").format(bays=cell.code, reason=reason)
    deed = sight.deed(
        lambda who, deed_id: lots.close_bays(who, [bay_id], reason, deed_id=deed_id), lambda _: said
    )
    return Plan(joined(words, f"“{reason}”"), deed)


def reopen(sight: Sight, command: Command) -> Plan:
    cell = bay_named(sight.board, command.target)
    if cell is None:
        return _unknown(command)
    if cell.closed_reason is None:
        return Plan(translate("command_bar", "{bay} is not closed").format(bay=cell.code))
    lots, bay_id = sight.ui.services.lots, cell.bay_id
    said = translate("command_bar", "Reopened {bays}").format(bays=cell.code)
    deed = sight.deed(lambda who, deed_id: lots.reopen_bays(who, [bay_id], deed_id=deed_id), lambda _: said)
    words = translate("command_bar", "Reopen {bay}").format(bay=cell.code)
    return Plan(joined(words, f"“{cell.closed_reason}”"), deed)


def _unknown(command: Command) -> Plan:
    return Plan(translate("command_bar", "There is no bay {bay} in this lot").format(bay=command.target))
