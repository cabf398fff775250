"""This desk's key to the payment provider: kept in the system's keyring, never shown again, never written down here."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from parkdesk import config
from parkdesk.domain.charge import Mode
from parkdesk.domain.payment_errors import KeyGiven, KeyOdd
from parkdesk.domain.people import Person, Right
from parkdesk.payments.address import barred, mode_of
from parkdesk.payments.gateway import GatewayState
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import Desk
from parkdesk.services.settlement import Settlement
from parkdesk.services.settling.worlds import refuse_other_world


class KeySource(StrEnum):
    """Where the key comes from."""

    NONE = "none"
    KEYRING = "keyring"
    ENVIRONMENT = "environment"


class CardKeyService:
    """All of it may wait for the keyring or the network: call it on a network thread."""

    def __init__(self, desk: Desk, settlement: Settlement, data_dir: Path) -> None:
        self._desk = desk
        self._settlement = settlement
        self._data_dir = data_dir

    def source(self) -> KeySource:
        """Finds a key that somebody else put into the keyring, too, and takes it for this desk's.

        Raises FileUnwritable.
        """
        known = config.stripe_key(self._data_dir) is not None
        if config.stripe_key_is_given():
            return KeySource.ENVIRONMENT if known else KeySource.NONE
        if known:
            return KeySource.KEYRING
        if not config.find_stripe_key(self._data_dir):
            return KeySource.NONE
        self._settlement.key_changed()
        return KeySource.KEYRING

    def keep(self, who: Person, key: str) -> GatewayState:
        """Take a key for this desk, and say whether it works.

        Raises NotAllowed, KeyGiven, KeyOdd, HoldsTestPayments, HoldsLivePayments, PasswordNotKept or
        FileUnwritable.
        """
        who.require(Right.MANAGE)
        self._refuse_given()
        key = key.strip()
        if barred(key, config.stripe_address() or "") is Trouble.ODD_KEY:
            raise KeyOdd(field="key")
        mode = mode_of(key)
        with self._desk.look() as store:
            refuse_other_world(store, mode)
        config.keep_stripe_key(self._data_dir, key)
        self._journal(who, "keep_card_key", mode)
        return self._settlement_anew()

    def forget(self, who: Person) -> None:
        """From now on this is a cash desk. Raises NotAllowed, KeyGiven or PasswordNotKept."""
        who.require(Right.MANAGE)
        self._refuse_given()
        config.forget_stripe_key(self._data_dir)
        self._journal(who, "forget_card_key", Mode.CASH)
        self._settlement.key_changed()

    def _settlement_anew(self) -> GatewayState:
        self._settlement.key_changed()
        return self._settlement.test_connection()

    def _refuse_given(self) -> None:
        if config.stripe_key_is_given():
            raise KeyGiven(variable=config.STRIPE_VARIABLE, field="key")

    def _journal(self, who: Person, deed: str, mode: Mode) -> None:
        self._desk.do(deed, who, Right.MANAGE, lambda _deed: None, arguments={"mode": mode.value})
