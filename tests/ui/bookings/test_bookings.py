"""The bookings over a real database: lists, filters, pages, and the chosen one beside them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from parkdesk.domain.booking import Status
from parkdesk.domain.payment import Method
from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.bookings.line import Line
from parkdesk.ui.bookings.table import Column
from parkdesk.ui.context import Selection
from parkdesk.ui.widgets import EmptyState, IconButton
from parkdesk.ui.widgets.day_picker import DayPicker
from parkdesk.ui.widgets.paged_table import Role
from tests.ui.open_desk import OpenDesk


def listed(desk: OpenDesk, screen: BookingsScreen, which: str = "") -> str:
    """The list as it is read: `A1 KL1 Active | A2 KL2 Confirmed`."""
    if which:
        screen.narrow(which)
    else:
        screen.refresh()
    desk.settle()
    table = screen.list.table
    return " | ".join(
        " ".join(table.index(row, column).data() for column in (Column.BAY, Column.PLATE, Column.STATUS))
        for row in range(table.rowCount())
    )


def test_each_list_holds_its_own(desk: OpenDesk, screen: BookingsScreen) -> None:
    case = desk.case
    later = {"starts_at": desk.now() + timedelta(hours=3)}
    case.book("A3", "KL 3", **later)
    case.book("A4", "KL 4", confirmed=False, starts_at=desk.now() + timedelta(hours=1))
    case.book("A1", "KL 1", 60)
    case.book("A2", "KL 2", 30)
    gone, dropped = case.book("A5", "KL 5"), case.book("A6", "KL 6")
    case.services.stays.check_out(case.attendant, gone.id)
    case.services.stays.cancel(case.attendant, dropped.id, "Changed their mind")
    assert listed(desk, screen) == "A4 KL 4 Pending | A3 KL 3 Confirmed"
    assert listed(desk, screen, "active") == "A2 KL 2 Active | A1 KL 1 Active"
    assert listed(desk, screen, "history") == "A6 KL 6 Cancelled | A5 KL 5 Completed"
    assert listed(desk, screen, "all").count("|") == 5


def test_what_ends_and_who_is_late_is_told_by_the_clock(desk: OpenDesk, screen: BookingsScreen) -> None:
    desk.case.hold()
    desk.case.book("A1", "KL 1", 30)
    desk.case.book("A2", "KL 2", starts_at=desk.now() + timedelta(minutes=20))
    assert listed(desk, screen, "active") == "A1 KL 1 Active"
    desk.tick(minutes=26)
    assert screen.list.table.index(0, Column.STATUS).data() == "Ending"
    desk.tick(minutes=5)
    assert screen.list.table.index(0, Column.STATUS).data() == "Over"
    assert listed(desk, screen, "upcoming") == "A2 KL 2 Expected"


def test_part_of_a_plate_and_a_day_narrow_the_list(desk: OpenDesk, screen: BookingsScreen, qtbot) -> None:
    desk.case.book("A1", "KL 08 AZ 1234")
    desk.case.book("A2", "TN 37 M 9876")
    desk.case.book("A3", "TN 37 M 1111", starts_at=desk.now() + timedelta(days=1))
    listed(desk, screen, "all")
    qtbot.keyClicks(screen.filters.plate, "tn37")
    qtbot.waitUntil(lambda: screen.list.table.rowCount() == 2)
    screen.filters.day.pick(date(2026, 11, 21))
    desk.settle()
    assert listed(desk, screen) == "A2 TN 37 M 9876 Active"
    screen.filters.plate.setText("no such plate")
    qtbot.waitUntil(lambda: bool(screen.findChildren(EmptyState)))
    assert [empty.accessibleName() for empty in screen.findChildren(EmptyState)] == ["No booking fits"]


def test_pages_follow_as_one_scrolls_and_none_comes_twice(
    desk: OpenDesk, screen: BookingsScreen, qtbot
) -> None:
    case = desk.case
    for number in range(120):
        booking = case.book("A1", f"KL {number:03d}", 30)
        case.services.stays.check_out(case.attendant, booking.id)
    listed(desk, screen, "history")
    assert 50 <= screen.list.table.rowCount() < 120
    bar = screen.list.view.verticalScrollBar()

    def to_the_end() -> bool:
        bar.setValue(bar.maximum())
        return screen.list.table.rowCount() == 120

    qtbot.waitUntil(to_the_end)
    plates = [line.booking.plate.shown for line in screen.list.table.rows]
    assert plates == [f"KL {number:03d}" for number in reversed(range(120))]
    assert screen.list.table.next is None
    screen.refresh()
    desk.settle()
    assert screen.list.table.rowCount() == 120


def test_the_chosen_booking_shows_everything_beside_the_list(desk: OpenDesk, screen: BookingsScreen) -> None:
    case = desk.case
    booking = case.book("A1", "KL 08 AZ 1234", 60, requests="Near the lift, please")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.stays.add_note(case.attendant, booking.id, "Left the key at the desk")
    listed(desk, screen, "active")
    screen.list.view.selectRow(0)
    desk.settle()
    card = screen.card
    assert (card.plate.text(), card.badge.text) == ("KL 08 AZ 1234", "Active")
    assert card.strip.words == "Paid · cash · 14:32"
    assert card.payments.value(0).text() == "₹\u00a070.80"
    assert [card.price.value(row).text() for row in range(3)] == [
        "₹\u00a060.00",
        "₹\u00a010.80",
        "₹\u00a070.80",
    ]
    detail = desk.ui.selection.detail
    assert isinstance(detail, Line)
    assert (detail.booking.id, detail.bay_code, detail.due_minor) == (booking.id, "A1", 0)


def test_the_card_follows_what_others_do(desk: OpenDesk, screen: BookingsScreen) -> None:
    booking = desk.case.book("A1", "KL 1", 60)
    listed(desk, screen, "active")
    screen.list.view.selectRow(0)
    desk.settle()
    assert screen.list.table.index(0, Column.PAID).data(Role.LOOK).owed
    desk.case.services.payments.take(desk.case.attendant, booking.id, Method.CARD)
    desk.case.services.stays.check_out(desk.case.attendant, booking.id)
    screen.refresh()
    desk.settle()
    assert screen.list.table.rowCount() == 0
    assert screen.card.badge.text == "Completed"
    detail = desk.ui.selection.detail
    assert isinstance(detail, Line)
    assert detail.booking.status is Status.COMPLETED


def test_a_booking_found_by_a_search_opens_without_standing_in_the_list(
    desk: OpenDesk, screen: BookingsScreen
) -> None:
    booking = desk.case.book("A1", "KL 1", 60)
    desk.case.services.stays.check_out(desk.case.attendant, booking.id)
    assert listed(desk, screen, "upcoming") == ""
    desk.ui.select(Selection(bay_id=booking.bay_id, booking_id=booking.id))
    desk.settle()
    assert screen.card.plate.text() == "KL 1"


def test_a_change_keeps_the_choice_and_the_place(desk: OpenDesk, screen: BookingsScreen) -> None:
    for number in range(1, 5):
        desk.case.book(f"A{number}", f"KL {number}", 30 + number)
    listed(desk, screen, "active")
    screen.list.view.selectRow(2)
    desk.settle()
    chosen = desk.ui.selection.booking_id
    desk.case.book("A5", "KL 5", 29)
    assert listed(desk, screen).startswith("A5 KL 5 Active | A1")
    assert desk.ui.selection.booking_id == chosen
    assert screen.list.view.currentIndex().row() == 3


def test_keys_reach_the_list_and_enter_opens(
    desk: OpenDesk, screen: BookingsScreen, monkeypatch, qtbot
) -> None:
    run: list[str] = []
    monkeypatch.setattr(desk.ui.registry, "run", run.append)
    for number in (1, 2):
        desk.case.book(f"A{number}", f"KL {number}", 30 + number)
    listed(desk, screen, "active")
    screen.list.view.setFocus()
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Down)
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Down)
    assert desk.ui.selection.detail.bay_code == "A2"
    qtbot.keyClick(screen.list.view, Qt.Key.Key_Return)
    assert run == ["stay.detail"]


def test_the_day_picker_steps_from_today(qtbot) -> None:
    days: list[date | None] = []
    picker = DayPicker(lambda: date(2026, 11, 21), "en")
    qtbot.addWidget(picker)
    picker.picked.connect(days.append)
    before, after = picker.findChildren(IconButton)
    for button in (before, after, after, after):
        button.click()
    assert days == [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)]
