"""Cars come: by mouse, by keys, by command bar, by a scanned ticket, late, and from another process."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.journey.shift import Shift
from tests.journey.terminal import LOT, MINUTE, OWNER, PASSWORD, PIN, SECOND, ZONE, wrong


def first_start(shift: Shift) -> None:
    hand = shift.hand
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
    shift.said("12 lots with 3497 bays")
    hand.picture("lots")
    hand.focused("Next")
    hand.key("Return")
    hand.sees("The owner's account")
    for words in (OWNER, PASSWORD, PASSWORD, PIN):
        hand.type(words, "Tab")
    hand.picture("owner")
    hand.click("Open the desk")
    hand.click(shift.said("1059 bays"))
    hand.click(LOT)
    shift.said(f"{LOT}. 120 bays")
    hand.picture("empty-lot")


def book_by_mouse(shift: Shift) -> None:
    hand = shift.hand
    hand.click_cell("Bay A6")
    hand.sees("Bay A6")
    hand.click("Book…")
    hand.focused("Plate")
    hand.type("DD AB 101")
    hand.click("2 h", "Pill")
    hand.sees("Book · 4 €")
    hand.picture("booking")
    hand.click("Book · 4 €")
    shift.booked("A6", "DD AB 101")
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
    shift.said("Took 2 € for DD CD 102 · change 3 €")
    shift.change_given("change")
    shift.bays["DD CD 102"] = "A8"

    hand.click_cell("Bay A10")
    hand.click("Book…")
    hand.focused("Plate")
    hand.type("DD EF 103")
    hand.click("Later")
    hand.picture("later")
    hand.click("Book · 2 €")
    shift.booked("A10", "DD EF 103")
    hand.cell("Bay A10", "DD EF 103")


def book_by_keys(shift: Shift) -> None:
    hand = shift.hand
    hand.key("Escape", "Right", "Return")
    hand.sees("Book A11")
    hand.focused("Plate")
    hand.type("DD GH 104", "Return")
    shift.booked("A11", "DD GH 104")

    hand.key("Right", "F2")
    hand.sees("Book A12")
    hand.focused("Plate")
    hand.type("DD JK 105", "Tab")
    hand.focused("QComboBox")
    hand.type("SUV")
    shift.tab_to("Another duration")
    hand.type("1h30")
    hand.sees("1 h 30 min")
    hand.picture("by-keys")
    hand.key("Return")
    shift.booked("A12", "DD JK 105")


def book_by_command_bar(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+space")
    hand.focused("Command bar")
    hand.type("in KL08AZ1234 sedan 2h B7")
    shift.said("Book B7 for KL08AZ1234")
    hand.picture("command")
    hand.key("Return")
    shift.booked("B7", "KL08AZ1234")
    shift.refused("in DDLM808 suv 4h C2", "C2 does not take this vehicle type")
    hand.picture("refused")
    hand.key("BackSpace")
    hand.type("9", "Return")
    shift.booked("C9", "DDLM808")
    said = shift.command("in DDHK707 30", "for DDHK707")
    shift.bays["DDHK707"] = said.split()[1]
    shift.command("in DDNP909 5 C5", "Booked C5 for DDNP909")
    shift.bays["DDNP909"] = "C5"
    shift.said("DDNP909 ends at")
    hand.picture("ending-soon")


def find_by_ticket(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+3")
    hand.picture("timers")
    tickets = {booking["plate"]: booking["ticket"] for booking in shift.terminal.bookings()}
    hand.scan(tickets["DD JK 105"])
    hand.sees("Bay A12")
    shift.say(f"scanned {tickets['DD JK 105']}: Bay A12")
    hand.key("ctrl+3")
    hand.scan(tickets["DD EF 103"].replace("-", ""))
    hand.sees("Check in")
    hand.picture("scanned")
    hand.key("F4")
    shift.said("Checked in DD EF 103 in A10")
    hand.key("ctrl+3")
    hand.scan(wrong(tickets["DD EF 103"]))
    shift.say(hand.cell("", "mistyped"))
    hand.picture("mistyped")
    hand.key("Escape")


def enter_late(shift: Shift) -> None:
    """A car that came half an hour ago."""
    hand = shift.hand
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
    shift.said("A booking cannot start in the past.")
    hand.picture("in-the-past")
    hand.click("A late entry: this stay began in the past")
    hand.click("Book · 4 €")
    shift.booked("D7", "DD QR 110")


def book_from_elsewhere(shift: Shift) -> None:
    """Another process books a car whose time is nearly over; it appears without being asked for."""
    hand, ends = shift.hand, datetime.now(UTC) + 15 * SECOND
    starts = (ends - 30 * MINUTE).isoformat(timespec="seconds")
    shift.terminal.ask(
        *("book", "DD ST 111", "--lot", LOT, "--bay", "D5", "--late", "--as", OWNER),
        *("--from", starts, "--for", "30m"),
    )
    shift.bays["DD ST 111"] = "D5"
    hand.key("ctrl+1")
    shift.say(hand.cell("Bay D5", "DD ST 111"))
