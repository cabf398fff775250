"""`sweep`: ends what has run out, as the open desk does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, new_verb
from parkdesk.cli.terminal import Terminal

if TYPE_CHECKING:
    from parkdesk.services.sweep import SweepResult

_GROUPS = (
    ("renewed", "went on in a renewal"),
    ("completed", "completed"),
    ("no_shows", "no-show"),
    ("cancelled", "cancelled, never confirmed"),
    ("overstaying", "overstaying"),
)


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "sweep", "end what has run out, on every lot")
    verb.add_argument("--dry-run", action="store_true", help="only say what would end")
    add_json(verb)
    verb.set_defaults(run=_sweep)


def _sweep(terminal: Terminal) -> Exit:
    dry_run = terminal.arguments.dry_run
    with terminal.desk() as services:
        result = services.sweep.preview() if dry_run else services.sweep.run()
    terminal.answer({"dry_run": dry_run, "result": result}, _told(result, dry_run=dry_run))
    return Exit.OK


def _told(result: SweepResult, *, dry_run: bool) -> str:
    lines = []
    for group, words in _GROUPS:
        stays = getattr(result, group)
        for stay in stays:
            lines.append(
                f"{stay.bay_code:<8} {stay.plate:<16} {words}, time was up {stay.until:%Y-%m-%d %H:%M} UTC"
            )
    would = "would end" if dry_run else "ended"
    lines.append(f"{result.ended} {would}, {len(result.overstaying)} overstaying.")
    if result.next_due is not None:
        lines.append(f"Next due {result.next_due:%Y-%m-%d %H:%M:%S} UTC.")
    return "\n".join(lines)
