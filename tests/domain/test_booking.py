"""The lifecycle of a booking over every state and deed, and the times a booking may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.booking import (
    LIVE,
    TRANSITIONS,
    BookingRequest,
    Deed,
    Driver,
    Status,
    checked_window,
    next_status,
)
from parkdesk.domain.errors import (
    BackEntryTooOld,
    DeedNotAllowed,
    EmailUnreadable,
    EndBeforeStart,
    ParkDeskError,
    PhoneUnreadable,
    StartInPast,
    StayTooLong,
    StayTooShort,
    TextTooLong,
)
from tests.drawing import LOT

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

LIFECYCLE = """
             pending    confirmed  active     completed  cancelled  no_show
confirm      confirmed  -          -          -          -          -
check_in     -          active     -          -          -          -
extend       pending    confirmed  active     -          -          -
renew        -          -          active     completed  -          -
move         pending    confirmed  active     -          -          -
check_out    -          -          completed  -          -          -
cancel       cancelled  cancelled  cancelled  -          -          -
mark_no_show -          no_show    -          -          -          -
expire       cancelled  no_show    completed  -          -          -
reinstate    -          -          -          -          confirmed  -
"""


def pairs() -> list[tuple[Status, Deed, str]]:
    heads, *lines = (line.split() for line in LIFECYCLE.strip().splitlines())
    return [
        (Status(head), Deed(deed), to)
        for deed, *cells in lines
        for head, to in zip(heads, cells, strict=True)
    ]


def test_the_drawing_holds_every_state_and_every_deed() -> None:
    assert {(status, deed) for status, deed, _ in pairs()} == {(s, d) for s in Status for d in Deed}


@pytest.mark.parametrize(("status", "deed", "to"), pairs())
def test_a_deed_leads_where_the_drawing_says(status: Status, deed: Deed, to: str) -> None:
    if to != "-":
        assert next_status(status, deed) is Status(to)
        return
    with pytest.raises(DeedNotAllowed) as refused:
        next_status(status, deed)
    assert status.value.replace("_", " ") in str(refused.value)


@given(st.sampled_from(Status), st.lists(st.sampled_from(Deed), max_size=30))
def test_only_late_money_revives_a_booking_that_is_over(status: Status, deeds: list[Deed]) -> None:
    over = False
    for deed in deeds:
        try:
            status = next_status(status, deed)
        except DeedNotAllowed:
            continue
        assert not (over and status in LIVE) or deed is Deed.REINSTATE
        over = status not in LIVE


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        TRANSITIONS[Status.CANCELLED, Deed.CONFIRM] = Status.ACTIVE  # type: ignore[index]


def request(**facts: object) -> BookingRequest:
    return BookingRequest(UUID(int=1), "KL08AZ1234", "sedan", **facts)  # type: ignore[arg-type]


def test_now_for_the_lot_s_usual_time_unless_said_otherwise() -> None:
    assert checked_window(request(), LOT, NOW) == (NOW, NOW + HOUR)
    assert checked_window(request(duration=2 * HOUR), LOT, NOW) == (NOW, NOW + 2 * HOUR)
    later = NOW + 3 * HOUR
    assert checked_window(request(starts_at=later), LOT, NOW) == (later, later + HOUR)
    assert checked_window(request(starts_at=later, until=later + MINUTE * 90), LOT, NOW) == (
        later,
        later + MINUTE * 90,
    )


def test_the_minutes_it_took_to_type_the_form_are_not_a_late_entry() -> None:
    assert checked_window(request(starts_at=NOW - 2 * MINUTE), LOT, NOW)[0] == NOW - 2 * MINUTE


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"until": NOW}, EndBeforeStart, "until"),
        ({"until": NOW - HOUR}, EndBeforeStart, "until"),
        ({"duration": timedelta(0)}, EndBeforeStart, "until"),
        ({"duration": -HOUR}, EndBeforeStart, "until"),
        ({"starts_at": NOW + HOUR, "until": NOW + HOUR}, EndBeforeStart, "until"),
        ({"starts_at": NOW - 3 * MINUTE}, StartInPast, "starts_at"),
        ({"starts_at": NOW - 13 * HOUR, "back_entry": True}, BackEntryTooOld, "starts_at"),
        ({"duration": 4 * MINUTE}, StayTooShort, "until"),
        ({"duration": timedelta(days=31, seconds=1)}, StayTooLong, "until"),
    ],
)
def test_a_window_is_refused(facts: dict[str, object], error: type[ParkDeskError], field: str) -> None:
    with pytest.raises(error) as refused:
        checked_window(request(**facts), LOT, NOW)
    assert refused.value.field == field


def test_a_late_entry_reaches_back_as_far_as_the_lot_allows() -> None:
    starts = NOW - 12 * HOUR
    assert checked_window(request(starts_at=starts, back_entry=True), LOT, NOW)[0] == starts
    strict = replace(LOT, back_entry=HOUR)
    with pytest.raises(BackEntryTooOld, match="one hour at most"):
        checked_window(request(starts_at=starts, back_entry=True), strict, NOW)


moments = st.integers(-40 * 1440, 40 * 1440).map(lambda minutes: NOW + minutes * MINUTE)


@given(st.none() | moments, st.none() | moments, st.booleans())
def test_an_accepted_window_keeps_every_rule(
    starts_at: datetime | None, until: datetime | None, back_entry: bool
) -> None:
    try:
        start, end = checked_window(
            request(starts_at=starts_at, until=until, back_entry=back_entry), LOT, NOW
        )
    except ParkDeskError:
        return
    assert LOT.least_stay <= end - start <= LOT.most_stay
    assert start >= (NOW - LOT.back_entry if back_entry else NOW - 2 * MINUTE)


def test_a_driver_s_details_are_tidied_and_checked() -> None:
    assert Driver(" Anil  P. ", "+91 98765 43210", "anil@example.com").checked() == Driver(
        "Anil P.", "+91 98765 43210", "anil@example.com"
    )
    assert Driver().checked() == Driver()
    for driver, error in (
        (Driver(name="A" * 121), TextTooLong),
        (Driver(phone="call me"), PhoneUnreadable),
        (Driver(email="anil@"), EmailUnreadable),
    ):
        with pytest.raises(error):
            driver.checked()
