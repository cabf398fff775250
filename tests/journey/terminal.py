"""The same data asked from another process, and what the screen should make of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from parkdesk import wording
from parkdesk.domain.ticket import ALPHABET

LOT = "City Center"
ZONE = "Europe/Berlin"
OWNER, PASSWORD, PIN = "Olga Owner", "parking lot 7", "4711"
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
Timers = dict[str, str]
"""The moment each running stay ends, by bay."""


class Terminal:
    """The same data asked from another process."""

    def __init__(self, data_dir: Path, environ: Mapping[str, str]) -> None:
        self._start = [sys.executable, "-m", "parkdesk", "--data-dir", str(data_dir)]
        self._environ = {**environ, "PARKDESK_PASSWORD": PASSWORD}

    def ask(self, *words: str) -> Any:
        done = subprocess.run(
            [*self._start, *words, "--json"], env=self._environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def bookings(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("bookings", "--lot", LOT, "--which", "all")["bookings"]
        return found

    def timers(self) -> Timers:
        """When the car in each bay has to leave: the end of the last renewal."""
        ends: Timers = {}
        for booking in sorted(self.bookings(), key=lambda booking: str(booking["until"])):
            if booking["status"] == "active" or (booking["bay"] in ends and booking["renewed_from"]):
                ends[booking["bay"]] = booking["until"]
        return ends


def countdowns(until: datetime, began: datetime, ended: datetime) -> set[str]:
    """What may stand beside a stay while one looks; a screen may be a second late."""
    first = until - began + SECOND
    return {wording.countdown(first - count * SECOND) for count in range((ended - began) // SECOND + 3)}


def listed(
    bay: str,
    plate: str,
    _driver: str,
    starts: str,
    until: str,
    status: str,
    _price: str,
    _paid: str,
    ticket: str,
) -> list[str]:
    """A row of the list, as far as another process can say the same: of who has left it shows when that was."""
    over = status in ("Completed", "Cancelled")
    return [bay, plate, starts, status if over else until, ticket]


def kept(booking: dict[str, Any]) -> list[str]:
    """The same of a booking in the database."""
    starts_at, until = (datetime.fromisoformat(booking[moment]) for moment in ("starts_at", "until"))
    starts = _when(starts_at, datetime.now(UTC))
    ends = _when(until, starts_at)
    over = {"completed": "Completed", "cancelled": "Cancelled"}
    return [booking["bay"], booking["plate"], starts, over.get(booking["status"], ends), booking["ticket"]]


def _when(moment: datetime, day: datetime) -> str:
    return wording.when(moment, day, ZONE, "en").replace(wording.NBSP, " ")


def wrong(ticket: str) -> str:
    """A slip in the last character."""
    return ticket[:-1] + ALPHABET[(ALPHABET.index(ticket[-1]) + 1) % len(ALPHABET)]
