"""One world of money for one database: what was begun with play money never meets real money, nor the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkdesk.domain.charge import Mode
from parkdesk.domain.payment_errors import HoldsLivePayments, HoldsTestPayments
from parkdesk.payments.troubles import Trouble

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


def other_world(store: Store, mode: Mode) -> Trouble | None:
    """Why cards of this mode may not be charged with this database, if so."""
    known = store.outbox.world()
    if Mode.CASH in (mode, known) or known in (mode, None):
        return None
    return Trouble.TEST_BOOKS if known is Mode.TEST else Trouble.LIVE_BOOKS


def refuse_other_world(store: Store, mode: Mode) -> None:
    """Raises HoldsTestPayments or HoldsLivePayments."""
    trouble = other_world(store, mode)
    if trouble is not None:
        raise HoldsTestPayments if trouble is Trouble.TEST_BOOKS else HoldsLivePayments
