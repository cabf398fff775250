"""What Stripe's side holds, to compare a desk's books with."""

from __future__ import annotations

from dataclasses import dataclass

from tests.stripe_double.account import Account


@dataclass(frozen=True)
class Line:
    """All that was taken and given back under one reference, in the provider's units."""

    reference: str
    intents: tuple[str, ...] = ()
    """Those that succeeded: more than one means that a driver paid twice."""
    received: int = 0
    refunded: int = 0
    disputed: bool = False

    @property
    def kept(self) -> int:
        return self.received - self.refunded


def ledger(account: Account) -> dict[str, Line]:
    """A line for each reference (our `charge` in the metadata) under which money arrived."""
    with account.lock:
        lines: dict[str, Line] = {}
        for charge in account.all("charge"):
            reference = charge["metadata"].get("charge", "")
            line = lines.get(reference, Line(reference))
            lines[reference] = Line(
                reference,
                (*line.intents, charge["payment_intent"]),
                line.received + charge["amount"],
                line.refunded + charge["amount_refunded"],
                line.disputed or charge["disputed"],
            )
        return lines
