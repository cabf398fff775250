"""Who works the shift: a hand on the screen, a look at the database from elsewhere, and what was said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.journey.hand import Hand
from tests.journey.terminal import PASSWORD, Terminal, Timers, countdowns

LOT_FILE = Path(__file__).with_name("car_parks.csv")
"""Twelve car parks of German cities, from 27 to 1,059 spaces."""


class Shift:
    """`say` is told line by line what was done and what the screen said to it."""

    def __init__(self, hand: Hand, folder: Path, say: Callable[[str], None]) -> None:
        self.hand, self.say = hand, say
        self.terminal = Terminal(folder / "data", hand.environ)
        shutil.copy(LOT_FILE, folder)
        self.bays: dict[str, str] = {}
        """Where each plate was last said to stand."""

    def sign_in(self) -> None:
        self.hand.sees("Who is working?")
        self.hand.focused("QLineEdit")
        self.hand.wait_for(self._password_typed, "a dot for each letter")
        self.hand.key("Return")
        self.hand.sees("Command bar")

    def _password_typed(self) -> bool:
        """A window that has just come up may miss the first key, as it may a person's."""
        self.hand.key("ctrl+a")
        self.hand.type(PASSWORD)
        return bool(self.hand.ask("typed") == len(PASSWORD))

    def leave(self) -> None:
        self.hand.key("ctrl+q")
        code = self.hand.ended()
        self.say(f"closed with exit code {code}")
        assert code == 0

    def said(self, words: str) -> str:
        said = self.hand.sees(words)
        self.say(said)
        return said

    def booked(self, bay: str, plate: str) -> None:
        self.said(f"Booked {bay} for {plate} until")
        self.bays[plate] = bay

    def command(self, line: str, answer: str) -> str:
        self.hand.key("ctrl+space")
        self.hand.focused("Command bar")
        self.hand.type(line, "Return")
        self.say(f"typed: {line}")
        return self.said(answer)

    def refused(self, line: str, answer: str) -> None:
        self.hand.key("ctrl+space")
        self.hand.focused("Command bar")
        self.hand.type(line, "Return")
        self.said(answer)

    def change_given(self, picture: str) -> None:
        """The change stays on the screen until it has been handed over."""
        self.hand.sees("Change to give back")
        self.hand.focused("Given")
        self.hand.picture(picture)
        self.hand.key("Return")
        self.hand.misses("Change to give back")

    def tab_to(self, name: str) -> None:
        while name not in self.hand.ask("focus"):
            self.hand.key("Tab")

    def status(self, plate: str) -> str:
        """Of the stay itself, not of what renews it."""
        return next(
            str(booking["status"])
            for booking in self.terminal.bookings()
            if booking["plate"] == plate and booking["renewed_from"] is None
        )

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

    def same_timers(self, before: Timers, when: str) -> None:
        self.say(when)
        after = self.timers_right()
        self.hand.picture(when.replace(" ", "-"))
        assert after.items() <= before.items()
        assert before.keys() - after.keys() <= {"D5"}
