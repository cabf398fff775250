"""The list of payments: newest first, a page at a time, by what they are, when, how and for whom."""

from __future__ import annotations

from datetime import date

import pytest

from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import PaymentUnknown
from parkdesk.domain.payment_list import PaymentFilter, PaymentRow, Which
from parkdesk.services.desk import new_id
from tests.kit import Case

DAY = date(2026, 11, 21)


def drawn(rows: tuple[PaymentRow, ...]) -> str:
    return " | ".join(f"{row.plate} {row.payment.method} {row.payment.amount_minor}" for row in rows)


def listed(case: Case, **wanted: object) -> str:
    return drawn(case.services.payment_list.page(PaymentFilter(case.lot.id, **wanted)).rows)


@pytest.fixture
def three(case: Case) -> Case:
    """Cash yesterday; today a part in cash, given back in part, and the rest by card elsewhere."""
    first = case.book("A1", "KL 1 A 1")
    case.services.payments.take(case.attendant, first.id, Method.CASH)
    case.clock.move(days=1)
    second = case.book("A2", "TN 2 B 2")
    cash = case.services.payments.take(case.attendant, second.id, Method.CASH, 5000)[0]
    case.services.refunds.give_back(case.owner, cash.id, 1000, "wrong bay")
    case.services.payments.take(case.attendant, second.id, Method.CARD)
    return case


def test_the_newest_stand_first_and_pages_follow_by_key(three: Case) -> None:
    assert listed(three) == "TN 2 B 2 card 3080 | TN 2 B 2 cash 5000 | KL 1 A 1 cash 7080"
    service, wanted = three.services.payment_list, PaymentFilter(three.lot.id)
    first = service.page(wanted, most=2)
    assert drawn(first.rows) == "TN 2 B 2 card 3080 | TN 2 B 2 cash 5000"
    second = service.page(wanted, after=first.next, most=2)
    assert (drawn(second.rows), second.next) == ("KL 1 A 1 cash 7080", None)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"day": DAY}, "KL 1 A 1 cash 7080"),
        ({"method": Method.CARD}, "TN 2 B 2 card 3080"),
        ({"which": Which.REFUNDED}, "TN 2 B 2 cash 5000"),
        ({"which": Which.PAID, "method": Method.CASH}, "KL 1 A 1 cash 7080"),
        ({"which": Which.OPEN}, ""),
        ({"which": Which.FAILED}, ""),
        ({"which": Which.ATTENTION}, ""),
        ({"text": "kl-1"}, "KL 1 A 1 cash 7080"),
        ({"text": "%"}, "TN 2 B 2 card 3080 | TN 2 B 2 cash 5000 | KL 1 A 1 cash 7080"),
        ({"text": "zz"}, ""),
    ],
)
def test_it_is_narrowed_by_state_day_method_and_plate(
    three: Case, wanted: dict[str, object], shown: str
) -> None:
    assert listed(three, **wanted) == shown


def test_a_ticket_finds_its_payments(three: Case) -> None:
    row = three.services.payment_list.page(PaymentFilter(three.lot.id)).rows[-1]
    assert listed(three, text=row.ticket.lower()) == "KL 1 A 1 cash 7080"


def test_a_payment_tells_what_happened_to_it(three: Case) -> None:
    service = three.services.payment_list
    row = service.page(PaymentFilter(three.lot.id, Which.REFUNDED)).rows[0]
    story = service.story(row.payment.id)
    assert [line.deed for line in story.history] == ["take_payment", "refund"]
    assert [refund.amount.minor for refund in story.refunds] == [1000]
    assert (story.charge, story.lot.id) == (None, three.lot.id)
    with pytest.raises(PaymentUnknown):
        service.story(new_id())
