"""Reports over a real database: the figures are the desk's, the charts say them, and a file holds them."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.payment import Method
from parkdesk.services.desk import new_id
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.reports import ReportsScreen
from parkdesk.ui.reports.custom_span import CustomSpan
from parkdesk.ui.reports.spans import Span
from parkdesk.ui.widgets import EmptyState, ErrorState
from tests.ui.open_desk import OpenDesk

FRIDAY = date(2026, 11, 20)


def stay(desk: OpenDesk, bay: str, plate: str, method: Method, *, days_ago: int, minutes: int = 60) -> None:
    """One that was booked at 14:32 on the lot's day, paid, and checked out at its end."""
    back = desk.now.moment
    desk.now.moment = back - timedelta(days=days_ago)
    booking = desk.case.book(bay, plate, minutes)
    desk.case.services.payments.take(desk.case.attendant, booking.id, method)
    desk.now.forward(minutes=minutes - 1)
    desk.case.services.stays.check_out(desk.case.attendant, booking.id)
    desk.now.moment = back


@pytest.fixture
def history(desk: OpenDesk) -> OpenDesk:
    """Two paid stays yesterday, one cancelled, and one the day before."""
    stay(desk, "A1", "KL 01 A 1", Method.CASH, days_ago=2)
    stay(desk, "A1", "KL 01 A 2", Method.CARD, days_ago=1)
    stay(desk, "A2", "KL 01 A 3", Method.CASH, days_ago=1, minutes=120)
    back = desk.now.moment
    desk.now.moment = back - timedelta(days=1)
    booking = desk.case.book("A3", "KL 01 A 4")
    desk.case.services.stays.cancel(desk.case.attendant, booking.id, "Wrong plate")
    desk.now.moment = back
    return desk


@pytest.fixture
def screen(desk: OpenDesk, window: MainWindow, qtbot) -> ReportsScreen:
    desk.ui.sign_in(desk.case.owner)
    made = ReportsScreen(desk.ui)
    qtbot.addWidget(made)
    desk.ui.show_screen("reports", made)
    made.resize(1364, 780)
    made.show()
    return made


def choose(screen: ReportsScreen, desk: OpenDesk, key: str) -> None:
    screen.spans.pill(key).click()
    desk.settle()


def card(screen: ReportsScreen, name: str) -> str:
    return screen.sheet.cards.cards[name].accessibleDescription().replace("\u00a0", " ")


def table(screen: ReportsScreen) -> list[str]:
    model = screen.sheet.table.model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_figures_are_those_of_the_days_that_were_asked_for(history: OpenDesk, screen: ReportsScreen):
    screen.activated()
    choose(screen, history, "yesterday")
    assert card(screen, "takings").startswith("₹ 212.40 +200.0 % on the day before")
    assert card(screen, "bookings").startswith("3 +200.0 % on the day before")
    assert card(screen, "ticket").startswith("₹ 70.80 0.0 %")
    assert card(screen, "stay").startswith("1 h 29 min")
    assert table(screen) == ["Fri 20 Nov | 3 | 1 | 141.60 | 70.80 | 212.40"]


def test_days_before_the_first_booking_are_not_counted_as_empty(history: OpenDesk, screen: ReportsScreen):
    screen.activated()
    history.settle()
    assert screen.figures is not None
    assert screen.figures.span == Span(date(2026, 11, 19), FRIDAY)
    assert "nothing before to compare" in card(screen, "takings")
    assert len(table(screen)) == 2


def test_the_caption_says_where_and_when_it_was_read(history: OpenDesk, screen: ReportsScreen):
    screen.activated()
    history.settle()
    name = history.case.lot.name
    assert screen.title() == (
        "Reports",
        f"{name} · read from this computer at 14:32 · works without a network",
    )


