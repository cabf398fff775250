"""Why a person must look: kept as data, each reason once, never more than its column holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.attention import MOST, Attention, Reason, Why, from_kept, in_english, kept, raised, said
from parkdesk.domain.claim import Claim
from parkdesk.domain.money import MOST_MINOR, Money

PAID_LATE = Reason(Why.PAID_LATE)
CURRENCY = Reason(Why.OTHER_CURRENCY, ("EUR", "INR"))
DAY = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
LARGEST = Money(MOST_MINOR, "INR")
FACTS = {
    Why.OTHER_CURRENCY: ("EUR", "INR"),
    Why.REFUND_CUT: (LARGEST, LARGEST),
    Why.REFUND_MOOT: (LARGEST,),
    **dict.fromkeys((Why.DISPUTE_DUE, Why.INQUIRY_DUE), (LARGEST, Claim.PRODUCT_NOT_RECEIVED, DAY)),
    **dict.fromkeys(
        (Why.DISPUTE_OPEN, Why.DISPUTE_LOST, Why.INQUIRY_OPEN), (LARGEST, Claim.CREDIT_NOT_PROCESSED)
    ),
}
OURS = [Reason(why, FACTS.get(why, ())) for why in Why if why not in (Why.SAID, Why.MORE)]
LONGEST = said("Stripe says so. " * 10)
sums = st.builds(Money, st.integers(0, MOST_MINOR), st.sampled_from(["INR", "EUR", "JPY"]))
moments = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
reasons = (
    st.sampled_from(OURS)
    | st.builds(said, st.text(min_size=1))
    | st.builds(said, st.sampled_from(["$INR5", "@17", "~d", "'", "'$", "~"]))
    | st.builds(
        lambda sum_, claim, by: Reason(Why.DISPUTE_DUE, (sum_, claim, by)),
        sums,
        st.sampled_from(Claim),
        moments,
    )
)


def test_each_reason_is_said_once() -> None:
    attention = raised(raised(raised((), PAID_LATE), CURRENCY), PAID_LATE)
    assert in_english(attention) == (
        "paid after the booking had ended; the money goes back; the provider says EUR where INR was asked"
    )


@given(st.lists(reasons))
def test_they_are_read_as_they_were_kept_and_always_fit(many: list[Reason]) -> None:
    attention: Attention = ()
    for reason in many:
        attention = raised(attention, reason)
        assert raised(attention, reason) == attention, "said once, also where it did not fit"
        assert reason in attention or Reason(Why.MORE) in attention, "nothing is left out in silence"
    assert from_kept(kept(attention)) == attention
    assert len(kept(attention)) <= MOST


def test_all_that_can_stand_of_a_dispute_and_its_refund_fits_at_once() -> None:
    due = Reason(Why.DISPUTE_DUE, FACTS[Why.DISPUTE_DUE])
    cut = Reason(Why.REFUND_CUT, FACTS[Why.REFUND_CUT])
    attention: Attention = ()
    for reason in (LONGEST, PAID_LATE, Reason(Why.PAID_TWICE), Reason(Why.REFUND_FAILED), cut, due):
        attention = raised(attention, reason)
    assert LONGEST in attention
    assert due in attention
    lost = Reason(Why.DISPUTE_LOST, FACTS[Why.DISPUTE_LOST])
    attention = raised(attention, lost)
    assert lost in attention, "the provider's words give way"
    assert LONGEST not in attention
    assert attention[-1] == Reason(Why.MORE), "and that is told"


def test_every_reason_of_ours_has_its_own_sign_and_most_stand_together() -> None:
    assert from_kept(kept(OURS)) == tuple(OURS)
    attention: Attention = ()
    for reason in sorted(OURS, key=lambda reason: len(reason.facts)):
        attention = raised(attention, reason)
    assert set(OURS) - set(attention) <= {reason for reason in OURS if reason.facts}
    assert Reason(Why.MORE) in attention


def test_what_was_kept_by_its_whole_name_is_still_read() -> None:
    assert from_kept("paid_late\ndispute_open\tINR 70.80\tfraud") == (
        PAID_LATE,
        Reason(Why.DISPUTE_OPEN, ("INR 70.80", "fraud")),
    )


@pytest.mark.parametrize("text", ["some words of old", "paid_late\tmore", "other_currency\tEUR", "said"])
def test_what_nobody_wrote_like_this_is_shown_as_it_is(text: str) -> None:
    assert from_kept(text) == (said(text),)
