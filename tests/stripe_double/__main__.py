"""`python -m tests.stripe_double [port]`: a Stripe for trying a desk by hand."""

from __future__ import annotations

import sys

from tests.stripe_double import StripeDouble

WORDS = """Stripe's double listens on {address}. Start a desk with

    PARKDESK_STRIPE_KEY=rk_test_desk PARKDESK_STRIPE_ADDRESS={address} parkdesk

A QR code leads to the driver's page; {address} shows open pages, the card reader {reader} and what was paid, with
buttons for what a driver or a bank may do. Ctrl+C ends it; nothing is kept."""


def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with StripeDouble(port=port) as double:
        print(WORDS.format(address=double.address, reader=double.terminal.add("Exit")), flush=True)
        try:
            double.stopping.wait()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
