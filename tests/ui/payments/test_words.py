"""Why a person must look at a charge, in their own language and with its facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from parkdesk.domain.attention import Reason, Why, said
from parkdesk.domain.claim import Claim
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.payments.troubles import Trouble
from parkdesk.ui.payments.words import attention_words
from tests.translations import compiled_file

pytestmark = pytest.mark.usefixtures("qapp")

NB = "\u00a0"
CURRENCY = Reason(Why.OTHER_CURRENCY, ("EUR", "INR"))


@pytest.fixture
def german() -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(compiled_file("de")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_each_reason_is_a_sentence() -> None:
    words = attention_words((Reason(Why.PAID_LATE), CURRENCY), None, "en")
    assert words == (
        "Paid after the booking had ended; the money goes back. The provider says EUR where INR was asked."
    )
    assert attention_words((), None, "en") == ""


LOT = Lot(UUID(int=1), "Riverside", "Asia/Kolkata", "INR", language="en_IN")
DUE = Reason(
    Why.DISPUTE_DUE,
    (Money(123_450, "INR"), Claim.DUPLICATE, datetime(2026, 12, 4, 20, 0, tzinfo=UTC)),
)


def test_sums_are_written_as_the_lot_does_and_days_by_its_clock() -> None:
    assert attention_words((DUE,), LOT, "en") == (
        f"The driver's bank wants ₹{NB}1,234.50 back (charged twice); answer in Stripe's Dashboard by 5 Dec 2026."
    )


def test_a_german_reads_german_days_and_the_lot_s_sums(german: None) -> None:
    assert attention_words((DUE,), LOT, "de") == (
        f"Die Bank des Fahrers will ₹{NB}1,234.50 zurück (doppelt belastet); "
        "bis 5. Dez. 2026 in Stripes Dashboard antworten."
    )


def test_they_are_said_in_german_too(german: None) -> None:
    words = attention_words(
        (CURRENCY, said(Trouble.REFUNDED_ALREADY), said("No such charge: {0}")), None, "de"
    )
    assert words == (
        "Der Anbieter sagt EUR, wo INR verlangt war. Das wurde bereits zurückgegeben. No such charge: {0}."
    )
