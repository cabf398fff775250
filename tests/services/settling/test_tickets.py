"""Entry tickets of stays that wait for their money: they carry the page on which the driver pays, while it is open."""

from __future__ import annotations

from datetime import timedelta

from parkdesk.domain.booking import Booking
from parkdesk.domain.entry_ticket import PayPage
from tests.till import Till


def page_on(till: Till, booking: Booking) -> PayPage | None:
    return till.services.receipts.ticket(booking.id).pay


def test_the_open_page_is_on_the_ticket_until_it_is_paid(till: Till) -> None:
    booking = till.book()
    assert page_on(till, booking) is None
    charge = till.by_qr(booking)
    page = page_on(till, booking)
    assert page is not None
    assert page.url.endswith(f"/pay/{till.page(charge)}")
    assert (page.amount, page.until) == (charge.amount, charge.latest.expires_at)
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    assert page_on(till, booking) is None


def test_a_renewal_s_ticket_carries_the_stay_s_page(till: Till) -> None:
    booking = till.book()
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    till.by_qr(booking)
    assert page_on(till, renewal) == page_on(till, booking) is not None


def test_no_driver_is_sent_to_a_page_that_closes_or_has_run_out(till: Till) -> None:
    booking, other = till.book(), till.book("A2", "KL 2")
    charge, late = till.by_qr(booking), till.by_qr(other)
    till.services.charges.cancel(till.attendant, charge.id)
    assert page_on(till, booking) is None
    assert late.latest.expires_at is not None
    till.clock.move(seconds=(late.latest.expires_at - till.clock()) / timedelta(seconds=1))
    assert page_on(till, other) is None


def test_a_card_reader_has_no_page(till: Till) -> None:
    booking = till.book()
    till.by_reader(booking, till.stripe.terminal.add("Exit"))
    assert page_on(till, booking) is None
