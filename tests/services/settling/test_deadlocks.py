"""Two desks that wait for each other on Postgres: the database ends one of them, and that one goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text

from parkdesk.domain.charge import Charge, Shown
from parkdesk.domain.system_errors import DatabaseBusy
from tests.another_desk import another, waiting
from tests.till import Till, till_case

pytestmark = pytest.mark.postgres
_TOUCH = text("UPDATE charge_attempts SET presented = presented WHERE id = :id")


@pytest.fixture
def till(postgres_url: str) -> Iterator[Till]:
    with till_case(postgres_url) as till:
        yield till


def two_open(till: Till) -> tuple[Charge, Charge]:
    """Their attempts in the order in which a desk asks after them."""
    charges = [till.by_qr(till.book(bay, f"KL {bay}")) for bay in ("A1", "A2")]
    first, second = sorted(charges, key=lambda charge: charge.latest.id)
    return first, second


def meet(till: Till, first: Charge, second: Charge, work: Callable[[], object]) -> list[BaseException]:
    """`work` takes the first attempt and then the second; somebody else has the second and wants the first."""
    met: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except DatabaseBusy as busy:
            met.append(busy)

    with another(till) as other:
        other.execute(_TOUCH, {"id": second.latest.id})
        desk = waiting(run, other)
        other.execute(_TOUCH, {"id": first.latest.id})
    desk.join()
    return met


def test_a_poll_that_meets_a_sweep_goes_on(till: Till) -> None:
    first, second = two_open(till)
    till.stripe.checkout.pay(till.page(first))
    till.clock.move(seconds=30)
    met = meet(till, first, second, till.services.settlement.tick)
    assert met == []
    assert till.charge(first).shown is Shown.PAID
    till.check_books()


def test_events_that_meet_a_sweep_are_read_all_the_same(till: Till) -> None:
    first, second = two_open(till)
    for charge in (first, second):
        till.stripe.checkout.pay(till.page(charge))
        till.tick(seconds=20)
    for charge in (first, second):
        till.stripe.disputes.open(till.charge(charge).latest.intent_id)
    till.clock.move(minutes=5)
    met = meet(till, first, second, till.services.settlement.tick)
    assert met == []
    till.settle(4)
    assert till.charge(first).disputed
    assert till.charge(second).disputed
    till.check_books()
