"""Every call to Stripe, with the real SDK, against a stateful server on loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from parkdesk.domain.charge import Mode, Phase, RefundState
from parkdesk.domain.reading import read_into, strange
from parkdesk.payments.gateway import GatewayFault, Operation, Reached
from parkdesk.payments.no_gateway import NoGateway
from parkdesk.payments.stripe_gateway import StripeGateway
from tests.payments.asking import Asking
from tests.stripe_double import StripeDouble

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_a_good_key_works_and_says_which_money_it_moves(gateway: StripeGateway) -> None:
    state = gateway.state()
    assert (state.works, state.mode, gateway.mode) == (True, Mode.TEST, Mode.TEST)


def test_without_a_key_the_desk_is_a_cash_desk() -> None:
    state = NoGateway().state()
    assert (state.works, state.mode) == (True, Mode.CASH)
    with pytest.raises(GatewayFault) as refused:
        NoGateway().intent("pi_1")
    assert refused.value.reached is Reached.MISCONFIGURED


# By QR code


def test_a_driver_pays_by_qr_code(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    session = asking.session()
    assert (session.phase, session.amount, session.currency, session.intent) == (
        Phase.AWAITING,
        500,
        "eur",
        None,
    )
    assert session.url.startswith("http")
    assert (session.reference, session.attempt, strange(asking.charge, session)) == (
        asking.reference,
        1,
        None,
    )
    stripe.checkout.pay(session.id)
    paid = gateway.session(session.id)
    assert (paid.phase, strange(asking.charge, paid)) == (Phase.PAID, None)
    assert paid.intent is not None
    assert (paid.intent.received, paid.intent.reference) == (500, asking.reference)
    assert stripe.ledger()[asking.reference].received == 500


def test_a_declined_card_leaves_the_page_open(stripe: StripeDouble, gateway: StripeGateway) -> None:
    session = Asking(gateway).session()
    stripe.checkout.decline(session.id, "Your card has insufficient funds.")
    declined = gateway.session(session.id)
    assert declined.phase is Phase.AWAITING
    assert declined.intent is not None
    assert declined.intent.declined == "Your card has insufficient funds."
    stripe.checkout.pay(session.id)
    assert gateway.session(session.id).phase is Phase.PAID


def test_a_bank_that_takes_days_is_processing_until_it_says(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    first, second = Asking(gateway).session(), Asking(gateway).session()
    for session in (first, second):
        stripe.checkout.submit(session.id)
        assert gateway.session(session.id).phase is Phase.PROCESSING
    stripe.checkout.arrive(first.id)
    stripe.checkout.bounce(second.id)
    assert gateway.session(first.id).phase is Phase.PAID
    assert gateway.session(second.id).phase is Phase.FAILED


def test_a_page_is_closed_unless_it_was_paid_before(stripe: StripeDouble, gateway: StripeGateway) -> None:
    early, late = Asking(gateway), Asking(gateway)
    closed = early.expire(early.session().id)
    assert (closed.phase, closed.url) == (Phase.EXPIRED, "")
    session = late.session()
    stripe.checkout.pay(session.id)
    with pytest.raises(GatewayFault) as refused:
        late.expire(session.id)
    assert refused.value.reached is Reached.DEFINITE
    assert gateway.session(session.id).phase is Phase.PAID


def test_a_page_closes_by_itself(gateway: StripeGateway, stripe: StripeDouble) -> None:
    session = Asking(gateway).session()
    assert session.expires_at is not None
    stripe.clock.forward(timedelta(hours=1))
    assert gateway.session(session.id).phase is Phase.EXPIRED


# By card reader


def test_a_driver_pays_at_the_reader_on_the_second_try(stripe: StripeDouble, gateway: StripeGateway) -> None:
    reader_id, asking = stripe.terminal.add("Exit 1"), Asking(gateway)
    intent = asking.intent()
    assert (intent.phase, strange(asking.charge, intent)) == (Phase.AWAITING, None)
    assert asking.present(reader_id, intent.id).action == "in_progress"
    stripe.terminal.decline(reader_id)
    reader = gateway.reader(reader_id)
    assert (reader.action, reader.failure_code, reader.intent_id) == ("failed", "card_declined", intent.id)
    declined = gateway.intent(intent.id)
    assert (declined.phase, declined.declined) == (Phase.AWAITING, "Your card was declined.")
    gateway.send(Operation.PRESENT_INTENT, {"id": reader_id, "payment_intent": intent.id}, "again")
    stripe.terminal.approve(reader_id)
    assert gateway.intent(intent.id).phase is Phase.PAID
    assert gateway.reader(reader_id).action == "succeeded"


def test_a_reader_that_is_busy_or_offline_refuses_for_good(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    reader_id, first, second = stripe.terminal.add(), Asking(gateway), Asking(gateway)
    first.present(reader_id, first.intent().id)
    with pytest.raises(GatewayFault) as busy:
        second.present(reader_id, second.intent().id)
    assert (busy.value.reached, busy.value.code) == (Reached.DEFINITE, "terminal_reader_busy")
    stripe.terminal.go(reader_id, online=False)
    third = Asking(gateway)
    with pytest.raises(GatewayFault) as offline:
        third.present(reader_id, third.intent().id)
    assert (offline.value.reached, offline.value.code) == (Reached.DEFINITE, "terminal_reader_offline")
    assert not gateway.reader(reader_id).online


def test_cancelling_at_the_reader_and_then_the_intent(stripe: StripeDouble, gateway: StripeGateway) -> None:
    reader_id, asking = stripe.terminal.add(), Asking(gateway)
    intent = asking.intent()
    asking.present(reader_id, intent.id)
    assert asking.cancel_reader(reader_id).action == ""
    assert asking.cancel_intent(intent.id).phase is Phase.CANCELED


def test_an_approval_that_is_faster_than_the_cancelling_stays_paid(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    reader_id, asking = stripe.terminal.add(), Asking(gateway)
    intent = asking.intent()
    asking.present(reader_id, intent.id)
    stripe.terminal.approve(reader_id)
    asking.cancel_reader(reader_id)
    with pytest.raises(GatewayFault) as refused:
        asking.cancel_intent(intent.id)
    assert refused.value.code == "payment_intent_unexpected_state"
    assert read_into(asking.attempt, [gateway.intent(intent.id)]).phase is Phase.PAID


def test_readers_are_registered_by_the_code_they_show(stripe: StripeDouble, gateway: StripeGateway) -> None:
    reader = gateway.register_reader("simulated-wpe", "Exit")
    assert (reader.label, reader.online) == ("Exit", True)
    assert gateway.readers() == (reader,)
    with pytest.raises(GatewayFault) as refused:
        gateway.register_reader("quick-brown-fox", "Entry")
    assert refused.value.reached is Reached.DEFINITE


# Money that goes back


def test_refunds_are_read_one_by_one_whoever_made_them(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    intent_id = asking.paid(stripe)
    ours = asking.refund(intent_id, 200)
    stripe.refunds.in_dashboard(intent_id, 100)
    stripe.refunds.arrive_at_once = False
    late = asking.refund(intent_id, 50)
    read = gateway.refunds(intent_id)
    assert [refund.amount for refund in read] == [200, 100, 50]
    assert [bool(refund.reference) for refund in read] == [True, False, True]
    assert [refund.state for refund in read] == [*[RefundState.SUCCEEDED] * 2, RefundState.PENDING]
    stripe.refunds.fail(ours.id)
    stripe.refunds.succeed(late.id)
    states = {refund.id: refund.state for refund in gateway.refunds(intent_id)}
    assert (states[ours.id], states[late.id]) == (RefundState.FAILED, RefundState.SUCCEEDED)
    assert gateway.intent(intent_id).refunded == stripe.ledger()[asking.reference].refunded == 150


def test_no_more_goes_back_than_came(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    intent_id = asking.paid(stripe)
    with pytest.raises(GatewayFault) as too_much:
        asking.refund(intent_id, 501)
    assert too_much.value.reached is Reached.DEFINITE
    asking.refund(intent_id, 500)
    with pytest.raises(GatewayFault) as again:
        asking.refund(intent_id, 1)
    assert (again.value.reached, again.value.code) == (Reached.DEFINITE, "charge_already_refunded")


def test_a_dispute_is_seen_on_the_intent_and_by_itself(stripe: StripeDouble, gateway: StripeGateway) -> None:
    intent_id = Asking(gateway).paid(stripe)
    assert not gateway.intent(intent_id).disputed
    dispute_id = stripe.disputes.open(intent_id)
    assert gateway.intent(intent_id).disputed
    (dispute,) = gateway.disputes(intent_id)
    assert (dispute.id, dispute.status, dispute.amount, dispute.reason) == (
        dispute_id,
        "needs_response",
        500,
        "fraudulent",
    )
    stripe.disputes.close(dispute_id, won=False)
    assert gateway.disputes(intent_id)[0].status == "lost"


# Looking for what was made


def test_what_was_made_is_found_by_its_reference(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asked = [Asking(gateway, minor=100 + number) for number in range(3)]
    sessions = [asking.session() for asking in asked]
    intents = [asking.intent() for asking in asked]
    stripe.checkout.pay(sessions[0].id)
    found = {session.reference: session for session in gateway.sessions_since(LONG_AGO)}
    assert [found[asking.reference].id for asking in asked] == [session.id for session in sessions]
    assert found[asked[0].reference].phase is Phase.PAID
    assert [intent.id for intent in gateway.intents_since(LONG_AGO)][1:] == [
        intent.id for intent in reversed(intents)
    ]
    assert list(gateway.intents_since(datetime.now(UTC) + timedelta(hours=1))) == []


def test_lists_are_read_to_their_end_and_no_further_than_wanted(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    for _ in range(230):
        stripe.intents.make(100, "eur", {"charge": "x"}, ["card"])
    assert len({intent.id for intent in gateway.intents_since(LONG_AGO)}) == 230
    before = len(stripe.calls)
    next(iter(gateway.intents_since(LONG_AGO)))
    assert len(stripe.calls) == before + 1


def test_refunds_since_a_moment(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    refund = asking.refund(asking.paid(stripe), 100)
    assert [found.reference for found in gateway.refunds_since(LONG_AGO)] == [refund.reference]


def test_amounts_go_out_as_the_provider_counts_them(stripe: StripeDouble, gateway: StripeGateway) -> None:
    for minor, currency, sent in [
        (700, "JPY", 700),
        (500, "ISK", 50000),
        (1230, "KWD", 1230),
        (999, "INR", 999),
    ]:
        asking = Asking(gateway, minor, currency)
        assert asking.session().amount == sent
        assert strange(asking.charge, asking.intent()) is None