def test_the_chart_says_a_bar_and_a_click_looks_at_it_alone(history: OpenDesk, screen: ReportsScreen, qtbot):
    screen.activated()
    history.settle()
    chart = screen.sheet.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    words = chart.accessibleDescription().replace("\u00a0", " ")
    assert words == "Thu 19 Nov 2026 · ₹ 70.80 · Cash ₹ 70.80"
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    history.settle()
    assert screen.figures is not None
    assert screen.figures.span == Span(date(2026, 11, 19), date(2026, 11, 19))
    assert screen.spans.current() == "custom"
    # It stays among the days around it, and those can be picked in turn.
    last = chart.width() - 5
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(last, chart.height() // 2))
    history.settle()
    assert screen.figures.span.first == date(2026, 11, 19)


def test_the_heat_map_says_an_hour(history: OpenDesk, screen: ReportsScreen, qtbot):
    screen.activated()
    choose(screen, history, "yesterday")
    heat = screen.sheet.heat
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    # Both stays of the 20th stood from 15:00 to 15:30, two of seven bays for half of that hour and one after it.
    assert heat.accessibleDescription().startswith("Fri 15:00–16:00 · ")
    assert "peak" in card(screen, "occupancy")
    qtbot.keyClick(heat, Qt.Key.Key_Up)
    assert heat.accessibleDescription().startswith("Thu 15:00–16:00 · ")


def test_several_lots_of_one_currency_are_added_up(history: OpenDesk, screen: ReportsScreen):
    case = history.case
    lot = replace(case.lot, id=new_id(), name="Annexe")
    level = Level(new_id(), lot.id, "Ground")
    bay = Bay(new_id(), lot.id, level.id, "X1", Place(0, 0), vehicle_types=frozenset({"sedan"}))
    tariff = case.services.lots.tariff(case.lot.id)
    assert tariff is not None
    case.services.lots.add(
        case.owner, lot, replace(tariff, id=new_id(), lot_id=lot.id), levels=[level], bays=[bay]
    )
    case.bays["X1"] = bay
    stay(history, "X1", "KL 01 A 9", Method.TRANSFER, days_ago=1)
    history.ui.set_lots((case.lot, lot))
    screen.activated()
    choose(screen, history, "yesterday")
    assert screen.lots.isVisible()
    assert card(screen, "bookings").startswith("3 ")
    screen.lots.pill("all").click()
    history.settle()
    assert card(screen, "bookings").startswith("4 ")
    assert card(screen, "takings").startswith("₹ 283.20")
    assert table(screen) == [
        f"Fri 20 Nov | {case.lot.name} | 3 | 1 | 141.60 | 70.80 | – | 212.40",
        "Fri 20 Nov | Annexe | 1 | – | – | – | 70.80 | 70.80",
    ]
    assert screen.title()[1].startswith("2 lots · ")


def test_a_lot_with_no_bookings_says_so(desk: OpenDesk, screen: ReportsScreen):
    screen.activated()
    desk.settle()
    assert screen.findChild(EmptyState) is not None
    assert card(screen, "takings") == "–" or not screen.sheet.isVisible()


def test_a_span_of_ones_own_is_asked_for_and_faults_stand_beside_the_day(
    history: OpenDesk, screen: ReportsScreen, qtbot
):
    screen.activated()
    history.settle()
    screen.spans.pill("custom").click()
    dialog = screen.findChild(CustomSpan)
    assert dialog is not None
    assert screen.spans.current() == "30"
    dialog.first.setDate(QDate(2026, 11, 20))
    dialog.last.setDate(QDate(2026, 11, 19))
    dialog.take()
    assert dialog.fault == "The end must come after the start."
    dialog.first.setDate(QDate(2026, 11, 19))
    dialog.take()
    history.settle()
    assert screen.spans.current() == "custom"
    assert screen.figures is not None
    assert screen.figures.span == Span(date(2026, 11, 19), date(2026, 11, 19))


def test_what_shows_is_exported_as_a_table(history: OpenDesk, screen: ReportsScreen, tmp_path: Path):
    screen.activated()
    choose(screen, history, "yesterday")
    file = tmp_path / "report.csv"
    screen.save(file)
    history.settle()
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["Day"], row["Booked"], row["Collected"]) for row in rows] == [
        ("2026-11-20", "3", "212.40"),
        ("Total", "3", "212.40"),
    ]
    assert history.messages == ["Saved report.csv"]


def test_a_file_that_cannot_be_written_is_said(history: OpenDesk, screen: ReportsScreen, tmp_path: Path):
    screen.activated()
    history.settle()
    screen.save(tmp_path / "nowhere" / "report.csv")
    history.settle()
    assert "cannot be written" in history.messages[-1]


def test_an_unreachable_database_is_said_and_can_be_asked_again(
    history: OpenDesk, screen: ReportsScreen, monkeypatch: pytest.MonkeyPatch
):
    from parkdesk.domain.system_errors import DatabaseUnavailable
    from parkdesk.ui.reports import screen as module

    def gone(*_: object) -> None:
        raise DatabaseUnavailable(reason="no answer")

    with monkeypatch.context() as broken:
        broken.setattr(module, "read", gone)
        screen.activated()
        history.settle()
        assert screen.findChild(ErrorState) is not None
    screen.refresh()
    history.settle()
    assert screen.figures is not None


def test_a_change_elsewhere_shows_at_once(history: OpenDesk, screen: ReportsScreen):
    screen.activated()
    choose(screen, history, "month")
    assert card(screen, "bookings").startswith("4 ")
    history.case.book("A5", "KL 01 A 77")
    screen.refresh()
    history.settle()
    assert card(screen, "bookings").startswith("5 ")


def test_where_room_is_short_the_table_keeps_its_money_whole(history: OpenDesk, screen: ReportsScreen):
    screen.activated()
    history.settle()
    view = screen.sheet.table

    def shown() -> list[str]:
        columns = range(view.model().columnCount())
        return [view.model().columns[number] for number in columns if not view.isColumnHidden(number)]

    view.setParent(None)
    view.show()
    view.resize(900, 300)
    assert shown() == ["day", "booked", "cancelled", "cash", "card", "collected"]
    view.resize(390, 300)
    assert shown() == ["day", "cash", "card", "collected"]
    assert view.horizontalHeader().length() <= view.viewport().width()
    view.resize(900, 300)
    assert "cancelled" in shown()
    view.setParent(screen)
