"""What the desk asks all day is answered from an index, however long the history grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_list import PaymentFilter, Which
from tests.kit import NINE, Case, desk_case

LONG = (
    "bookings",
    "journal",
    "journal_touches",
    "payments",
    "receipts",
    "mails",
    "charges",
    "daily",
    "daily_takings",
)
"""The tables that grow for as long as a lot is open."""
HOUR = timedelta(hours=1)
TODAY = NINE.date()


def owing(case: Case) -> object:
    """Of a stay that was renewed, so that every way from one of its bookings to the next is asked for."""
    case.services.bookings.renew(case.attendant, first(case))
    case.services.unpaid.iou(case.attendant, first(case), "No money")
    return case.services.payment_list.ious(IouFilter(case.lot.id))


def first(case: Case) -> UUID:
    return case.services.bookings.page(case.lot.id).rows[-1].booking.id


QUESTIONS: dict[str, Callable[[Case], object]] = {
    "the board": lambda case: case.services.lots.board(case.lot.id),
    "what is free": lambda case: case.services.lots.availability(case.lot.id, NINE, NINE + HOUR),
    "a booking": lambda case: case.book("A3", "KL 3"),
    "a late entry": lambda case: case.services.bookings.book(
        case.supervisor, case.ask("A3", "KL 3", starts_at=NINE - HOUR, minutes=120, back_entry=True)
    ),
    "a renewal": lambda case: case.services.bookings.renew(case.attendant, first(case)),
    "a check-out": lambda case: case.services.stays.check_out(case.attendant, first(case)),
    "a payment": lambda case: case.services.payments.take(case.attendant, first(case), Method.CASH),
    "a detail": lambda case: case.services.bookings.detail(first(case)),
    "a page": lambda case: case.services.bookings.page(case.lot.id, "live"),
    "a day": lambda case: case.services.bookings.of_days(case.lot.id, TODAY, TODAY),
    "an idle sweep": lambda case: case.services.sweep.run(),
    "what ends soon": lambda case: case.services.sweep.ending(NINE + HOUR),
    "the IOUs": owing,
    "cash to hand back": lambda case: case.services.refunds.to_hand_back(case.lot.id),
    "the refunds of a stay": lambda case: case.services.refunds.of_booking(first(case)),
    "what leaving costs": lambda case: case.services.refunds.preview_check_out(first(case)),
    "a receipt's payments": lambda case: case.services.payment_list.page(
        PaymentFilter(case.lot.id, text="000001")
    ),
    "what needs a look": lambda case: case.services.payment_list.page(
        PaymentFilter(case.lot.id, Which.ATTENTION)
    ),
    "a ticket": lambda case: case.services.search.find(case.services.bookings.get(first(case)).ticket),
    "what to undo": lambda case: case.services.undo.last(case.attendant),
    "a history": lambda case: case.services.journal.of(first(case)),
    "a report": lambda case: case.services.reports.report(case.owner, case.lot.id, TODAY, TODAY),
    "the day's takings": lambda case: case.services.reports.today_takings(case.lot.id),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_long_table_is_read_through(sqlite_url: str, question: str) -> None:
    with desk_case(sqlite_url) as case:
        for number in (1, 2):
            booking = case.book(f"A{number}", f"KL {number}")
            case.services.payments.take(case.attendant, booking.id, Method.CASH, 100)
        asked: list[tuple[str, object]] = []
        event.listen(
            case.database.engine,
            "before_cursor_execute",
            lambda _c, _u, statement, parameters, *_: asked.append((statement, parameters)),
        )
        QUESTIONS[question](case)
        read = [found for found in asked if found[0].startswith(("SELECT", "UPDATE", "WITH"))]
        assert read
        with case.database.reading() as store:
            plans = [
                (statement, str(line.detail))
                for statement, parameters in read
                for line in store.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
    through = [plan for plan in plans if plan[1] in {f"SCAN {table}" for table in LONG}]
    assert through == []
