"""The payment provider as this desk knows it: opened on first need, and opened anew when its key changes."""

from __future__ import annotations

import threading
from collections.abc import Callable

from parkdesk.domain.charge import Mode
from parkdesk.domain.payment_errors import CardsUnavailable
from parkdesk.payments.gateway import Gateway

OpenGateway = Callable[[], Gateway]


class Provider:
    """`open_gateway` reads the keyring and may import a library, so nothing is opened before it is needed."""

    def __init__(self, open_gateway: OpenGateway) -> None:
        self._open = open_gateway
        self._lock = threading.Lock()
        self._gateway: Gateway | None = None

    def gateway(self) -> Gateway:
        with self._lock:
            if self._gateway is None:
                self._gateway = self._open()
            return self._gateway

    def mode(self) -> Mode:
        return self.gateway().mode

    def collecting(self) -> Mode:
        """The money that cards move here. Raises CardsUnavailable at a cash desk."""
        mode = self.mode()
        if mode is Mode.CASH:
            raise CardsUnavailable
        return mode

    def close(self) -> None:
        """End what is under way; the next need opens it anew, with whatever key there is then."""
        with self._lock:
            gateway, self._gateway = self._gateway, None
        if gateway is not None:
            gateway.close()
