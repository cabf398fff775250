"""`check`: whether everything that ParkDesk needs is there and sound, also as a file, for a program without a terminal.

Qt is looked at in a process of its own: where it finds no screen it ends the process it is in.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
from argparse import SUPPRESS
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from parkdesk.cli.exits import Exit, exit_of
from parkdesk.cli.sayings import add_json, new_verb
from parkdesk.cli.screen import missing_screen
from parkdesk.cli.terminal import Terminal, as_json
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.health import CheckResult

FILE = "check.json"
_WINDOW_VERB = "check-window"
_SECONDS = 60
_log = logging.getLogger(__name__)


def add(verbs: Any) -> None:
    verb = new_verb(
        verbs, "check", f"look at every part of the installation; writes {FILE} into the data folder"
    )
    add_json(verb)
    verb.set_defaults(run=_check)

    window = verbs.add_parser(_WINDOW_VERB, description="Check Qt in this process and write what was found.")
    window.add_argument("file", type=Path, metavar="FILE")
    window.add_argument("--json", action="store_true", help=SUPPRESS)
    window.set_defaults(run=_check_window)


def _check(terminal: Terminal) -> Exit:
    results = (*terminal.plugs.health(terminal.config), *_window_results())
    code = _exit(terminal, results)
    record = {"ok": code is Exit.OK, "exit_code": code.value, "checks": results}
    _keep(terminal.config.data_dir / FILE, as_json(record))
    lines = [f"{'ok    ' if result.ok else 'FAILED'}  {result.name:<16} {result.words}" for result in results]
    failed = sum(not result.ok for result in results)
    lines.append(
        f"{failed} of {len(results)} checks failed." if failed else f"All {len(results)} checks passed."
    )
    terminal.answer(record, "\n".join(lines))
    return code


def _exit(terminal: Terminal, results: Sequence[CheckResult]) -> Exit:
    """A database that cannot be used has its own exit codes."""
    if all(result.ok for result in results):
        return Exit.OK
    try:
        terminal.plugs.probe(terminal.config)
    except ParkDeskError as error:
        return exit_of(error)
    return Exit.CHECK_FAILED


def _keep(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError:
        # That the folder cannot be written is among the results.
        _log.warning("%s could not be written", file, exc_info=True)


def _window_results() -> tuple[CheckResult, ...]:
    if not _has_qt():
        return (CheckResult("qt", True, "Qt is not installed; the verbs work without it."),)
    with tempfile.TemporaryDirectory(prefix="parkdesk-") as folder:
        file = Path(folder) / FILE
        said = _ran_window_verb(Path(folder), file)
        try:
            return tuple(CheckResult(**result) for result in json.loads(file.read_text("utf-8")))
        except (OSError, ValueError):
            return (
                CheckResult("qt", False, f"The window cannot open here: {said or 'Qt ended the process'}"),
            )


def _has_qt() -> bool:
    try:
        return find_spec("PySide6") is not None
    except ImportError:
        return False


def _ran_window_verb(folder: Path, file: Path) -> str:
    """The last line of what it complained about."""
    environ = os.environ | ({"QT_QPA_PLATFORM": "offscreen"} if missing_screen() else {})
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "parkdesk"]
    command = [*program, "--data-dir", str(folder), _WINDOW_VERB, str(file)]
    try:
        done = subprocess.run(
            command,
            env=environ,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr.strip().rpartition("\n")[2]


def _check_window(terminal: Terminal) -> Exit:
    results = terminal.plugs.window_checks()
    terminal.arguments.file.write_text(as_json(results), "utf-8")
    return Exit.OK if all(result.ok for result in results) else Exit.CHECK_FAILED
