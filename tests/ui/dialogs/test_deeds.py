"""The shorter dialogs: each does its deed on a real file, and a refusal leaves it open as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.ui.dialogs.booking_detail import BookingDetailDialog
from parkdesk.ui.dialogs.cancel import CancelDialog
from parkdesk.ui.dialogs.close_bays import CloseBaysDialog
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.extend import ExtendDialog
from parkdesk.ui.dialogs.move import MoveDialog
from parkdesk.ui.dialogs.note import NoteDialog
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.dialogs.tenders import likely_tenders
from parkdesk.ui.stay_words import price_facts, total_minor
from tests.ui.desk_window import DeskWindow

NB = "\u00a0"


@pytest.fixture
def stay(desk: DeskWindow) -> Booking:
    """One car in A1, chosen, with an hour to go and nothing paid."""
    made = desk.case.book("A1")
    desk.refresh()
    desk.choose("A1")
    return made


def enter(desk: DeskWindow, dialog: DeedDialog) -> None:
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    desk.settle()


# Payment


def test_cash_is_taken_and_the_change_is_told(desk: DeskWindow, stay: Booking) -> None:
    desk.key(Qt.Key.Key_F10)
    dialog = desk.dialog(PaymentDialog)
    assert (dialog.due.text(), dialog.primary.text()) == (f"₹{NB}70.80", f"Take ₹{NB}70.80")
    dialog.tendered.setText("100")
    assert dialog.change.text() == f"₹{NB}29.20"
    enter(desk, dialog)
    assert dialog.change_view.change.text() == f"₹{NB}29.20"
    assert dialog.change_view.beneath.text() == f"₹{NB}100 handed over for ₹{NB}70.80"
    assert dialog.primary.text() == "Given"
    enter(desk, dialog)
    assert desk.no_dialog()
    assert desk.said[-1] == f"Took ₹{NB}70.80 for KL 08 AZ 1234 · change ₹{NB}29.20"
    detail = desk.case.services.bookings.detail(stay.id)
    assert (detail.due_minor, detail.payments[0].tendered_minor) == (0, 10_000)
    assert desk.screen.card.price.strip.words == "Paid · cash · 14:30"
    assert not desk.ui.registry.enabled("stay.take_payment")


@pytest.mark.parametrize(
    ("amount", "tendered", "field", "sentence"),
    [
        ("70.80", "50", "tendered", f"₹{NB}50 is less than the ₹{NB}70.80 to pay."),
        (
            "70.80",
            "5070.80",
            "tendered",
            f"₹{NB}5,070.80 for ₹{NB}70.80 would be ₹{NB}5,000 of change; check what was handed over.",
        ),
        ("seventy", "", "amount", "'seventy' is not an amount of money."),
        ("70.80", "x", "tendered", "'x' is not an amount of money."),
        ("100", "", "amount", f"Only ₹{NB}70.80 is owed."),
        ("0", "", "amount", "A payment must be more than nothing."),
        ("-1", "", "amount", "An amount lies between 0 and 1000000000.00."),
        ("1e12", "", "amount", "'1e12' is not an amount of money."),
        ("1000000000000", "", "amount", "An amount lies between 0 and 1000000000.00."),
    ],
)
def test_money_that_does_not_add_up_is_refused_beside_its_field(
    desk: DeskWindow, stay: Booking, amount: str, tendered: str, field: str, sentence: str
) -> None:
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    dialog.amount.setText(amount)
    dialog.tendered.setText(tendered)
    enter(desk, dialog)
    assert dialog._fields[field].sentence == sentence
    assert (dialog.amount.text(), dialog.tendered.text()) == (amount, tendered)
    assert desk.case.services.bookings.detail(stay.id).due_minor == 7080


def test_a_part_is_taken_by_card(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    desk.bot.mouseClick(dialog.method.pill("card"), Qt.MouseButton.LeftButton)
    assert not dialog.tendered.isVisible()
    dialog.amount.setText("50")
    enter(desk, dialog)
    detail = desk.case.services.bookings.detail(stay.id)
    assert (detail.due_minor, detail.payments[0].method) == (2080, Method.CARD)
    assert (dialog.due.text(), dialog.amount.text()) == (f"₹{NB}20.80", "20.80")
    desk.bot.mouseClick(dialog.method.pill("cash"), Qt.MouseButton.LeftButton)
    enter(desk, dialog)
    assert desk.no_dialog()
    assert desk.case.services.bookings.detail(stay.id).due_minor == 0


def test_likely_sums_are_one_press(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    shown = [button.text() for button in dialog.quick if button.isVisible()]
    assert shown == [f"₹{NB}70.80", f"₹{NB}80", f"₹{NB}100", f"₹{NB}200"]
    desk.bot.mouseClick(dialog.quick[2], Qt.MouseButton.LeftButton)
    assert dialog.tendered.text() == "100.00"


def test_sums_are_written_as_where_the_lot_lies(desk: DeskWindow, stay: Booking) -> None:
    lots = desk.case.services.lots
    lots.change(desk.case.owner, replace(lots.lot(stay.lot_id), language="de_DE"))
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    assert dialog.amount.text() == "70,80"
    desk.bot.mouseClick(dialog.quick[2], Qt.MouseButton.LeftButton)
    assert dialog.tendered.text() == "100,00"
    enter(desk, dialog)
    assert desk.case.services.bookings.detail(stay.id).due_minor == 0


@pytest.mark.parametrize(
    ("due", "currency", "sums"),
    [
        (7080, "INR", "70.80 80.00 100.00 200.00"),
        (318_60, "INR", "318.60 350.00 400.00 500.00"),
        (250, "EUR", "2.50 3.00 5.00 10.00"),
        (1400, "JPY", "1400 1500 2000 5000"),
        (500, "EUR", "5.00 10.00 20.00 50.00"),
    ],
)
def test_likely_sums_are_what_a_driver_hands_over(due: int, currency: str, sums: str) -> None:
    assert " ".join(amount.plain() for amount in likely_tenders(Money(due, currency))) == sums


# Checking out


def test_a_paid_stay_is_checked_out_at_once(desk: DeskWindow, stay: Booking) -> None:
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    desk.move_clock(minutes=31)
    desk.refresh()
    desk.key(Qt.Key.Key_F8)
    assert desk.no_dialog()
    assert desk.case.reload(stay).status is Status.COMPLETED
    assert desk.said[-1] == "Checked out KL 08 AZ 1234; A1 is free"
    desk.last.act()
    desk.settle()
    assert desk.case.reload(stay).status is Status.ACTIVE


def test_an_unpaid_stay_pays_and_goes_in_one_step(desk: DeskWindow, stay: Booking) -> None:
    desk.key(Qt.Key.Key_F8)
    enter(desk, desk.dialog(PaymentDialog))
    assert desk.no_dialog()
    detail = desk.case.services.bookings.detail(stay.id)
    assert (detail.booking.status, detail.due_minor) == (Status.COMPLETED, 0)
    assert desk.said[-1] == f"Took ₹{NB}35.40 and checked out KL 08 AZ 1234"


def test_it_may_go_without_paying_and_still_owes(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.check_out")
    dialog = desk.dialog(PaymentDialog)
    desk.bot.mouseClick(dialog.unpaid, Qt.MouseButton.LeftButton)
    assert desk.no_dialog()
    detail = desk.case.services.bookings.detail(stay.id)
    assert (detail.booking.status, detail.due_minor) == (Status.COMPLETED, 3540)
    assert desk.said[-1] == f"Checked out KL 08 AZ 1234; ₹{NB}35.40 is still owed"


def test_a_price_told_long_ago_is_asked_anew(desk: DeskWindow, stay: Booking) -> None:
    desk.move_clock(minutes=29)
    desk.run("stay.check_out")
    dialog = desk.dialog(PaymentDialog)
    assert dialog.summary.early.isVisible()
    desk.move_clock(minutes=16)
    enter(desk, dialog)
    assert dialog.refusal.text() == "The price was asked a while ago. This is what it is now."
    assert dialog.due.text() == f"₹{NB}70.80"
    assert not dialog.summary.early.isVisible()
    enter(desk, dialog)
    assert desk.case.reload(stay).status is Status.COMPLETED
    assert desk.case.services.bookings.detail(stay.id).due_minor == 0


def test_an_overstay_is_paid_before_it_goes(desk: DeskWindow, stay: Booking) -> None:
    desk.case.hold()
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    desk.move_clock(minutes=75)
    desk.refresh()
    desk.run("stay.check_out")
    dialog = desk.dialog(PaymentDialog)
    assert dialog.due.text() == f"₹{NB}35.40"
    enter(desk, dialog)
    assert desk.case.services.bookings.detail(stay.id).due_minor == 0


@pytest.mark.parametrize("chosen", ["first", "renewal"])
def test_the_card_asks_for_what_the_payment_asks_for(desk: DeskWindow, stay: Booking, chosen: str) -> None:
    """An overstay of a renewal, after a first link of which a part was paid."""
    desk.case.hold()
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH, 3000)
    renewal = desk.case.services.bookings.renew(desk.case.attendant, stay.id)
    desk.move_clock(minutes=150)
    desk.refresh()
    desk.choose("A1")
    booking_id = stay.id if chosen == "first" else renewal.id
    detail = desk.case.services.bookings.detail(booking_id)
    assert total_minor(detail) - 3000 == detail.due_minor
    lines = [
        float(amount.replace(",", "").strip("₹" + NB)) for _, amount in price_facts(detail, detail.lot, "en")
    ]
    assert round(100 * sum(lines)) == total_minor(detail)
    due = desk.screen.card.price.strip.words.removeprefix("Due ")
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    assert due == dialog.due.text()


# Longer, elsewhere, not at all


def test_renewing_is_one_key(desk: DeskWindow, stay: Booking) -> None:
    desk.key(Qt.Key.Key_F5)
    assert desk.no_dialog()
    assert desk.drawn().startswith("A1 KL 08 AZ 1234 2:00")
    assert desk.said[-1] == "Renewed KL 08 AZ 1234 in A1 until 16:30"


def test_an_extension_says_its_end_and_its_price_first(desk: DeskWindow, stay: Booking) -> None:
    desk.key(Qt.Key.Key_F6)
    dialog = desk.dialog(ExtendDialog)
    facts = [dialog.facts.value(number).text() for number in range(2)]
    assert facts == ["16:00", f"₹{NB}35.40"]
    dialog.span.other.setText("nonsense")
    enter(desk, dialog)
    assert dialog._fields["duration"].sentence == "“nonsense” is no duration; write 90, 1h30 or 2d."
    dialog.span.other.setText("2h")
    desk.settle()
    assert dialog.primary.text() == f"Extend · ₹{NB}141.60"
    enter(desk, dialog)
    assert desk.case.reload(stay).until == stay.until + timedelta(hours=2)


def test_an_extension_into_another_booking_is_refused(desk: DeskWindow, stay: Booking) -> None:
    desk.case.book("A1", "KL 2", starts_at=stay.until + timedelta(minutes=10))
    desk.run("stay.extend")
    dialog = desk.dialog(ExtendDialog)
    enter(desk, dialog)
    assert dialog.refusal.text() == "Bay A1 is taken for that time; choose another bay or another time."
    assert dialog.isVisible()


def test_moving_narrows_by_what_is_typed(desk: DeskWindow, stay: Booking) -> None:
    desk.case.book("A2", "KL 2")
    desk.refresh()
    desk.run("stay.move")
    dialog = desk.dialog(MoveDialog)
    codes = [dialog.list.item(row).text().split()[0] for row in range(dialog.list.count())]
    assert codes == ["A3", "A4", "A5", "A6"]
    dialog.code.setText("a2")
    enter(desk, dialog)
    assert dialog._fields["bay"].sentence == "No free bay here is called a2."
    dialog.code.setText("a5")
    desk.bot.keyClick(dialog.code, Qt.Key.Key_Return)
    assert desk.no_dialog()
    assert "A5 KL 08 AZ 1234 1:00" in desk.drawn()
    assert desk.screen.card.bay.text() == "Bay A5"


def test_arrows_walk_through_the_bays_on_offer(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.move")
    dialog = desk.dialog(MoveDialog)
    desk.bot.keyClick(dialog.code, Qt.Key.Key_Down)
    desk.bot.keyClick(dialog.code, Qt.Key.Key_Down)
    desk.bot.keyClick(dialog.code, Qt.Key.Key_Return)
    desk.settle()
    assert "A4 KL 08 AZ 1234 1:00" in desk.drawn()


def test_cancelling_needs_a_reason(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.cancel")
    dialog = desk.dialog(CancelDialog)
    enter(desk, dialog)
    assert dialog.reason.field.sentence == "This must not be empty."
    assert desk.case.reload(stay).live
    desk.bot.mouseClick(dialog.reason.usual[1], Qt.MouseButton.LeftButton)
    enter(desk, dialog)
    after = desk.case.reload(stay)
    assert (after.status, after.cancel_reason) == (Status.CANCELLED, "Booked twice")


def test_a_note_is_kept_and_shown_with_the_rest(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.note")
    dialog = desk.dialog(NoteDialog)
    dialog.note.setPlainText("Keys at the desk\nuntil five")
    desk.bot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.no_dialog()
    desk.run("stay.detail")
    detail = desk.dialog(BookingDetailDialog)
    assert detail.heading.text() == "KL 08 AZ 1234"
    assert "Keys at the desk\nuntil five" in detail.notes.text()
    assert "Booking" in detail.history.text()


def test_closing_a_taken_bay_says_that_the_car_remains(desk: DeskWindow, stay: Booking) -> None:
    desk.run("bay.close")
    dialog = desk.dialog(CloseBaysDialog)
    assert dialog.heading.text() == "Close A1"
    dialog.reason.editor.setText("Painting")
    enter(desk, dialog)
    assert desk.drawn().startswith("A1 KL 08 AZ 1234 1:00")
    assert desk.screen.card.notice.text() == "Closed: Painting"


def test_a_reservation_is_checked_in_or_marked_as_missed(desk: DeskWindow) -> None:
    coming = desk.case.book("A1", starts_at=desk.case.clock() + timedelta(minutes=20))
    missed = desk.case.book("A2", "KL 2", starts_at=desk.case.clock() + timedelta(minutes=20))
    desk.move_clock(minutes=21)
    desk.refresh()
    desk.choose("A1")
    desk.key(Qt.Key.Key_F4)
    assert desk.case.reload(coming).status is Status.ACTIVE
    desk.choose("A2")
    desk.run("stay.no_show")
    assert desk.case.reload(missed).status is Status.NO_SHOW
    assert desk.said[-1] == "KL 2 did not come; A2 is free"


def test_what_happened_meanwhile_is_told_and_the_dialog_stays(desk: DeskWindow, stay: Booking) -> None:
    desk.run("stay.cancel")
    dialog = desk.dialog(CancelDialog)
    desk.case.services.stays.check_out(desk.case.attendant, stay.id)
    dialog.reason.editor.setText("Wrong plate")
    enter(desk, dialog)
    assert "completed" in dialog.refusal.text()
    assert dialog.reason.text == "Wrong plate"


def test_an_attendants_deed_needs_the_right(desk: DeskWindow, stay: Booking) -> None:
    desk.ui.sign_out()
    assert not desk.ui.registry.enabled("stay.renew")
    assert not desk.ui.registry.enabled("bay.book")
