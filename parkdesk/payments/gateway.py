"""What a desk asks of a payment provider, whichever it is, and how far a call that failed may have got."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Mode(StrEnum):
    """Which money moves: none (a cash desk), play money, or real money."""

    CASH = "cash"
    TEST = "test"
    LIVE = "live"


class Reached(StrEnum):
    """What a failed call means for the money it was about."""

    DEFINITE = "definite"
    """Refused for good: it did not happen and will not."""
    DECLINED = "declined"
    """The driver's bank said no."""
    UNKNOWN = "unknown"
    """It may have happened: ask before trying again."""
    NOT_SENT = "not_sent"
    """It never left this computer."""
    MISCONFIGURED = "misconfigured"
    """Key or address are wrong: nothing will work until somebody mends it."""


@dataclass(frozen=True, slots=True)
class GatewayState:
    """Whether payments work right now; `fault` and `reason` say why not."""

    mode: Mode
    fault: Reached | None = None
    reason: str = ""

    @property
    def works(self) -> bool:
        return self.fault is None


class Gateway(Protocol):
    """Calls block and may take as long as the network does: never on the GUI thread."""

    @property
    def mode(self) -> Mode: ...

    def state(self) -> GatewayState:
        """Ask the provider whether this desk's key works; a fault is told, never raised."""
        ...
