"""The till from the first code to the last receipt, with a power cut while a driver pays and a network that goes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from parkdesk.ui.theme import Mode
from tests.journey import books, cards, cash, papers
from tests.journey.hand import Hand, environment
from tests.journey.till import KEY, Till, prepared
from tests.stripe_double import StripeDouble
from tests.xvfb import running_screen

CHAPTERS = (
    papers.choose_a_printer,
    cards.pay_while_the_power_is_cut,
    cards.declined_then_approved,
    cash.take_cash_with_change,
    papers.scan_and_show,
    cards.cancel_what_is_paid,
    cards.leave_it_open,
    cash.lose_the_network,
    cards.pay_what_waited,
    cards.leave_on_a_slow_network,
    books.count_up,
)


def work_the_till(say: Callable[[str], None], pictures: Path, mode: Mode = Mode.LIGHT) -> None:
    """The whole story on a screen of its own, against a Stripe of its own. Raises NoScreen."""
    with (
        tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch,
        running_screen() as screen,
        StripeDouble() as stripe,
    ):
        folder = Path(scratch)
        prepared(folder, mode)
        environ = environment(
            screen.display, folder, PARKDESK_STRIPE_KEY=KEY, PARKDESK_STRIPE_ADDRESS=stripe.address
        )
        hand = Hand(environ, folder, ["--data-dir", f"{folder / 'data'}"], pictures)
        try:
            till = Till(hand, folder, say, stripe)
            hand.start()
            till.sign_in()
            for chapter in CHAPTERS:
                chapter(till)
        finally:
            hand.kill()
