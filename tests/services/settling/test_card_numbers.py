"""A card number typed into anything about money is refused, and stands nowhere afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from parkdesk.domain.booking import Driver
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import CardNumberTyped
from parkdesk.store.tables import metadata
from tests.till import Till

NUMBERS = [
    "4242 4242 4242 4242",
    "paid with 4000-0566-5566-5556, 12/27",
    "378282246310005",
    "４２４２ 4242 4242 4242",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_field_takes_a_card_number(till: Till, number: str) -> None:
    services, who, owner = till.services, till.attendant, till.owner
    paid, unpaid = till.book(), till.book("A2", "KL 2")
    charge, payment = till.paid_by_qr(paid)
    services.payments.take(who, unpaid.id, Method.CASH, 100)
    iou = services.unpaid.iou(who, till.book("A3", "KL 3").id, "Comes tomorrow")
    typed: dict[str, Callable[[], object]] = {
        "note": lambda: services.stays.add_note(who, unpaid.id, number),
        "cancelled because": lambda: services.stays.cancel(who, unpaid.id, number),
        "a payment's note": lambda: services.payments.take(who, unpaid.id, Method.CARD, note=number),
        "given back because": lambda: services.refunds.give_back(owner, payment.id, 100, number),
        "looked at": lambda: services.charges.settle_attention(who, charge.id, number),
        "nothing to pay because": lambda: services.unpaid.nil_payment(till.supervisor, unpaid.id, number),
        "owed because": lambda: services.unpaid.iou(who, unpaid.id, number),
        "an IOU settled": lambda: services.unpaid.settle_iou(who, iou.id, number),
        "closed because": lambda: services.lots.close_bays(who, [till.bay("A4")], number),
        "requests": lambda: till.book("A5", "KL 5", requests=number),
        "driver": lambda: till.book("A5", "KL 5", driver=Driver(name=number)),
        "booked twice because": lambda: services.bookings.book(
            till.supervisor, till.ask("A5", "KL 2", override_reason=number)
        ),
        "reader": lambda: services.settlement.register_reader(owner, "simulated-wpe", number),
    }
    for deed in typed.values():
        with pytest.raises(CardNumberTyped):
            deed()
    with till.database.reading() as store:
        for table in metadata.sorted_tables:
            for row in store.connection.execute(select(table)):
                assert not [value for value in row if isinstance(value, str) and number in value]
    assert not [call for call in till.stripe.calls if number in str(call)]
    till.check_books()


@pytest.mark.parametrize(
    "typed",
    [
        {"plate": "4242424242424242"},
        {"driver": Driver(phone="4242 4242 4242 4242")},
        {"driver": Driver(email="4242424242424242@mail.example")},
    ],
    ids=str,
)
def test_nor_do_plate_telephone_and_address(till: Till, typed: dict[str, object]) -> None:
    with pytest.raises(CardNumberTyped):
        till.book(**typed)


def test_what_only_looks_like_one_is_kept(till: Till) -> None:
    booking = till.book(driver=Driver(phone="+49 351 4242 4242 2"))
    note = "Call +91 98470 12345 about bay 12, ticket 4242 4242, invoice 4242424242424241"
    till.services.stays.add_note(till.attendant, booking.id, note)
    (line,) = till.services.bookings.detail(booking.id).notes
    assert line.text == note
