"""`import-lot` and `availability`: lots from a file, and the bays that are free for a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, add_lot, add_who, add_window, new_verb, the_lot, the_window
from parkdesk.cli.terminal import Terminal, table
from parkdesk.domain.system_errors import FileUnreadable

if TYPE_CHECKING:
    from parkdesk.services.lot_import import Imported


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "import-lot", "add lots and bays from CSV files, all of a file or nothing")
    verb.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a row a lot, or a row a bay")
    add_who(verb)
    add_json(verb)
    verb.set_defaults(run=_import)

    verb = new_verb(verbs, "availability", "the bays that are free for a time")
    add_lot(verb)
    add_window(verb)
    verb.add_argument("--type", metavar="TYPE", help="only bays for this vehicle type, such as sedan")
    verb.add_argument("--feature", metavar="FEATURE", help="only bays with this feature, such as ev")
    add_json(verb)
    verb.set_defaults(run=_availability)


def _import(terminal: Terminal) -> Exit:
    read = [(file, _content(file)) for file in terminal.arguments.files]
    imported = []
    with terminal.desk() as services:
        who = terminal.actor(services)
        for file, data in read:
            done = services.lots.import_file(who, data, file.name)
            imported.append({"file": file.name, "imported": done})
            if not terminal.arguments.json:
                print(f"{file.name}: {_told(done)}")
    if terminal.arguments.json:
        terminal.answer({"files": imported}, "")
    return Exit.OK


def _told(done: Imported) -> str:
    counts = (
        (done.lots_added, "lots added"),
        (done.lots_changed, "lots changed"),
        (done.bays_added, "bays added"),
        (done.bays_changed, "bays changed"),
        (done.unchanged, "bays as they were"),
    )
    return ", ".join(f"{count} {words}" for count, words in counts if count) + "."


def _content(file: Path) -> bytes:
    """Raises FileUnreadable."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=file, reason=error.strerror or "no access", field="file") from error


def _availability(terminal: Terminal) -> Exit:
    arguments = terminal.arguments
    with terminal.desk() as services:
        lot = the_lot(services, arguments.lot)
        now = services.clock()
        start, until = the_window(arguments, lot, now).around(now)
        free = services.lots.availability(lot.id, start, until, arguments.type, arguments.feature)
        levels = {level.id: level.name for s in services.lots.all() if s.lot == lot for level in s.levels}
    record = {
        "lot": lot.name,
        "starts_at": start,
        "until": until,
        "bays": [
            {
                "code": bay.code,
                "level": levels[bay.level_id],
                "zone": bay.zone,
                "vehicle_types": sorted(bay.vehicle_types),
                "features": sorted(bay.features),
            }
            for bay in free
        ],
    }
    times = (wording.when(moment, now, lot.time_zone, "en") for moment in (start, until))
    heading = f"{lot.name}, {' to '.join(times)}: {len(free)} bays free"
    rows = [
        (
            bay.code,
            levels[bay.level_id],
            bay.zone,
            " ".join(sorted(bay.vehicle_types)),
            " ".join(sorted(bay.features)),
        )
        for bay in free
    ]
    listing = table(("Bay", "Level", "Zone", "Takes", "Features"), rows) if rows else ""
    terminal.answer(record, "\n".join(filter(None, (heading, listing))))
    return Exit.OK
