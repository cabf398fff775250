"""What can be said on the command line: options for every start, and one verb at most."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from parkdesk import __version__
from parkdesk.cli import logbook
from parkdesk.cli.exits import MEANINGS
from parkdesk.cli.faults import PASSWORD_VARIABLE
from parkdesk.config import DATABASE_VARIABLE

_MOST_WIDTH = 100
_EXAMPLES = """\
examples:
  parkdesk                                    open the desk
  parkdesk --demo                             open it on demo data, in a folder of its own
  parkdesk import-lot lots.csv --as Olga      add lots and bays from a file
  parkdesk book "KL 08 AZ 1234" --for 2h --as Asha
  parkdesk availability --from 18:00 --for 3h --type two-wheeler
  parkdesk --database postgresql://desk@server/parkdesk migrate
"""
_OPTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("--data-dir", "keep everything in this folder", {"metavar": "DIR", "type": Path}),
    ("--database", "sqlite:///FILE or postgresql://USER@HOST/NAME", {"metavar": "URL"}),
    ("--demo", "work on demo data, apart from your own", {"action": "store_true"}),
    ("--lang", "language of the window, such as en or de", {"metavar": "xx"}),
    (
        "--log-level",
        "what the log file keeps: debug, info, warning or error",
        {"metavar": "L", "type": str.upper, "choices": logbook.LEVELS},
    ),
)


def read(argv: Sequence[str], *, opens_window: bool) -> argparse.Namespace:
    """What was said: `verb` (None opens the window) and, with a verb, `run`, which does it.

    The verbs are imported only if one may be there: a window need not wait for them.
    """
    top = _parser()
    if opens_window:
        top.set_defaults(verb=None)
    else:
        from parkdesk.cli.verbs import FAMILIES

        verbs = top.add_subparsers(
            dest="verb", title="verbs", metavar="VERB", parser_class=_Verb, prog="parkdesk"
        )
        for family in FAMILIES:
            family.add(verbs)
    return top.parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    top = _Top(
        prog="parkdesk",
        usage="parkdesk [options] [VERB …]",
        description="A desk for parking lots. Without a verb it opens the window; a verb works in the terminal.",
        epilog=f"{_EXAMPLES}\n{_exit_codes()}\n\n{_environment()}",
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = top.add_argument_group("options")
    _add_options(options)
    options.add_argument("--safe-mode", action="store_true", help="start the window with its first looks")
    options.add_argument(
        "--version", action="version", version=f"ParkDesk {__version__}", help="show the version"
    )
    options.add_argument("-h", "--help", action="help", help="show this, or after a verb that verb's options")
    return top


def _add_options(group: Any, **given: Any) -> None:
    """The options that a verb takes before or behind its name."""
    for name, words, more in _OPTIONS:
        group.add_argument(name, **{"help": words, **more, **given})


class _Top(argparse.ArgumentParser):
    """Names no verb that is not for people, whatever was mistyped."""

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices:
            known = ", ".join(verb.dest for verb in action._get_subactions())
            raise argparse.ArgumentError(action, f"there is no verb {value!r}; there are {known}")
        super()._check_value(action, value)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """One line an entry, as wide as the terminal up to a readable width, verbs without their heading line."""

    def __init__(self, prog: str) -> None:
        width = min(shutil.get_terminal_size().columns, _MOST_WIDTH)
        super().__init__(prog, max_help_position=26, width=width)

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):
            return "".join(super(_Formatter, self)._format_action(verb) for verb in action._get_subactions())
        return super()._format_action(action)


class _Verb(argparse.ArgumentParser):
    """A verb's own parser; the options of every start are understood behind a verb, too."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Formatter, allow_abbrev=False, add_help=False, **given)
        _add_options(self, help=argparse.SUPPRESS, default=argparse.SUPPRESS)
        self.add_argument("-h", "--help", action="help", help="show this")


def _exit_codes() -> str:
    return "exit codes:\n" + "\n".join(f"  {code.value}  {words}" for code, words in MEANINGS.items())


def _environment() -> str:
    return (
        f"environment:\n  {DATABASE_VARIABLE}   the database, unless --database names one\n"
        f"  {PASSWORD_VARIABLE}   the password of whoever --as names"
    )
