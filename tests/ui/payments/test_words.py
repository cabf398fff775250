"""Why a person must look at a charge, in their own language and with its facts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from parkdesk.domain.attention import Reason, Why, said
from parkdesk.payments.troubles import Trouble
from parkdesk.ui.payments.words import attention_words
from tests.translations import compiled_file

pytestmark = pytest.mark.usefixtures("qapp")

CURRENCY = Reason(Why.OTHER_CURRENCY, ("EUR", "INR"))


@pytest.fixture
def german() -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(compiled_file("de")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_each_reason_is_a_sentence() -> None:
    words = attention_words((Reason(Why.PAID_LATE), CURRENCY))
    assert words == (
        "Paid after the booking had ended; the money goes back. The provider says EUR where INR was asked."
    )
    assert attention_words(()) == ""


def test_they_are_said_in_german_too(german: None) -> None:
    words = attention_words((CURRENCY, said(Trouble.REFUNDED_ALREADY), said("No such charge: {0}")))
    assert words == (
        "Der Anbieter sagt EUR, wo INR verlangt war. Das wurde bereits zurückgegeben. No such charge: {0}."
    )
