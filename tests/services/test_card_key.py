"""A desk's card key: kept in the keyring, found there again, and forgotten."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from parkdesk.app import open_gateway
from parkdesk.domain.charge import Mode
from parkdesk.services.bundle import Services
from parkdesk.services.card_key import KeySource
from tests.drawer import Drawer, drawer
from tests.kit import Case
from tests.stripe_double import StripeDouble

__all__ = ["drawer"]
KEY = "rk_test_desk"


def started(case: Case, data_dir: Path) -> Services:
    return Services.of(case.desk, partial(open_gateway, data_dir), data_dir)


@pytest.fixture(autouse=True)
def _no_key_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARKDESK_STRIPE_KEY", raising=False)


def test_a_key_that_was_kept_is_there_at_the_next_start(
    case: Case, tmp_path: Path, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StripeDouble(case.clock) as stripe:
        monkeypatch.setenv("PARKDESK_STRIPE_ADDRESS", stripe.address)
        desk = started(case, tmp_path)
        assert desk.provider.mode() is Mode.CASH
        assert drawer.asked == 0, "a cash desk does not look for a key"
        assert desk.card_key.keep(case.owner, KEY).works
        again = started(case, tmp_path)
        assert again.provider.mode() is Mode.TEST
        assert again.card_key.source() is KeySource.KEYRING
        again.card_key.forget(case.owner)
        assert again.provider.mode() is Mode.CASH
        assert again.card_key.source() is KeySource.NONE
        asked = drawer.asked
        assert started(case, tmp_path).provider.mode() is Mode.CASH
        assert drawer.asked == asked
        desk.provider.close()


def test_a_key_put_into_the_keyring_by_hand_is_used_once_somebody_has_asked(
    case: Case, tmp_path: Path, drawer: Drawer
) -> None:
    drawer.set_password("ParkDesk", "stripe", KEY)
    desk = started(case, tmp_path)
    assert desk.provider.mode() is Mode.CASH
    assert desk.card_key.source() is KeySource.KEYRING
    assert desk.provider.mode() is Mode.TEST
    assert started(case, tmp_path).provider.mode() is Mode.TEST
