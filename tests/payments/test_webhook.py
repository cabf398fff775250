"""Deliveries: only what Stripe signed a moment ago is heard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import stripe as sdk

from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.payments.webhook import SignatureRefused, received
from tests.payments.asking import Asking
from tests.stripe_double import StripeDouble

SECRET = "whsec_of_a_test"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def event_id(stripe: StripeDouble, gateway: StripeGateway) -> str:
    Asking(gateway).paid(stripe)
    return gateway.events_after(None)[-1].id


def test_a_good_delivery_is_the_hint_that_a_list_would_give(
    stripe: StripeDouble, gateway: StripeGateway, event_id: str
) -> None:
    payload, signature = stripe.events.delivered(event_id, SECRET, NOW)
    assert received(payload, signature, SECRET, NOW) == gateway.events_after(None)[-1]


def test_what_the_sdk_signs_is_heard(stripe: StripeDouble, event_id: str) -> None:
    payload, _ = stripe.events.delivered(event_id, SECRET)
    signature = sdk.WebhookSignature.generate_signature_header(payload.decode(), SECRET, int(NOW.timestamp()))
    assert received(payload, signature, SECRET, NOW).id == event_id
    # While a secret is being changed, Stripe signs with both.
    assert received(payload, f"{signature},v1=0000,v0=1111", SECRET, NOW).id == event_id


@pytest.mark.parametrize(
    ("apart", "refused"),
    [
        (timedelta(minutes=5), ""),
        (timedelta(minutes=-5), ""),
        (timedelta(minutes=5, seconds=1), "too old"),
        (timedelta(minutes=-5, seconds=-1), "from the future"),
        (timedelta(days=400), "too old"),
    ],
)
def test_a_delivery_is_heard_only_near_its_time(
    stripe: StripeDouble, event_id: str, apart: timedelta, refused: str
) -> None:
    payload, signature = stripe.events.delivered(event_id, SECRET, NOW)
    if not refused:
        assert received(payload, signature, SECRET, NOW + apart).id == event_id
        return
    with pytest.raises(SignatureRefused, match=refused):
        received(payload, signature, SECRET, NOW + apart)


def test_without_a_secret_nothing_is_heard(stripe: StripeDouble, event_id: str) -> None:
    for secret in ("", "  "):
        payload, signature = stripe.events.delivered(event_id, secret, NOW)
        with pytest.raises(SignatureRefused, match="no secret"):
            received(payload, signature, secret, NOW)


def test_a_changed_delivery_is_refused(stripe: StripeDouble, event_id: str) -> None:
    payload, signature = stripe.events.delivered(event_id, SECRET, NOW)
    stamp, _, digest = signature.partition(",v1=")
    for body, signed in [
        (payload + b" ", signature),
        (payload, f"t={int(NOW.timestamp()) + 1},v1={digest}"),
        (payload, f"{stamp},v0={digest}"),
        (payload, f"{stamp},v1={digest[:-1]}"),
        (payload, f"{stamp},v1="),
        (payload, stamp),
        (payload, f"v1={digest}"),
        (payload, "\udcff=,=,,t"),
        (payload, ""),
    ]:
        with pytest.raises(SignatureRefused):
            received(body, signed, SECRET, NOW)


@pytest.mark.parametrize(
    "body", ["", "nonsense", "[]", "{}", '{"id": "evt_1", "data": {"object": 3}}', '"evt"']
)
def test_what_is_signed_but_no_event_is_refused(body: str) -> None:
    signature = sdk.WebhookSignature.generate_signature_header(body, SECRET, int(NOW.timestamp()))
    with pytest.raises(SignatureRefused, match="not an event"):
        received(body.encode(), signature, SECRET, NOW)


def test_a_signature_without_a_readable_time_is_refused(stripe: StripeDouble, event_id: str) -> None:
    import hashlib
    import hmac

    payload, _ = stripe.events.delivered(event_id, SECRET, NOW)
    for stamp in ("soon", "9" * 30, ""):
        digest = hmac.new(SECRET.encode(), f"{stamp}.".encode() + payload, hashlib.sha256).hexdigest()
        with pytest.raises(SignatureRefused, match="no time"):
            received(payload, f"t={stamp},v1={digest}", SECRET, NOW)
