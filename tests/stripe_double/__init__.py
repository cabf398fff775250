"""A Stripe for tests: a stateful server on loopback, standard library only.

    with StripeDouble(clock) as stripe:
        gateway = StripeGateway("rk_test_desk", stripe.address)
        stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/checkout/sessions")
        ...
        stripe.checkout.pay(session_id)
        assert stripe.ledger()[charge_id].received == 500

It keeps Checkout Sessions, PaymentIntents, charges, refunds, disputes, card readers and events; stores and replays
idempotency keys (also 500s; not what failed validation, 429 and 401), refuses a changed body and forgets keys after a
day of its settable clock; refuses every parameter that API 2026-10-28.endive does not take, `payment_method_types`
above all. A driver, a bank and the Dashboard act through `checkout`, `terminal`, `refunds` and `disputes`; the network
through `faults`; time through the clock and `events`. `calls` is what was said to it, `ledger()` what it holds.

`python -m tests.stripe_double` serves one for trying a desk by hand.
"""

from __future__ import annotations

from tests.stripe_double.account import Clock
from tests.stripe_double.faults import Fault
from tests.stripe_double.server import StripeDouble

__all__ = ["Clock", "Fault", "StripeDouble"]
