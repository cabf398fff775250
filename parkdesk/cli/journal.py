"""`journal verify`: proves that no deed was changed, left out or slipped in."""

from __future__ import annotations

from typing import Any

from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, new_verb
from parkdesk.cli.terminal import Terminal


def add(verbs: Any) -> None:
    family = new_verb(verbs, "journal", "prove that the journal is whole: journal verify")
    below = family.add_subparsers(dest="deed", required=True, metavar="verify")
    verify = new_verb(below, "verify", "walk every desk's chain of deeds")
    add_json(verify)
    verify.set_defaults(run=_verify)


def _verify(terminal: Terminal) -> Exit:
    with terminal.desk() as services:
        verified = services.journal.verify()
    lines = [f"Desk {fault.desk_id}: entry {fault.number}: {fault.reason}." for fault in verified.faults]
    lines.append(
        f"{verified.entries} entries; {len(verified.faults)} chains do not verify."
        if verified.faults
        else f"{verified.entries} entries verify."
    )
    terminal.answer({"entries": verified.entries, "faults": verified.faults}, "\n".join(lines))
    return Exit.CHECK_FAILED if verified.faults else Exit.OK
