"""A dispute: the driver's bank wants a card payment's money back, how far that has come, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.attention import Attention, Fact, Reason, Why, raised
from parkdesk.domain.claim import Claim
from parkdesk.domain.money import Money

LOST_DEED = "dispute_lost"
"""What the journal calls the deed by which one was lost: reports find its day by that."""


class Stage(StrEnum):
    """As Stripe names them (docs.stripe.com/disputes/how-disputes-work); a warning is a question and moves no money."""

    WARNING_NEEDS_RESPONSE = "warning_needs_response"
    WARNING_UNDER_REVIEW = "warning_under_review"
    WARNING_CLOSED = "warning_closed"
    NEEDS_RESPONSE = "needs_response"
    UNDER_REVIEW = "under_review"
    APPEAL_NEEDS_RESPONSE = "appeal_needs_response"
    APPEAL_UNDER_REVIEW = "appeal_under_review"
    PREVENTED = "prevented"
    WON = "won"
    LOST = "lost"

    @property
    def is_open(self) -> bool:
        return self is not Stage.LOST and not self.is_harmless

    @property
    def is_harmless(self) -> bool:
        """The money is ours, and nobody asks for it any more."""
        return self in (Stage.WON, Stage.WARNING_CLOSED, Stage.PREVENTED)

    @property
    def bars_refunds(self) -> bool:
        """Stripe refuses to give anything back; of what a bank only asks about it still does."""
        return self.is_open and not self.startswith("warning")


@dataclass(frozen=True, slots=True)
class Dispute:
    """`id` is the provider's; `respond_by` is until when evidence is taken; `number` counts this database's readings,
    of which the newest holds: a dispute that was lost may be won by an appeal."""

    id: str
    charge_id: UUID
    attempt_id: UUID
    stage: Stage
    reason: str
    amount: Money
    opened_at: datetime
    respond_by: datetime | None = None
    number: int = 0

    @property
    def claim(self) -> Claim:
        return Claim.__members__.get(self.reason.upper(), Claim.OTHER)

    @property
    def answer_by(self) -> datetime | None:
        """Until when an answer is still waited for, in whole seconds."""
        if self.respond_by is None or not self.stage.endswith("needs_response"):
            return None
        return self.respond_by.replace(microsecond=0)


def stage_of(status: str) -> Stage:
    """One that is not known yet is being looked at."""
    try:
        return Stage(status)
    except ValueError:
        return Stage.UNDER_REVIEW


def hangs(disputes: Iterable[Dispute]) -> bool:
    """Whether the driver's bank has taken money, or may yet."""
    return any(not dispute.stage.is_harmless for dispute in disputes)


def bars_refunds(disputes: Iterable[Dispute]) -> bool:
    """Whether nothing can be given back until a bank has decided."""
    return any(dispute.stage.bars_refunds for dispute in disputes)


def why(dispute: Dispute) -> Reason | None:
    """What a person reads of it; None where there is nothing to look at."""
    stage = dispute.stage
    if stage.is_harmless:
        return None
    facts: tuple[Fact, ...] = (dispute.amount, dispute.claim)
    if stage is Stage.LOST:
        return Reason(Why.DISPUTE_LOST, facts)
    asks = stage.startswith("warning")
    if dispute.answer_by is not None:
        due = (*facts, dispute.answer_by)
        return Reason(Why.INQUIRY_DUE if asks else Why.DISPUTE_DUE, due)
    return Reason(Why.INQUIRY_OPEN if asks else Why.DISPUTE_OPEN, facts)


def told(
    attention: Attention, before: Dispute | None, after: Dispute, others: Iterable[Dispute] = ()
) -> Attention:
    """Why a person must look at the payment once a dispute has moved on; `others` are what else is disputed of it.

    What somebody has looked at is not told again while the bank makes up its mind; that an answer is due and that the
    money is gone is.
    """
    known = {Reason(Why.DISPUTED), *([] if before is None else [why(before)])}
    # One reason may stand for two that are alike.
    known.difference_update(map(why, others))
    rest = tuple(reason for reason in attention if reason not in known)
    reason = why(after)
    if reason is None:
        return rest
    moved = before is None or before.stage is not after.stage
    urgent = after.stage is Stage.LOST or after.stage.endswith("needs_response")
    return raised(rest, reason) if rest != attention or (moved and urgent) else attention
