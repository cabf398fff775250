"""Taking money at the window: by code and reader against the real SDK and a Stripe on loopback, and in cash."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.charge import Phase, Tender
from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.payment import Method
from parkdesk.ui.dialogs.check_out import CheckOutDialog
from parkdesk.ui.payments.readers import Reader, keep_reader
from parkdesk.ui.payments.without_money import WithoutMoneyDialog
from tests.stripe_double import Fault
from tests.ui.payments.conftest import KEY, CardDesk

NB = "\u00a0"


def test_a_code_is_scanned_and_paid_while_the_dialog_is_open(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    assert dialog.card.isVisible()
    assert dialog.card.panel.title.text() == "Preparing the code…"
    session = desk.session(stay)
    desk.until(lambda: dialog.card.panel.shows_code)
    assert dialog.card.panel.title.text() == "Scan and pay"
    assert dialog.card.panel.amount.text() == f"₹{NB}70.80"
    assert not dialog.primary.isVisible()
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    assert dialog.card.panel.title.text() == "Paid"
    assert desk.phase(stay) is Phase.PAID
    assert desk.due(stay) == 0
    desk.window.settle()
    assert dialog.primary.text() == "Done"
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    assert desk.up == {}
    assert f"KL 08 AZ 1234 paid ₹{NB}70.80" in desk.window.said


def test_a_key_at_the_lot_begins_with_the_code(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.isVisible())
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: dialog.card.is_paid)


def test_it_is_paid_after_the_dialog_was_closed(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(stay)
    desk.until(lambda: dialog.card.panel.shows_code)
    assert desk.up == {}
    desk.press(dialog, Qt.Key.Key_Escape)
    assert desk.window.no_dialog()
    (alert,) = desk.up.values()
    assert alert.words == f"KL 08 AZ 1234 · ₹{NB}70.80 is being paid by card"
    assert (alert.action, alert.more) == ("Open", ())
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: desk.up == {})
    assert desk.due(stay) == 0
    assert f"KL 08 AZ 1234 paid ₹{NB}70.80" in desk.window.said


def test_the_alert_opens_the_same_code_again(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.press(dialog, Qt.Key.Key_Escape)
    desk.window.settle()
    (alert,) = desk.up.values()
    assert alert.act is not None
    alert.act()
    again = desk.dialog()
    desk.until(lambda: again.card.panel.shows_code)
    assert len(desk.charges(stay)) == 1
    assert desk.up == {}


def test_declined_and_then_paid_in_cash(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(stay)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.stripe.checkout.decline(session)
    desk.later()
    desk.until(lambda: dialog.card.panel.title.text() == "Declined")
    assert dialog.card.panel.shows_code, "the driver may try another card"
    desk.press(dialog, Qt.Key.Key_F10)
    desk.until(lambda: dialog.form.isVisible())
    assert desk.phase(stay) in (Phase.EXPIRED, Phase.CANCELED)
    desk.window.settle()
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    assert desk.due(stay) == 0
    assert [line.received for line in desk.stripe.ledger().values()] == []


def test_what_was_paid_while_cash_was_wanted_is_not_taken_twice(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(stay)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.stripe.checkout.pay(session)
    desk.press(dialog, Qt.Key.Key_F10)
    desk.until(lambda: dialog.card.is_paid)
    assert desk.due(stay) == 0


def test_another_desk_is_found_paying_and_goes_on(desk: CardDesk, stay: Booking) -> None:
    """As after a restart: the dialog is new, the charge is the one there was."""
    desk.case.services.charges.open(desk.case.attendant, stay.id, Tender.QR)
    desk.window.refresh()
    dialog = desk.pay_dialog()
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    assert len(desk.charges(stay)) == 1


def test_a_part_by_code_and_the_rest_in_cash(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    dialog.amount.setText("50")
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(stay)
    assert dialog.card.panel.amount.text() == f"₹{NB}50"
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: dialog.primary.isEnabled() and dialog.primary.text() == "Take the rest")
    desk.press(dialog, Qt.Key.Key_Return)
    assert dialog.amount.text() == "20.80"
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    assert desk.due(stay) == 0


def test_whoever_leaves_is_checked_out_by_paying(desk: CardDesk, stay: Booking) -> None:
    desk.window.move_clock(minutes=31)
    desk.window.refresh()
    dialog = desk.pay_dialog(Qt.Key.Key_F8)
    desk.press(dialog, Qt.Key.Key_F11)
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: desk.case.reload(stay).status is Status.COMPLETED)
    desk.until(lambda: dialog.card.panel.words.text() == "KL 08 AZ 1234 has paid and is checked out")


def test_the_card_of_whoever_leaves_early_is_charged_for_the_time_used(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F8)
    desk.press(dialog, Qt.Key.Key_F11)
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: desk.case.reload(stay).status is Status.COMPLETED)
    desk.window.settle()
    assert [(line.received, line.refunded) for line in desk.stripe.ledger().values()] == [(3540, 0)]
    assert desk.due(stay) == 0


def test_a_code_for_the_whole_price_is_closed_before_whoever_leaves_early_pays(
    desk: CardDesk, stay: Booking
) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.shows_code)
    assert dialog.card.panel.amount.text() == f"₹{NB}70.80"
    desk.press(dialog, Qt.Key.Key_Escape)
    assert desk.window.no_dialog()
    desk.window.run("stay.check_out")
    leaving = desk.dialog()
    desk.until(lambda: leaving.form.isVisible() and desk.phase(stay) is Phase.EXPIRED)
    desk.window.settle()
    assert leaving.primary.text() == f"Take ₹{NB}35.40"
    desk.press(leaving, Qt.Key.Key_Return)
    desk.until(lambda: desk.case.reload(stay).status is Status.COMPLETED)
    assert [line.received for line in desk.stripe.ledger().values()] == []


def test_what_was_paid_by_that_code_all_the_same_is_said_before_it_goes_back(
    desk: CardDesk, stay: Booking
) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.press(dialog, Qt.Key.Key_Escape)
    assert desk.window.no_dialog()
    desk.stripe.checkout.pay(desk.session(stay))
    desk.window.run("stay.check_out")
    leaving = desk.dialog()
    desk.until(lambda: leaving.card.is_paid and leaving.primary.isEnabled())
    desk.press(leaving, Qt.Key.Key_Return)
    desk.window.settle()
    assert desk.case.reload(stay).status is Status.ACTIVE
    told = desk.window.dialog(CheckOutDialog)
    assert told.refund.words.text().startswith(f"₹{NB}35.40 go back to the card by themselves.")
    desk.press(told, Qt.Key.Key_Return)
    desk.until(lambda: desk.case.reload(stay).status is Status.COMPLETED)


def test_the_reader_is_asked_declines_and_is_asked_again(desk: CardDesk, stay: Booking) -> None:
    reader = desk.stripe.terminal.add("Exit")
    keep_reader(desk.ui.preferences, Reader(reader, "Exit"))
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F12)
    panel = dialog.card.panel
    assert panel.title.text() == "Preparing the card reader…"
    desk.until(lambda: panel.title.text() == "Present the card")
    assert panel.words.text() == "The driver holds a card or a phone to the reader “Exit”."
    desk.stripe.terminal.decline(reader)
    desk.later()
    desk.until(lambda: panel.title.text() == "Not paid on the card reader")
    desk.press(dialog, Qt.Key.Key_Return)
    desk.until(
        lambda: (
            (desk.stripe.account.get(reader, "terminal.reader")["action"] or {}).get("status")
            == "in_progress"
        )
    )
    desk.stripe.terminal.approve(reader)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    assert [line.received for line in desk.stripe.ledger().values()] == [7080]


def test_nobody_is_sent_to_a_reader_that_has_not_been_reached(desk: CardDesk, stay: Booking) -> None:
    reader = desk.stripe.terminal.add("Exit")
    keep_reader(desk.ui.preferences, Reader(reader, "Exit"))
    asks = f"/v1/terminal/readers/{reader}/process_payment_intent"
    desk.stripe.faults.next(Fault.lost(executed=False), "POST", asks, times=None)
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F12)
    panel = dialog.card.panel
    desk.until(lambda: desk.stripe.called("POST", asks))
    desk.until(lambda: panel.title.text() == "Waiting for Stripe")
    assert desk.stripe.account.get(reader, "terminal.reader")["action"] is None
    desk.stripe.faults.clear()
    desk.later(seconds=90)
    desk.until(lambda: panel.title.text() == "Present the card")
    desk.stripe.terminal.approve(reader)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)


def test_one_reader_alone_needs_no_question(desk: CardDesk, stay: Booking) -> None:
    desk.stripe.terminal.add("Exit")
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F12)
    desk.until(lambda: dialog.card.panel.title.text() == "Present the card")


def test_of_several_readers_a_person_chooses(desk: CardDesk, stay: Booking) -> None:
    for label in ("Exit", "Kiosk"):
        desk.stripe.terminal.add(label)
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F12)
    desk.until(lambda: dialog.card.readers.readers)
    kiosk = next(button for button in dialog.card.readers.readers if button.text() == "Kiosk")
    desk.bot.mouseClick(kiosk, Qt.MouseButton.LeftButton)
    desk.until(lambda: "Kiosk" in dialog.card.panel.words.text())


def test_an_amount_too_small_for_a_card_says_so_and_moves_nothing(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    dialog.amount.setText("0.20")
    desk.press(dialog, Qt.Key.Key_F11)
    desk.until(lambda: dialog.form.isVisible() and dialog.form.fields["amount"].sentence)
    assert "less than" in dialog.form.fields["amount"].sentence
    assert desk.charges(stay) == ()


def test_the_window_answers_while_the_network_does_not(desk: CardDesk, stay: Booking) -> None:
    """The reply is held back until the test lets it go; meanwhile keys are answered and cash is offered."""
    desk.stripe.faults.next(Fault.delayed(60), "POST", "/v1/checkout/sessions")
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    assert dialog.card.panel.title.text() == "Preparing the code…"
    desk.until(lambda: desk.stripe.called("POST", "/v1/checkout/sessions"))
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)
    desk.until(lambda: len(turns) > 50)
    timer.stop()
    assert dialog.card.panel.title.text() == "Preparing the code…"
    desk.press(dialog, Qt.Key.Key_Escape)
    assert desk.window.no_dialog()
    assert desk.up
    desk.stripe.hurry()
    desk.until(lambda: desk.charges(stay)[-1].latest.session_id)


def test_a_key_that_stripe_refuses_says_what_to_do(desk: CardDesk, stay: Booking) -> None:
    desk.stripe.api.revoked.add(KEY)
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.title.text() == "Waiting for Stripe")
    said = dialog.card.panel.words.text()
    assert said.startswith("Stripe does not accept this key; make a new one in its Dashboard.")
    assert desk.phase(stay) is Phase.CREATING
    desk.press(dialog, Qt.Key.Key_F10)
    desk.until(lambda: dialog.form.isVisible())
    desk.window.settle()
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    assert desk.due(stay) == 0


def test_paying_later_is_written_down(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    dialog.let_go(False)
    iou = desk.window.dialog(WithoutMoneyDialog)
    assert iou.words.text() == f"The stay ends now and ₹{NB}35.40 stays owed, as an IOU."
    iou.reason.editor.setText("No money on them")
    desk.bot.mouseClick(iou.primary, Qt.MouseButton.LeftButton)
    assert desk.window.no_dialog()
    assert desk.window.said[-1] == f"KL 08 AZ 1234 left and owes ₹{NB}35.40"
    (owed,) = desk.case.services.payment_list.ious(IouFilter(desk.case.lot.id)).rows
    assert (owed.iou.plate, owed.owed.minor) == ("KL 08 AZ 1234", 3540)


def test_letting_somebody_go_who_owes_only_time_to_come_is_a_check_out(desk: CardDesk, stay: Booking) -> None:
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    renewal = desk.case.services.bookings.renew(desk.case.attendant, stay.id)
    desk.window.move_clock(minutes=20)
    desk.window.refresh()
    desk.pay_dialog().let_go(False)
    dialog = desk.window.dialog(WithoutMoneyDialog)
    said = "The stay ends now and owes nothing: what was not paid is for time to come."
    assert (dialog.words.text(), dialog.primary.text()) == (said, "Check out")
    assert not dialog.reason.isVisible()
    assert dialog.refund.words.text() == f"Give ₹{NB}35.40 back to the driver. The lot keeps ₹{NB}35.40."
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert desk.window.no_dialog()
    assert desk.window.said[-1] == "Checked out KL 08 AZ 1234; nothing is owed"
    assert desk.case.services.payment_list.ious(IouFilter(desk.case.lot.id)).rows == ()
    assert desk.case.reload(renewal).status is Status.CANCELLED
