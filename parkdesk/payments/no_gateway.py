"""No provider: the desk takes cash and what was paid elsewhere, needs no key and no network, and says so."""

from __future__ import annotations

from parkdesk.payments.gateway import GatewayState, Mode


class NoGateway:
    @property
    def mode(self) -> Mode:
        return Mode.CASH

    def state(self) -> GatewayState:
        return GatewayState(Mode.CASH)
