"""Stripe, asked from a desk without a public address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
import stripe

from parkdesk.domain.charge import Mode
from parkdesk.domain.reading import IntentReading, RefundReading, SessionReading
from parkdesk.payments import stripe_readings as as_reading
from parkdesk.payments.faults import reached, reason
from parkdesk.payments.gateway import (
    Answer,
    EventHint,
    GatewayFault,
    GatewayState,
    Operation,
    Reached,
    ReaderReading,
)

LIVE_ADDRESS = "https://api.stripe.com"
CONNECT_SECONDS, READ_SECONDS = 5, 20
PAGE = 100
_LOOPBACK = ("127.0.0.1", "localhost", "::1")

_Got = TypeVar("_Got")

# The SDK would otherwise write a file into the user's configuration folder.
stripe.enable_telemetry = False


class StripeGateway:
    """One restricted key. A live key only ever talks to Stripe itself, plain http only to this computer."""

    def __init__(self, key: str, address: str = LIVE_ADDRESS) -> None:
        self._mode = Mode.LIVE if key.startswith(("rk_live_", "sk_live_")) else Mode.TEST
        self._barred = _barred(self._mode, address)
        session = requests.Session()
        session.max_redirects = 0
        client = stripe.StripeClient(
            key,
            max_network_retries=0,
            http_client=stripe.RequestsClient(timeout=(CONNECT_SECONDS, READ_SECONDS), session=session),
            base_addresses={"api": address},
        )
        self._v1: Any = client.v1

    @property
    def mode(self) -> Mode:
        return self._mode

    def state(self) -> GatewayState:
        try:
            self._ask(lambda: self._v1.payment_intents.list({"limit": 1}))
        except GatewayFault as fault:
            return GatewayState(self._mode, fault.reached, fault.reason)
        return GatewayState(self._mode)

    def send(self, operation: Operation, parameters: Mapping[str, Any], key: str) -> Answer:
        body = {name: value for name, value in parameters.items() if name != "id"}
        named = [parameters["id"]] if "id" in parameters else []
        call, read = self._change(operation)
        return self._ask(lambda: read(call(*named, body, {"idempotency_key": key}).to_dict()))

    def session(self, session_id: str) -> SessionReading:
        expand = {"expand": ["payment_intent.latest_charge"]}
        return self._ask(
            lambda: as_reading.session_reading(
                self._v1.checkout.sessions.retrieve(session_id, expand).to_dict()
            )
        )

    def intent(self, intent_id: str) -> IntentReading:
        expand = {"expand": ["latest_charge"]}
        return self._ask(
            lambda: as_reading.intent_reading(self._v1.payment_intents.retrieve(intent_id, expand).to_dict())
        )

    def refunds(self, intent_id: str) -> tuple[RefundReading, ...]:
        newest_first = self._listed(
            self._v1.refunds.list, {"payment_intent": intent_id}, as_reading.refund_reading
        )
        return tuple(newest_first)[::-1]

    def reader(self, reader_id: str) -> ReaderReading:
        return self._ask(
            lambda: as_reading.reader_reading(self._v1.terminal.readers.retrieve(reader_id).to_dict())
        )

    def readers(self) -> tuple[ReaderReading, ...]:
        return tuple(self._listed(self._v1.terminal.readers.list, {}, as_reading.reader_reading))

    def register_reader(self, code: str, label: str) -> ReaderReading:
        places = list(self._listed(self._v1.terminal.locations.list, {}, dict))
        if not places:
            raise GatewayFault(Reached.DEFINITE, "Stripe has no Terminal location yet", code="no_location")
        asked = {"registration_code": code, "label": label, "location": places[0]["id"]}
        return self._ask(lambda: as_reading.reader_reading(self._v1.terminal.readers.create(asked).to_dict()))

    def sessions_since(self, moment: datetime) -> Iterator[SessionReading]:
        asked = {"created": {"gte": int(moment.timestamp())}, "expand": ["data.payment_intent.latest_charge"]}
        return self._listed(self._v1.checkout.sessions.list, asked, as_reading.session_reading)

    def intents_since(self, moment: datetime) -> Iterator[IntentReading]:
        asked = {"created": {"gte": int(moment.timestamp())}, "expand": ["data.latest_charge"]}
        return self._listed(self._v1.payment_intents.list, asked, as_reading.intent_reading)

    def events_after(self, cursor: str | None) -> tuple[EventHint, ...]:
        found: list[EventHint] = []
        while True:
            asked: dict[str, Any] = {"limit": PAGE}
            if cursor is not None:
                asked["ending_before"] = cursor
            page = self._ask(lambda asked=asked: self._v1.events.list(asked).to_dict())
            found += [as_reading.event_hint(event) for event in reversed(page["data"])]
            if cursor is None or not page["has_more"]:
                return tuple(found)
            cursor = found[-1].id

    def _change(self, operation: Operation) -> tuple[Callable[..., Any], Callable[[Any], Answer]]:
        sessions, intents = self._v1.checkout.sessions, self._v1.payment_intents
        readers, refunds = self._v1.terminal.readers, self._v1.refunds
        match operation:
            case Operation.CREATE_SESSION:
                return sessions.create, as_reading.session_reading
            case Operation.EXPIRE_SESSION:
                return sessions.expire, as_reading.session_reading
            case Operation.CREATE_INTENT:
                return intents.create, as_reading.intent_reading
            case Operation.CANCEL_INTENT:
                return intents.cancel, as_reading.intent_reading
            case Operation.PRESENT_INTENT:
                return readers.process_payment_intent, as_reading.reader_reading
            case Operation.CANCEL_READER:
                return readers.cancel_action, as_reading.reader_reading
            case Operation.REFUND:
                return refunds.create, as_reading.refund_reading

    def _listed(
        self, ask: Callable[..., Any], asked: Mapping[str, Any], read: Callable[[Any], _Got]
    ) -> Iterator[_Got]:
        """Newest first, a page at a time, only as far as somebody reads on."""
        after: dict[str, Any] = {}
        while True:
            page = self._ask(lambda after=after: ask({**asked, **after, "limit": PAGE}).to_dict())
            yield from map(read, page["data"])
            if not page["has_more"]:
                return
            after = {"starting_after": page["data"][-1]["id"]}

    def _ask(self, call: Callable[[], _Got]) -> _Got:
        if self._barred:
            raise GatewayFault(Reached.MISCONFIGURED, self._barred)
        try:
            return call()
        except stripe.StripeError as error:
            raise GatewayFault(reached(error), reason(error), code=error.code or "") from error


def _barred(mode: Mode, address: str) -> str:
    """Why this key may not talk to this address; empty if it may."""
    parts = urlsplit(address)
    if mode is Mode.LIVE and address != LIVE_ADDRESS:
        return "a live key only talks to api.stripe.com"
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        return "payments need https"
    return ""
