"""What a stay costs, from booking to the last overstay, on both databases: what was agreed stays agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import AmountOutOfRange, CurrencyFixed, EndBeforeStart, NothingOwed
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.money import MOST_MINOR, Money
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import LineKind, Tariff
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case, desk_case

HOUR = timedelta(hours=1)
AN_HOUR = 7080
"""Of a sedan at the kit's lot, tax and all."""
pytestmark = pytest.mark.usefixtures("sound")


def dearer(case: Case, bay: str = "A1") -> None:
    case.services.lots.change_bay(case.owner, replace(case.bays[bay], hourly_minor=99_900))
    tariff = Tariff(new_id(), case.lot.id, 1, case.lot.currency, 88_800)
    case.services.lots.set_tariff(case.owner, tariff)


def test_an_extension_keeps_the_price_agreed(case: Case) -> None:
    booking = case.book()
    dearer(case)
    assert case.services.stays.extended(booking.id, HOUR)[1].minor == AN_HOUR
    assert case.services.stays.extend(case.attendant, booking.id, HOUR).total_minor == 2 * AN_HOUR


def test_an_overstay_keeps_the_price_agreed(case: Case) -> None:
    case.hold()
    booking = case.book()
    dearer(case)
    case.clock.move(hours=2)
    assert case.services.bookings.detail(booking.id).due_minor == 2 * AN_HOUR
    (payment,) = case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert payment.amount_minor == 2 * AN_HOUR
    case.clock.move(hours=1)
    assert case.services.stays.check_out(case.attendant, booking.id).total_minor == 3 * AN_HOUR
    assert case.services.bookings.detail(booking.id).due_minor == AN_HOUR


def test_coming_early_keeps_the_price_agreed(case: Case) -> None:
    booking = case.book(starts_at=NINE + HOUR)
    dearer(case)
    assert case.services.stays.check_in(case.attendant, booking.id).total_minor == 2 * AN_HOUR


def test_only_another_bay_changes_the_price(case: Case) -> None:
    booking = case.book("A1", minutes=60)
    case.services.lots.change_bay(case.owner, replace(case.bays["A2"], hourly_minor=0))
    dearer(case)
    same = case.services.stays.move(case.attendant, booking.id, case.bay("A1"))
    assert same.total_minor == AN_HOUR
    assert case.services.stays.move(case.attendant, booking.id, case.bay("A2")).total_minor == 0
    case.services.undo.undo(case.attendant)
    assert case.services.stays.extend(case.attendant, booking.id, HOUR).total_minor == 2 * AN_HOUR


def test_a_renewal_is_a_new_agreement(case: Case) -> None:
    booking = case.book()
    case.services.lots.change_bay(case.owner, replace(case.bays["A1"], hourly_minor=12_000))
    assert case.services.bookings.renew(case.attendant, booking.id, HOUR).total_minor == 2 * AN_HOUR


def test_a_moment_past_the_end_is_no_overstay(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=1, milliseconds=999)
    assert case.services.bookings.detail(booking.id).due_minor == AN_HOUR
    assert case.services.stays.check_out(case.attendant, booking.id).total_minor == AN_HOUR


def test_grace_costs_nothing_and_is_lost_with_its_last_second(case: Case) -> None:
    case.hold(grace=10)
    booking = case.book()
    case.clock.move(hours=1, minutes=10, milliseconds=500)
    assert case.services.bookings.detail(booking.id).due_minor == AN_HOUR
    case.clock.move(seconds=1)
    lines = case.services.bookings.detail(booking.id).quote.lines
    assert [(line.kind, line.minutes) for line in lines][:2] == [
        (LineKind.PARKING, 60),
        (LineKind.OVERSTAY, 30),
    ]


