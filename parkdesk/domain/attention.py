"""Why a person must look at a charge: reasons as data, said in the language of whoever looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST = 200
"""Characters that the reasons of one charge take in their kept form."""
_MOST_OF_A_FACT = 100


class Why(StrEnum):
    """Each as the end of a sentence; numbers in braces are its facts."""

    OTHER_MODE = "the provider answered from another world of money (test or live)"
    OTHER_CURRENCY = "the provider says {0} where {1} was asked"
    OTHER_AMOUNT = "the provider holds another amount than was asked"
    OTHER_PAYMENT = "the provider's object belongs to another payment"
    NOT_THERE = "the provider does not know this payment"
    PAID_TWICE = "paid twice; the second payment goes back"
    PAID_LATE = "paid after the booking had ended; the money goes back"
    DISPUTED = "the driver's bank disputes this payment"
    DISPUTE_DUE = "the driver's bank wants {0} back ({1}); answer in Stripe's Dashboard by {2}"
    DISPUTE_OPEN = "the driver's bank wants {0} back ({1}) and has not decided yet"
    DISPUTE_LOST = "the driver's bank has taken {0} back for good ({1}); the money is gone"
    INQUIRY_DUE = "the driver's bank asks about {0} ({1}); answer in Stripe's Dashboard by {2}"
    INQUIRY_OPEN = "the driver's bank asks about {0} ({1}) and has not decided yet"
    REFUND_FAILED = "a refund did not go through; its money is still here"
    REFUND_CUT = "somebody gave back a part at the provider; instead of {0} the {1} that were left go back"
    REFUND_MOOT = "the {0} did not go back, for everything had been given back at the provider"
    REFUND_STRANGE = "a refund at the provider does not fit what was asked"
    TOO_MUCH_BACK = "the provider gave back more than was paid here"
    SAID = "{0}"
    """What the provider or its driver says: a trouble we know, or words of its own."""


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    facts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.why.value.format(*self.facts)


Attention = tuple[Reason, ...]


def said(words: str) -> Reason:
    return Reason(Why.SAID, (" ".join(words.split())[:_MOST_OF_A_FACT],))


def raised(attention: Attention, reason: Reason) -> Attention:
    """With one more reason, unless it is known; one that no longer fits is left out, for a person looks anyway."""
    more = (*attention, reason)
    return attention if reason in attention or len(kept(more)) > MOST else more


def in_english(attention: Attention) -> str:
    return "; ".join(map(str, attention))


def kept(attention: Sequence[Reason]) -> str:
    """One line a reason: its name and its facts, with tabs between."""
    return "\n".join("\t".join((reason.why.name.lower(), *reason.facts)) for reason in attention)


def from_kept(text: str) -> Attention:
    return tuple(map(_reason, text.splitlines()))


def _reason(line: str) -> Reason:
    name, *facts = line.split("\t")
    why = Why.__members__.get(name.upper())
    fits = why is not None and len(facts) == sum(f"{{{place}}}" in why.value for place in range(9))
    return Reason(why, tuple(facts)) if why is not None and fits else said(line)
