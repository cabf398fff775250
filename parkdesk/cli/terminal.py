"""A verb at work: what was said, the desk it opens, who acts, and what it prints."""

from __future__ import annotations

import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.cli.exits import exit_of
from parkdesk.cli.faults import PASSWORD_VARIABLE, NameNeeded, SecretNeeded
from parkdesk.config import Config
from parkdesk.domain.errors import ImportFaults, ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.services.desk import THE_DESK

if TYPE_CHECKING:
    from parkdesk.domain.backup import Restored
    from parkdesk.domain.health import CheckResult
    from parkdesk.outlets.escpos import Draw
    from parkdesk.outlets.paper import Paper
    from parkdesk.services.bundle import Services

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plugs:
    """What the program lends to its verbs: the desk, what is done without one, and what only the window can tell."""

    open_services: Callable[[Config], Services]
    demo_owner: Callable[[Services], Person]
    probe: Callable[[Config], None]
    migrate: Callable[[Config], tuple[str | None, str]]
    restore: Callable[[Config, Path], Restored]
    health: Callable[[Config], Sequence[CheckResult]]
    window_checks: Callable[[], Sequence[CheckResult]]
    write_pdf: Callable[[Paper, Path], None]
    draw: Draw


@dataclass(frozen=True)
class Terminal:
    arguments: Namespace
    config: Config
    plugs: Plugs

    @contextmanager
    def desk(self) -> Iterator[Services]:
        """The services, for as long as the block lasts."""
        services = self.plugs.open_services(self.config)
        try:
            yield services
        finally:
            services.close()

    def actor(self, services: Services) -> Person:
        """Who does the deed: whoever --as names and proves to be; on demo data its owner.

        Where nobody exists yet the desk itself acts, as the first start does. Raises NameNeeded, SecretNeeded or
        what signing in raises.
        """
        name = self.arguments.who
        if name is None and self.config.demo:
            return self.plugs.demo_owner(services)
        if name is None and not services.people.all():
            return THE_DESK
        if name is None:
            raise NameNeeded(variable=PASSWORD_VARIABLE, field="as")
        return services.people.sign_in(name, _password(name))

    def answer(self, record: Mapping[str, Any], text: str) -> None:
        """Print the record with --json, the text without."""
        print(as_json(record) if self.arguments.json else text)

    def run(self) -> int:
        """Do the verb; a known error becomes a sentence, with --json a record as well, and an exit code."""
        try:
            return int(self.arguments.run(self))
        except ParkDeskError as error:
            self._refuse(error)
            return exit_of(error)

    def _refuse(self, error: ParkDeskError) -> None:
        _log.info("refused: %s", error)
        print(error, file=sys.stderr)
        faults = error.faults if isinstance(error, ImportFaults) else ()
        for fault in faults:
            print(f"  {fault}", file=sys.stderr)
        if getattr(self.arguments, "json", False):
            record: dict[str, Any] = {"error": type(error).__name__, "sentence": str(error)}
            if error.field is not None:
                record["field"] = error.field
            if faults:
                record["faults"] = [_plain(fault.facts) for fault in faults]
            print(as_json(record))


def as_json(record: Any) -> str:
    return json.dumps(_plain(record), indent=2, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Values as JSON knows them: moments in ISO 8601, spans in minutes, ids as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value / timedelta(minutes=1)
    if isinstance(value, UUID | Path | ParkDeskError):
        return str(value)
    return [_plain(part) for part in value]


def table(heading: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Columns wide enough for their cells; those in `right` stand at the right."""
    lines = [tuple(heading), *(tuple(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heading))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _password(name: str) -> str:
    """From the environment, or asked for at a terminal. Raises SecretNeeded."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise SecretNeeded(name=name, variable=PASSWORD_VARIABLE, field="password")
    from getpass import getpass

    return getpass(f"Password of {name}: ")