@pytest.mark.parametrize(
    ("rule", "cost"),
    [(RefundRule.UNUSED, AN_HOUR // 2), (RefundRule.FULL, AN_HOUR // 2), (RefundRule.NONE, 3 * AN_HOUR)],
)
def test_leaving_early_costs_the_time_used_unless_the_lot_keeps_what_was_agreed(
    case: Case, rule: RefundRule, cost: int
) -> None:
    case.services.lots.change(case.owner, replace(case.lot, refund_rule=rule))
    booking = case.book(minutes=180)
    case.clock.move(minutes=10)
    asked = case.services.bookings.detail(booking.id, leaving_at=case.clock())
    assert (asked.due_minor, asked.leaves_early) == (cost, cost < 3 * AN_HOUR)
    assert case.services.bookings.detail(booking.id).due_minor == 3 * AN_HOUR, "who stays on has agreed to it"
    assert case.services.stays.check_out(case.attendant, booking.id).total_minor == cost
    detail = case.services.bookings.detail(booking.id)
    assert detail.quote.lines == asked.quote.lines
    assert detail.due_minor == cost == sum(line.amount_minor for line in detail.quote.lines)
    assert case.services.reports.compare_rollups() == ()
    case.services.undo.undo(case.attendant)
    assert case.reload(booking) == booking


@pytest.mark.parametrize(("paid", "due", "back"), [(1000, 2540, 0), (3540, 0, 0), (5000, 0, 1460)])
def test_what_was_paid_before_is_taken_off_the_time_used(case: Case, paid: int, due: int, back: int) -> None:
    booking = case.book(minutes=180)
    case.services.payments.take(case.attendant, booking.id, Method.CASH, paid)
    case.clock.move(minutes=10)
    preview = case.services.refunds.preview_check_out(booking.id)
    assert (preview.due.minor, preview.back.minor) == (due, back)
    assert case.services.bookings.detail(booking.id, leaving_at=case.clock()).due_minor == due
    case.services.stays.check_out(case.attendant, booking.id)
    assert case.services.bookings.detail(booking.id).due_minor == due
    assert sum(refund.amount.minor for refund in case.services.refunds.of_booking(booking.id)) == back


@pytest.mark.parametrize(("minutes", "due"), [(14, 0), (16, AN_HOUR // 2)])
def test_the_price_that_was_told_holds_while_it_is_paid(case: Case, minutes: int, due: int) -> None:
    booking = case.book(minutes=180)
    case.clock.move(minutes=30)
    told_at, told = case.clock(), case.services.refunds.preview_check_out(booking.id).due
    case.clock.move(minutes=minutes)
    case.services.payments.take(case.attendant, booking.id, Method.CASH, told.minor)
    case.services.stays.check_out(case.attendant, booking.id, told_at=told_at)
    assert case.services.bookings.detail(booking.id).due_minor == due


def test_a_price_told_for_later_is_the_price_of_now(case: Case) -> None:
    booking = case.book(minutes=180)
    later = case.clock() + timedelta(hours=2)
    case.clock.move(minutes=10)
    assert case.services.bookings.detail(booking.id, leaving_at=later).due_minor == AN_HOUR // 2


def test_at_the_exit_an_overstay_is_asked_as_it_was_told(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(minutes=89)
    told_at, told = case.clock(), case.services.refunds.preview_check_out(booking.id).due
    case.clock.move(minutes=2)
    case.services.payments.take(case.attendant, booking.id, Method.CASH, told.minor)
    left = case.services.stays.check_out(case.attendant, booking.id, told_at=told_at)
    assert (left.total_minor, told.minor) == (AN_HOUR * 3 // 2, AN_HOUR * 3 // 2)
    assert case.services.bookings.detail(booking.id).due_minor == 0


def test_whoever_leaves_does_not_pay_for_a_renewal_to_come(case: Case) -> None:
    booking = case.book()
    case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(minutes=40)
    assert case.services.bookings.detail(booking.id).due_minor == 2 * AN_HOUR
    asked = case.services.bookings.detail(booking.id, leaving_at=case.clock())
    assert [minor for _, minor in asked.links] == [AN_HOUR, 0]
    assert asked.due_minor == AN_HOUR


def test_time_that_was_renewed_is_no_overstay_though_no_sweep_has_run(case: Case) -> None:
    case.hold()
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id, HOUR)
    case.clock.move(minutes=90)
    assert case.services.bookings.detail(booking.id).due_minor == 2 * AN_HOUR
    paid = case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert [payment.amount_minor for payment in paid] == [AN_HOUR, AN_HOUR]
    case.services.sweep.run()
    assert case.reload(renewal).status is Status.ACTIVE
    assert case.services.bookings.detail(booking.id).due_minor == 0
    case.clock.move(minutes=60)
    assert case.services.bookings.detail(booking.id).due_minor == AN_HOUR // 2


@pytest.mark.parametrize("rule", RefundRule)
def test_the_price_that_was_told_holds_while_the_renewal_takes_over(case: Case, rule: RefundRule) -> None:
    case.services.lots.change(case.owner, replace(case.lot, refund_rule=rule))
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id, 5 * HOUR)
    case.clock.move(minutes=59)
    told_at, told = case.clock(), case.services.refunds.preview_check_out(booking.id).due
    case.clock.move(minutes=3)
    case.services.payments.take(case.attendant, booking.id, Method.CASH, told.minor)
    assert case.services.refunds.preview_check_out(booking.id, told_at=told_at).due.minor == 0
    assert case.services.bookings.detail(booking.id, leaving_at=told_at).due_minor == 0
    left = case.services.stays.check_out(case.attendant, booking.id, told_at=told_at)
    assert (left.id, left.total_minor) == (renewal.id, 0)
    assert case.services.bookings.detail(booking.id).due_minor == 0
    case.services.undo.undo(case.attendant)
    assert case.services.bookings.detail(booking.id).due_minor == 5 * AN_HOUR


def test_the_price_that_was_told_is_of_the_time_used_until_then(case: Case) -> None:
    """Also where the link that was told of has been completed since, at more than that."""
    tariff = Tariff(new_id(), case.lot.id, 2, case.lot.currency, 6000, increment_minutes=1)
    case.services.lots.set_tariff(case.owner, tariff)
    booking = case.book()
    case.services.bookings.renew(case.attendant, booking.id, HOUR)
    case.clock.move(minutes=50)
    told_at, told = case.clock(), case.services.refunds.preview_check_out(booking.id).due
    case.clock.move(minutes=12)
    case.services.stays.check_out(case.attendant, booking.id, told_at=told_at)
    assert case.services.bookings.detail(booking.id).due_minor == told.minor == 5000


def test_a_renewal_that_nobody_knew_of_is_in_no_price_that_was_told(case: Case) -> None:
    booking = case.book()
    case.clock.move(minutes=59)
    told_at = case.clock()
    case.clock.move(seconds=30)
    case.services.bookings.renew(case.attendant, booking.id, HOUR)
    case.clock.move(minutes=10)
    case.services.stays.check_out(case.attendant, booking.id, told_at=told_at)
    assert case.services.bookings.detail(booking.id).due_minor > AN_HOUR


def test_moving_keeps_an_overstay_charged(case: Case) -> None:
    """What was paid for it does not go back, to be asked for again a moment later."""
    case.hold()
    booking = case.book()
    case.clock.move(hours=2)
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert case.services.refunds.preview_move(booking.id, case.bay("A2")).back.minor == 0
    assert case.services.stays.move(case.attendant, booking.id, case.bay("A2")).total_minor == 2 * AN_HOUR
    assert case.services.refunds.of_booking(booking.id) == ()
    dearer(case, "A3")
    assert case.services.stays.move(case.attendant, booking.id, case.bay("A3")).total_minor == 235_764


def test_what_was_let_go_before_a_stay_began_stays_let_go(case: Case) -> None:
    """Whatever the booking becomes, it is priced anew with the waived line, which never makes it less than nothing."""
    case.services.lots.change_bay(case.owner, replace(case.bays["A2"], hourly_minor=3000))
    booking = case.book(starts_at=case.clock() + timedelta(hours=2))
    case.services.unpaid.nil_payment(case.supervisor, booking.id, "Staff")

    def owed() -> tuple[int, int, str]:
        detail = case.services.bookings.detail(booking.id)
        (waived,) = [line for line in detail.quote.lines if line.kind is LineKind.WAIVED]
        assert detail.booking.total_minor == sum(line.amount_minor for line in detail.quote.lines)
        return detail.due_minor, waived.amount_minor, waived.name

    extended = case.services.stays.extended(booking.id, timedelta(hours=1))
    assert extended[1].minor == AN_HOUR
    case.services.stays.extend(case.attendant, booking.id, timedelta(hours=1))
    assert owed() == (AN_HOUR, -AN_HOUR, "Staff")
    case.services.undo.undo(case.attendant)
    assert owed() == (0, -AN_HOUR, "Staff")
    case.services.stays.move(case.attendant, booking.id, case.bay("A2"))
    assert owed() == (0, -AN_HOUR // 2, "Staff")
    case.services.stays.check_in(case.attendant, booking.id)
    assert owed() == (AN_HOUR, -AN_HOUR // 2, "Staff")
    assert case.services.reports.compare_rollups() == ()


@pytest.mark.parametrize(
    ("currency", "hourly", "expected"), [("JPY", 333, "JPY 550"), ("KWD", 333, "KWD 0.550")]
)
def test_currencies_without_cents_and_with_mills(
    database_url: str, currency: str, hourly: int, expected: str
) -> None:
    lot = Lot(new_id(), "Far away", "Asia/Tokyo", currency)
    with desk_case(database_url, lot=lot) as case:
        tariff = Tariff(
            new_id(), lot.id, 1, currency, hourly, increment_minutes=30, tax_name="Tax", tax_basis_points=1000
        )
        case.services.lots.set_tariff(case.owner, tariff)
        booking = case.book(minutes=90)
        # 499.5 is rounded up before its tax of 10 % is, once.
        assert str(booking.total) == expected
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
        assert str(case.services.reports.today_takings(lot.id)) == expected


def test_what_is_free_is_not_paid(case: Case) -> None:
    case.services.lots.set_tariff(case.owner, Tariff(new_id(), case.lot.id, 1, "INR", 0))
    booking = case.book()
    assert booking.total_minor == 0
    with pytest.raises(NothingOwed):
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert case.services.stays.extend(case.attendant, booking.id, HOUR).total_minor == 0


def test_the_dearest_stay_fits(case: Case) -> None:
    tariff = Tariff(new_id(), case.lot.id, 1, "INR", MOST_MINOR, tax_name="T", tax_basis_points=10_000)
    case.services.lots.set_tariff(case.owner, tariff)
    booking = case.book(minutes=31 * 1440)
    (payment,) = case.services.payments.take(case.attendant, booking.id, Method.CARD)
    assert payment.amount_minor == booking.total_minor == 2 * MOST_MINOR * 24 * 31
    today = NINE.date()
    report = case.services.reports.report(case.owner, case.lot.id, today, today)
    assert report.collected_minor == booking.total_minor


@pytest.mark.parametrize("tendered", [10**12, 2**63, 10**30])
def test_no_till_holds_such_a_note(case: Case, tendered: int) -> None:
    booking = case.book()
    with pytest.raises(AmountOutOfRange):
        case.services.payments.take(case.attendant, booking.id, Method.CASH, tendered_minor=tendered)


@pytest.mark.parametrize("span", [timedelta.min, timedelta(0), timedelta.max])
def test_any_span_is_priced_or_refused(case: Case, span: timedelta) -> None:
    if span > timedelta(0):
        assert case.services.bookings.quote(case.bay("A1"), "sedan", span).total_minor > 0
    else:
        with pytest.raises(EndBeforeStart):
            case.services.bookings.quote(case.bay("A1"), "sedan", span)


def test_amounts_are_whole_numbers_wherever_they_are_read(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 100)
    listed = case.services.bookings.page(case.lot.id).rows[0]
    stay = case.services.lots.board(case.lot.id).cells[0].stay
    assert stay is not None
    for minor in (listed.paid_minor, stay.paid_minor, stay.due_minor):
        assert type(minor) is int
        assert Money(minor, "INR").plain()


def test_a_lot_reckons_in_one_currency(case: Case) -> None:
    case.book()
    with pytest.raises(CurrencyFixed):
        case.services.lots.change(case.owner, replace(case.lot, currency="EUR"))
    with pytest.raises(CurrencyFixed):
        case.services.lots.set_tariff(case.owner, Tariff(new_id(), case.lot.id, 1, "EUR", 100))
