"""The list of payments: newest first, a page at a time, by what they are, when, how and for whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from parkdesk.domain.iou_list import IouFilter, IouPage
from parkdesk.domain.mail import Mail, MailState
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import PaymentUnknown
from parkdesk.domain.payment_list import PaymentFilter, PaymentRow, Which
from parkdesk.domain.receipt import read_code
from parkdesk.outlets.mail import MailServer, Security
from parkdesk.services.desk import new_id
from tests.kit import Case

DAY = date(2026, 11, 21)


def drawn(rows: tuple[PaymentRow, ...]) -> str:
    return " | ".join(f"{row.plate} {row.payment.method} {row.payment.amount_minor}" for row in rows)


def listed(case: Case, **wanted: object) -> str:
    return drawn(case.services.payment_list.page(PaymentFilter(case.lot.id, **wanted)).rows)


@pytest.fixture
def three(case: Case) -> Case:
    """Cash yesterday; today a part in cash, the rest by card elsewhere, and some of the cash back."""
    first = case.book("A1", "KL 1 A 1")
    case.services.payments.take(case.attendant, first.id, Method.CASH)
    case.clock.move(days=1)
    second = case.book("A2", "TN 2 B 2")
    cash = case.services.payments.take(case.attendant, second.id, Method.CASH, 5000)[0]
    case.services.payments.take(case.attendant, second.id, Method.CARD)
    case.services.refunds.give_back(case.owner, cash.id, 1000, "wrong bay")
    return case


def test_the_newest_stand_first_and_pages_follow_by_key(three: Case) -> None:
    assert listed(three) == "TN 2 B 2 card 2080 | TN 2 B 2 cash 5000 | KL 1 A 1 cash 7080"
    service, wanted = three.services.payment_list, PaymentFilter(three.lot.id)
    first = service.page(wanted, most=2)
    assert drawn(first.rows) == "TN 2 B 2 card 2080 | TN 2 B 2 cash 5000"
    second = service.page(wanted, after=first.next, most=2)
    assert (drawn(second.rows), second.next) == ("KL 1 A 1 cash 7080", None)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"day": DAY}, "KL 1 A 1 cash 7080"),
        ({"method": Method.CARD}, "TN 2 B 2 card 2080"),
        ({"which": Which.REFUNDED}, "TN 2 B 2 cash 5000"),
        ({"which": Which.PAID, "method": Method.CASH}, "KL 1 A 1 cash 7080"),
        ({"which": Which.OPEN}, ""),
        ({"which": Which.FAILED}, ""),
        ({"which": Which.ATTENTION}, ""),
        ({"text": "kl-1"}, "KL 1 A 1 cash 7080"),
        ({"text": "%"}, "TN 2 B 2 card 2080 | TN 2 B 2 cash 5000 | KL 1 A 1 cash 7080"),
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


def test_a_receipt_s_number_finds_the_payments_of_its_stay(three: Case) -> None:
    cash = three.services.payment_list.page(PaymentFilter(three.lot.id)).rows[1]
    receipt = three.services.receipts.issue(three.attendant, cash.payment.booking_id).receipt
    both = "TN 2 B 2 card 2080 | TN 2 B 2 cash 5000"
    assert listed(three, text=receipt.code) == both
    assert listed(three, text=f" {receipt.code.lower().replace('-', ' ')} ") == both
    assert listed(three, text=receipt.code.partition("-")[2]) == both
    assert listed(three, text=f"{receipt.code[:4]}000999") == ""
    other = "222" if receipt.code[:3] != "222" else "333"
    assert listed(three, text=f"{other}-{receipt.number:06d}") == "", "of another desk's series"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("K7M-000123", ("K7M", 123)),
        ("k7m000123", ("K7M", 123)),
        ("000123", ("", 123)),
        ("123", None),
        ("KL 08 AZ 1234", None),
        ("7K3-Q9FM", None),
        ("\u0663\u0663\u0663\u0663\u0663\u0663", None),
    ],
)
def test_what_is_a_receipt_s_number(text: str, code: tuple[str, int] | None) -> None:
    assert read_code(text) == code


def owing(page: IouPage) -> str:
    return " | ".join(
        f"{row.iou.plate} {row.bay_code} {row.iou.reason} {row.paid.minor} paid" for row in page.rows
    )


@pytest.fixture
def ious(case: Case) -> Case:
    """Three drivers who could not pay, one after the other; the second has paid a part since."""
    for bay, plate, reason in (
        ("A1", "KL 1 A 1", "No money"),
        ("A2", "TN 2 B 2", "Card declined"),
        ("A3", "KL 3 C 3", "Network is down"),
    ):
        booking = case.book(bay, plate)
        case.services.unpaid.iou(case.attendant, booking.id, reason)
        if bay == "A2":
            case.services.payments.take(case.attendant, booking.id, Method.CASH, 1000)
        case.clock.move(minutes=5)
    return case


def test_ious_stand_oldest_first_with_what_is_still_owed(ious: Case) -> None:
    service, wanted = ious.services.payment_list, IouFilter(ious.lot.id)
    page = service.ious(wanted)
    assert owing(page) == (
        "KL 1 A 1 A1 No money 0 paid | TN 2 B 2 A2 Card declined 1000 paid | "
        "KL 3 C 3 A3 Network is down 0 paid"
    )
    dues = [ious.services.bookings.detail(row.iou.booking_id).due_minor for row in page.rows]
    assert [row.owed.minor for row in page.rows] == dues
    assert (page.count, [total.minor for total in page.totals]) == (3, [sum(dues)])
    assert (page.rows[1].lot_name, page.rows[1].issued_by) == (ious.lot.name, ious.attendant.name)
    first = service.ious(wanted, most=2)
    second = service.ious(wanted, after=first.next, most=2)
    assert [row.iou.plate for row in first.rows] == ["KL 1 A 1", "TN 2 B 2"]
    assert [row.iou.plate for row in second.rows] == ["KL 3 C 3"]
    assert (second.next, second.count) == (None, 3)


def test_ious_are_found_by_plate_ticket_and_lot(ious: Case) -> None:
    service = ious.services.payment_list
    row = service.ious(IouFilter()).rows[1]
    for text in ("tn2", row.iou.ticket):
        assert [found.iou.id for found in service.ious(IouFilter(ious.lot.id, text)).rows] == [row.iou.id]
    receipt = ious.services.receipts.issue(ious.attendant, row.iou.booking_id).receipt
    found = service.ious(IouFilter(ious.lot.id, receipt.code)).rows
    assert [one.iou.id for one in found] == [row.iou.id]
    nowhere = service.ious(IouFilter(new_id()))
    assert (nowhere.rows, nowhere.count, nowhere.totals) == ((), 0, ())


def test_an_iou_that_is_paid_or_struck_leaves_the_list(ious: Case) -> None:
    first, second, third = ious.services.payment_list.ious(IouFilter()).rows
    ious.services.payments.take(ious.attendant, first.iou.booking_id, Method.CASH)
    ious.services.unpaid.settle_iou(ious.supervisor, third.iou.id, "Moved away")
    page = ious.services.payment_list.ious(IouFilter())
    assert [row.iou.id for row in page.rows] == [second.iou.id]
    assert page.totals == (second.owed,)


def test_what_an_iou_owes_counts_the_whole_stay(case: Case) -> None:
    """The money for a stay of several bookings goes to whichever of them owes some."""
    case.hold()
    booking = case.book("A1", "KL 1")
    case.services.bookings.renew(case.attendant, booking.id)
    case.clock.move(hours=1, minutes=30)
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    assert iou.amount.minor == case.services.bookings.detail(booking.id).due_minor
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 3000)
    (row,) = case.services.payment_list.ious(IouFilter(case.lot.id)).rows
    assert row.owed.minor == iou.amount.minor - 3000
    assert row.owed.minor == case.services.bookings.detail(booking.id).due_minor


def test_a_later_renewal_s_price_is_no_part_of_an_iou(case: Case) -> None:
    booking = case.book("A1", "KL 1")
    iou = case.services.unpaid.iou(case.attendant, booking.id, "No money")
    case.clock.move(minutes=10)
    case.services.bookings.renew(case.attendant, booking.id, timedelta(hours=2))
    (row,) = case.services.payment_list.ious(IouFilter(case.lot.id)).rows
    assert row.owed == iou.amount


def test_a_page_of_ious_asks_no_more_for_more_rows(ious: Case) -> None:
    service, asked = ious.services.payment_list, list[str]()
    event.listen(ious.database.engine, "before_cursor_execute", lambda _c, _u, said, *_: asked.append(said))
    service.ious(IouFilter(ious.lot.id), most=1)
    few = len(asked)
    asked.clear()
    service.ious(IouFilter(ious.lot.id), most=50)
    assert len(asked) == few


def test_a_payment_tells_what_happened_to_it(three: Case) -> None:
    service = three.services.payment_list
    row = service.page(PaymentFilter(three.lot.id, Which.REFUNDED)).rows[0]
    story = service.story(row.payment.id)
    assert [line.deed for line in story.history] == ["take_payment", "refund"]
    assert [refund.amount.minor for refund in story.refunds] == [1000]
    assert (story.charge, story.lot.id) == (None, three.lot.id)
    with pytest.raises(PaymentUnknown):
        service.story(new_id())


def mailed(case: Case, bay: str, plate: str) -> Mail:
    """A receipt by e-mail that a mail server would never take."""
    booking = case.book(bay, plate)
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    (issued,) = case.services.receipts.of(booking.id)
    case.services.post.queue(case.attendant, issued.receipt.id, "anil@example.com")
    for _ in range(7):
        case.services.post.send_due(MailServer("127.0.0.1", 1, Security.NONE, "lot@example.org"))
        case.clock.move(hours=7)
    (mail,) = case.services.post.of(booking.id)
    assert mail.given_up
    return mail


def test_a_receipt_that_did_not_arrive_needs_a_look_until_it_is_sent_again(case: Case) -> None:
    mail = mailed(case, "A1", "KL 1")
    case.services.payments.take(case.attendant, case.book("A2", "KL 2").id, Method.CASH)
    page = case.services.payment_list.page(PaymentFilter(case.lot.id, Which.ATTENTION))
    assert (drawn(page.rows), page.attention) == ("KL 1 cash 7080", 1)
    assert page.rows[0].mail_given_up
    story = case.services.payment_list.story(page.rows[0].payment.id)
    assert story.mails == (mail,)
    case.services.post.again(case.attendant, mail.id)
    page = case.services.payment_list.page(PaymentFilter(case.lot.id))
    assert ([row.mail_given_up for row in page.rows], page.attention) == ([False, False], 0)


@pytest.mark.parametrize("how", ["let be", "sent elsewhere"])
def test_or_until_somebody_lets_it_be_or_sends_it_elsewhere(case: Case, how: str) -> None:
    mail = mailed(case, "A1", "KL 1")
    if how == "let be":
        left = case.services.post.let_be(case.attendant, mail.id)
        assert (left.state, left.given_up) == (MailState.FAILED, False)
    else:
        case.services.post.queue(case.attendant, mail.receipt_id, "another@example.com")
    assert listed(case, which=Which.ATTENTION) == ""


def test_what_needs_a_look_is_never_too_old(case: Case) -> None:
    mailed(case, "A1", "KL 1")
    case.clock.move(days=200)
    assert listed(case) == ""
    assert listed(case, which=Which.ATTENTION) == "KL 1 cash 7080"
