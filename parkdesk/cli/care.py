"""`migrate`: looking after the database."""

from __future__ import annotations

from typing import Any

from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, new_verb
from parkdesk.cli.terminal import Terminal


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "migrate", "bring the database to this program's schema")
    add_json(verb)
    verb.set_defaults(run=_migrate)


def _migrate(terminal: Terminal) -> Exit:
    before, after = terminal.plugs.migrate(terminal.config)
    if before == after:
        text = f"The database is at schema {after} already."
    else:
        text = f"The database went from {before or 'nothing'} to schema {after}."
    terminal.answer({"before": before, "after": after}, text)
    return Exit.OK
