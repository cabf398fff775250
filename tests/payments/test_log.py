"""No log line holds a key, a driver's name, or what was sent and answered."""

from __future__ import annotations

import logging

import pytest

from parkdesk.payments.gateway import GatewayFault
from parkdesk.payments.stripe_gateway import StripeGateway
from tests.payments.asking import Asking
from tests.stripe_double import Fault, StripeDouble

SECRET = "rk_test_51VeryLongSecret"


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_the_log_keeps_secrets_and_bodies_out(
    stripe: StripeDouble, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    caplog.set_level(level)
    gateway = StripeGateway(SECRET, stripe.address)
    asking = Asking(gateway)
    intent_id = asking.paid(stripe)
    asking.refund(intent_id, 100)
    for status in (400, 401, 500):
        stripe.faults.next(Fault.refused(status))
        with pytest.raises(GatewayFault):
            gateway.intent(intent_id)
    gateway.close()
    text = "\n".join(record.getMessage() for record in caplog.records)
    assert "req_" in text
    for secret in (SECRET, "VeryLong", "A Driver", "driver@example.com", "pi_secret", "product_data"):
        assert secret not in text
