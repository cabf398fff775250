"""The verbs for who is expected: arrive, confirm, noshow."""

from __future__ import annotations

from datetime import timedelta

from parkdesk import wording
from parkdesk.domain.booking import Deed
from parkdesk.domain.command import Command
from parkdesk.ui.command_bar.known import Found
from parkdesk.ui.command_bar.sight import Plan, Sight, joined, translate
from parkdesk.ui.command_bar.stay_plans import about, named

_MINUTE = timedelta(minutes=1)


def check_in(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        standing = found.cell.standing(sight.now, sight.board.lot)
        if standing is not None:
            words = translate("command_bar", "{bay} is taken by {plate}; move the booking first")
            return Plan(words.format(bay=found.cell.code, plate=standing.plate))
        early = found.stay.starts_at - sight.now
        words = joined(
            named(translate("command_bar", "Check in {plate} in {bay}"), found),
            translate("command_bar", "{span} early, charged from now").format(span=wording.span(early))
            if early >= _MINUTE
            else "",
            translate("command_bar", "until {time}").format(time=sight.when(found.stay.until)),
        )
        stays, live, booking_id = sight.ui.services.stays, sight.live, found.stay.booking_id
        said = named(translate("command_bar", "Checked in {plate} in {bay}"), found)
        deed = sight.deed(
            lambda who, deed_id: stays.check_in(who, booking_id, deed_id=deed_id),
            lambda _: said,
            lambda made: live.choose(made.bay_id),
        )
        return Plan(words, deed)

    return about(sight, command, Deed.CHECK_IN, planned)


def confirm(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        words = joined(
            named(translate("command_bar", "Confirm {plate} for {bay}"), found), _from(sight, found)
        )
        stays, booking_id = sight.ui.services.stays, found.stay.booking_id
        said = named(translate("command_bar", "Confirmed {plate} for {bay}"), found)
        deed = sight.deed(
            lambda who, deed_id: stays.confirm(who, booking_id, deed_id=deed_id), lambda _: said
        )
        return Plan(words, deed)

    return about(sight, command, Deed.CONFIRM, planned)


def mark_no_show(sight: Sight, command: Command) -> Plan:
    def planned(found: Found) -> Plan:
        if found.stay.starts_at > sight.now:
            words = named(translate("command_bar", "{plate} is not due in {bay} yet"), found)
            return Plan(joined(words, _from(sight, found)))
        late = wording.span(max(sight.now - found.stay.starts_at, _MINUTE))
        words = joined(
            named(translate("command_bar", "{plate} did not come to {bay}"), found),
            translate("command_bar", "{span} late").format(span=late),
        )
        stays, booking_id = sight.ui.services.stays, found.stay.booking_id
        said = named(translate("command_bar", "{plate} did not come; {bay} is free"), found)
        deed = sight.deed(
            lambda who, deed_id: stays.mark_no_show(who, booking_id, deed_id=deed_id), lambda _: said
        )
        return Plan(words, deed)

    return about(sight, command, Deed.MARK_NO_SHOW, planned)


def _from(sight: Sight, found: Found) -> str:
    return translate("command_bar", "from {time}").format(time=sight.when(found.stay.starts_at))
