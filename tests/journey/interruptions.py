"""A power cut, a locked desk, a closed window; and the count when the shift is over."""

from __future__ import annotations

from tests.journey.shift import Shift
from tests.journey.terminal import OWNER, PIN, kept, listed

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


def lose_power(shift: Shift) -> None:
    hand = shift.hand
    before = shift.timers_right()
    hand.picture("before-the-power-cut")
    hand.kill()
    shift.say("kill -9")
    hand.start()
    shift.sign_in()
    after = shift.timers_right()
    hand.picture("after-the-power-cut")
    assert after.items() <= before.items()
    assert before.keys() - after.keys() <= {"D5"}


def lock_and_sign_out(shift: Shift) -> None:
    hand = shift.hand
    before = shift.timers_right()
    hand.key("ctrl+l")
    hand.sees("The desk is locked")
    hand.focused("PinPad")
    hand.picture("locked")
    hand.type(PIN, "Return")
    hand.sees("Command bar")
    shift.same_timers(before, "unlocked")
    hand.click(f"{OWNER}, Owner")
    hand.click("Sign out")
    shift.sign_in()
    shift.same_timers(before, "signed in again")


def close_and_reopen(shift: Shift) -> None:
    hand = shift.hand
    before = shift.timers_right()
    shift.leave()
    hand.start()
    shift.sign_in()
    shift.same_timers(before, "opened again")


def close_for_good(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+2")
    hand.click("All", "Pill")

    def look() -> list[list[str]] | None:
        rows = [listed(*row) for row in hand.ask("rows") if len(row) == 9]
        return rows if sorted(rows) == sorted(map(kept, shift.terminal.bookings())) else None

    rows = hand.wait_for(look, "bookings as the database has them")
    hand.picture("bookings")
    shift.say(f"{len(rows)} bookings listed as the database has them")
    shift.leave()


def count_up(shift: Shift) -> None:
    """What the screen said, with the desk closed."""
    bookings = shift.terminal.bookings()
    told = {(booking["plate"], booking["bay"]) for booking in bookings}
    assert told == set(shift.bays.items())
    statuses = {plate: shift.status(plate) for plate in shift.bays}
    assert statuses == STATUSES
    renewals = [booking for booking in bookings if booking["renewed_from"]]
    assert [booking["plate"] for booking in renewals] == ["DD AB 101"]
    verified = shift.terminal.ask("journal", "verify")
    assert verified["faults"] == []
    shift.say(f"{len(bookings)} bookings of {len(shift.bays)} cars as the screen said")
    shift.say(f"{verified['entries']} journal entries verify")
