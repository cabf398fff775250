"""The receiver of `parkdesk webhook`: it writes an event down, answers, and lets the settlement look at the object."""

from __future__ import annotations

import sys
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

_MOST_BYTES = 1_000_000
_SECONDS = 10
"""A client that says nothing for so long is hung up on."""


class Receiver(HTTPServer):
    """One request at a time, and between them what has become due."""

    def __init__(self, services: Services, secret: str, host: str, port: int) -> None:
        self._services = services
        self._secret = secret
        super().__init__((host, port), _Handler)

    def serve(self, every: timedelta, rounds: int | None = None) -> None:
        """Until interrupted, or so many rounds: take a delivery if one comes, then settle what is due."""
        self.timeout = every.total_seconds()
        while rounds != 0:
            self.handle_request()
            self._services.settlement.tick()
            rounds = None if rounds is None else rounds - 1
            sys.stdout.flush()

    def take(self, payload: bytes, signature: str) -> bool:
        return self._services.settlement.told(payload, signature, self._secret)


class _Handler(BaseHTTPRequestHandler):
    timeout = _SECONDS
    server: Receiver

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length") or ""
        if not length.isdecimal() or not 0 < int(length) <= _MOST_BYTES:
            self._answer(413)
            return
        signature = self.headers.get("Stripe-Signature") or ""
        self._answer(200 if self.server.take(self.rfile.read(int(length)), signature) else 400)

    def do_GET(self) -> None:
        self._answer(405)

    def log_message(self, format: str, *arguments: object) -> None:
        """What is delivered is nobody's business; refusals are logged where they are found."""

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()
