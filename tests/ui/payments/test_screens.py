"""The list of payments, giving back, what needs a person, the settings and the day's report, all against the double."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.charge import Tender
from parkdesk.domain.lot import PayWhen
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_list import PaymentRow, Which
from parkdesk.domain.people import Person
from parkdesk.ui.dialogs.booking_detail import BookingDetailDialog
from parkdesk.ui.dialogs.cancel import CancelDialog
from parkdesk.ui.dialogs.check_out import CheckOutDialog
from parkdesk.ui.dialogs.move import MoveDialog
from parkdesk.ui.dialogs.no_show import NoShowDialog
from parkdesk.ui.payments.give_back import GiveBackDialog
from parkdesk.ui.payments.list import PaymentsScreen
from parkdesk.ui.payments.settle_attention import SettleDialog
from parkdesk.ui.reports import ReportsScreen
from parkdesk.ui.reports.day_table import DayTable
from parkdesk.ui.reports.reconciliation import ReconciliationPage
from parkdesk.ui.reports.spans import Span
from parkdesk.ui.settings.payments.section import PaymentsSection
from parkdesk.ui.widgets import Badge
from tests.ui.payments.conftest import KEY, CardDesk

NB = "\u00a0"


@pytest.fixture
def paid(desk: CardDesk, stay: Booking) -> Booking:
    """A stay whose driver has paid by code."""
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: dialog.primary.isEnabled() and dialog.primary.text() == "Done")
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    return stay


def sign_in(desk: CardDesk, person: Person) -> None:
    desk.ui.sign_in(person)
    desk.window.settle()


def screen_of(desk: CardDesk, qtbot) -> PaymentsScreen:
    made = PaymentsScreen(desk.ui)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activated()
    desk.window.settle()
    return made


def enter(desk: CardDesk, dialog) -> None:
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    desk.window.settle()


def test_a_payment_tells_its_story(desk: CardDesk, paid: Booking, qtbot) -> None:
    screen = screen_of(desk, qtbot)
    row = screen.table.rows[0]
    shown = [screen.table.index(0, column).data() for column in range(1, 6)]
    assert shown == ["KL 08 AZ 1234", "A1", "QR code", f"₹{NB}70.80", "Paid"]
    assert screen.card.plate.text() == row.plate
    assert "Card payment opened" in screen.card.history.text()
    assert "Card payment received" in screen.card.history.text()
    assert not screen.card.go_on.isVisible()


def test_filters_narrow_the_list(desk: CardDesk, paid: Booking, qtbot) -> None:
    other = desk.case.book("A2", "TN 9")
    desk.case.services.payments.take(desk.case.attendant, other.id, Method.CASH)
    screen = screen_of(desk, qtbot)
    assert [row.plate for row in screen.table.rows] == ["TN 9", "KL 08 AZ 1234"]
    screen.filters.text.setText("tn")
    screen.filters.changed.emit()
    desk.window.settle()
    assert [row.plate for row in screen.table.rows] == ["TN 9"]
    assert screen.card.plate.text() == "TN 9"
    screen.narrow(Which.FAILED)
    desk.window.settle()
    assert screen.table.rows == ()
    assert screen.card.story is None
    assert screen.card.plate.text() == "No payment chosen"
    assert not screen.card.give_back.isVisible()


def test_an_attendant_without_the_right_gives_nothing_back(desk: CardDesk, paid: Booking, qtbot) -> None:
    screen = screen_of(desk, qtbot)
    assert not screen.card.give_back.isEnabled()
    assert screen.card.give_back.toolTip() == "An owner gives the right to refund."
    assert screen.card.why_not.text() == screen.card.give_back.toolTip()
    assert screen.card.why_not.isVisible()


def test_why_nothing_can_be_given_back_is_said(desk: CardDesk, stay: Booking, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    desk.case.services.charges.open(desk.case.owner, stay.id, Tender.QR)
    screen = screen_of(desk, qtbot)
    card = screen.card
    assert card.why_not.text() == "There is nothing to give back yet: the payment is still open."
    assert not card.give_back.isEnabled()
    other = desk.case.book("A2", "TN 9")
    (cash,) = desk.case.services.payments.take(desk.case.attendant, other.id, Method.CASH)
    screen.narrow(Which.PAID)
    desk.window.settle()
    assert card.give_back.isEnabled()
    assert not card.why_not.isVisible()
    desk.case.services.refunds.give_back(desk.case.owner, cash.id, cash.amount_minor, "Complaint")
    screen.narrow(Which.REFUNDED)
    desk.window.settle()
    assert card.why_not.text() == "All of it went back already."


def test_money_goes_back_to_the_card_from_the_booking(desk: CardDesk, paid: Booking) -> None:
    sign_in(desk, desk.case.owner)
    desk.window.choose("A1")
    desk.window.run("stay.detail")
    detail = desk.window.dialog(BookingDetailDialog)
    desk.bot.mouseClick(detail.give_back, Qt.MouseButton.LeftButton)
    dialog = desk.window.dialog(GiveBackDialog)
    assert dialog.way.text() == "It goes back to the card by itself, in five to ten days."
    dialog.amount.setText("100")
    dialog.reason.editor.setText("Complaint")
    enter(desk, dialog)
    assert "more than" in dialog._fields["amount"].sentence
    dialog.amount.setText("30.80")
    assert dialog.forgiven.isChecked()
    enter(desk, dialog)
    assert desk.due(paid) == 0
    desk.until(lambda: [line.refunded for line in desk.stripe.ledger().values()] == [3080])
    desk.until(lambda: f"₹{NB}30.80 given back" in detail.payments.text())


def test_what_was_taken_by_the_wrong_tender_is_owed_again(desk: CardDesk, paid: Booking) -> None:
    sign_in(desk, desk.case.owner)
    desk.window.choose("A1")
    desk.window.run("stay.detail")
    desk.bot.mouseClick(desk.window.dialog(BookingDetailDialog).give_back, Qt.MouseButton.LeftButton)
    dialog = desk.window.dialog(GiveBackDialog)
    dialog.reason.editor.setText("Wanted to pay in cash")
    desk.bot.mouseClick(dialog.owed_again, Qt.MouseButton.LeftButton)
    enter(desk, dialog)
    assert desk.due(paid) == 7080


def test_what_a_bank_disputes_waits_for_a_person(desk: CardDesk, paid: Booking, qtbot) -> None:
    (line,) = desk.stripe.ledger().values()
    desk.stripe.disputes.open(line.intents[0])

    def looked_at() -> bool:
        desk.later(seconds=90)
        return bool(desk.watch.attention)

    desk.until(looked_at)
    desk.until(lambda: any(key.startswith("attention/") for key in desk.up))
    screen = screen_of(desk, qtbot)
    screen.narrow(Which.ATTENTION)
    desk.window.settle()
    assert [row.plate for row in screen.table.rows] == ["KL 08 AZ 1234"]
    assert desk.up[f"attention/{row_of(screen).payment.charge_id}"].words == (
        f"KL 08 AZ 1234 · ₹{NB}70.80: The driver's bank wants ₹{NB}70.80 back (fraud); "
        "answer in Stripe's Dashboard by 5 Dec 2026."
    )
    sign_in(desk, desk.case.owner)
    assert (screen.card.give_back.isEnabled(), screen.card.why_not.text()) == (
        False,
        "The driver's bank disputes this payment. Until that is decided at Stripe, nothing can be given back.",
    )
    told = screen.card.disputes.lines.text()
    assert f"₹{NB}70.80 · waits for an answer Fraud. Answer by 5 Dec 2026 in Stripe's Dashboard." in told
    assert (pill(screen), desk.watch.attention_count) == ("Needs attention 1", 1)
    desk.bot.mouseClick(screen.card.settle, Qt.MouseButton.LeftButton)
    dialog = desk.window.dialog(SettleDialog)
    dialog.note.setText("Sent the bank our ticket")
    enter(desk, dialog)
    desk.until(lambda: not desk.watch.attention)
    assert not any(key.startswith("attention/") for key in desk.up)
    screen.narrow(Which.ALL)
    desk.window.settle()
    assert (pill(screen), desk.watch.attention_count) == ("Needs attention", 0)
    assert screen.card.disputes.lines.text() == told, "what was settled is still disputed"
    (dispute,) = desk.stripe.account.all("dispute")
    desk.stripe.disputes.close(dispute["id"], won=False)
    desk.until(looked_at)
    desk.until(lambda: "lost; the money is gone" in screen.card.disputes.lines.text())
    assert not any("Answer by" in line for line in screen.card.disputes.lines.text().splitlines())


def test_a_dispute_that_moves_on_is_told_anew_in_its_alert(desk: CardDesk, paid: Booking) -> None:
    (line,) = desk.stripe.ledger().values()
    dispute_id = desk.stripe.disputes.open(line.intents[0])

    def told(words: str) -> bool:
        desk.later(seconds=90)
        return any(words in alert.words for alert in desk.up.values())

    desk.until(lambda: told("wants"))
    desk.stripe.disputes.close(dispute_id, won=False)
    desk.until(lambda: told("for good"))


def row_of(screen: PaymentsScreen) -> PaymentRow:
    (row,) = screen.table.rows
    return row


def pill(screen: PaymentsScreen) -> str:
    return screen.filters.pills.pill(Which.ATTENTION).text()


def test_cancelling_says_what_goes_back_before_it_does(desk: CardDesk, paid: Booking) -> None:
    desk.window.choose("A1")
    desk.window.run("stay.cancel")
    dialog = desk.window.dialog(CancelDialog)
    desk.until(lambda: dialog.refund.isVisible())
    words = f"₹{NB}35.40 go back to the card by themselves. The lot keeps ₹{NB}35.40."
    assert dialog.refund.words.text() == words, "the half hour that has begun is charged"
    dialog.reason.editor.setText("Driver changed plans")
    enter(desk, dialog)
    desk.until(lambda: [line.refunded for line in desk.stripe.ledger().values()] == [3540])


def test_leaving_early_says_what_goes_back_first(desk: CardDesk, stay: Booking) -> None:
    desk.case.services.stays.extend(desk.case.attendant, stay.id, stay.span * 3)
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    desk.window.move_clock(minutes=20)
    desk.window.refresh()
    desk.window.run("stay.check_out")
    dialog = desk.window.dialog(CheckOutDialog)
    assert dialog.refund.words.text() == f"Give ₹{NB}247.80 back to the driver. The lot keeps ₹{NB}35.40."
    assert desk.case.reload(stay).status is Status.ACTIVE
    enter(desk, dialog)
    assert desk.case.reload(stay).status is Status.COMPLETED


def test_whoever_pays_on_leaving_early_pays_for_the_time_used(desk: CardDesk, stay: Booking) -> None:
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH, 1000)
    desk.window.move_clock(minutes=20)
    desk.window.refresh()
    desk.window.run("stay.check_out")
    paying = desk.dialog()
    assert paying.summary.early.text() == "For the time until now, not for all that was booked."
    assert (paying.due.text(), paying.primary.text()) == (f"₹{NB}25.40", f"Take ₹{NB}25.40")
    enter(desk, paying)
    assert desk.window.no_dialog()
    assert desk.case.reload(stay).status is Status.COMPLETED
    assert desk.due(stay) == 0
    assert desk.case.services.refunds.of_booking(stay.id) == ()


def test_a_renewal_that_has_not_begun_is_not_asked_for_on_leaving(desk: CardDesk, stay: Booking) -> None:
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    renewal = desk.case.services.bookings.renew(desk.case.attendant, stay.id)
    desk.window.move_clock(minutes=40)
    desk.window.refresh()
    desk.window.run("stay.check_out")
    assert desk.window.no_dialog()
    assert desk.case.reload(stay).status is Status.COMPLETED
    assert desk.case.reload(renewal).status is Status.CANCELLED


def test_that_a_no_show_s_money_stays_is_said_before(desk: CardDesk) -> None:
    booking = desk.case.book("A2", "KL 2", starts_at=desk.case.clock() + timedelta(minutes=30))
    desk.case.services.payments.take(desk.case.attendant, booking.id, Method.CASH, 1000)
    desk.window.move_clock(minutes=31)
    desk.window.refresh()
    desk.window.choose("A2")
    desk.window.run("stay.no_show")
    dialog = desk.window.dialog(NoShowDialog)
    said = f"The ₹{NB}10.00 paid stay with the lot: the bay was held. It is free from now on."
    assert dialog.words.text() == said
    enter(desk, dialog)
    assert desk.window.no_dialog()
    assert desk.case.reload(booking).status is Status.NO_SHOW
    assert desk.case.services.refunds.of_booking(booking.id) == ()


def test_a_dearer_bay_says_what_it_costs_more(desk: CardDesk, stay: Booking) -> None:
    bay = desk.case.bays["A2"]
    desk.case.services.lots.change_bay(desk.case.owner, replace(bay, hourly_minor=12000))
    desk.window.refresh()
    desk.window.run("stay.move")
    dialog = desk.window.dialog(MoveDialog)
    dialog.code.setText("A2")
    desk.until(lambda: dialog.refund.isVisible())
    assert dialog.refund.words.text() == f"It costs ₹{NB}70.80 more, to be paid."


def test_a_held_bay_says_until_when(desk: CardDesk) -> None:
    lots = desk.case.services.lots
    lots.change(desk.case.owner, replace(desk.case.lot, pay_when=PayWhen.BOOKING))
    desk.case.book("A3", "KL 7")
    desk.window.refresh()
    desk.window.choose("A3")
    assert desk.window.screen.card.price.strip.words == f"Pay ₹{NB}70.80 · held until 14:45"


def test_readers_are_added_and_one_is_this_desks(desk: CardDesk, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    section.activated()
    desk.until(lambda: section.key.source.text())
    assert section.key.mode.text == "Test: no money moves"
    desk.bot.mouseClick(section.readers.add_button, Qt.MouseButton.LeftButton)
    assert section.readers.form.fields["code"].sentence == "Type the code on the reader's screen."
    section.readers.code.setText("quick-brown-fox")
    section.readers.label.setText("Exit")
    desk.bot.mouseClick(section.readers.add_button, Qt.MouseButton.LeftButton)
    words = "No card reader shows this code; read it again on the reader's screen."
    desk.until(lambda: section.readers.form.fields["code"].sentence == words)
    assert (section.readers.code.text(), section.readers.label.text()) == ("quick-brown-fox", "Exit")
    section.readers.code.setText("simulated-wpe")
    desk.bot.mouseClick(section.readers.add_button, Qt.MouseButton.LeftButton)
    desk.until(lambda: section.readers.choices)
    assert next(iter(section.readers.choices.values())).isChecked()


def test_the_connection_test_says_what_is_wrong(desk: CardDesk, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    section.activated()
    section.key.test()
    desk.until(lambda: section.key.said.text() == "Stripe answers. It is a test key: no money moves.")
    desk.stripe.api.revoked.add(KEY)
    section.key.test()
    desk.until(lambda: section.key.said.text().startswith("Card payments do not work"))
    assert "make a new one in its Dashboard" in section.key.said.text()


def test_a_key_that_is_none_is_refused_beside_its_field(desk: CardDesk, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    section.key.key.setText("a secret of somebody else")
    section.key.keep()
    assert section.key.key.text() == "", "what was typed is never shown again"
    field = section.key.form.fields["key"]
    desk.until(lambda: field.faulty)
    assert field.sentence == "This is not a secret or restricted key of Stripe (rk_… or sk_…)."


def test_without_a_keyring_the_environment_is_named(desk: CardDesk, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    section.key.key.setText("rk_test_another")
    section.key.keep()
    field = section.key.form.fields["key"]
    desk.until(lambda: field.faulty)
    assert "PARKDESK_STRIPE_KEY" in field.sentence


def test_a_key_in_the_environment_is_changed_there(desk: CardDesk, qtbot, monkeypatch) -> None:
    monkeypatch.setenv("PARKDESK_STRIPE_KEY", KEY)
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    section.activated()
    desk.until(lambda: section.key.form.isHidden())
    assert "PARKDESK_STRIPE_KEY" in section.key.source.text()
    assert section.key.forget_button.isHidden()


def test_the_lots_rules_are_saved(desk: CardDesk, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    section = PaymentsSection(desk.ui)
    qtbot.addWidget(section)
    rules = section.rules
    rules.activated()
    assert not rules.save_button.isEnabled()
    desk.bot.mouseClick(rules.pay_when.pill(PayWhen.BOOKING), Qt.MouseButton.LeftButton)
    rules.hold.setValue(20)
    desk.bot.mouseClick(rules.save_button, Qt.MouseButton.LeftButton)
    desk.window.settle()
    lot = desk.case.services.lots.lot(desk.case.lot.id)
    assert (lot.pay_when, lot.hold.seconds) == (PayWhen.BOOKING, 1200)


def test_the_days_card_money_agrees(desk: CardDesk, paid: Booking, qtbot) -> None:
    sign_in(desk, desk.case.owner)
    page = ReconciliationPage(desk.ui, lambda: desk.case.clock().date())
    qtbot.addWidget(page)
    page.read()
    desk.until(lambda: page.result is not None)
    assert page.result is not None
    assert [one.agrees for one in page.result.matched] == [True]
    desk.stripe.api.revoked.add(KEY)
    page.read()
    desk.until(
        lambda: "could not be asked" in (page.stage.state.accessibleName() if page.stage.state else "")
    )


def test_what_a_bank_took_back_shows_in_the_reports(desk: CardDesk, paid: Booking, qtbot) -> None:
    (line,) = desk.stripe.ledger().values()
    dispute_id = desk.stripe.disputes.open(line.intents[0], amount=5000)
    desk.stripe.disputes.close(dispute_id, won=False)

    def known() -> bool:
        desk.later(seconds=90)
        return bool(desk.watch.attention)

    desk.until(known)
    sign_in(desk, desk.case.owner)
    today = desk.case.clock().date()
    page = ReconciliationPage(desk.ui, lambda: today)
    qtbot.addWidget(page)
    page.read()
    desk.until(lambda: page.result is not None)
    assert page.differing.accessibleDescription() == f"Explained ₹{NB}50.00 taken back by banks"
    assert [badge.text for badge in page.findChildren(Badge)] == ["Taken back by the bank"]
    reports = ReportsScreen(desk.ui)
    qtbot.addWidget(reports)
    reports.show_span(Span(today, today))
    desk.until(lambda: reports.figures is not None)
    takings = reports.sheet.cards.cards["takings"]
    assert takings.accessibleDescription() == f"₹{NB}20.80 ₹{NB}50 taken back by banks"
    model = reports.findChild(DayTable).model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    row = [model.index(0, place).data() for place in range(model.columnCount())]
    assert dict(zip(heads, row, strict=True)) == {
        "Day": "Sat 21 Nov",
        "Bookings": "1",
        "Cancelled": "–",
        "Cash": "–",
        "Card": "70.80",
        "Taken back by banks": "−50.00",
        "Takings": "20.80",
    }


def test_the_list_is_walked_by_keys_alone(desk: CardDesk, paid: Booking, qtbot) -> None:
    other = desk.case.book("A2", "TN 9")
    desk.case.services.payments.take(desk.case.attendant, other.id, Method.CASH)
    screen = screen_of(desk, qtbot)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.filters.pills.pill(Which.ALL).setFocus()
    passed = []
    while not screen.view.hasFocus():
        here = screen.focusWidget()
        passed.append(here.accessibleName() or here.text())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert passed == [
        "All",
        "The day before",
        "Day: Any day",
        "The day after",
        "Tender",
        "Part of a plate, a ticket, or a receipt's number",
    ]
    assert screen.card.plate.text() == "TN 9"
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    desk.window.settle()
    assert screen.card.plate.text() == "KL 08 AZ 1234"
    opened = []
    screen.view.opened.connect(lambda: opened.append(screen.card.plate.text()))
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    assert opened == ["KL 08 AZ 1234"]
    before = []
    while not screen.card.receipt.hasFocus():
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        before.append(screen.focusWidget().accessibleName() or screen.focusWidget().text())
    assert before == ["The payment's story", "Booking", "Receipt…"]


def test_many_that_need_a_decision_fold_into_one_line(desk: CardDesk, paid: Booking) -> None:
    for bay, plate in (("A2", "TN 2"), ("A3", "TN 3"), ("A4", "TN 4")):
        other = desk.case.book(bay, plate)
        desk.case.services.charges.open(desk.case.attendant, other.id, Tender.QR)
        desk.stripe.checkout.pay(desk.session(other))
    desk.later()
    desk.until(lambda: len(desk.stripe.ledger()) == 4)
    for line in desk.stripe.ledger().values():
        desk.stripe.disputes.open(line.intents[0])

    def looked_at() -> bool:
        desk.later(seconds=90)
        return len(desk.watch.attention) == 4

    desk.until(looked_at)
    desk.until(lambda: "attention" in desk.up)
    assert desk.up["attention"].words == "4 card payments need a decision"
    assert not any(key.startswith("attention/") for key in desk.up)
