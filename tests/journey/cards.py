"""Cards: a code that is paid while the power is cut, a reader that declines, a refund, and a dialog that is closed."""

from __future__ import annotations

from tests.journey.phone import shows_code
from tests.journey.till import Till
from tests.stripe_double import Fault


def pay_while_the_power_is_cut(till: Till) -> None:
    """The driver pays on a phone, which does not ask whether the desk has power."""
    hand = till.hand
    till.stay("A6", "DDQR201")
    till.pay()
    hand.picture("tenders")
    _show_code(till, "DDQR201", "code")
    hand.kill()
    till.say("kill -9")
    till.stripe.checkout.pay(till.page()["id"])
    assert till.payment("DDQR201")["state"] == "pending"
    hand.start()
    till.sign_in()
    till.said("DDQR201 paid 2 €")
    hand.picture("paid-meanwhile")
    _paid_once(till, "DDQR201", 200)
    till.choose("A6", "DDQR201")
    hand.sees("Paid · card")


def declined_then_approved(till: Till) -> None:
    hand = till.hand
    till.stay("A7", "DDQR202")
    till.pay()
    hand.key("F12")
    till.said("Present the card")
    till.reader_waits()
    hand.picture("reader")
    till.stripe.terminal.decline(till.reader)
    till.said("Not paid on the card reader")
    hand.picture("declined")
    assert till.payment("DDQR202")["state"] == "pending"
    hand.click("Try again")
    hand.misses("Not paid on the card reader")
    till.reader_waits()
    till.stripe.terminal.approve(till.reader)
    till.said("Paid on the card reader.")
    hand.picture("approved")
    hand.focused("Done")
    hand.key("Return")
    hand.misses("Paid on the card reader.")
    _paid_once(till, "DDQR202", 200)


def cancel_what_is_paid(till: Till) -> None:
    """Booked for later, paid by code, and then the driver does not want it: all of it goes back to the card."""
    hand = till.hand
    hand.key("ctrl+1")
    hand.click_cell("Bay A10", double=True)
    hand.focused("Plate")
    hand.type("DDQR204")
    hand.click("Later", "Pill")
    hand.click("Book and take payment")
    hand.sees("Take 2 €")
    till.bays["DDQR204"] = "A10"
    _show_code(till, "DDQR204")
    till.stripe.checkout.pay(till.page()["id"])
    till.said("Paid by QR code.")
    hand.focused("Done")
    hand.picture("paid")
    hand.key("Return")
    hand.misses("Paid by QR code.")
    _paid_once(till, "DDQR204", 200)
    till.choose("A10", "DDQR204")
    hand.key("ctrl+Delete")
    hand.sees("Cancel the booking of DDQR204")
    till.said("2 € go back to the card by themselves.")
    hand.click("Driver changed plans")
    hand.picture("what-goes-back")
    hand.key("Return")
    till.said("Cancelled the booking of DDQR204; A10 is free")
    hand.wait_for(lambda: till.payment("DDQR204")["state"] == "refunded", "the refund")
    assert [refund["amount"] for refund in till.stripe.account.all("refund")] == [200]
    hand.click("Payments")
    hand.cell("Status: Refunded")
    hand.click_cell("Plate: DDQR204")
    till.said("2,00 € · back on the card")
    hand.picture("refunded")


def leave_it_open(till: Till) -> None:
    """The driver went for a phone; the dialog is closed, the alert remains, and leads to where it is cancelled."""
    hand = till.hand
    till.stay("A11", "DDQR205")
    till.pay()
    _show_code(till, "DDQR205")
    page = till.page()
    hand.click("Leave open")
    till.said("DDQR205 · 2 € is being paid by card")
    hand.picture("left-open")
    hand.click("Open")
    hand.sees("Scan and pay")
    hand.click("Cancel payment")
    hand.wait_for(lambda: page["status"] == "expired", "the end of the page")
    hand.wait_for(lambda: till.payment("DDQR205")["state"] == "failed", "the end of the payment")
    hand.misses("Scan and pay")
    hand.key("Escape")
    hand.misses("DDQR205 · 2 € is being paid by card")
    till.say("DDQR205: the page is closed and nobody paid")
    hand.picture("cancelled")


def pay_what_waited(till: Till) -> None:
    """What was asked for without a network is asked for again, and the driver pays."""
    hand = till.hand
    till.stripe.plug_in()
    hand.start()
    till.sign_in()
    hand.sees("Card payments, test")
    hand.sees("DDQR206 · 2 € is being paid by card")
    hand.click("Open")
    hand.sees("Scan and pay")
    till.stripe.checkout.pay(till.page()["id"])
    till.said("Paid by QR code.")
    hand.focused("Done")
    hand.sees("Card · ")
    hand.picture("paid-at-last")
    hand.key("Return")
    _paid_once(till, "DDQR206", 200)


def leave_on_a_slow_network(till: Till) -> None:
    """Answers that never end keep nobody at work."""
    till.stay("A14", "DDQR208")
    till.pay()
    till.stripe.faults.next(Fault.dripping(), times=None)
    till.hand.key("F11")
    till.hand.sees("Preparing the code…")
    till.hand.wait_for(lambda: till.page()["metadata"]["charge"] == till.payment("DDQR208")["id"], "the call")
    till.hand.key("Escape")
    till.leave()
    till.stripe.faults.clear()
    assert till.payment("DDQR208")["state"] == "pending"


def _show_code(till: Till, plate: str, picture: str = "") -> None:
    hand = till.hand
    hand.key("F11")
    till.said("Scan and pay")
    hand.wait_for(lambda: till.page()["metadata"]["charge"] == till.payment(plate)["id"], "a page to pay on")
    if picture:
        file = hand.picture(picture)
        area = hand.ask("area", words="QR code to pay by")
        assert shows_code(file, area, till.page()["url"]), "a phone's camera would not find the page"


def _paid_once(till: Till, plate: str, amount_minor: int) -> None:
    payment = till.payment(plate)
    assert payment["state"] == "paid"
    line = till.stripe.ledger()[payment["id"]]
    assert (len(line.intents), line.received, line.refunded) == (1, amount_minor, 0)
    till.say(f"{plate}: one charge at Stripe")
