"""A shift from the first start to the last check-out, with a power cut in the middle."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from parkdesk import wording
from parkdesk.domain.ticket import ALPHABET
from tests.journey.hand import Hand, environment
from tests.xvfb import running_screen

LOT = "City Center"
ZONE = "Europe/Berlin"
OWNER, PASSWORD, PIN = "Olga Owner", "parking lot 7", "4711"
LOT_FILE = Path(__file__).with_name("car_parks.csv")
"""Twelve car parks of German cities, from 27 to 1,059 spaces."""
STATUSES = {
    "DD AB 101": "active",
    "DD CD 102": "completed",
    "DD EF 103": "active",
    "DD GH 104": "active",
    "DD JK 105": "completed",
    "KL08AZ1234": "active",
    "DDLM808": "active",
    "DDHK707": "cancelled",
    "DDNP909": "active",
    "DD QR 110": "active",
    "DD ST 111": "completed",
}
"""What has become of each car at the end."""
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
Timers = dict[str, str]
"""The moment each running stay ends, by bay."""


def work_a_shift(say: Callable[[str], None], pictures: Path) -> None:
    """The whole story on a screen of its own. Raises NoScreen."""
    with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch, running_screen() as screen:
        folder = Path(scratch)
        hand = Hand(
            environment(screen.display, folder), folder, ["--data-dir", f"{folder / 'data'}"], pictures
        )
        try:
            Shift(hand, folder, say).work()
        finally:
            hand.kill()


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


class Shift:
    """`say` is told line by line what was done and what the screen said to it."""

    def __init__(self, hand: Hand, folder: Path, say: Callable[[str], None]) -> None:
        self.hand, self.say = hand, say
        self.terminal = Terminal(folder / "data", hand.environ)
        shutil.copy(LOT_FILE, folder)
        self.bays: dict[str, str] = {}
        """Where each plate was last said to stand."""

    def work(self) -> None:
        self.first_start()
        self.book_by_mouse()
        self.book_by_keys()
        self.book_by_command_bar()
        self.find_by_ticket()
        self.change_stays()
        self.enter_late()
        self.book_from_elsewhere()
        self.lose_power()
        self.wait_for_the_sweep()
        self.end_stays()
        self.lock_and_sign_out()
        self.close_and_reopen()
        self.close_for_good()
        self.count_up()

    # Chapters

    def first_start(self) -> None:
        hand = self.hand
        hand.start()
        hand.sees("Welcome to ParkDesk")
        hand.focused("ZoneEdit")
        hand.key("ctrl+a")
        hand.type(ZONE)
        hand.picture("welcome")
        hand.key("Tab", "ctrl+a")
        hand.type("EUR")
        hand.key("Return")
        hand.sees("Your first lot")
        hand.click("From a file")
        hand.click("Choose a file…")
        hand.cell("car_parks.csv")
        hand.picture("file")
        hand.click_cell("car_parks.csv", double=True)
        self._said("12 lots with 3497 bays")
        hand.picture("lots")
        hand.focused("Next")
        hand.key("Return")
        hand.sees("The owner's account")
        for words in (OWNER, PASSWORD, PASSWORD, PIN):
            hand.type(words, "Tab")
        hand.picture("owner")
        hand.click("Open the desk")
        hand.click(self._said("1059 bays"))
        hand.click(LOT)
        self._said(f"{LOT}. 120 bays")
        hand.picture("empty-lot")

    def book_by_mouse(self) -> None:
        hand = self.hand
        hand.click_cell("Bay A6")
        hand.sees("Bay A6")
        hand.click("Book…")
        hand.focused("Plate")
        hand.type("DD AB 101")
        hand.click("2 h", "Pill")
        hand.sees("Book · 4 €")
        hand.picture("booking")
        hand.click("Book · 4 €")
        self._booked("A6", "DD AB 101")
        hand.picture("booked")

        hand.click_cell("Bay A8", double=True)
        hand.focused("Plate")
        hand.type("DD CD 102")
        hand.click("Driver", "QLineEdit")
        hand.type("Clara Schumann")
        hand.click("Book and take payment")
        hand.sees("Take 2 €")
        hand.click("5 €")
        hand.picture("payment")
        hand.click("Take 2 €")
        self._said("Took 2 € for DD CD 102 · change 3 €")
        self.bays["DD CD 102"] = "A8"

        hand.click_cell("Bay A10")
        hand.click("Book…")
        hand.focused("Plate")
        hand.type("DD EF 103")
        hand.click("Later")
        hand.picture("later")
        hand.click("Book · 2 €")
        self._booked("A10", "DD EF 103")
        hand.cell("Bay A10", "DD EF 103")

    def book_by_keys(self) -> None:
        hand = self.hand
        hand.key("Escape", "Right", "Return")
        hand.sees("Book A11")
        hand.focused("Plate")
        hand.type("DD GH 104", "Return")
        self._booked("A11", "DD GH 104")

        hand.key("Right", "F2")
        hand.sees("Book A12")
        hand.focused("Plate")
        hand.type("DD JK 105", "Tab")
        hand.focused("QComboBox")
        hand.type("SUV")
        self._tab_to("Another duration")
        hand.type("1h30")
        hand.sees("1 h 30 min")
        hand.picture("by-keys")
        hand.key("Return")
        self._booked("A12", "DD JK 105")

    def book_by_command_bar(self) -> None:
        hand = self.hand
        hand.key("ctrl+space")
        hand.focused("Command bar")
        hand.type("in KL08AZ1234 sedan 2h B7")
        self._said("Book B7 for KL08AZ1234")
        hand.picture("command")
        hand.key("Return")
        self._booked("B7", "KL08AZ1234")
        self.refused("in DDLM808 suv 4h C2", "C2 does not take this vehicle type")
        hand.picture("refused")
        hand.key("BackSpace")
        hand.type("9", "Return")
        self._booked("C9", "DDLM808")
        said = self.command("in DDHK707 30", "for DDHK707")
        self.bays["DDHK707"] = said.split()[1]
        self.command("in DDNP909 5 C5", "Booked C5 for DDNP909")
        self.bays["DDNP909"] = "C5"
        self._said("DDNP909 ends at")
        hand.picture("ending-soon")

    def enter_late(self) -> None:
        """A car that came half an hour ago."""
        hand = self.hand
        came = (datetime.now(UTC) - 30 * MINUTE).astimezone(ZoneInfo(ZONE))
        hand.click_cell("Bay D7")
        hand.key("F2")
        hand.sees("Book D7")
        hand.focused("Plate")
        hand.type("DD QR 110")
        hand.click("Later", "Pill")
        hand.focused("Time of day")
        shown = (datetime.now(UTC) + 60 * MINUTE).astimezone(ZoneInfo(ZONE)).date()
        hand.type(f"{came:%H%M}")
        if came.date() != shown:
            hand.click("Day", "QDateEdit")
            hand.key("Home", *["Down"] * (shown - came.date()).days)
        hand.click("2 h", "Pill")
        hand.sees(f"{came + 120 * MINUTE:%H:%M}")
        hand.click("Book · 4 €")
        self._said("A booking cannot start in the past.")
        hand.picture("in-the-past")
        hand.click("A late entry: this stay began in the past")
        hand.click("Book · 4 €")
        self._booked("D7", "DD QR 110")

    def book_from_elsewhere(self) -> None:
        """Another process books a car whose time is nearly over; it appears without being asked for."""
        hand, ends = self.hand, datetime.now(UTC) + 15 * SECOND
        starts = (ends - 30 * MINUTE).isoformat(timespec="seconds")
        self.terminal.ask(
            *("book", "DD ST 111", "--lot", LOT, "--bay", "D5", "--late", "--as", OWNER),
            *("--from", starts, "--for", "30m"),
        )
        self.bays["DD ST 111"] = "D5"
        hand.key("ctrl+1")
        self.say(hand.cell("Bay D5", "DD ST 111"))

    def find_by_ticket(self) -> None:
        hand = self.hand
        hand.key("ctrl+3")
        hand.picture("timers")
        tickets = {booking["plate"]: booking["ticket"] for booking in self.terminal.bookings()}
        hand.scan(tickets["DD JK 105"])
        hand.sees("Bay A12")
        self.say(f"scanned {tickets['DD JK 105']}: Bay A12")
        hand.key("ctrl+3")
        hand.scan(tickets["DD EF 103"].replace("-", ""))
        hand.sees("Check in")
        hand.picture("scanned")
        hand.key("F4")
        self._said("Checked in DD EF 103 in A10")
        hand.key("ctrl+3")
        hand.scan(wrong(tickets["DD EF 103"]))
        self.say(hand.cell("", "mistyped"))
        hand.picture("mistyped")
        hand.key("Escape")

    def change_stays(self) -> None:
        hand = self.hand
        hand.key("ctrl+1")
        hand.click_cell("Bay A6")
        hand.sees("Bay A6")
        hand.key("F5")
        self._said("Renewed DD AB 101 in A6 until")
        hand.click_cell("Bay B7")
        hand.sees("Bay B7")
        hand.key("F6")
        hand.sees("Extend KL08AZ1234")
        hand.click("1 h", "Pill")
        hand.sees("Extend · 2 €")
        hand.picture("extend")
        hand.key("Return")
        self._said("Extended KL08AZ1234 in B7 by 1 h")
        self.command("extend C5 30", "Extended DDNP909 in C5")
        hand.misses("DDNP909 ends at")
        hand.click_cell("Bay A11")
        hand.sees("Bay A11")
        hand.key("ctrl+m")
        hand.sees("bays are free for it")
        hand.type("D3")
        hand.picture("move")
        hand.key("Return")
        self._said("Moved DD GH 104 from A11 to D3")
        self.bays["DD GH 104"] = "D3"

    def lose_power(self) -> None:
        hand = self.hand
        before = self.timers_right()
        hand.picture("before-the-power-cut")
        hand.kill()
        self.say("kill -9")
        hand.start()
        self.sign_in()
        after = self.timers_right()
        hand.picture("after-the-power-cut")
        assert after.items() <= before.items()
        assert before.keys() - after.keys() <= {"D5"}

    def end_stays(self) -> None:
        hand = self.hand
        hand.key("ctrl+1")
        hand.click_cell("Bay A12")
        hand.sees("DD JK 105")
        hand.key("F8")
        hand.sees("Check out without payment")
        hand.focused("Handed over")
        hand.type("10")
        hand.sees("7 €")
        hand.picture("check-out")
        hand.key("Return")
        self._said("Took 3 € and checked out DD JK 105 · change 7 €")
        self.command("out A8", "Checked out DD CD 102; A8 is free")
        hand.click_cell("Bay C9")
        hand.sees("DDLM808")
        hand.key("ctrl+Delete")
        hand.sees("Cancel the booking of DDLM808")
        hand.click("Wrong bay")
        hand.picture("cancel")
        hand.key("Return")
        self._said("Cancelled the booking of DDLM808; C9 is free")
        hand.key("ctrl+z")
        self._said("Undone:")
        hand.cell("Bay C9", "DDLM808")
        hand.picture("undone")
        self.command(f"cancel {self.bays['DDHK707']} driver changed plans", "Cancelled")

    def lock_and_sign_out(self) -> None:
        hand = self.hand
        before = self.timers_right()
        hand.key("ctrl+l")
        hand.sees("The desk is locked")
        hand.focused("PinPad")
        hand.picture("locked")
        hand.type(PIN, "Return")
        hand.sees("Command bar")
        self._same_timers(before, "unlocked")
        hand.click(f"{OWNER}, Owner")
        hand.click("Sign out")
        self.sign_in()
        self._same_timers(before, "signed in again")

    def close_and_reopen(self) -> None:
        hand = self.hand
        before = self.timers_right()
        self.leave()
        hand.start()
        self.sign_in()
        self._same_timers(before, "opened again")

    def wait_for_the_sweep(self) -> None:
        hand = self.hand
        hand.key("ctrl+1")
        self._said("Bay D5 is free: DD ST 111 ended at")
        hand.cell("Bay D5", "Free")
        assert self._status("DD ST 111") == "completed"
        hand.click("Show")
        hand.sees("Bay D5")
        hand.misses("ended at")
        hand.picture("swept")

    def close_for_good(self) -> None:
        hand = self.hand
        hand.key("ctrl+2")
        hand.click("All", "Pill")

        def look() -> list[list[str]] | None:
            rows = [listed(*row) for row in hand.ask("rows") if len(row) == 9]
            return rows if sorted(rows) == sorted(map(kept, self.terminal.bookings())) else None

        rows = hand.wait_for(look, "bookings as the database has them")
        hand.picture("bookings")
        self.say(f"{len(rows)} bookings listed as the database has them")
        self.leave()

    def count_up(self) -> None:
        """What the screen said, with the desk closed."""
        bookings = self.terminal.bookings()
        told = {(booking["plate"], booking["bay"]) for booking in bookings}
        assert told == set(self.bays.items())
        statuses = {plate: self._status(plate) for plate in self.bays}
        assert statuses == STATUSES
        renewals = [booking for booking in bookings if booking["renewed_from"]]
        assert [booking["plate"] for booking in renewals] == ["DD AB 101"]
        verified = self.terminal.ask("journal", "verify")
        assert verified["faults"] == []
        self.say(f"{len(bookings)} bookings of {len(self.bays)} cars as the screen said")
        self.say(f"{verified['entries']} journal entries verify")

    # What is done more than once

    def sign_in(self) -> None:
        self.hand.sees("Who is working?")
        self.hand.focused("QLineEdit")
        self.hand.type(PASSWORD, "Return")
        self.hand.sees("Command bar")

    def leave(self) -> None:
        self.hand.key("ctrl+q")
        code = self.hand.ended()
        self.say(f"closed with exit code {code}")
        assert code == 0

    def timers_right(self) -> Timers:
        """The timers on the screen, once each says what the database says at that moment."""
        hand = self.hand
        hand.key("ctrl+3")

        def look() -> Timers | None:
            began = datetime.now(UTC)
            cells = hand.ask("cells", words="Bay")
            ended = datetime.now(UTC)
            expected = {bay: datetime.fromisoformat(until) for bay, until in self.terminal.timers().items()}
            expected = {bay: until for bay, until in expected.items() if until > ended}
            shown = {told.split(",")[0].removeprefix("Bay "): (told, until) for told, until in cells}
            right = shown.keys() == expected.keys() and all(
                datetime.fromisoformat(until) == expected[bay]
                and any(f", {left} left" in told for left in countdowns(expected[bay], began, ended))
                for bay, (told, until) in shown.items()
            )
            return {bay: until for bay, (_, until) in shown.items()} if right else None

        found = hand.wait_for(look, "timers as the database has them")
        self.say(f"{len(found)} timers right")
        return found

    def _same_timers(self, before: Timers, when: str) -> None:
        self.say(when)
        after = self.timers_right()
        self.hand.picture(when.replace(" ", "-"))
        assert after.items() <= before.items()
        assert before.keys() - after.keys() <= {"D5"}

    def refused(self, line: str, answer: str) -> None:
        self.hand.key("ctrl+space")
        self.hand.focused("Command bar")
        self.hand.type(line, "Return")
        self._said(answer)

    def command(self, line: str, answer: str) -> str:
        self.hand.key("ctrl+space")
        self.hand.focused("Command bar")
        self.hand.type(line, "Return")
        self.say(f"typed: {line}")
        return self._said(answer)

    def _booked(self, bay: str, plate: str) -> None:
        self._said(f"Booked {bay} for {plate} until")
        self.bays[plate] = bay

    def _status(self, plate: str) -> str:
        """Of the stay itself, not of what renews it."""
        return next(
            str(booking["status"])
            for booking in self.terminal.bookings()
            if booking["plate"] == plate and booking["renewed_from"] is None
        )

    def _said(self, words: str) -> str:
        said = self.hand.sees(words)
        self.say(said)
        return said

    def _tab_to(self, name: str) -> None:
        while name not in self.hand.ask("focus"):
            self.hand.key("Tab")


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
