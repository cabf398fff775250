"""Tickets and receipts: a printer is chosen, its papers say what was done, a scanned ticket finds its stay."""

from __future__ import annotations

from tests.journey.terminal import OWNER
from tests.journey.till import Till


def choose_a_printer(till: Till) -> None:
    hand = till.hand
    hand.sees("Card payments, test")
    hand.sees("TEST")
    hand.click("Settings")
    hand.click("Printing")
    hand.click("Thermal, USB or file", "Pill")
    hand.click("Device or file", "QLineEdit")
    hand.type(str(till.roll), "Tab")
    hand.click("A receipt with every sale", "QCheckBox")
    hand.click("An entry ticket with every stay that begins", "QCheckBox")
    hand.picture("printer")
    hand.click("Print a test")
    till.paper(str(till.roll.name))
    till.say("the printer prints")


def scan_and_show(till: Till) -> None:
    """The ticket as it was printed leads to the stay; its receipt is shown, and printed once more as a copy."""
    hand, plate = till.hand, "DDQR203"
    booking = next(booking for booking in till.terminal.bookings() if booking["plate"] == plate)
    code = str(booking["ticket"])
    till.paper("Parkschein", code, "A8")
    hand.key("Escape", "ctrl+3")
    hand.scan(code)
    hand.sees("Bay A8")
    hand.sees(plate)
    till.say(f"scanned {code}: Bay A8")
    hand.picture("scanned")
    receipt = till.terminal.ask("receipt", plate, "--as", OWNER)
    assert (receipt["total_minor"], receipt["paid_minor"], receipt["due_minor"]) == (200, 200, 0)
    original = till.paper(receipt["receipt"], plate)
    hand.key("F9")
    hand.sees(f"Receipt {receipt['receipt']}")
    hand.picture("receipt")
    hand.click("Print a copy")
    copy = till.paper(receipt["receipt"], plate, "Kopie")
    assert _amounts(original) == {"Summe": "2,00", "Bar": "2,00", "Gegeben": "5,00", "Rückgeld": "3,00"}
    assert [line for line in copy if not line.startswith("Kopie")] == original
    till.say(f"receipt {receipt['receipt']}: printed, shown and copied")
    hand.key("Escape")
    hand.misses(f"Receipt {receipt['receipt']}")


def _amounts(paper: list[str]) -> dict[str, str]:
    """What a receipt comes to and how it was paid."""
    words = ("Summe", "Bar", "Gegeben", "Rückgeld")
    found = (line.rstrip("€ ").split() for line in paper if line.startswith(words))
    return {parts[0]: parts[-1] for parts in found}
