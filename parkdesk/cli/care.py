"""`migrate`, `backup` and `restore`: looking after the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, new_verb
from parkdesk.cli.terminal import Terminal
from parkdesk.domain.system_errors import FileUnwritable
from parkdesk.services.desk import THE_DESK

_FOLDER = "backups"


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "migrate", "bring the database to this program's schema")
    add_json(verb)
    verb.set_defaults(run=_migrate)

    verb = new_verb(verbs, "backup", "copy everything while desks work on, and verify the copy")
    verb.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help=f"a new file in the data folder's {_FOLDER} if not said",
    )
    add_json(verb)
    verb.set_defaults(run=_backup)

    verb = new_verb(verbs, "restore", "put a backup in the place of a local database that no desk has open")
    verb.add_argument("file", metavar="FILE", type=Path)
    add_json(verb)
    verb.set_defaults(run=_restore)


def _migrate(terminal: Terminal) -> Exit:
    before, after = terminal.plugs.migrate(terminal.config)
    if before == after:
        text = f"The database is at schema {after} already."
    else:
        text = f"The database went from {before or 'nothing'} to schema {after}."
    terminal.answer({"before": before, "after": after}, text)
    return Exit.OK


def _backup(terminal: Terminal) -> Exit:
    with terminal.desk() as services:
        file = terminal.arguments.file
        if file is None:
            file = terminal.config.data_dir / _FOLDER / services.backup.file_name()
            _make(file.parent)
        made = services.backup.backup(THE_DESK, file.absolute())
    entries = "" if made.entries is None else f", {made.entries} journal entries"
    terminal.answer({"backup": made}, f"{made.file} holds {made.size:,} bytes{entries}, and was read back.")
    return Exit.OK


def _make(folder: Path) -> None:
    """Raises FileUnwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(file=folder, reason=error.strerror or "no access") from error


def _restore(terminal: Terminal) -> Exit:
    restored = terminal.plugs.restore(terminal.config, terminal.arguments.file)
    kept = "" if restored.kept is None else f" What was there before is kept as {restored.kept}."
    terminal.answer({"restored": restored}, f"{restored.place} is {terminal.arguments.file} again.{kept}")
    return Exit.OK
