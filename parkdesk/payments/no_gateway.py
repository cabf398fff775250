"""No provider: the desk takes cash and what was paid elsewhere, needs no key and no network, and says so."""

from __future__ import annotations

from typing import NoReturn

from parkdesk.domain.charge import Mode
from parkdesk.payments.gateway import GatewayFault, GatewayState, Reached
from parkdesk.payments.troubles import Trouble


class NoGateway:
    @property
    def mode(self) -> Mode:
        return Mode.CASH

    def state(self) -> GatewayState:
        return GatewayState(Mode.CASH)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise GatewayFault(Reached.MISCONFIGURED, Trouble.NO_KEY, code="no_key")

    send = session = intent = refunds = disputes = reader = readers = register_reader = _refuse
    sessions_since = intents_since = refunds_since = events_after = _refuse

    def close(self) -> None: ...
