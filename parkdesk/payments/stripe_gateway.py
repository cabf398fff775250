"""Stripe, asked from a desk without a public address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

import stripe

from parkdesk.domain.charge import Mode
from parkdesk.domain.reading import DisputeReading, IntentReading, RefundReading, SessionReading
from parkdesk.payments import address as guard
from parkdesk.payments import log
from parkdesk.payments import stripe_readings as read
from parkdesk.payments.faults import fault
from parkdesk.payments.gateway import (
    Answer,
    EventHint,
    GatewayFault,
    GatewayState,
    Operation,
    Reached,
    ReaderReading,
)
from parkdesk.payments.troubles import Trouble
from parkdesk.payments.wire import Wire

CONNECT_SECONDS, READ_SECONDS, CALL_SECONDS = 5, 20, 25
PAGE = 100

_Got = TypeVar("_Got")
_Read = Callable[[read.Object], _Got]

# The SDK would otherwise write a file into the user's configuration folder.
stripe.enable_telemetry = False


class StripeGateway:
    """One restricted key. `authorities` is a file of certificates to trust instead of the SDK's own."""

    def __init__(
        self,
        key: str,
        address: str = guard.STRIPE,
        *,
        authorities: str | None = None,
        call_seconds: float = CALL_SECONDS,
    ) -> None:
        log.keep_bodies_out()
        self._mode = guard.mode_of(key)
        self._barred = guard.barred(key, address)
        self._call_seconds = call_seconds
        self._wire = Wire(address, authorities)
        client = stripe.StripeClient(
            key,
            max_network_retries=0,
            http_client=stripe.RequestsClient(
                timeout=(CONNECT_SECONDS, READ_SECONDS), session=self._wire.session
            ),
            base_addresses={"api": address},
        )
        self._v1: Any = client.v1

    @property
    def mode(self) -> Mode:
        return self._mode

    def state(self) -> GatewayState:
        try:
            self._ask(lambda: self._v1.payment_intents.list({"limit": 1}))
        except GatewayFault as known:
            return GatewayState(self._mode, known.reached, known.reason)
        return GatewayState(self._mode)

    def send(self, operation: Operation, parameters: Mapping[str, Any], key: str) -> Answer:
        body = {name: value for name, value in parameters.items() if name != "id"}
        named = [parameters["id"]] if "id" in parameters else []
        call, reading = self._change(operation)
        return self._get(reading, call, *named, body, {"idempotency_key": key})

    def session(self, session_id: str) -> SessionReading:
        expand = {"expand": ["payment_intent.latest_charge"]}
        return self._get(read.session_reading, self._v1.checkout.sessions.retrieve, session_id, expand)

    def intent(self, intent_id: str) -> IntentReading:
        expand = {"expand": ["latest_charge"]}
        return self._get(read.intent_reading, self._v1.payment_intents.retrieve, intent_id, expand)

    def refunds(self, intent_id: str) -> tuple[RefundReading, ...]:
        asked = {"payment_intent": intent_id}
        return tuple(self._listed(read.refund_reading, self._v1.refunds.list, asked))[::-1]

    def disputes(self, intent_id: str) -> tuple[DisputeReading, ...]:
        asked = {"payment_intent": intent_id}
        return tuple(self._listed(read.dispute_reading, self._v1.disputes.list, asked))[::-1]

    def reader(self, reader_id: str) -> ReaderReading:
        return self._get(read.reader_reading, self._v1.terminal.readers.retrieve, reader_id)

    def readers(self) -> tuple[ReaderReading, ...]:
        return tuple(self._listed(read.reader_reading, self._v1.terminal.readers.list, {}))

    def register_reader(self, code: str, label: str) -> ReaderReading:
        # A reader takes no payments before it has a location (docs.stripe.com/terminal/fleet/register-readers).
        place = next(self._listed(dict, self._v1.terminal.locations.list, {}), None)
        if place is None:
            raise GatewayFault(Reached.DEFINITE, Trouble.NO_LOCATION, code="no_location")
        asked = {"registration_code": code, "label": label, "location": place["id"]}
        return self._get(read.reader_reading, self._v1.terminal.readers.create, asked)

    def sessions_since(self, moment: datetime) -> Iterator[SessionReading]:
        asked = {"created": _from(moment), "expand": ["data.payment_intent.latest_charge"]}
        return self._listed(read.session_reading, self._v1.checkout.sessions.list, asked)

    def intents_since(self, moment: datetime) -> Iterator[IntentReading]:
        asked = {"created": _from(moment), "expand": ["data.latest_charge"]}
        return self._listed(read.intent_reading, self._v1.payment_intents.list, asked)

    def refunds_since(self, moment: datetime) -> Iterator[RefundReading]:
        return self._listed(read.refund_reading, self._v1.refunds.list, {"created": _from(moment)})

    def events_after(self, cursor: str | None) -> tuple[EventHint, ...]:
        asked: dict[str, Any] = {"limit": PAGE, "types": list(read.EVENT_TYPES)}
        found: list[EventHint] = []
        while True:
            before = {} if cursor is None else {"ending_before": cursor}
            page = self._get(read.page_of(read.event_hint), self._v1.events.list, asked | before)
            found += reversed(page.rows)
            if cursor is None or not page.has_more:
                return tuple(found)
            cursor = page.newest

    def close(self) -> None:
        self._wire.close()

    def _change(self, operation: Operation) -> tuple[Callable[..., Any], _Read[Answer]]:
        sessions, intents = self._v1.checkout.sessions, self._v1.payment_intents
        readers = self._v1.terminal.readers
        calls: dict[Operation, tuple[Callable[..., Any], _Read[Answer]]] = {
            Operation.CREATE_SESSION: (sessions.create, read.session_reading),
            Operation.EXPIRE_SESSION: (sessions.expire, read.session_reading),
            Operation.CREATE_INTENT: (intents.create, read.intent_reading),
            Operation.CANCEL_INTENT: (intents.cancel, read.intent_reading),
            Operation.PRESENT_INTENT: (readers.process_payment_intent, read.reader_reading),
            Operation.CANCEL_READER: (readers.cancel_action, read.reader_reading),
            Operation.REFUND: (self._v1.refunds.create, read.refund_reading),
        }
        return calls[operation]

    def _listed(
        self, reading: _Read[_Got], call: Callable[..., Any], asked: Mapping[str, Any]
    ) -> Iterator[_Got]:
        """Newest first, a page at a time, only as far as somebody reads on."""
        after: dict[str, Any] = {}
        while True:
            page = self._get(read.page_of(reading), call, {**asked, **after, "limit": PAGE})
            yield from page.rows
            if not page.has_more:
                return
            after = {"starting_after": page.oldest}

    def _get(self, reading: _Read[_Got], call: Callable[..., Any], *arguments: Any) -> _Got:
        return self._ask(lambda: reading(call(*arguments).to_dict()))

    def _ask(self, work: Callable[[], _Got]) -> _Got:
        if self._barred:
            raise GatewayFault(Reached.MISCONFIGURED, self._barred, code="barred")
        with self._wire.calling(work) as call:
            try:
                return call.within(self._call_seconds)
            except Exception as error:
                known = fault(error, call.sent)
                log.tell(known, error)
                raise known from None


def _from(moment: datetime) -> dict[str, int]:
    return {"gte": int(moment.timestamp())}


def trusted_authorities() -> str:
    """The file of certificates that calls to Stripe trust."""
    return str(stripe.ca_bundle_path)
