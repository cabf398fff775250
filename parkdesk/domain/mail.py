"""A receipt on its way by e-mail: when it is tried, when it is tried again, and when no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

_PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
"""What passes before each further try; after the last one a person must ask again."""
LONGEST_PAUSE = _PAUSES[-1]
"""What is to be tried later than this was put off by a clock that was ahead."""
_LONGEST_FAULT = 200


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Mail:
    """`fault` is why the last try did not succeed, until somebody lets it be; `copy` the number of the paper it carries
    (0 is the original)."""

    id: UUID
    receipt_id: UUID
    copy: int
    address: str
    queued_at: datetime
    due_at: datetime
    state: MailState = MailState.WAITING
    tries: int = 0
    sent_at: datetime | None = None
    fault: str = ""

    def sent(self, now: datetime) -> Mail:
        return replace(self, state=MailState.SENT, tries=self.tries + 1, sent_at=now, fault="")

    def refused(self, now: datetime, fault: str, *, for_good: bool) -> Mail:
        """Tried in vain. What the server will never take (`for_good`) is not tried again."""
        tries, fault = self.tries + 1, fault[:_LONGEST_FAULT]
        if for_good or tries > len(_PAUSES):
            return replace(self, state=MailState.FAILED, tries=tries, fault=fault)
        return replace(self, tries=tries, due_at=now + _PAUSES[tries - 1], fault=fault)

    @property
    def given_up(self) -> bool:
        """Whether a person must look at it: it is tried no more, and nobody has let it be."""
        return self.state is MailState.FAILED and bool(self.fault)

    def let_be(self) -> Mail:
        """A person has looked: it need not arrive."""
        return replace(self, fault="") if self.state is MailState.FAILED else self

    def again(self, now: datetime) -> Mail:
        """A person asks to try once more, now."""
        return replace(self, state=MailState.WAITING, tries=0, due_at=now, fault="")
