"""The double holds the SDK to what the API version takes, and its keys to what Stripe's documents say."""

from __future__ import annotations

import importlib
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from datetime import timedelta
from typing import Any

import pytest
import stripe as sdk

from parkdesk.payments.gateway import GatewayFault
from parkdesk.payments.stripe_gateway import StripeGateway
from tests.payments.asking import KEY, Asking
from tests.stripe_double import Fault, StripeDouble, accepted

KNOWN = {
    "SESSION_CREATE": "checkout._session_create_params.SessionCreateParams",
    "SESSION_LIST": "checkout._session_list_params.SessionListParams",
    "INTENT_CREATE": "_payment_intent_create_params.PaymentIntentCreateParams",
    "INTENT_LIST": "_payment_intent_list_params.PaymentIntentListParams",
    "INTENT_CANCEL": "_payment_intent_cancel_params.PaymentIntentCancelParams",
    "REFUND_CREATE": "_refund_create_params.RefundCreateParams",
    "REFUND_LIST": "_refund_list_params.RefundListParams",
    "DISPUTE_LIST": "_dispute_list_params.DisputeListParams",
    "EVENT_LIST": "_event_list_params.EventListParams",
    "READER_CREATE": "terminal._reader_create_params.ReaderCreateParams",
    "READER_LIST": "terminal._reader_list_params.ReaderListParams",
    "READER_PROCESS": "terminal._reader_process_payment_intent_params.ReaderProcessPaymentIntentParams",
    "READER_PRESENT": "test_helpers.terminal._reader_present_payment_method_params"
    ".ReaderPresentPaymentMethodParams",
    "LOCATION_LIST": "terminal._location_list_params.LocationListParams",
}


@pytest.mark.parametrize(("ours", "theirs"), KNOWN.items())
def test_the_double_takes_nothing_that_the_sdk_of_that_version_does_not_know(ours: str, theirs: str) -> None:
    module, _, name = theirs.rpartition(".")
    known = getattr(importlib.import_module(f"stripe.params.{module}"), name)
    assert set(getattr(accepted, ours)) <= set(known.__annotations__)


def test_the_double_speaks_the_version_that_the_sdk_pins(stripe: StripeDouble) -> None:
    client = sdk.StripeClient(KEY, base_addresses={"api": stripe.address})
    event = stripe.account.shown(stripe.account.all("terminal.location")[0])
    assert client.v1.terminal.locations.list().data[0].id == event["id"]
    assert sdk.api_version == "2026-10-28.endive"


def said(
    stripe: StripeDouble, path: str, parameters: dict[str, str], key: str = ""
) -> tuple[int, Any, dict[str, str]]:
    """Status, body and headers of a POST."""
    headers = {"Authorization": f"Bearer {KEY}"} | ({"Idempotency-Key": key} if key else {})
    body = urllib.parse.urlencode(parameters).encode()
    request = urllib.request.Request(f"{stripe.address}{path}", body, headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer), dict(answer.headers)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)["error"], dict(refusal.headers)


INTENT = {"amount": "500", "currency": "eur"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"payment_method_types[0]": "card_present"}, "payment_method_types_no_longer_supported"),
        ({"reference": "1"}, "parameter_unknown"),
        ({"automatic_payment_methods[enable]": "true"}, "parameter_unknown"),
        ({"amount": "many"}, "parameter_invalid_integer"),
        ({"amount": "1"}, "amount_too_small"),
        ({"amount": "100000000"}, "amount_too_large"),
        ({"currency": ""}, "parameter_invalid_empty"),
        ({"metadata[plate]": "x" * 501}, None),
        ({"allowed_payment_method_types": "card"}, None),
    ],
)
def test_what_the_api_refuses_is_refused_and_not_kept(
    stripe: StripeDouble, more: dict[str, str], code: str | None
) -> None:
    status, error, _ = said(stripe, "/v1/payment_intents", INTENT | more, "key")
    assert (status, error["code"]) == (400, code)
    assert said(stripe, "/v1/payment_intents", INTENT, "key")[0] == 200


def test_a_missing_amount_is_told(stripe: StripeDouble) -> None:
    status, error, _ = said(stripe, "/v1/payment_intents", {"currency": "eur"})
    assert (status, error["code"], error["param"]) == (400, "parameter_missing", "amount")


