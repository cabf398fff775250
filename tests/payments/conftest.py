"""A Stripe on loopback, and a gateway to it with the real SDK."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parkdesk.payments.stripe_gateway import StripeGateway
from tests.payments.asking import KEY
from tests.stripe_double import StripeDouble


@pytest.fixture
def stripe() -> Iterator[StripeDouble]:
    with StripeDouble() as double:
        yield double


@pytest.fixture
def gateway(stripe: StripeDouble) -> Iterator[StripeGateway]:
    gateway = StripeGateway(KEY, stripe.address)
    yield gateway
    gateway.close()
