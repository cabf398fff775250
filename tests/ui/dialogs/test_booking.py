"""Booking by mouse and by keys: what is wrong is said beside its field, and what was typed stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from parkdesk.domain.lot import Lot
from parkdesk.services.desk import new_id
from parkdesk.ui.board.free_bays import free_bays
from parkdesk.ui.dialogs.booking import BookingDialog
from parkdesk.ui.dialogs.payment import PaymentDialog
from tests.kit import Case, Clock
from tests.ui.desk_window import DeskWindow, open_desk

MINUTE = timedelta(minutes=1)


def opened(desk: DeskWindow, bay: str = "") -> BookingDialog:
    if bay:
        desk.choose(bay)
    desk.run("bay.book")
    return desk.dialog(BookingDialog)


def pressed(desk: DeskWindow, dialog: BookingDialog) -> None:
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    desk.settle()


def said_beside(dialog: BookingDialog) -> dict[str, str]:
    """The sentences that stand beside fields now."""
    return {name: field.sentence for name, field in dialog._fields.items() if field.faulty}


def test_by_mouse_a_bay_a_plate_and_a_press(desk: DeskWindow) -> None:
    desk.click("A2")
    desk.bot.mouseClick(desk.screen.card.deeds.book, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(BookingDialog)
    desk.bot.keyClicks(dialog.plate, "KL 08 AZ 1234")
    pressed(desk, dialog)
    assert desk.no_dialog()
    assert (
        desk.case.states() == "A1 free | A2 KL08AZ1234 1:00 | A3 free | A4 free | A5 free | A6 free | T1 free"
    )
    assert desk.said[-1] == "Booked A2 for KL 08 AZ 1234 until 15:30"
    assert desk.screen.card.badge.text == "Booked"


def test_by_keys_f2_a_plate_and_enter(desk: DeskWindow) -> None:
    desk.key(Qt.Key.Key_F2)
    dialog = desk.dialog(BookingDialog)
    assert dialog.plate.hasFocus()
    desk.bot.keyClicks(dialog.plate, "KL 08 AZ 1234")
    desk.bot.keyClick(dialog.plate, Qt.Key.Key_Return)
    assert desk.no_dialog()
    assert desk.case.states().startswith("A1 KL08AZ1234 1:00")


def test_undo_takes_back_just_this_booking(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    pressed(desk, dialog)
    desk.last.act()
    desk.settle()
    assert desk.case.states().startswith("A1 free")
    assert desk.said[-1] == "Undone: Booking · KL 1 · A1"


def test_a_quick_duration_of_the_card_is_chosen_already(desk: DeskWindow) -> None:
    desk.choose("A3")
    quick = next(button for button in desk.screen.card.deeds.quick if button.text().startswith("2"))
    assert quick.text() == "2\u00a0h · ₹\u00a0141.60"
    desk.bot.mouseClick(quick, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(BookingDialog)
    assert dialog.span.span() == timedelta(hours=2)
    assert dialog.primary.text() == "Book · ₹\u00a0141.60"


def test_the_price_follows_the_duration(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    seen = []
    for text in ("", "30", "1h30", "2d"):
        dialog.span.other.setText(text)
        seen.append((dialog.quote.until.text(), dialog.quote.total.text()))
    assert seen == [
        ("15:30", "₹\u00a070.80"),
        ("15:00", "₹\u00a035.40"),
        ("16:00", "₹\u00a0106.20"),
        ("Mon 23 Nov\u00a014:30", "₹\u00a03,398.40"),
    ]
    dialog.vehicle_type.setCurrentIndex(dialog.vehicle_type.findData("two-wheeler"))
    dialog.span.other.setText("60")
    assert dialog.quote.total.text() == "₹\u00a023.60"


@pytest.mark.parametrize(
    ("plate", "sentence"),
    [
        ("", "Type the number plate."),
        ("🚗🚗", "A number plate holds letters and digits; '🚗' is neither."),
        ("K" * 300, "A number plate has at most 16 characters; this one has 300."),
    ],
)
def test_a_plate_that_cannot_be_is_refused_beside_its_field(
    desk: DeskWindow, plate: str, sentence: str
) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText(plate)
    dialog.driver.setText("Anil P.")
    pressed(desk, dialog)
    assert said_beside(dialog) == {"plate": sentence}
    assert (dialog.plate.text(), dialog.driver.text()) == (plate, "Anil P.")
    dialog.plate.setText("KL 1")
    assert said_beside(dialog) == {}
    pressed(desk, dialog)
    assert desk.no_dialog()


@pytest.mark.parametrize("plate", ["W-12345 A", "अ १२३४", "א-123", "ب ١٢٣ ج", "x1"])
def test_any_plate_can_be_booked(desk: DeskWindow, plate: str) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText(plate)
    pressed(desk, dialog)
    assert desk.no_dialog()
    assert f"A1 {plate} 1:00" in desk.drawn()


def test_an_unusual_plate_is_hinted_at_never_refused(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    field = dialog._fields["plate"]
    assert field.sentence == "for example KL 08 AZ 1234"
    dialog.plate.setText("DD AB 123")
    assert field.sentence == "Unusual here; usual is KL 08 AZ 1234"
    dialog.plate.setText("kl-08 az1234")
    assert field.sentence == "for example KL 08 AZ 1234"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("phone", "xx", "'xx' is not a telephone number."),
        ("email", "nobody", "'nobody' is not an e-mail address."),
        ("driver", "A" * 300, "This text has 300 characters; at most 120 fit."),
    ],
)
def test_each_refusal_stands_beside_its_own_field(
    desk: DeskWindow, field: str, text: str, sentence: str
) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    getattr(dialog, field).setText(text)
    pressed(desk, dialog)
    name = {"driver": "driver_name"}.get(field, field)
    assert said_beside(dialog) == {name: sentence}
    assert getattr(dialog, field).text() == text
    assert desk.case.states().startswith("A1 free")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "“soon” is no duration; write 90, 1h30 or 2d."),
        ("0", "“0” is no duration; write 90, 1h30 or 2d."),
        ("-30", "“-30” is no duration; write 90, 1h30 or 2d."),
        ("1m", "A stay here lasts 5 minutes at least."),
        ("40d", "A stay here lasts 744 hours at most."),
    ],
)
def test_a_duration_that_cannot_be_is_said(desk: DeskWindow, typed: str, sentence: str) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    dialog.span.other.setText(typed)
    pressed(desk, dialog)
    assert said_beside(dialog).get("until") == sentence
    assert dialog.span.other.text() == typed


def test_a_bay_that_was_taken_meanwhile_is_refused_beside_the_bay(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    desk.case.book("A1", "KL 2")
    pressed(desk, dialog)
    assert said_beside(dialog) == {
        "bay": "Bay A1 is taken for that time; choose another bay or another time."
    }
    dialog.bay.setCurrentIndex(dialog.bay.findText("A2"))
    dialog.bay.activated.emit(dialog.bay.currentIndex())
    pressed(desk, dialog)
    assert "A2 KL1 1:00" in desk.case.states()


def test_a_plate_that_stands_already_is_told_at_once(desk: DeskWindow) -> None:
    desk.case.book("A4", "KL 08 AZ 1234")
    desk.refresh()
    dialog = opened(desk, "A1")
    dialog.plate.setText("kl08az1234")
    assert dialog._fields["plate"].sentence == "Stands in A4 already"
    pressed(desk, dialog)
    assert "already stands in bay A4" in said_beside(dialog)["plate"]
    assert not dialog.reason.isVisible()


def test_a_supervisor_may_book_a_plate_twice_with_a_reason(supervised: DeskWindow) -> None:
    desk = supervised
    desk.case.book("A4", "KL 08 AZ 1234")
    desk.refresh()
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 08 AZ 1234")
    pressed(desk, dialog)
    assert dialog.reason.isVisible()
    dialog.reason.setText("a trailer")
    pressed(desk, dialog)
    assert desk.case.states().startswith("A1 KL08AZ1234 1:00")


def test_a_supervisor_may_enter_a_stay_late(supervised: DeskWindow) -> None:
    desk = supervised
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    dialog.span.choose(timedelta(hours=4))
    dialog.start.choose_later(date(2026, 11, 21), time(13, 30))
    desk.settle()
    pressed(desk, dialog)
    assert said_beside(dialog) == {"starts_at": "A booking cannot start in the past."}
    assert dialog.focusWidget() is dialog.start.clock
    dialog.late.setChecked(True)
    pressed(desk, dialog)
    assert desk.case.states().startswith("A1 KL1 3:00")


def test_a_late_entry_where_a_car_stood_is_refused_beside_the_start(supervised: DeskWindow) -> None:
    desk = supervised
    stood = desk.case.book("A1", "KL 2", minutes=90)
    desk.move_clock(hours=1)
    desk.case.services.stays.check_out(desk.case.attendant, stood.id)
    desk.refresh()
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    dialog.span.choose(timedelta(hours=4))
    dialog.start.choose_later(date(2026, 11, 21), time(15, 0))
    desk.settle()
    dialog.late.setChecked(True)
    pressed(desk, dialog)
    assert said_beside(dialog) == {
        "starts_at": "Another car stood in bay A1 until 15:30; enter this one from then on, or in another bay."
    }
    assert dialog.plate.text() == "KL 1"
    dialog.start.choose_later(date(2026, 11, 21), time(15, 30))
    desk.settle()
    pressed(desk, dialog)
    assert desk.no_dialog()


def test_a_booking_for_later_keeps_its_bay(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    dialog.start.choose_later(date(2026, 11, 21), time(15, 15))
    desk.settle()
    assert dialog.quote.until.text() == "16:15"
    pressed(desk, dialog)
    assert desk.drawn().startswith("A1 KL 1 15:15 R")
    assert desk.ui.registry.enabled("stay.check_in")


def test_a_bay_is_kept_until_the_booking_is_confirmed(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    dialog.start.choose_later(date(2026, 11, 21), time(15, 15))
    desk.bot.mouseClick(
        dialog.pending, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.pending.height() // 2)
    )
    assert dialog.primary.text().startswith("Keep · ")
    assert not dialog.book_and_pay.isEnabled()
    pressed(desk, dialog)
    assert desk.said[-1] == "A1 is kept for KL 1 until 16:15, to be confirmed"
    (listed,) = desk.case.services.bookings.page(desk.case.lot.id, "upcoming").rows
    assert listed.booking.status == "pending"
    assert desk.drawn().startswith("A1 KL 1 15:15 R?")
    assert desk.screen.card.badge.text == "To be confirmed"
    assert not desk.ui.registry.enabled("stay.check_in")
    desk.run("stay.confirm")
    assert desk.case.reload(listed.booking).status == "confirmed"
    assert desk.drawn().startswith("A1 KL 1 15:15 R |")
    assert desk.screen.card.badge.text == "Reserved"


def test_without_a_bay_the_best_free_one_is_taken(desk: DeskWindow) -> None:
    desk.case.book("A1", "KL 1")
    desk.refresh()
    dialog = opened(desk)
    assert dialog.heading.text() == "Book A2"
    dialog.vehicle_type.setCurrentIndex(dialog.vehicle_type.findData("two-wheeler"))
    assert dialog.heading.text() == "Book T1"
    dialog.vehicle_type.setCurrentIndex(dialog.vehicle_type.findData("van"))
    dialog.plate.setText("KL 2")
    pressed(desk, dialog)
    assert said_beside(dialog) == {"bay": "No bay for this vehicle is free for that time."}


def test_bays_that_some_drivers_need_are_taken_last(desk: DeskWindow) -> None:
    bays = desk.case.bays
    lots = desk.case.services.lots
    lots.change_bay(desk.case.owner, replace(bays["A1"], features=frozenset({"accessible"})))
    lots.change_bay(desk.case.owner, replace(bays["A2"], features=frozenset({"ev"})))
    desk.refresh()
    board = desk.live.board

    def order(kind: str) -> str:
        return " ".join(cell.code for cell in free_bays(board, desk.case.clock(), 60 * MINUTE, kind))

    assert order("sedan") == "A3 A4 A5 A6 A2 A1"
    assert order("ev") == "A2 A3 A4 A5 A6 A1"


def test_a_bay_that_is_kept_soon_is_not_offered_for_long(desk: DeskWindow) -> None:
    desk.case.book("A1", "KL 1", starts_at=desk.case.clock() + 45 * MINUTE)
    desk.refresh()
    dialog = opened(desk)
    assert dialog.heading.text() == "Book A2"
    dialog.span.choose(30 * MINUTE)
    dialog.span.changed.emit()
    assert dialog.heading.text() == "Book A1"


def test_the_vehicle_type_is_remembered(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.vehicle_type.setCurrentIndex(dialog.vehicle_type.findData("suv"))
    dialog.plate.setText("KL 1")
    pressed(desk, dialog)
    again = opened(desk, "A2")
    assert again.vehicle_type.currentData() == "suv"


def test_book_and_take_payment_goes_on_to_the_payment(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    desk.bot.keyClick(dialog.plate, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    payment = desk.dialog(PaymentDialog)
    assert payment.due.text() == "₹\u00a070.80"


def test_escape_books_nothing(desk: DeskWindow) -> None:
    dialog = opened(desk, "A1")
    dialog.plate.setText("KL 1")
    desk.bot.keyClick(dialog.plate, Qt.Key.Key_Escape)
    assert desk.no_dialog()
    assert desk.case.states().startswith("A1 free")


@pytest.fixture
def berlin(sqlite_url: str, theme, tmp_path, qtbot) -> Iterator[DeskWindow]:
    """A desk in Berlin, a day before the clocks go forward."""
    lot = Lot(new_id(), "Spreeufer", "Europe/Berlin", "EUR", language="de_DE")
    from datetime import UTC, datetime

    case = Case(sqlite_url, Clock(datetime(2027, 3, 27, 9, 0, tzinfo=UTC)), lot=lot)
    yield from open_desk(case, theme, tmp_path, qtbot)
    case.close()


def test_a_time_the_clocks_leap_over_is_refused_beside_the_start(berlin: DeskWindow) -> None:
    dialog = opened(berlin, "A1")
    dialog.plate.setText("DD AB 123")
    dialog.start.choose_later(date(2027, 3, 28), time(2, 30))
    berlin.settle()
    assert dialog.quote.until.text() == "–"
    pressed(berlin, dialog)
    assert said_beside(dialog) == {
        "starts_at": "02:30 does not exist on 2027-03-28: the clocks go forward then."
    }
    dialog.start.choose_later(date(2027, 3, 28), time(1, 30))
    berlin.settle()
    assert dialog.quote.until.text() == "Sun 28 Mar\u00a003:30"
    pressed(berlin, dialog)
    assert berlin.no_dialog()


def test_an_hour_that_comes_twice_is_named(berlin: DeskWindow) -> None:
    dialog = opened(berlin, "A1")
    dialog.start.choose_later(date(2027, 10, 31), time(2, 30))
    berlin.settle()
    assert dialog._fields["starts_at"].sentence == "This hour comes twice; the first one is meant."
