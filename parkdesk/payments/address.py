"""Which key may talk to which address: a live key only to Stripe itself, a test key also to this computer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from parkdesk.domain.charge import Mode
from parkdesk.payments.troubles import Trouble

STRIPE = "https://api.stripe.com"
_KEY = re.compile(r"(sk|rk)_(test|live)_[A-Za-z0-9_]+")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def mode_of(key: str) -> Mode:
    """Real money for whatever is not plainly a key to play money."""
    return Mode.TEST if key.startswith(("rk_test_", "sk_test_")) else Mode.LIVE


def barred(key: str, address: str) -> Trouble | None:
    """Why this key may not be used with this address, if so."""
    if not _KEY.fullmatch(key):
        return Trouble.ODD_KEY
    if address == STRIPE:
        return None
    if mode_of(key) is Mode.LIVE:
        return Trouble.LIVE_ELSEWHERE
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and parts.hostname in _LOOPBACK and parts.port != 0
    except ValueError:
        good = False
    return None if good else Trouble.ADDRESS_ELSEWHERE
