"""Why a person must look at a charge: reasons as data, said in the language of whoever looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, StrEnum

from parkdesk.domain.claim import Claim
from parkdesk.domain.money import Money

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
    MORE = "there is more to it; see what happened to this payment"
    """Stands for all that found no room."""


Fact = str | Money | datetime | Claim


@dataclass(frozen=True, slots=True)
class Reason:
    """Sums, moments and claims stay what they are until they are said; a moment is whole seconds."""

    why: Why
    facts: tuple[Fact, ...] = ()

    def __str__(self) -> str:
        return self.why.value.format(*map(_plain, self.facts))


Attention = tuple[Reason, ...]
_MORE = Reason(Why.MORE)


def said(words: str) -> Reason:
    return Reason(Why.SAID, (" ".join(words.split())[:_MOST_OF_A_FACT],))


def raised(attention: Attention, reason: Reason) -> Attention:
    """With one more reason, unless it is known. Where room is short the provider's own words give way first; that
    something found none is told as well."""
    if reason in attention:
        return attention
    if _fits((*attention, reason)):
        return (*attention, reason)
    ours = tuple(one for one in attention if one.why is not Why.SAID)
    if reason.why is not Why.SAID and ours != attention and _fits((*ours, reason)):
        return _with_more((*ours, reason))
    return _with_more(attention)


def in_english(attention: Attention) -> str:
    return "; ".join(map(str, attention))


def kept(attention: Sequence[Reason]) -> str:
    """One line a reason: its initials and its facts, with tabs between."""
    return "\n".join("\t".join((_initials(one.why), *map(_fact_kept, one.facts))) for one in attention)


def from_kept(text: str) -> Attention:
    return tuple(map(_reason, text.splitlines()))


def _with_more(attention: Attention) -> Attention:
    return attention if _MORE in attention else (*attention, _MORE)


def _fits(attention: Attention) -> bool:
    """Beside them, that there is more must always find room."""
    return len(kept(_with_more(attention))) <= MOST


def _plain(fact: Fact) -> str:
    return f"{fact:%Y-%m-%d}" if isinstance(fact, datetime) else str(fact)


def _initials(member: Enum) -> str:
    """`do` for `DISPUTE_OPEN`: short, and the same for ever."""
    return "".join(word[0] for word in member.name.lower().split("_"))


_WHYS = {_initials(why): why for why in Why}
_CLAIMS = {_initials(claim): claim for claim in Claim}


def _fact_kept(fact: Fact) -> str:
    """A sign says what it is; words that begin like one are quoted."""
    match fact:
        case Money():
            return f"${fact.currency}{fact.minor}"
        case datetime():
            return f"@{int(fact.timestamp())}"
        case Claim():
            return f"~{_initials(fact)}"
        case _:
            return f"'{fact}" if fact[:1] in ("$", "@", "~", "'") else fact


def _fact(text: str) -> Fact:
    sign, rest = text[:1], text[1:]
    if sign == "$" and (sum_ := re.fullmatch(r"([A-Z]{3})(\d{1,12})", rest, re.ASCII)):
        return Money(int(sum_[2]), sum_[1])
    if sign == "@" and re.fullmatch(r"\d{1,11}", rest, re.ASCII):
        return datetime.fromtimestamp(int(rest), UTC)
    if sign == "~" and rest in _CLAIMS:
        return _CLAIMS[rest]
    return rest if sign == "'" else text


def _reason(line: str) -> Reason:
    """Also as it was kept before: by the reason's whole name."""
    name, *facts = line.split("\t")
    why = _WHYS.get(name) or Why.__members__.get(name.upper())
    fits = why is not None and len(facts) == sum(f"{{{place}}}" in why.value for place in range(9))
    return Reason(why, tuple(map(_fact, facts))) if why is not None and fits else said(line)
