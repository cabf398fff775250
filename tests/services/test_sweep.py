"""The sweep, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parkdesk.domain.booking import Status
from parkdesk.domain.lot import AtEnd
from tests.kit import NINE, Case


def test_an_idle_sweep_writes_nothing_and_knows_when_to_wake(case: Case) -> None:
    booking = case.book()
    entries = case.services.journal.verify().entries
    result = case.services.sweep.run()
    assert (result.ended, result.next_due) == (0, booking.until)
    assert case.services.journal.verify().entries == entries


def test_what_has_run_out_ends_by_its_state(case: Case) -> None:
    stay = case.book("A1", "KL 1")
    never_came = case.book("A2", "KL 2", starts_at=NINE + timedelta(minutes=10), minutes=50)
    never_confirmed = case.book(
        "A3", "KL 3", starts_at=NINE + timedelta(minutes=10), minutes=50, confirmed=False
    )
    going_on = case.book("A4", "KL 4", minutes=120)
    case.clock.move(hours=1)
    would = case.services.sweep.preview()
    assert case.reload(stay).status is Status.ACTIVE, "a dry run writes nothing"
    did = case.services.sweep.run()
    for result in (would, did):
        assert [swept.booking_id for swept in result.completed] == [stay.id]
        assert [swept.booking_id for swept in result.no_shows] == [never_came.id]
        assert [swept.booking_id for swept in result.cancelled] == [never_confirmed.id]
        assert result.completed[0].bay_code == "A1"
    assert case.reload(stay).status is Status.COMPLETED
    assert case.reload(never_came).status is Status.NO_SHOW
    expired = case.reload(never_confirmed)
    assert (expired.status, expired.cancel_reason, expired.auto_ended) == (Status.CANCELLED, "expired", True)
    assert case.reload(going_on).status is Status.ACTIVE
    assert did.next_due == going_on.until
    assert case.services.sweep.run().ended == 0, "every desk may sweep"


def test_a_stay_that_ends_late_counts_until_its_end(case: Case) -> None:
    booking = case.book()
    case.clock.move(days=3)
    case.services.sweep.run()
    assert case.reload(booking).left_at == booking.until


def test_grace_delays_the_sweep(case: Case) -> None:
    case.release(grace=10)
    booking = case.book()
    case.clock.move(hours=1, minutes=4)
    result = case.services.sweep.run()
    assert (result.ended, result.next_due) == (0, booking.until + timedelta(minutes=10))
    case.clock.move(minutes=6)
    assert case.services.sweep.run().ended == 1


def test_a_lot_that_holds_is_only_told(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=5)
    result = case.services.sweep.run()
    assert (result.ended, [swept.booking_id for swept in result.overstaying]) == (0, [booking.id])
    assert case.reload(booking).status is Status.ACTIVE
    assert case.services.sweep.run().next_due is None


def test_a_chain_that_ran_out_while_no_desk_was_open_ends_link_by_link(case: Case) -> None:
    first = case.book()
    second = case.services.bookings.renew(case.attendant, first.id)
    third = case.services.bookings.renew(case.attendant, first.id)
    case.clock.move(days=1)
    result = case.services.sweep.run()
    assert [len(result.renewed), len(result.completed)] == [2, 1]
    for link in (first, second, third):
        ended = case.reload(link)
        assert (ended.status, ended.left_at, ended.arrived_at) == (
            Status.COMPLETED,
            link.until,
            link.starts_at,
        )


def test_lots_keep_their_own_rules(case: Case) -> None:
    other = replace(case.lot, at_end=AtEnd.HOLD)
    held = case.book("A1", "KL 1")
    case.services.lots.change(case.owner, other)
    case.clock.move(hours=2)
    assert case.services.sweep.run().ended == 0
    case.services.lots.change(case.owner, replace(other, at_end=AtEnd.RELEASE))
    assert [swept.booking_id for swept in case.services.sweep.run().completed] == [held.id]


def test_one_entry_tells_the_whole_sweep(case: Case) -> None:
    stays = [case.book(f"A{number}", f"KL {number}") for number in range(1, 6)]
    case.clock.move(hours=1)
    entries = case.services.journal.verify().entries
    case.services.sweep.run()
    verified = case.services.journal.verify()
    assert (verified.entries, verified.faults) == (entries + 1, ())
    for stay in stays:
        assert [line.deed for line in case.services.journal.of(stay.id)] == ["book", "sweep"]


def test_a_person_may_sweep_by_hand(case: Case) -> None:
    booking = case.book()
    case.clock.move(hours=1)
    assert case.services.sweep.run(case.attendant).ended == 1
    assert case.services.journal.of(booking.id)[-1].who == case.attendant.name
