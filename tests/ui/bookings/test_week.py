"""The week calendar: seven days of a lot's bays, a week back and on by key, and the way to a booking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from sqlalchemy import event

from parkdesk.domain.moments import WEEK, day_span, week_of
from parkdesk.ui.actions.all import ALL
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.bookings.day_sheet import DaySheet
from parkdesk.ui.bookings.week_plan import week_plan
from tests.kit import Clock, desk_case
from tests.ui.open_desk import OpenDesk

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today(desk: OpenDesk, screen: BookingsScreen) -> None:
    """Saturday, 14:32 in the lot."""
    live_board(desk.ui).refresh()


def show(desk: OpenDesk, screen: BookingsScreen) -> DaySheet:
    screen.narrow("week")
    desk.settle()
    return screen.week.sheet


def drawn(sheet: DaySheet) -> str:
    """The rows that have blocks: `A1 KL1 5.61-5.65` in days of the week, Monday 0."""
    plan = sheet.plan
    assert plan is not None
    return " | ".join(
        f"{row.cell.code} {block.line.booking.plate.shown} {block.left * WEEK:.2f}-{block.right * WEEK:.2f}"
        for row in plan.rows
        for block in row.blocks
    )


def test_blocks_stand_on_their_days(desk: OpenDesk, screen: BookingsScreen) -> None:
    desk.case.book("A1", "KL 1", 60)
    desk.case.book("A2", "KL 2", starts_at=desk.now() + DAY, minutes=12 * 60)
    desk.case.book("A3", "KL 3", starts_at=desk.now() + 2 * DAY)
    sheet = show(desk, screen)
    assert drawn(sheet) == "A1 KL 1 5.61-5.65 | A2 KL 2 6.61-7.00"
    assert sheet.plan is not None
    heads = [words for _, words in sheet.plan.hours]
    assert (heads[0], heads[-1], len(heads)) == ("Mon 16 Nov", "Sun 22 Nov", 7)
    assert screen.title()[1].endswith("16 Nov – 22 Nov 2026")
    assert not screen.filters.plate.isVisible()


def test_keys_and_arrows_go_a_week_back_and_on(desk: OpenDesk, screen: BookingsScreen) -> None:
    desk.case.book("A3", "KL 3", starts_at=desk.now() + 2 * DAY)
    sheet = show(desk, screen)
    actions = {action.name: action for action in ALL}
    assert [actions[f"bookings.{way}"].key for way in ("before", "after")] == ["Alt+Left", "Alt+Right"]
    desk.ui.registry.run("bookings.after")
    desk.settle()
    assert drawn(sheet) == "A3 KL 3 0.61-0.65"
    assert screen.title()[1].endswith("23 Nov – 29 Nov 2026")
    desk.ui.registry.run("bookings.before")
    desk.ui.registry.run("bookings.before")
    desk.settle()
    assert drawn(sheet) == ""
    assert screen.title()[1].endswith("9 Nov – 15 Nov 2026")


def test_a_click_chooses_and_enter_asks_for_all_of_it(desk: OpenDesk, screen: BookingsScreen, qtbot) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234", 24 * 60)
    sheet = show(desk, screen)
    geometry = sheet.geometry_now
    place = QPoint(round(geometry.x(6.0 / WEEK)), geometry.top(1) + geometry.row // 2)
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert desk.ui.selection.booking_id == booking.id
    assert screen.card.plate.text() == "KL 08 AZ 1234"
    with qtbot.waitSignal(screen.week.opened):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)


def test_an_empty_place_is_booked_on_its_day(
    desk: OpenDesk, screen: BookingsScreen, monkeypatch, qtbot
) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr("parkdesk.ui.bookings.day_page.book", lambda _ui, **wishes: asked.append(wishes))
    sheet = show(desk, screen)
    geometry = sheet.geometry_now
    place = QPoint(round(geometry.x((6 + 10.2 / 24) / WEEK)), geometry.top(0) + geometry.row // 2)
    qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (wishes,) = asked
    assert wishes["bay_id"] == desk.case.bay("A1")
    day, clock = wishes["starts"]
    assert (day, f"{clock:%H:%M}") == (date(2026, 11, 22), "10:00")


@pytest.mark.parametrize(("first", "hours"), [(date(2026, 3, 23), 167), (date(2026, 10, 19), 169)])
def test_a_week_of_the_clock_change(sqlite_url: str, first: date, hours: int) -> None:
    starts, _ = day_span(first, "Europe/Berlin")
    with desk_case(sqlite_url, clock=Clock(starts)) as case:
        board = case.services.lots.board(case.lot.id)
        berlin = replace(board, lot=replace(board.lot, time_zone="Europe/Berlin"))
        plan = week_plan(berlin, first, (), "en")
        assert plan.ends - plan.starts == timedelta(hours=hours)
        shares = [share for share, _ in plan.hours]
        assert shares == sorted(set(shares))
        assert (len(shares), shares[0]) == (WEEK, 0)


def test_a_week_is_as_many_questions_however_full(sqlite_url: str) -> None:
    with desk_case(sqlite_url) as case:
        statements: list[str] = []
        event.listen(
            case.database.engine, "before_cursor_execute", lambda _c, _u, said, *_: statements.append(said)
        )
        monday = week_of(date(2026, 11, 21))

        def asked() -> int:
            statements.clear()
            case.services.bookings.of_days(case.lot.id, monday, monday + 6 * DAY)
            return sum("FROM bookings" in said for said in statements)

        empty = asked()
        for number in range(1, 7):
            case.book(f"A{number}", f"KL {number}")
        assert asked() == empty
