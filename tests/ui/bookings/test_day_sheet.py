"""The day sheet: blocks where the hours say, one to choose by key or click, an empty place to book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from parkdesk.domain.moments import day_span
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.bookings.day_plan import day_plan
from parkdesk.ui.bookings.day_sheet import DaySheet
from parkdesk.ui.bookings.line import lines_of
from tests.kit import Clock, desk_case
from tests.ui.open_desk import OpenDesk

DAY = date(2026, 11, 21)


def show(desk: OpenDesk, screen: BookingsScreen) -> DaySheet:
    live_board(desk.ui).refresh()
    screen.narrow("day")
    desk.settle()
    return screen.day.sheet


def drawn(sheet: DaySheet) -> str:
    """The rows that have blocks: `A1 KL1 8.53-9.53` in hours of the sheet."""
    plan = sheet.plan
    assert plan is not None
    hours = len(plan.hours)
    return " | ".join(
        f"{row.cell.code} {block.line.booking.plate.shown} {block.left * hours:.2f}-{block.right * hours:.2f}"
        for row in plan.rows
        for block in row.blocks
    )


def place_of(sheet: DaySheet, bay: int, hour: float) -> QPoint:
    """Hours count from the left edge of the sheet, bays from its top."""
    assert sheet.plan is not None
    geometry = sheet.geometry_now
    x = geometry.x(hour / len(sheet.plan.hours))
    return QPoint(round(x), geometry.top(bay) + geometry.row // 2)


def test_blocks_stand_where_their_hours_are(desk: OpenDesk, screen: BookingsScreen) -> None:
    # It is 14:32 in the lot, and the sheet begins at six.
    desk.case.book("A1", "KL 1", 60)
    desk.case.book("A1", "KL 2", 30, starts_at=desk.now() + timedelta(hours=3))
    desk.case.book("A3", "KL 3", starts_at=desk.now() + timedelta(hours=9), minutes=120)
    sheet = show(desk, screen)
    assert drawn(sheet) == "A1 KL 1 8.53-9.53 | A1 KL 2 11.53-12.03 | A3 KL 3 17.53-18.00"
    assert sheet.plan is not None
    assert [words for _, words in sheet.plan.hours][:2] == ["06:00", "07:00"]
    assert screen.title()[1].endswith("Saturday 21 November")


def test_a_night_shows_its_small_hours(desk: OpenDesk, screen: BookingsScreen) -> None:
    desk.case.book("A2", "KL 1", starts_at=desk.now() + timedelta(hours=9), minutes=240)
    sheet = show(desk, screen)
    screen.filters.day.pick(DAY + timedelta(days=1))
    desk.settle()
    assert drawn(sheet) == "A2 KL 1 0.00-3.53"


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_of_the_clock_change_has_its_own_number_of_hours(
    sqlite_url: str, day: date, hours: int
) -> None:
    starts, ends = day_span(day, "Europe/Berlin")
    with desk_case(sqlite_url, clock=Clock(starts)) as case:
        board = case.services.lots.board(case.lot.id)
        berlin = replace(board, lot=replace(board.lot, time_zone="Europe/Berlin"))
        early = case.book("A1", "KL 1", 60)
        late = case.book("A2", "KL 2", 60, starts_at=ends - timedelta(hours=1))
        lines = lines_of(case.services.bookings.of_days(case.lot.id, day, day))
        plan = day_plan(berlin, day, [line for line in lines if line.booking.id in (early.id, late.id)])
        assert len(plan.hours) == hours
        assert len({share for share, _ in plan.hours}) == hours
        assert plan.share(early.starts_at) == 0
        assert plan.share(late.until) == 1


def test_a_click_chooses_and_the_card_tells(desk: OpenDesk, screen: BookingsScreen, qtbot) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234", 60)
    sheet = show(desk, screen)
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place_of(sheet, 1, 9.0))
    desk.settle()
    assert desk.ui.selection.booking_id == booking.id
    assert screen.card.plate.text() == "KL 08 AZ 1234"


def test_keys_go_along_a_bay_and_to_the_next_that_has_something(
    desk: OpenDesk, screen: BookingsScreen, qtbot
) -> None:
    desk.case.book("A1", "KL 1", 60)
    desk.case.book("A1", "KL 2", 60, starts_at=desk.now() + timedelta(hours=2))
    desk.case.book("A4", "KL 4", 60, starts_at=desk.now() + timedelta(hours=2))
    sheet = show(desk, screen)
    chosen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(sheet, key)
        desk.settle()
        chosen.append(screen.card.plate.text())
    assert chosen == ["KL 1", "KL 2", "KL 4", "KL 4", "KL 2"]


def test_an_empty_place_is_booked_from_the_half_hour_meant(
    desk: OpenDesk, screen: BookingsScreen, monkeypatch, qtbot
) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr("parkdesk.ui.bookings.day_page.book", lambda _ui, **wishes: asked.append(wishes))
    sheet = show(desk, screen)
    for hour in (12.7, 4.0):
        qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place_of(sheet, 2, hour))
    later, past = asked
    assert later["bay_id"] == past["bay_id"] == desk.case.bay("A3")
    day, clock = later["starts"]
    assert (day, f"{clock:%H:%M}") == (DAY, "18:30")
    assert "starts" not in past


def test_it_follows_what_others_do(desk: OpenDesk, screen: BookingsScreen) -> None:
    sheet = show(desk, screen)
    assert drawn(sheet) == ""
    desk.case.book("A1", "KL 1", 60)
    screen.refresh()
    desk.settle()
    assert drawn(sheet) == "A1 KL 1 8.53-9.53"
