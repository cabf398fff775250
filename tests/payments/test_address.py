"""Which key talks to which address; a wrong world is noticed before and after the call."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import stripe as sdk

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Mode
from parkdesk.domain.reading import strange
from parkdesk.payments.address import STRIPE, barred, mode_of
from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.payments.troubles import Trouble
from tests.payments.asking import Asking
from tests.stripe_double import StripeDouble


@pytest.mark.parametrize("key", ["rk_live_1", "sk_live_1", "rk_test_1", "sk_test_Ab_9"])
def test_any_secret_key_may_talk_to_stripe(key: str) -> None:
    assert barred(key, STRIPE) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:4242",
        "https://localhost",
        "http://api.stripe.com",
        "https://api.stripe.com.example.org",
        "https://api.stripe.com@example.org",
        "https://api.stripe.com/",
    ],
)
def test_a_live_key_talks_to_nobody_else(address: str) -> None:
    assert mode_of("rk_live_1") is Mode.LIVE
    assert barred("rk_live_1", address) is Trouble.LIVE_ELSEWHERE


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("http://127.0.0.1:4242", True),
        ("http://localhost:4242", True),
        ("https://[::1]:4242", True),
        ("https://127.0.0.1:4242", True),
        ("http://pay.example.org", False),
        ("https://pay.example.org", False),
        ("http://127.0.0.1@example.org", False),
        ("http://127.0.0.1.example.org", False),
        ("http://10.0.0.1", False),
        ("http://127.0.0.1:99999", False),
        ("ftp://127.0.0.1", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_a_test_key_also_talks_to_this_computer(address: str, good: bool) -> None:
    assert barred("rk_test_1", address) is (None if good else Trouble.ADDRESS_ELSEWHERE)


@pytest.mark.parametrize(
    "key", ["pk_test_1", "whsec_1", "rk_test_", "rk_test_1\nX: y", "rk_test_ü", "hello", ""]
)
def test_what_is_no_secret_key_is_used_nowhere(key: str) -> None:
    assert barred(key, STRIPE) is Trouble.ODD_KEY


def test_a_barred_gateway_says_nothing_to_anybody(stripe: StripeDouble) -> None:
    gateway = StripeGateway("rk_live_1", stripe.address)
    state = gateway.state()
    assert (state.fault, state.reason, state.mode) == (
        Reached.MISCONFIGURED,
        Trouble.LIVE_ELSEWHERE,
        Mode.LIVE,
    )
    with pytest.raises(GatewayFault):
        Asking(gateway).session()
    assert stripe.calls == []


def test_an_answer_from_the_other_world_is_strange(stripe: StripeDouble, gateway: StripeGateway) -> None:
    stripe.account.live = True
    asking = Asking(gateway)
    assert strange(asking.charge, asking.session()) == Reason(Why.OTHER_MODE)


def test_a_revoked_key_and_one_with_too_few_rights_are_told_apart(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    asking = Asking(gateway)
    intent_id = asking.paid(stripe)
    stripe.api.denied.add(("rk_test_desk", "/v1/refunds"))
    with pytest.raises(GatewayFault) as denied:
        asking.refund(intent_id, 100)
    assert (denied.value.reached, denied.value.reason) == (Reached.MISCONFIGURED, Trouble.TOO_FEW_RIGHTS)
    stripe.api.revoked.add("rk_test_desk")
    assert gateway.state().reason == Trouble.KEY_REFUSED


def test_the_sdks_certificates_are_there() -> None:
    assert Path(sdk.ca_bundle_path).is_file()


def test_the_sdk_writes_nothing_into_the_home_folder(tmp_path: Path, stripe: StripeDouble) -> None:
    work = (
        "from parkdesk.payments.stripe_gateway import StripeGateway\n"
        f"gateway = StripeGateway('rk_test_1', {stripe.address!r})\n"
        "assert gateway.state().works and gateway.state().works\n"
        "gateway.close()"
    )
    folders = {
        name: str(tmp_path)
        for name in ("HOME", "APPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    subprocess.run([sys.executable, "-W", "error", "-c", work], env=os.environ | folders, check=True)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("module", ["gateway", "no_gateway", "parameters", "webhook", "address", "troubles"])
def test_what_the_services_import_costs_no_sdk(module: str) -> None:
    work = (
        f"import sys, parkdesk.payments.{module}\n"
        "assert not {'stripe', 'requests', 'keyring'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", work], check=True)
