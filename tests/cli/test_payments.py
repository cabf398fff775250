"""Settling with the payment provider from a terminal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection

import pytest

from parkdesk.cli.webhook import Receiver
from parkdesk.domain.charge import Shown, Tender
from parkdesk.domain.payment import Method
from tests.cli.conftest import Say
from tests.till import KEY, Till, till_case

SECRET = "whsec_for_tests"


@pytest.fixture
def till(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Till]:
    monkeypatch.delenv("PARKDESK_WEBHOOK_SECRET", raising=False)
    with till_case(sqlite_url) as till:
        # The command line goes by this computer's clock.
        till.clock.now = datetime.now(UTC)
        monkeypatch.setenv("PARKDESK_STRIPE_KEY", KEY)
        monkeypatch.setenv("PARKDESK_STRIPE_ADDRESS", till.stripe.address)
        monkeypatch.setenv("PARKDESK_DATABASE", sqlite_url)
        yield till


def test_sync_settles_what_is_due(till: Till, say: Say, sqlite_url: str) -> None:
    charge = till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    said = say("--database", sqlite_url, "sync", "--json")
    assert said.code == 0
    assert (said.record["mode"], said.record["waiting"], said.record["changed"]) == (
        "test",
        0,
        [str(charge.id)],
    )
    till.stripe.checkout.pay(till.page(charge))
    till.clock.now = datetime.now(UTC)
    told = say("--database", sqlite_url, "payments", "--open", "--json").record["payments"]
    assert [(row["plate"], row["state"], row["tender"]) for row in told] == [
        ("KL 08 AZ 1234", "pending", "qr")
    ]
    assert "₹" in say("--database", sqlite_url, "payments", "--day", "today").out
    assert (
        say("--database", sqlite_url, "payments", "--attention").out == "There are no such card payments.\n"
    )


def test_what_drivers_owe_is_listed_with_its_sum(till: Till, say: Say, sqlite_url: str) -> None:
    assert say("--database", sqlite_url, "payments", "--ious").out == "Nobody owes anything.\n"
    for bay, plate in (("A1", "KL 1"), ("A2", "TN 2")):
        booking = till.book(bay, plate)
        till.services.unpaid.iou(till.attendant, booking.id, "No money on them")
        till.clock.move(minutes=1)
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 1000)
    said = say("--database", sqlite_url, "payments", "--ious", "--json").record
    first, second = said["ious"]
    assert [(row["plate"], row["reason"]) for row in (first, second)] == [
        ("KL 1", "No money on them"),
        ("TN 2", "No money on them"),
    ]
    assert second["amount_minor"] - second["owed_minor"] == 1000
    assert (said["count"], said["totals"]) == (2, {"INR": first["owed_minor"] + second["owed_minor"]})
    told = say("--database", sqlite_url, "payments", "--ious", "--lot", till.lot.name).out
    assert "2 open, ₹" in told
    assert said["ious"][0]["ticket"] in told
    nowhere = say("--database", sqlite_url, "payments", "--ious", "--lot", "No such lot")
    assert nowhere.code == 2


def test_a_cash_desk_has_nothing_to_sync(
    till: Till, say: Say, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARKDESK_STRIPE_KEY", "")
    said = say("--database", sqlite_url, "sync")
    assert (said.code, "takes cash" in said.err) == (2, True)


def test_a_provider_that_refuses_the_key_is_said(
    till: Till, say: Say, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    monkeypatch.setenv("PARKDESK_STRIPE_KEY", "nonsense")
    said = say("--database", sqlite_url, "sync", "--once", "--json")
    assert (said.code, said.record["fault"]) == (3, "misconfigured")


def test_the_receiver_wants_a_secret(till: Till, say: Say, sqlite_url: str) -> None:
    said = say("--database", sqlite_url, "webhook", "--port", "0")
    assert (said.code, "PARKDESK_WEBHOOK_SECRET" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("secret", "off", "status"),
    [
        (SECRET, timedelta(0), 200),
        ("whsec_wrong", timedelta(0), 400),
        (SECRET, -timedelta(minutes=10), 400),
        (SECRET, timedelta(minutes=10), 400),
    ],
    ids=["signed", "wrong secret", "old", "from the future"],
)
def test_a_delivery(till: Till, secret: str, off: timedelta, status: int) -> None:
    charge = till.by_qr(till.book())
    till.settle(3)
    till.stripe.checkout.pay(till.page(charge))
    event = till.stripe.account.all("event")[-1]["id"]
    payload, signature = till.stripe.events.delivered(event, secret, till.clock() + off)
    receiver = Receiver(till.services, SECRET, "127.0.0.1", 0)
    serving = threading.Thread(target=receiver.serve, args=(timedelta(seconds=5),), kwargs={"rounds": 1})
    serving.start()
    connection = HTTPConnection("127.0.0.1", receiver.server_port, timeout=5)
    connection.request("POST", "/", payload, {"Stripe-Signature": signature})
    assert connection.getresponse().status == status
    connection.close()
    serving.join()
    receiver.server_close()
    if status == 200:
        assert till.charge(charge).shown is Shown.PAID


def test_the_same_delivery_twice_changes_nothing(till: Till) -> None:
    charge = till.by_qr(till.book())
    till.stripe.checkout.pay(till.page(charge))
    event = till.stripe.account.all("event")[-1]["id"]
    payload, signature = till.stripe.events.delivered(event, SECRET)
    for _ in range(2):
        assert till.services.settlement.told(payload, signature, SECRET)
        till.tick()
    assert [line.deed for line in till.services.journal.of(charge.id)].count("charge_paid") == 1
    till.check_books()
