"""Start-up: set up what is missing, read what was said, start the log, then a verb or the window.

1. `first_run` fills a checkout's environment at its first start; nothing else is imported before.
2. `cli.options` reads the command line. A verb works in the terminal and never loads Qt.
3. Without a verb a screen is looked for. Where there is none the demo plays its tour; a desk says so and ends.
4. `ui.application` paints the window first; only then its database thread asks `app` to open the services.

Here, and only here, the rooms meet: `app` is plugged into `ui` and `cli`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING

from parkdesk import first_run

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime
    from pathlib import Path

    from parkdesk.config import Config
    from parkdesk.domain.health import CheckResult
    from parkdesk.outlets.escpos import Dots
    from parkdesk.outlets.paper import Block, Paper
    from parkdesk.services.bundle import Services

GARBAGE_AFTER = 20_000


def main(argv: Sequence[str] | None = None) -> int:
    """Returns the exit code; `cli.exits` says what each means."""
    # What a start makes stays: looking through it for what could go, every 700 objects, finds nothing.
    gc.set_threshold(GARBAGE_AFTER)
    first_run.ensure("desk")
    from parkdesk.cli import logbook, options
    from parkdesk.cli.exits import calmly
    from parkdesk.config import Config

    _speak_plainly()
    said = sys.argv[1:] if argv is None else argv
    arguments = options.read(said, opens_window=first_run.opens_window(said))
    config = Config.read(
        data_dir=arguments.data_dir,
        database=arguments.database,
        demo=arguments.demo,
        language=arguments.lang,
        log_level=arguments.log_level or "INFO",
        safe_mode=arguments.safe_mode,
    )
    logbook.start(config.log_file, config.log_level)
    work = partial(_window, config) if arguments.verb is None else partial(_verb, arguments, config)
    try:
        return calmly(work, config)
    finally:
        logbook.stop()


def _speak_plainly() -> None:
    """A terminal that lacks a letter shows a question mark for it, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _verb(arguments: Namespace, config: Config) -> int:
    from parkdesk import app
    from parkdesk.cli.terminal import Plugs, Terminal
    from parkdesk.services.demo.people import demo_owner

    plugs = Plugs(
        open_services=app.open_services,
        demo_owner=demo_owner,
        probe=app.probe,
        migrate=app.migrate,
        restore=app.restore,
        health=app.health,
        window_checks=_window_checks,
        write_pdf=_write_pdf,
        draw=_dots,
    )
    return Terminal(arguments, config, plugs).run()


def _write_pdf(paper: Paper, file: Path) -> None:
    """Laid out by Qt, which needs no screen for it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from parkdesk.ui.paper.document import write_pdf_alone

    write_pdf_alone(paper, file)


def _dots(block: Block, width: int) -> Dots | None:
    """Only for letters that no printer has; without Qt they stay question marks."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from parkdesk.ui.paper.dots import dots_alone
    except ModuleNotFoundError:
        return None
    return dots_alone(block, width)


def _window_checks() -> Sequence[CheckResult]:
    from parkdesk.ui.checks import window_checks

    return window_checks()


def _window(config: Config) -> int:
    from parkdesk.cli.exits import Exit
    from parkdesk.cli.screen import missing_screen
    from parkdesk.domain.system_errors import AlreadyRunning, FileUnwritable

    if not config.make_data_dir():
        raise FileUnwritable(file=config.data_dir, reason="no access")
    reason = missing_screen()
    if reason is not None:
        return _without_screen(config, reason)

    from parkdesk.ui.application import run

    code = run(config, partial(_open_services, config))
    if code == Exit.ALREADY_RUNNING:
        print(AlreadyRunning(place=config.data_dir), file=sys.stderr)
    return code


def _open_services(config: Config) -> Services:
    """Called behind the first paint, so that what it imports costs the window nothing."""
    from parkdesk.app import open_services

    return open_services(config)


def _without_screen(config: Config, reason: str) -> int:
    from parkdesk.cli.exits import Exit
    from parkdesk.cli.faults import NoScreen

    if not config.demo:
        print(NoScreen(reason=reason), file=sys.stderr)
        return Exit.USAGE

    from parkdesk.app import open_services
    from parkdesk.cli.tour import play

    print(f"There is no screen here ({reason}), so the demo plays in the terminal.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return play(config, open_services, _draw)


def _draw(config: Config, folder: Path, now: datetime) -> Sequence[Path]:
    """Pictures of the screens at a moment, by the window's own code."""
    from parkdesk.app import open_services
    from parkdesk.ui.shots import MAIN, draw

    return draw(config, partial(open_services, config, lambda: now), folder, names=MAIN)


if __name__ == "__main__":
    sys.exit(main())
