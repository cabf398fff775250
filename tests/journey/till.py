"""Who works the till: the shift's hand and eye, what Stripe holds, and what came out of the printer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.theme import Mode
from tests.journey.hand import Hand
from tests.journey.shift import LOT_FILE, Shift
from tests.journey.terminal import LOT, OWNER, PASSWORD, PIN
from tests.stripe_double import StripeDouble

KEY = "rk_test_51HsJ2kEzTillDesk"
_COMMANDS = re.compile(rb"\x1dv0\x00(....)|\x1b@|\x1bt.|\x1b[Ea].|\x1d[!B].|\x1dVB.", re.DOTALL)


class Till(Shift):
    def __init__(self, hand: Hand, folder: Path, say: Callable[[str], None], stripe: StripeDouble) -> None:
        super().__init__(hand, folder, say)
        self.stripe = stripe
        self.roll = folder / "roll.bin"
        """What the printer would have printed."""
        self.reader = stripe.terminal.add("Exit")

    # The desk

    def stay(self, bay: str, plate: str) -> None:
        """A car that came for an hour, chosen on the lot."""
        self.command(f"in {plate} 1h {bay}", f"Booked {bay} for {plate} until")
        self.bays[plate] = bay
        self.choose(bay, plate)

    def choose(self, bay: str, plate: str) -> None:
        self.hand.key("ctrl+1")
        self.hand.cell(f"Bay {bay}", plate)
        self.hand.click_cell(f"Bay {bay}")
        self.hand.sees(f"Bay {bay}")
        self.hand.sees(plate)

    def pay(self) -> None:
        self.hand.key("F10")
        self.hand.sees("Take 2 €")
        self.hand.focused("Handed over")

    def payment(self, plate: str) -> dict[str, Any]:
        """Its card payment as the terminal has it."""
        return next(row for row in self.payments() if row["plate"] == plate)

    def payments(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.terminal.ask("payments")["payments"]
        return found

    # Stripe

    def page(self) -> dict[str, Any]:
        """The newest page that a driver can pay on, as Stripe has it."""
        return self.stripe.account.all("checkout.session")[-1]

    def reader_waits(self) -> None:
        """Until the card reader asks for a card."""

        def look() -> bool:
            action = self.stripe.account.get(self.reader, "terminal.reader")["action"]
            return action is not None and action["status"] == "in_progress"

        self.hand.wait_for(look, "the reader to ask for a card")

    # Paper

    def printed(self) -> list[list[str]]:
        """The papers that came out, each as its lines."""
        data, words, at = self.roll.read_bytes() if self.roll.exists() else b"", bytearray(), 0
        while found := _COMMANDS.search(data, at):
            words += data[at : found.start()]
            at = found.end()
            if found[1] is not None:
                across, height = (int.from_bytes(found[1][place : place + 2], "little") for place in (0, 2))
                at += across * height
            elif found[0].startswith(b"\x1dV"):
                words += b"\f"
        rolls = words.decode("cp858").split("\f")
        return [
            [line.strip() for line in roll.splitlines() if line.strip()] for roll in rolls if roll.strip()
        ]

    def paper(self, words: str, *more: str) -> list[str]:
        """Wait until a paper has come out with all these words; the newest of them."""

        def look() -> list[str] | None:
            wanted = (words, *more)
            fitting = [
                lines for lines in self.printed() if all(any(w in line for line in lines) for w in wanted)
            ]
            return fitting[-1] if fitting else None

        return self.hand.wait_for(look, f"a paper with {words} {' '.join(more)} among {self.printed()}")


def prepared(folder: Path, mode: Mode) -> None:
    """A desk whose owner and lot are there already: the other story tells how they come about."""
    config = Config(folder / "data", f"sqlite:///{folder / 'data' / 'parkdesk.db'}")
    services = open_services(config)
    try:
        owner = services.people.first_owner(OWNER, PASSWORD, PIN)
        lines = LOT_FILE.read_text("utf-8").splitlines(keepends=True)
        wanted = "".join(line for line in lines if line is lines[0] or line.startswith(f"{LOT},"))
        services.lots.import_file(owner, wanted.encode(), LOT_FILE.name)
    finally:
        services.close()
    Preferences(config.settings_file).mode = mode
