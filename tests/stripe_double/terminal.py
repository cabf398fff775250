"""Simulated card readers (docs.stripe.com/terminal/payments/collect-card-payment, server-driven)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.events import Events
from tests.stripe_double.forms import require
from tests.stripe_double.intents import DECLINED, Intents
from tests.stripe_double.refusal import Refused

DECLINING_CARD = "4000000000000002"
CODES = ("simulated-wpe", "simulated-s700", "simulated-s710")


class Terminal:
    def __init__(self, account: Account, events: Events, intents: Intents) -> None:
        self._account, self._events, self._intents = account, events, intents
        self.location = account.make(
            "tml", "terminal.location", display_name="The lot", address={"country": "DE"}, metadata={}
        )["id"]

    # What the API does

    def register(self, asked: Mapping[str, Any]) -> Thing:
        require(asked, "registration_code")
        if asked["registration_code"] not in CODES:
            raise Refused("The registration code is not valid.", param="registration_code")
        if "location" in asked:
            self._account.get(asked["location"], "terminal.location", "location", 400)
        return self._account.make(
            "tmr",
            "terminal.reader",
            action=None,
            device_type=f"{asked['registration_code'].replace('-', '_')}",
            label=asked.get("label", asked["registration_code"]),
            location=asked.get("location"),
            metadata={},
            serial_number="0000",
            status="online",
        )

    def process(self, reader_id: str, asked: Mapping[str, Any]) -> Thing:
        require(asked, "payment_intent")
        reader = self._account.get(reader_id, "terminal.reader")
        intent = self._account.get(asked["payment_intent"], "payment_intent", "payment_intent")
        if reader["status"] != "online":
            raise Refused("Reader is currently offline.", code="terminal_reader_offline", kept=True)
        if self._busy(reader):
            raise Refused(
                "Reader is currently processing another action.", code="terminal_reader_busy", kept=True
            )
        if "card_present" not in intent["payment_method_types"]:
            raise Refused(
                "This PaymentIntent does not take card_present.", code="payment_intent_invalid_parameter"
            )
        if intent["status"] != "requires_payment_method":
            raise Refused(
                f"This PaymentIntent has a status of {intent['status']}.",
                code="payment_intent_unexpected_state",
                kept=True,
            )
        reader["action"] = {
            "type": "process_payment_intent",
            "status": "in_progress",
            "api_error": None,
            "failure_code": None,
            "failure_message": None,
            "process_payment_intent": {
                "payment_intent": intent["id"],
                "process_config": asked.get("process_config", {}),
            },
        }
        return reader

    def cancel(self, reader_id: str) -> Thing:
        reader = self._account.get(reader_id, "terminal.reader")
        if reader["status"] != "online":
            raise Refused("Reader is currently offline.", code="terminal_reader_offline", kept=True)
        reader["action"] = None
        return reader

    def present(self, reader_id: str, asked: Mapping[str, Any]) -> Thing:
        """The API's own simulated card."""
        number = asked.get("card_present", {}).get("number", "")
        reader = self._account.get(reader_id, "terminal.reader")
        self._answer(reader, approved=number != DECLINING_CARD)
        return reader

    # What happens at the reader

    def add(self, label: str = "Exit") -> str:
        """A reader that is registered already. Returns its id."""
        with self._account.lock:
            asked = {"registration_code": CODES[0], "label": label, "location": self.location}
            return str(self.register(asked)["id"])

    def approve(self, reader_id: str) -> None:
        """The driver holds a good card to it."""
        with self._account.lock:
            self._answer(self._account.get(reader_id, "terminal.reader"), approved=True)

    def decline(self, reader_id: str, message: str = DECLINED) -> None:
        with self._account.lock:
            self._answer(self._account.get(reader_id, "terminal.reader"), approved=False, message=message)

    def abandon(self, reader_id: str) -> None:
        """The driver presses cancel, or walks away until the reader gives up."""
        with self._account.lock:
            reader = self._account.get(reader_id, "terminal.reader")
            self._end(reader, "failed", "customer_canceled", "The customer canceled the transaction.")

    def go(self, reader_id: str, *, online: bool) -> None:
        with self._account.lock:
            self._account.get(reader_id, "terminal.reader")["status"] = "online" if online else "offline"

    def _answer(self, reader: Thing, *, approved: bool, message: str = DECLINED) -> None:
        if not self._busy(reader):
            raise Refused("There is no action on this reader.", code="terminal_reader_invalid_state")
        intent_id = reader["action"]["process_payment_intent"]["payment_intent"]
        intent = self._account.get(intent_id, "payment_intent")
        if approved:
            self._intents.succeed(intent)
            self._end(reader, "succeeded")
        else:
            self._intents.decline(intent, message)
            self._end(reader, "failed", "card_declined", message)

    def _end(self, reader: Thing, status: str, code: str | None = None, message: str | None = None) -> None:
        reader["action"].update(status=status, failure_code=code, failure_message=message)
        self._events.happened(f"terminal.reader.action_{status}", reader)

    def _busy(self, reader: Thing) -> bool:
        return reader["action"] is not None and reader["action"]["status"] == "in_progress"
