"""Catching up: what happened after an event, however many, late, twice or out of order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.payments.stripe_gateway import StripeGateway
from tests.payments.asking import Asking
from tests.stripe_double import StripeDouble


def test_what_happened_to_a_session_names_its_intent(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    intent_id = asking.paid(stripe)
    asking.refund(intent_id, 100)
    stripe.disputes.open(intent_id)
    hints = gateway.events_after(None)
    assert [hint.type for hint in hints] == [
        "payment_intent.succeeded",
        "checkout.session.completed",
        "refund.created",
        "charge.refunded",
        "charge.dispute.created",
    ]
    assert {hint.kind for hint in hints} == {
        "payment_intent",
        "checkout.session",
        "refund",
        "charge",
        "dispute",
    }
    assert {hint.intent_id for hint in hints} == {intent_id}


def test_more_than_a_page_is_caught_up_with_oldest_first(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    first = Asking(gateway).paid(stripe)
    (*_, cursor) = gateway.events_after(None)
    intents = [stripe.intents.make(100, "eur", {}, ["card"]) for _ in range(250)]
    for intent in intents:
        stripe.intents.succeed(intent)
    hints = gateway.events_after(cursor.id)
    assert [hint.object_id for hint in hints] == [intent["id"] for intent in intents]
    assert gateway.events_after(hints[-1].id) == ()
    assert first not in {hint.object_id for hint in hints}


def test_a_late_event_appears_where_it_belongs_in_time(stripe: StripeDouble, gateway: StripeGateway) -> None:
    stripe.events.lag = timedelta(seconds=45)
    late = Asking(gateway).paid(stripe)
    stripe.events.lag = timedelta(0)
    stripe.clock.forward(timedelta(seconds=10))
    soon = Asking(gateway).paid(stripe)
    seen = gateway.events_after(None)
    assert {hint.intent_id for hint in seen} == {soon}
    stripe.clock.forward(timedelta(seconds=40))
    assert gateway.events_after(seen[-1].id) == ()
    assert [hint.intent_id for hint in gateway.events_after(None)] == [late, late, soon, soon]


def test_events_may_come_twice_and_out_of_order(stripe: StripeDouble, gateway: StripeGateway) -> None:
    stripe.events.twice = stripe.events.swapped = True
    intent_id = Asking(gateway).paid(stripe)
    hints = gateway.events_after(None)
    assert len({hint.id for hint in hints}) == len(hints) == 4
    assert {hint.intent_id for hint in hints} == {intent_id}
    assert [hint.created_at for hint in hints] == sorted(hint.created_at for hint in hints)


def test_a_cursor_that_has_aged_out_is_told_by_its_code(stripe: StripeDouble, gateway: StripeGateway) -> None:
    Asking(gateway).paid(stripe)
    cursor = gateway.events_after(None)[-1]
    stripe.clock.forward(timedelta(days=31))
    with pytest.raises(GatewayFault) as aged:
        gateway.events_after(cursor.id)
    assert (aged.value.reached, aged.value.code) == (Reached.DEFINITE, "resource_missing")
    assert gateway.events_after(None) == ()
