"""What a desk asks of a payment provider, whichever it is, and how far a call that failed may have got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from parkdesk.domain.charge import Mode
from parkdesk.domain.reading import DisputeReading, IntentReading, RefundReading, SessionReading
from parkdesk.domain.reading import ReaderReading as ReaderReading


class Reached(StrEnum):
    """What a failed call means for the money it was about."""

    DEFINITE = "definite"
    """Refused for good: it did not happen and will not."""
    DECLINED = "declined"
    """The driver's bank said no."""
    UNKNOWN = "unknown"
    """It may have happened: ask before trying again."""
    NOT_SENT = "not_sent"
    """It never left this computer, or was turned away unread."""
    MISCONFIGURED = "misconfigured"
    """Key or address are wrong: nothing will work until somebody mends it."""


class GatewayFault(Exception):
    """A call that did not answer as asked. `reason` is one line for a person, without parameters or keys."""

    def __init__(
        self,
        reached: Reached,
        reason: str,
        *,
        code: str = "",
        retry_after: timedelta | None = None,
        replayed: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reached = reached
        self.reason = reason
        self.code = code
        """The provider's own code: `resource_missing`, `charge_already_refunded`, `terminal_reader_busy`, …

        After `idempotency_error` another call under the same key may have happened: look it up.
        """
        self.retry_after = retry_after
        self.replayed = replayed
        """Whether the provider repeats a failure that it keeps under the key: asking again under it never helps."""


class Operation(StrEnum):
    """A change at the provider; each goes through the outbox with its own idempotency key."""

    CREATE_SESSION = "create_session"
    EXPIRE_SESSION = "expire_session"
    CREATE_INTENT = "create_intent"
    PRESENT_INTENT = "present_intent"
    """Hand an intent to a card reader."""
    CANCEL_READER = "cancel_reader"
    CANCEL_INTENT = "cancel_intent"
    REFUND = "refund"


Answer = SessionReading | IntentReading | RefundReading | ReaderReading


@dataclass(frozen=True, slots=True)
class EventHint:
    """Something happened to an object; what, is read off the object itself. `kind` is the object's type name.

    `intent_id` names the intent behind a session, refund or dispute, where the event knows it.
    """

    id: str
    type: str
    created_at: datetime
    kind: str
    object_id: str
    intent_id: str = ""
    live: bool = False


@dataclass(frozen=True, slots=True)
class GatewayState:
    """Whether payments work right now; `fault` and `reason` say why not."""

    mode: Mode
    fault: Reached | None = None
    reason: str = ""

    @property
    def works(self) -> bool:
        return self.fault is None


class Gateway(Protocol):
    """Calls block and may take as long as the network does: never on the GUI thread, never inside a transaction.

    All but `state` raise GatewayFault.
    """

    @property
    def mode(self) -> Mode: ...

    def state(self) -> GatewayState:
        """Ask the provider whether this desk's key works; a fault is told, never raised."""
        ...

    def send(self, operation: Operation, parameters: Mapping[str, Any], key: str) -> Answer:
        """Change something, once for each idempotency key. The same parameters must come with the same key.

        `id` among the parameters names the object that is changed; the rest goes out as it is.
        """
        ...

    def session(self, session_id: str) -> SessionReading: ...

    def intent(self, intent_id: str) -> IntentReading: ...

    def refunds(self, intent_id: str) -> tuple[RefundReading, ...]:
        """Every refund of an intent, oldest first, whoever made it."""
        ...

    def disputes(self, intent_id: str) -> tuple[DisputeReading, ...]:
        """What the driver's bank disputes of an intent, oldest first."""
        ...

    def reader(self, reader_id: str) -> ReaderReading: ...

    def readers(self) -> tuple[ReaderReading, ...]: ...

    def register_reader(self, code: str, label: str) -> ReaderReading:
        """Take a card reader by the code on its screen."""
        ...

    def sessions_since(self, moment: datetime) -> Iterator[SessionReading]:
        """Checkout Sessions made since then, newest first: to look for one by its reference."""
        ...

    def intents_since(self, moment: datetime) -> Iterator[IntentReading]:
        """Intents made since then, newest first: to look for one, and to reconcile a day."""
        ...

    def refunds_since(self, moment: datetime) -> Iterator[RefundReading]:
        """Refunds made since then, newest first, whoever made them."""
        ...

    def events_after(self, cursor: str | None) -> tuple[EventHint, ...]:
        """What happened after an event, oldest first; without a cursor, the newest page. A cursor that has aged out
        raises GatewayFault with the code `resource_missing`."""
        ...

    def close(self) -> None:
        """Give up what is under way, from any thread: whoever waits for it gets its GatewayFault at once."""
        ...
