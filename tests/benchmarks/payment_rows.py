"""The rows of money that a provider moves: how fast what it says is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import UUID

from parkdesk.domain.charge import Attempt, Tender
from parkdesk.domain.reading import IntentReading, Reading, SessionReading, read_into
from tests.benchmarks.measure import Effort, Row, timed

READINGS_A_SECOND = 50_000
READINGS = 20_000


def rows(folder: Path, effort: Effort) -> Iterator[Row]:
    yield _reducer(effort.turns)


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
