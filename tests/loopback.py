"""A certificate for this computer's own address, worth nothing elsewhere, for tests that speak TLS."""

from __future__ import annotations

import ssl
from pathlib import Path

AUTHORITY = Path(__file__).with_name("loopback.pem")
"""Certificate and key; it signed itself, so it is also the file of authorities to trust."""


def serving() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(AUTHORITY)
    return context
