"""Play money and real money never meet in one database: one sentence says so, and nothing is sent or written."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from parkdesk.domain.charge import Mode, Shown, Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment_errors import HoldsLivePayments, HoldsTestPayments
from parkdesk.payments.gateway import Reached
from parkdesk.payments.troubles import Trouble
from tests.till import Till

SAID = {
    Mode.TEST: (
        HoldsTestPayments,
        Trouble.TEST_BOOKS,
        "This data holds test payments; a live key needs a data folder or database of its own.",
    ),
    Mode.LIVE: (
        HoldsLivePayments,
        Trouble.LIVE_BOOKS,
        "This data holds live payments; a test key needs a data folder or database of its own.",
    ),
}


def of_another_world(till: Till, books: Mode) -> None:
    """One paid charge in the database, and a key of the other world."""
    till.paid_by_qr(till.book())
    if books is Mode.LIVE:
        with till.database.transaction() as store:
            for table in ("charges", "outbox"):
                store.connection.execute(text(f"UPDATE {table} SET mode = 'live'"))
    else:
        till.key = "rk_live_desk"
    till.services = till.restarted()


@pytest.mark.parametrize("books", SAID)
def test_no_charge_is_opened_in_the_other_world(till: Till, books: Mode) -> None:
    error, _, sentence = SAID[books]
    of_another_world(till, books)
    booking = till.book("A2", "KL 2")
    before = len(till.stripe.calls)
    for asked in (
        lambda: till.services.charges.open(till.attendant, booking.id, Tender.QR),
        till.services.settlement.readers,
        lambda: till.services.settlement.reconcile(till.owner, till.clock().date()),
    ):
        with pytest.raises(error) as refused:
            asked()
        assert str(refused.value) == sentence
    assert till.services.charges.of_booking(booking.id) == ()
    assert till.payments(booking) == ()
    assert len(till.stripe.calls) == before


@pytest.mark.parametrize("books", SAID)
def test_the_settlement_stands_still_and_says_why(till: Till, books: Mode) -> None:
    of_another_world(till, books)
    before = len(till.stripe.calls)
    tick = till.settle(5, minutes=10)
    assert (tick.state.fault, tick.state.reason) == (Reached.MISCONFIGURED, SAID[books][1])
    assert tick.next_due is not None
    assert tick.next_due > till.clock(), "nobody asks again and again"
    assert till.services.settlement.test_connection() == tick.state
    assert len(till.stripe.calls) == before


def test_with_its_own_key_everything_goes_on(till: Till) -> None:
    charge = till.by_qr(till.book())
    till.stripe.checkout.pay(till.page(charge))
    key, till.key = till.key, "rk_live_desk"
    till.services = till.restarted()
    till.settle(3, minutes=1)
    assert till.charge(charge).shown is Shown.PENDING
    with pytest.raises(HoldsTestPayments):
        till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.key = key
    till.services = till.restarted()
    assert till.tick().state.works
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_a_key_of_the_other_world_is_not_even_kept(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.delenv("PARKDESK_STRIPE_KEY", raising=False)
    monkeypatch.setattr("parkdesk.config.keep_stripe_key", lambda _folder, key: kept.append(key))
    till.paid_by_qr(till.book())
    with pytest.raises(ParkDeskError, match="holds test payments"):
        till.services.card_key.keep(till.owner, "rk_live_desk")
    assert kept == []
    assert till.services.card_key.keep(till.owner, "rk_test_another").works
    assert kept == ["rk_test_another"]


def test_an_empty_database_takes_either(till: Till) -> None:
    till.key = "rk_live_desk"
    till.services = till.restarted()
    charge = till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    assert till.charge(charge).mode is Mode.LIVE
