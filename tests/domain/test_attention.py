"""Why a person must look: kept as data, each reason once, never more than its column holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.attention import MOST, Attention, Reason, Why, from_kept, in_english, kept, raised, said

PAID_LATE = Reason(Why.PAID_LATE)
CURRENCY = Reason(Why.OTHER_CURRENCY, ("EUR", "INR"))
reasons = (
    st.sampled_from([Reason(why) for why in Why if "{" not in why.value])
    | st.builds(said, st.text(min_size=1))
    | st.just(CURRENCY)
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
    assert from_kept(kept(attention)) == attention
    assert len(kept(attention)) <= MOST


@pytest.mark.parametrize("text", ["some words of old", "paid_late\tmore", "other_currency\tEUR", "said"])
def test_what_nobody_wrote_like_this_is_shown_as_it_is(text: str) -> None:
    assert from_kept(text) == (said(text),)
