"""Cash: change that is given back, and a till that goes on when the network does not."""

from __future__ import annotations

from tests.journey.till import Till


def take_cash_with_change(till: Till) -> None:
    hand = till.hand
    till.stay("A8", "DDQR203")
    till.pay()
    hand.click("5 €")
    hand.focused("Take 2 €")
    hand.picture("cash")
    hand.key("Return")
    till.said("Took 2 € for DDQR203 · change 3 €")
    till.change_given("change")


def lose_the_network(till: Till) -> None:
    """A card payment waits, cash is taken meanwhile, and the desk closes as it always does."""
    hand = till.hand
    till.stay("A12", "DDQR206")
    till.pay()
    till.stripe.unplug()
    till.say("the network is gone")
    hand.key("F11")
    till.said("Waiting for Stripe")
    till.said("No card payments")
    hand.picture("no-network")
    hand.key("Escape")
    till.said("DDQR206 · 2 € is being paid by card")
    till.stay("A13", "DDQR207")
    till.pay()
    hand.click("10 €")
    hand.focused("Take 2 €")
    hand.key("Return")
    till.said("Took 2 € for DDQR207 · change 8 €")
    till.change_given("cash-without-a-network")
    assert till.payment("DDQR206")["state"] == "pending"
    till.leave()
    assert till.payment("DDQR206")["state"] == "pending"
