"""What a driver pays while the desk is closed: told when it opens again, once."""

from __future__ import annotations

from parkdesk.domain.charge import Phase, Tender
from tests.kit import Case
from tests.stripe_double import StripeDouble
from tests.ui.desk_window import DeskWindow
from tests.ui.payments.conftest import CardDesk


def test_a_payment_that_ended_while_the_desk_was_closed_is_told_once(
    case: Case, window: DeskWindow, stripe: StripeDouble
) -> None:
    stay = case.book("A1")
    charge = case.services.charges.open(case.attendant, stay.id, Tender.QR)
    case.services.settlement.tick()
    stripe.checkout.pay(str(case.services.charges.get(charge.id).latest.session_id))
    case.clock.move(seconds=30)
    desk = CardDesk(window, stripe)
    desk.open()
    desk.until(lambda: desk.phase(stay) is Phase.PAID)
    desk.until(lambda: window.said)
    desk.later()
    window.settle()
    assert window.said == ["KL 08 AZ 1234 paid ₹\u00a070.80"]
    assert desk.up == {}
    desk.settling.stop()


def test_one_that_is_still_open_stands_in_the_strip(
    case: Case, window: DeskWindow, stripe: StripeDouble
) -> None:
    stay = case.book("A1")
    charge = case.services.charges.open(case.attendant, stay.id, Tender.QR)
    case.services.settlement.tick()
    desk = CardDesk(window, stripe)
    desk.open()
    desk.until(lambda: desk.up)
    assert list(desk.up) == [f"charge/{charge.id}"]
    assert window.said == []
    desk.settling.stop()
