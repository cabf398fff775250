"""The rows of money that a provider moves: taking in what it says, and what settling costs the desk itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from parkdesk.domain.charge import Attempt, Mode, Tender
from parkdesk.domain.reading import IntentReading, Reading, SessionReading, read_into
from parkdesk.payments.gateway import EventHint, GatewayState, Operation
from parkdesk.services.bundle import Services
from parkdesk.store.migrate import migrate
from tests.benchmarks.measure import Effort, Row, timed
from tests.kit import desk_case

READINGS_A_SECOND = 50_000
READINGS = 20_000
OPEN = 1_000
TICK_MS = 50.0


def rows(folder: Path, effort: Effort) -> Iterator[Row]:
    yield _reducer(effort.turns)
    yield _tick(folder, min(OPEN, effort.large), effort.turns)


def _reducer(turns: int) -> Row:
    opened_at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    attempt = Attempt(UUID(int=1), UUID(int=2), 1, Tender.QR, opened_at)
    intent = IntentReading("pi_1", "processing", 500, "eur", False, str(UUID(int=2)))
    session = SessionReading("cs_1", "open", "unpaid", 500, "eur", False, str(UUID(int=2)), intent=intent)
    paid = replace(session, status="complete", payment_status="paid")
    shapes: tuple[Reading, ...] = (session, intent, paid)
    told = [replace(shapes[number % 3], number=number) for number in range(READINGS)]
    taken = median(timed(lambda: read_into(attempt, told)) for _ in range(max(3, turns // 30)))
    return Row(
        "what a provider says, read into a payment",
        READINGS / taken * 1000,
        READINGS_A_SECOND,
        1,
        "asked",
        unit="a second",
        at_least=True,
        more_is_better=True,
    )


class _AtOnce:
    """A provider without a network: every page is open, and nobody pays."""

    mode = Mode.TEST

    def state(self) -> GatewayState:
        return GatewayState(Mode.TEST)

    def send(self, operation: Operation, parameters: Mapping[str, Any], key: str) -> SessionReading:
        amount = parameters["line_items"][0]["price_data"]
        reference = parameters["client_reference_id"]
        self._page = SessionReading(
            f"cs_{reference}",
            "open",
            "unpaid",
            amount["unit_amount"],
            amount["currency"],
            False,
            reference,
            "https://x",
        )
        return self._page

    def session(self, session_id: str) -> SessionReading:
        return replace(self._page, id=session_id, reference=session_id.removeprefix("cs_"))

    def events_after(self, cursor: str | None) -> tuple[EventHint, ...]:
        return ()

    def close(self) -> None: ...


def _tick(folder: Path, count: int, turns: int) -> Row:
    url = f"sqlite:///{folder / 'open.db'}"
    migrate(url)
    with desk_case(url, bays=count) as case:
        services = Services.of(case.desk, _AtOnce)
        for number in range(count):
            booking = case.book(f"A{number + 1}", f"KL {number}", minutes=600)
            services.charges.open(case.attendant, booking.id, Tender.QR)
        while services.settlement.tick().waiting:
            pass

        def due_again() -> float:
            # Far enough for every one of them to be due.
            case.clock.move(minutes=2)
            return timed(services.settlement.tick)

        taken = median(due_again() for _ in range(max(3, turns // 10)))
        services.close()
    return Row(f"a tick with {count:,} open payments, all due", taken, TICK_MS, 1, "asked")
