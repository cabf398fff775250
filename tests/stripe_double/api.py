"""The API's operations: who may, what they take, what they do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.stripe_double import accepted
from tests.stripe_double.account import Account, Thing
from tests.stripe_double.checkout import Checkout
from tests.stripe_double.events import Events
from tests.stripe_double.faults import Fault, Way
from tests.stripe_double.forms import Schema, checked, decoded
from tests.stripe_double.idempotency import Keys, Reply
from tests.stripe_double.intents import Intents
from tests.stripe_double.refunds import Disputes, Refunds
from tests.stripe_double.refusal import Refused
from tests.stripe_double.terminal import Terminal

_KEY = re.compile(r"Bearer ((?:sk|rk)_(test|live)_\w+)")


@dataclass(frozen=True)
class Call:
    """What was said to the double. `body` is a query's or a form's text."""

    method: str
    path: str
    body: str
    key: str
    idempotency_key: str | None

    @property
    def parameters(self) -> dict[str, Any]:
        return decoded(self.body)


@dataclass(frozen=True)
class Operation:
    method: str
    path: re.Pattern[str]
    schema: Schema
    work: Callable[..., Thing]


class Api:
    def __init__(self, account: Account, events: Events, checkout: Checkout, intents: Intents) -> None:
        self.account = account
        self.keys = Keys(account)
        self.revoked: set[str] = set()
        """Keys that are answered 401."""
        self.denied: set[tuple[str, str]] = set()
        """A key and a path that this key has no right to write to."""
        self.refunds, self.disputes = Refunds(account, events), Disputes(account, events)
        self.terminal = Terminal(account, events, intents)
        self._checkout = checkout
        self._operations = tuple(self._table(events, checkout, intents))

    def answer(self, call: Call, fault: Fault | None, pause: Callable[[float], object]) -> Reply:
        """Carry a call out, once for each key. `pause` lets a late reply's time pass."""
        key = call.idempotency_key if call.method == "POST" else None
        begun = False
        try:
            with self.account.lock:
                self._check_key(call)
                if key is not None:
                    known = self.keys.begin(key, call.path, call.body)
                    if known is not None:
                        return known
                    begun = True
                reply = self._carried_out(call, fault)
            if fault is not None and fault.way is Way.DELAY:
                pause(fault.seconds)
            kept = reply.status < 400 or reply.status == 402 or reply.status >= 500
        except Refused as refused:
            reply, kept = Reply(refused.status, refused.body), refused.kept
        if begun and key is not None:
            with self.account.lock:
                self.keys.end(key, reply, kept=kept)
        return reply

    def _carried_out(self, call: Call, fault: Fault | None) -> Reply:
        reply = Reply(200, None)
        if fault is None or fault.executed or fault.way is Way.DELAY:
            reply = Reply(200, self._do(call))
        if fault is not None and fault.way is Way.STATUS:
            kind = {402: "card_error", 429: "rate_limit_error"}.get(fault.status, "api_error")
            if fault.status in (400, 401, 403, 404):
                kind = "invalid_request_error"
            message = "The double was told to say so."
            body = Refused(message, status=fault.status, kind=kind, code=fault.code).body
            return Reply(fault.status, body)
        return reply

    def _do(self, call: Call) -> Thing:
        self._checkout.expire_what_is_due()
        for operation in self._operations:
            found = operation.path.fullmatch(call.path)
            if found and operation.method == call.method:
                asked = checked(call.parameters, operation.schema)
                made = operation.work(*found.groups(), asked)
                return made if made["object"] == "list" else self.account.shown(made, asked.get("expand", []))
        raise Refused(f"Unrecognized request URL ({call.method}: {call.path}).", status=404)

    def _check_key(self, call: Call) -> None:
        if not call.key or call.key in self.revoked:
            raise Refused("Invalid API Key provided.", status=401)
        if (call.key, call.path) in self.denied and call.method == "POST":
            raise Refused("The provided key does not have the required permissions.", status=403)

    def _table(self, events: Events, checkout: Checkout, intents: Intents) -> list[Operation]:
        get, listed = self.account.get, self._listed
        terminal = self.terminal

        def at(method: str, path: str, schema: Schema, work: Callable[..., Thing]) -> Operation:
            return Operation(method, re.compile(path), schema, work)

        expand = accepted.EXPAND
        sessions, pis, readers = "/v1/checkout/sessions", "/v1/payment_intents", "/v1/terminal/readers"
        return [
            at("POST", sessions, accepted.SESSION_CREATE, checkout.create),
            at("GET", sessions, accepted.SESSION_LIST, listed("checkout.session", sessions, "status")),
            at("GET", f"{sessions}/(\\w+)", expand, lambda named, _: get(named, "checkout.session")),
            at("POST", f"{sessions}/(\\w+)/expire", expand, lambda named, _: checkout.expire(named)),
            at("POST", pis, accepted.INTENT_CREATE, intents.create),
            at("GET", pis, accepted.INTENT_LIST, listed("payment_intent", pis)),
            at("GET", f"{pis}/(\\w+)", expand, lambda named, _: get(named, "payment_intent")),
            at("POST", f"{pis}/(\\w+)/cancel", accepted.INTENT_CANCEL, intents.cancel),
            at("POST", "/v1/refunds", accepted.REFUND_CREATE, self.refunds.create),
            at("GET", "/v1/refunds", accepted.REFUND_LIST, listed("refund", "/v1/refunds")),
            at("GET", "/v1/refunds/(\\w+)", expand, lambda named, _: get(named, "refund")),
            at("GET", "/v1/disputes", accepted.DISPUTE_LIST, listed("dispute", "/v1/disputes")),
            at("GET", "/v1/events", accepted.EVENT_LIST, events.page),
            at("POST", readers, accepted.READER_CREATE, terminal.register),
            at("GET", readers, accepted.READER_LIST, listed("terminal.reader", readers, "status")),
            at("GET", f"{readers}/(\\w+)", expand, lambda named, _: get(named, "terminal.reader")),
            at("POST", f"{readers}/(\\w+)/process_payment_intent", accepted.READER_PROCESS, terminal.process),
            at("POST", f"{readers}/(\\w+)/cancel_action", expand, lambda named, _: terminal.cancel(named)),
            at(
                "POST",
                "/v1/test_helpers/terminal/readers/(\\w+)/present_payment_method",
                accepted.READER_PRESENT,
                terminal.present,
            ),
            at(
                "GET",
                "/v1/terminal/locations",
                accepted.LOCATION_LIST,
                listed("terminal.location", "/v1/terminal/locations"),
            ),
        ]

    def _listed(self, kind: str, url: str, *filters: str) -> Callable[[Mapping[str, Any]], Thing]:
        def page(asked: Mapping[str, Any]) -> Thing:
            names = {"payment_intent", "charge", *filters} & set(asked)
            rows = [
                thing
                for thing in self.account.all(kind)
                if all(thing.get(name) == asked[name] for name in names)
            ]
            return self.account.listed(rows, asked, url)

        return page


def key_of(authorization: str) -> str:
    """The API key in a header, or nothing."""
    found = _KEY.fullmatch(authorization)
    return found[1] if found else ""
