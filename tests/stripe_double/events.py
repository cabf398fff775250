"""What happened, as Stripe tells it: late, out of order and twice where a test wants it so."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.refusal import Refused

KEPT = timedelta(days=30)
MOST_TYPES = 20


class Events:
    """`lag` keeps new events unseen for a while, `twice` writes each two times, `swapped` stamps every second one
    earlier than the one before it."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._count = 0
        self.lag = timedelta(0)
        self.twice = False
        self.swapped = False

    def happened(self, kind: str, thing: Thing) -> None:
        for _ in range(2 if self.twice else 1):
            self._count += 1
            event = self._account.make(
                "evt",
                "event",
                type=kind,
                api_version="2026-10-28.endive",
                data={"object": self._account.shown(thing)},
                pending_webhooks=0,
                request={"id": None, "idempotency_key": None},
            )
            event["_seen_at"] = event["created"] + int(self.lag.total_seconds())
            if self.swapped and self._count % 2 == 0:
                event["created"] -= 2

    def page(self, asked: Mapping[str, Any]) -> Thing:
        """Raises Refused."""
        now = self._account.now()
        oldest = now - int(KEPT.total_seconds())
        types = asked.get("types", [asked["type"]] if "type" in asked else None)
        if types is not None and len(types) > MOST_TYPES:
            raise Refused(f"At most {MOST_TYPES} event types may be asked for.", param="types")
        seen = [
            event
            for event in self._account.all("event")
            if event["_seen_at"] <= now
            and event["created"] >= oldest
            and (types is None or event["type"] in types)
        ]
        return self._account.listed(sorted(seen, key=lambda event: event["created"]), asked, "/v1/events")

    def delivered(self, event_id: str, secret: str, at: datetime | None = None) -> tuple[bytes, str]:
        """The body and `Stripe-Signature` of a webhook delivery of an event."""
        event = self._account.shown(self._account.get(event_id, "event"))
        payload = json.dumps(event).encode()
        stamp = int((at or self._account.clock()).timestamp())
        digest = hmac.new(secret.encode(), f"{stamp}.".encode() + payload, hashlib.sha256).hexdigest()
        return payload, f"t={stamp},v1={digest}"
