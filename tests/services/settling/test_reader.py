"""The card reader: the intent has the last word, whatever the reader or the network says."""

from __future__ import annotations

import pytest

from parkdesk.domain.charge import Phase, Shown, Tender
from parkdesk.domain.payment_errors import ChargeOpen, ReaderBusy, ReaderUnknown
from parkdesk.payments.troubles import Trouble
from parkdesk.store.charges import Charges
from tests.stripe_double import Fault
from tests.till import Till


@pytest.fixture
def reader(till: Till) -> str:
    return till.stripe.terminal.add("Exit")


def test_approved(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    assert charge.latest.presented == 1
    till.stripe.terminal.approve(reader)
    till.tick(seconds=3)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_declined_then_approved_on_the_same_intent(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    with pytest.raises(ChargeOpen):
        till.services.charges.retry(till.attendant, charge.id, Tender.READER)
    till.stripe.terminal.decline(reader, "Your card has insufficient funds.")
    till.tick(seconds=3)
    declined = till.charge(charge)
    assert (declined.is_open, declined.latest.standing.declined) == (
        True,
        "Your card has insufficient funds.",
    )
    till.services.charges.retry(till.attendant, charge.id, Tender.READER)
    till.tick()
    till.stripe.terminal.approve(reader)
    till.tick(seconds=3)
    paid = till.charge(charge)
    assert (paid.shown, len(paid.attempts), paid.latest.presented) == (Shown.PAID, 1, 2)
    till.check_books()


def test_a_driver_who_walks_away_pays_by_another_tender(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    till.stripe.terminal.abandon(reader)
    till.tick(seconds=3)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(3)
    assert till.charge(charge).phase is Phase.CANCELED
    till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.tick()
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    assert (till.charge(charge).shown, len(till.charge(charge).attempts)) == (Shown.PAID, 2)
    till.check_books()


def test_a_reader_that_said_no_before_is_not_heard_again(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    till.stripe.terminal.decline(reader)
    till.tick(seconds=3)
    # The reader has yet to be asked once more; until then it says what it said.
    till.stripe.faults.next(Fault.lost(executed=False), "POST", ".*/process_payment_intent", times=2)
    till.services.charges.retry(till.attendant, charge.id, Tender.READER)
    till.settle(2, seconds=4)
    assert till.charge(charge).latest.standing.declined == ""
    till.settle(4)
    assert till.charge(charge).latest.standing.declined == ""
    till.stripe.terminal.approve(reader)
    till.tick(seconds=15)
    assert till.charge(charge).shown is Shown.PAID


def test_a_reader_that_says_no_without_a_word(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    till.stripe.terminal.decline(reader, "")
    till.stripe.account.get(reader, "terminal.reader")["action"]["failure_code"] = None
    till.tick(seconds=3)
    assert till.charge(charge).latest.standing.declined == Trouble.DECLINED


def test_a_reader_taken_out_of_service_meanwhile_changes_nothing(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    till.stripe.faults.next(Fault.refused(404, "resource_missing"), "GET", "/v1/terminal", times=None)
    till.settle(3, seconds=3)
    assert till.charge(charge).attention == ()
    till.stripe.terminal.approve(reader)
    till.tick(seconds=3)
    assert till.charge(charge).shown is Shown.PAID


def test_approved_after_a_timeout(till: Till, reader: str) -> None:
    till.stripe.faults.next(Fault.delayed(2), "POST", "/v1/terminal/readers/.*/process")
    charge = till.by_reader(till.book(), reader)
    till.stripe.hurry()
    till.stripe.terminal.approve(reader)
    till.settle(6, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_cancelling_races_the_approval(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    till.services.charges.cancel(till.attendant, charge.id)
    till.stripe.terminal.approve(reader)
    till.settle(4)
    assert till.charge(charge).shown is Shown.PAID, "the money had come"
    till.check_books()


def test_a_reader_that_was_cancelled_does_not_ask_for_the_card_again(till: Till, reader: str) -> None:
    lost = Fault.lost(executed=False)
    till.stripe.faults.next(lost, "POST", "/v1/terminal/readers/.*/process", times=3)
    charge = till.by_reader(till.book(), reader)
    till.settle(2, seconds=4)
    # The reader is cancelled at once, the intent after a while; in between the amount would be shown again.
    till.stripe.faults.next(lost, "POST", "/v1/payment_intents/.*/cancel", times=5)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(20, seconds=8)
    assert till.charge(charge).phase is Phase.CANCELED
    assert till.stripe.account.get(reader, "terminal.reader")["action"] is None
    other = till.by_reader(till.book("A2", "KL 2"), reader)
    till.stripe.terminal.approve(reader)
    till.tick(seconds=3)
    assert till.charge(other).shown is Shown.PAID
    till.check_books()


def test_cancelled_in_time_nobody_pays(till: Till, reader: str) -> None:
    booking = till.book()
    charge = till.by_reader(booking, reader)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(4)
    assert till.charge(charge).phase is Phase.CANCELED
    assert till.stripe.account.get(reader, "terminal.reader")["action"] is None
    assert till.by_qr(booking).is_open
    till.check_books()


@pytest.mark.parametrize("trouble", ["busy", "offline"])
def test_a_reader_that_cannot_ends_the_attempt_and_says_why(till: Till, reader: str, trouble: str) -> None:
    booking = till.book()
    if trouble == "offline":
        till.stripe.terminal.go(reader, online=False)
    else:
        till.stripe.faults.next(
            Fault.refused(400, "terminal_reader_busy"), "POST", ".*/process_payment_intent"
        )
    charge = till.by_reader(booking, reader)
    till.settle(3)
    ended = till.charge(charge)
    assert (ended.shown, trouble in ended.latest.standing.declined) == (Shown.FAILED, True)
    till.check_books()


def test_two_desks_want_one_reader(till: Till, reader: str) -> None:
    other = till.another_desk()
    first, second = till.book(), till.book("A2", "KL 2")
    till.by_reader(first, reader)
    with pytest.raises(ReaderBusy):
        other.charges.open(till.attendant, second.id, Tender.READER, reader_id=reader)
    with pytest.raises(ReaderUnknown):
        other.charges.open(till.attendant, second.id, Tender.READER)
    other.close()


def test_cancelled_twice_the_reader_is_let_go_before_its_intent(till: Till, reader: str) -> None:
    charge = till.by_reader(till.book(), reader)
    for _ in range(2):
        till.services.charges.cancel(till.attendant, charge.id)
    till.settle(3, seconds=5)
    assert till.charge(charge).shown is Shown.FAILED
    assert till.stripe.account.get(reader, "terminal.reader")["action"] is None


def test_a_desk_that_was_not_told_in_time_finds_the_reader_busy(
    till: Till, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Charges, "on_reader", lambda *_: None)
    till.by_reader(till.book(), reader)
    other = till.book("A2", "KL 2")
    with pytest.raises(ReaderBusy):
        till.services.charges.open(till.attendant, other.id, Tender.READER, reader_id=reader)
    assert till.services.charges.of_booking(other.id) == ()


def test_readers_are_listed_and_registered(till: Till, reader: str) -> None:
    new = till.services.settlement.register_reader(till.owner, "simulated-wpe", "Gate")
    assert [known.label for known in till.services.settlement.readers()] == ["Gate", "Exit"]
    assert new.online
