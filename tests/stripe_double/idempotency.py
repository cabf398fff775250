"""Keys that make a change happen once (docs.stripe.com/api/idempotent_requests)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.stripe_double.account import Account
from tests.stripe_double.refusal import Refused

KEPT = timedelta(hours=24)


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any
    replayed: bool = False


@dataclass
class _Known:
    question: tuple[str, str]
    at: int
    reply: Reply | None = None


class Keys:
    def __init__(self, account: Account) -> None:
        self._account = account
        self._ended = threading.Condition(account.lock)
        self._known: dict[str, _Known] = {}

    def begin(self, key: str, path: str, body: str) -> Reply | None:
        """What was answered under this key before. Raises Refused where it is in use, or was for another question."""
        self._prune()
        known = self._known.get(key)
        if known is None:
            self._known[key] = _Known((path, body), self._account.now())
            return None
        if known.question != (path, body):
            raise Refused(
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                kind="idempotency_error",
            )
        if known.reply is None:
            raise Refused(
                "There is currently another in-progress request using this Idempotent Key.",
                status=409,
                kind="idempotency_error",
                code="idempotency_key_in_use",
            )
        return Reply(known.reply.status, known.reply.body, replayed=True)

    def end(self, key: str, reply: Reply, *, kept: bool) -> None:
        if not kept:
            self._known.pop(key, None)
        elif key in self._known:
            self._known[key].reply = reply
        self._ended.notify_all()

    def wait_until_idle(self) -> None:
        """Until no call is under way under any key."""
        with self._ended:
            self._ended.wait_for(lambda: all(known.reply is not None for known in self._known.values()))

    def forget(self) -> None:
        """As if a day had passed."""
        self._known.clear()

    def _prune(self) -> None:
        oldest = self._account.now() - int(KEPT.total_seconds())
        self._known = {key: known for key, known in self._known.items() if known.at > oldest}