def test_a_session_lives_half_an_hour_to_a_day(stripe: StripeDouble) -> None:
    line = {
        "line_items[0][quantity]": "1",
        "line_items[0][price_data][currency]": "eur",
        "line_items[0][price_data][unit_amount]": "500",
        "line_items[0][price_data][product_data][name]": "Parking",
    }
    asked = {"mode": "payment", "success_url": "https://stripe.com", **line}
    now = stripe.account.now()
    for seconds, status in [(29 * 60, 400), (31 * 60, 200), (23 * 3600, 200), (25 * 3600, 400)]:
        sent = asked | {"expires_at": str(now + seconds)}
        assert said(stripe, "/v1/checkout/sessions", sent)[0] == status


# Keys


def test_the_same_key_gives_the_same_answer_for_a_day(stripe: StripeDouble) -> None:
    _, first, _ = said(stripe, "/v1/payment_intents", INTENT, "key")
    _, again, headers = said(stripe, "/v1/payment_intents", INTENT, "key")
    assert (again, headers["Idempotent-Replayed"]) == (first, "true")
    stripe.clock.forward(timedelta(hours=25))
    _, other, _ = said(stripe, "/v1/payment_intents", INTENT, "key")
    assert other["id"] != first["id"]


def test_a_key_belongs_to_one_question(stripe: StripeDouble) -> None:
    said(stripe, "/v1/payment_intents", INTENT, "key")
    status, error, _ = said(stripe, "/v1/payment_intents", INTENT | {"amount": "501"}, "key")
    assert (status, error["type"]) == (400, "idempotency_error")


def test_a_key_whose_call_is_under_way_is_in_use(stripe: StripeDouble) -> None:
    stripe.faults.next(Fault.delayed(60))
    first = threading.Thread(target=said, args=(stripe, "/v1/payment_intents", INTENT, "key"))
    first.start()
    while not stripe.account.all("payment_intent"):
        pass
    status, error, _ = said(stripe, "/v1/payment_intents", INTENT, "key")
    assert (status, error["code"]) == (409, "idempotency_key_in_use")
    stripe.hurry()
    first.join()
    assert said(stripe, "/v1/payment_intents", INTENT, "key")[0] == 200
    assert len(stripe.account.all("payment_intent")) == 1


@pytest.mark.parametrize(
    ("status", "kept"), [(500, True), (503, True), (402, True), (429, False), (401, False)]
)
def test_a_500_is_kept_and_a_refusal_at_the_door_is_not(
    stripe: StripeDouble, status: int, kept: bool
) -> None:
    stripe.faults.next(Fault.refused(status))
    assert said(stripe, "/v1/payment_intents", INTENT, "key")[0] == status
    assert said(stripe, "/v1/payment_intents", INTENT, "key")[0] == (status if kept else 200)


# People


def test_a_person_pays_on_the_page_behind_the_qr_code(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    session = asking.session()
    with urllib.request.urlopen(session.url) as page:
        assert "500 eur" in page.read().decode()
    with urllib.request.urlopen(session.url, b"do=pay") as page:
        assert "paid" in page.read().decode()
    assert stripe.ledger()[asking.reference].kept == 500
    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.urlopen(session.url)
    with gone.value:
        assert gone.value.code == 410


def test_a_person_works_the_card_reader_from_the_counter(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    reader_id, asking = stripe.terminal.add(), Asking(gateway)
    asking.present(reader_id, asking.intent().id)
    with urllib.request.urlopen(f"{stripe.address}/") as page:
        assert f"approve {reader_id}" in page.read().decode()
    with urllib.request.urlopen(f"{stripe.address}/", f"do=approve+{reader_id}".encode()) as page:
        assert "Dispute" in page.read().decode()
    assert stripe.ledger()[asking.reference].received == 500


def test_the_ledger_tells_a_driver_who_paid_twice(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asking = Asking(gateway)
    first = asking.paid(stripe)
    stripe.keys.forget()
    second = asking.paid(stripe)
    line = stripe.ledger()[asking.reference]
    assert (line.intents, line.received) == ((first, second), 1000)


def test_the_apis_own_simulated_card_works_too(stripe: StripeDouble, gateway: StripeGateway) -> None:
    reader_id, asking = stripe.terminal.add(), Asking(gateway)
    asking.present(reader_id, asking.intent().id)
    client = sdk.StripeClient(KEY, base_addresses={"api": stripe.address})
    reader = client.v1.test_helpers.terminal.readers.present_payment_method(reader_id)
    assert reader.action is not None
    assert reader.action.status == "succeeded"


def test_a_call_that_nobody_knows_is_refused(gateway: StripeGateway, stripe: StripeDouble) -> None:
    assert said(stripe, "/v1/customers", {})[0] == 404
    with pytest.raises(GatewayFault):
        gateway.intent("pi_of_nobody")
