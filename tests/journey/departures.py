"""Stays are renewed, extended, moved, paid, checked out, cancelled and undone; one runs out by itself."""

from __future__ import annotations

from tests.journey.shift import Shift


def change_stays(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+1")
    hand.click_cell("Bay A6")
    hand.sees("Bay A6")
    hand.key("F5")
    shift.said("Renewed DD AB 101 in A6 until")
    hand.click_cell("Bay B7")
    hand.sees("Bay B7")
    hand.key("F6")
    hand.sees("Extend KL08AZ1234")
    hand.click("1 h", "Pill")
    hand.sees("Extend · 2 €")
    hand.picture("extend")
    hand.key("Return")
    shift.said("Extended KL08AZ1234 in B7 by 1 h")
    shift.command("extend C5 30", "Extended DDNP909 in C5")
    hand.misses("DDNP909 ends at")
    hand.click_cell("Bay A11")
    hand.sees("Bay A11")
    hand.key("ctrl+m")
    hand.sees("bays are free for it")
    hand.type("D3")
    hand.picture("move")
    hand.key("Return")
    shift.said("Moved DD GH 104 from A11 to D3")
    shift.bays["DD GH 104"] = "D3"


def wait_for_the_sweep(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+1")
    shift.said("Bay D5 is free: DD ST 111 ended at")
    hand.cell("Bay D5", "Free")
    assert shift.status("DD ST 111") == "completed"
    hand.click("Show")
    hand.sees("Bay D5")
    hand.misses("ended at")
    hand.picture("swept")


def end_stays(shift: Shift) -> None:
    hand = shift.hand
    hand.key("ctrl+1")
    hand.click_cell("Bay A12")
    hand.sees("DD JK 105")
    hand.key("F8")
    hand.sees("Check out without payment")
    hand.focused("Handed over")
    hand.type("10")
    hand.sees("For the time until now, not for all that was booked.")
    hand.sees("9 €")
    hand.picture("check-out")
    hand.key("Return")
    shift.said("Took 1 € and checked out DD JK 105 · change 9 €")
    shift.change_given("change-at-the-exit")
    shift.command("out A8", "Give 1 € back to the driver. The lot keeps 1 €.")
    hand.focused("Check out")
    hand.picture("leaves-early")
    hand.key("Return")
    shift.said("Checked out DD CD 102; A8 is free")
    hand.click_cell("Bay C9")
    hand.sees("DDLM808")
    hand.key("ctrl+Delete")
    hand.sees("Cancel the booking of DDLM808")
    hand.click("Wrong bay")
    hand.picture("cancel")
    hand.key("Return")
    shift.said("Cancelled the booking of DDLM808; C9 is free")
    hand.key("ctrl+z")
    shift.said("Undone:")
    hand.cell("Bay C9", "DDLM808")
    hand.picture("undone")
    shift.command(f"cancel {shift.bays['DDHK707']} driver changed plans", "Cancelled")
