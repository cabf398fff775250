"""Stripe, asked from a desk without a public address."""

from __future__ import annotations

from urllib.parse import urlsplit

import requests
import stripe

from parkdesk.payments.faults import reached, reason
from parkdesk.payments.gateway import GatewayState, Mode, Reached

LIVE_ADDRESS = "https://api.stripe.com"
CONNECT_SECONDS, READ_SECONDS = 5, 20
_LOOPBACK = ("127.0.0.1", "localhost", "::1")

# The SDK would otherwise write a file into the user's configuration folder.
stripe.enable_telemetry = False


class StripeGateway:
    """One restricted key. A live key only ever talks to Stripe itself, plain http only to this computer."""

    def __init__(self, key: str, address: str = LIVE_ADDRESS) -> None:
        self._mode = Mode.LIVE if key.startswith(("rk_live_", "sk_live_")) else Mode.TEST
        self._barred = _barred(self._mode, address)
        session = requests.Session()
        session.max_redirects = 0
        self._client = stripe.StripeClient(
            key,
            max_network_retries=0,
            http_client=stripe.RequestsClient(timeout=(CONNECT_SECONDS, READ_SECONDS), session=session),
            base_addresses={"api": address},
        )

    @property
    def mode(self) -> Mode:
        return self._mode

    def state(self) -> GatewayState:
        if self._barred:
            return GatewayState(self._mode, Reached.MISCONFIGURED, self._barred)
        try:
            self._client.v1.payment_intents.list({"limit": 1})
        except stripe.StripeError as error:
            return GatewayState(self._mode, reached(error), reason(error))
        return GatewayState(self._mode)


def _barred(mode: Mode, address: str) -> str:
    """Why this key may not talk to this address; empty if it may."""
    parts = urlsplit(address)
    if mode is Mode.LIVE and address != LIVE_ADDRESS:
        return "a live key only talks to api.stripe.com"
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        return "payments need https"
    return ""
