"""What a desk asks of Stripe in these tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeVar

from parkdesk.domain.charge import Attempt, Charge, Mode, Refund, RefundState, Tender
from parkdesk.domain.money import Money
from parkdesk.domain.reading import IntentReading, RefundReading, SessionReading
from parkdesk.payments import parameters
from parkdesk.payments.gateway import Operation, ReaderReading
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.services.desk import new_id
from tests.stripe_double import StripeDouble

KEY = "rk_test_desk"
_Got = TypeVar("_Got")


class Asking:
    """One charge of a desk, asked through one gateway."""

    def __init__(self, gateway: StripeGateway, minor: int = 500, currency: str = "EUR") -> None:
        self.gateway = gateway
        now = datetime.now(UTC)
        self.charge = Charge(
            new_id(), new_id(), new_id(), new_id(), Money(minor, currency), Mode.TEST, now, new_id()
        )
        self.attempt = Attempt(new_id(), self.charge.id, 1, Tender.QR, now)

    @property
    def reference(self) -> str:
        return str(self.charge.id)

    def session(self) -> SessionReading:
        asked = parameters.session_parameters(self.charge, self.attempt, "Parking")
        return the(SessionReading, self._send(Operation.CREATE_SESSION, asked))

    def expire(self, session_id: str) -> SessionReading:
        asked = parameters.end_parameters(Operation.EXPIRE_SESSION, session_id)
        return the(SessionReading, self._send(Operation.EXPIRE_SESSION, asked))

    def intent(self) -> IntentReading:
        asked = parameters.intent_parameters(self.charge, self.attempt)
        return the(IntentReading, self._send(Operation.CREATE_INTENT, asked))

    def present(self, reader_id: str, intent_id: str) -> ReaderReading:
        asked = parameters.present_parameters(reader_id, intent_id)
        return the(ReaderReading, self._send(Operation.PRESENT_INTENT, asked))

    def cancel_reader(self, reader_id: str) -> ReaderReading:
        asked = parameters.end_parameters(Operation.CANCEL_READER, reader_id)
        return the(ReaderReading, self._send(Operation.CANCEL_READER, asked))

    def cancel_intent(self, intent_id: str) -> IntentReading:
        asked = parameters.end_parameters(Operation.CANCEL_INTENT, intent_id)
        return the(IntentReading, self._send(Operation.CANCEL_INTENT, asked))

    def refund(self, intent_id: str, minor: int) -> RefundReading:
        refund = Refund(
            new_id(),
            new_id(),
            Money(minor, self.charge.amount.currency),
            RefundState.REQUESTED,
            "left early",
            datetime.now(UTC),
            None,
            self.charge.id,
        )
        asked = parameters.refund_parameters(refund, intent_id)
        key = parameters.idempotency_key(refund.id, Operation.REFUND, 1)
        return the(RefundReading, self.gateway.send(Operation.REFUND, asked, key))

    def paid(self, stripe: StripeDouble) -> str:
        """Ask for a session, pay it, and return its intent's id."""
        session = self.session()
        stripe.checkout.pay(session.id)
        intent = self.gateway.session(session.id).intent
        assert intent is not None
        return intent.id

    def _send(self, operation: Operation, asked: parameters.Parameters) -> object:
        key = parameters.idempotency_key(self.charge.id, operation, self.attempt.number)
        return self.gateway.send(operation, asked, key)


def the(kind: type[_Got], answer: object) -> _Got:
    assert isinstance(answer, kind)
    return answer
