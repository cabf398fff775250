"""From an alert to where it is dealt with, and a window in another language that goes on living."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.command_bar import CommandBar
from parkdesk.ui.live import Live
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.timers import TimersScreen
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def window(desk: OpenDesk, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(desk.ui)
    qtbot.addWidget(made)
    desk.ui.sign_in(desk.case.attendant)
    made.desk.set_command_bar(CommandBar(desk.ui))
    made.show_desk()
    made.show()
    desk.settle()
    yield made
    made.close()


@pytest.fixture
def live(desk: OpenDesk, window: MainWindow) -> Iterator[Live]:
    made = Live(desk.ui, desk.ui)
    made.start()
    desk.settle()
    yield made
    assert desk.ui.tasks.close()
    made.stop()


def refresh(desk: OpenDesk) -> None:
    desk.ui.tasks.changed.emit()
    desk.settle()


def press(desk: OpenDesk) -> None:
    """The button of the newest alert."""
    act = desk.alerts[-1].act
    assert act is not None
    act()
    desk.settle()


def test_an_alert_leads_to_its_bay(desk: OpenDesk, live: Live) -> None:
    booking = desk.case.book("A3", minutes=6)
    desk.ui.open_screen("bookings")
    refresh(desk)
    desk.tick(minutes=2)
    press(desk)
    assert desk.ui.screen == "lot"
    assert desk.ui.selection.booking_id == booking.id


def test_many_endings_lead_to_the_timers_that_end(desk: OpenDesk, live: Live) -> None:
    for number in range(1, 6):
        desk.case.book(f"A{number}", f"KL {number}", 6)
    refresh(desk)
    desk.tick(minutes=2)
    assert desk.alerts[-1].words == "5 stays end within five minutes"
    press(desk)
    timers = desk.ui.screen_widget("timers")
    assert isinstance(timers, TimersScreen)
    assert timers.title()[1].endswith("5 running · 5 ending")
    assert timers.pills.current() == "ending"


def test_many_ends_lead_to_the_history(desk: OpenDesk, live: Live) -> None:
    for number in range(1, 6):
        desk.case.book(f"A{number}", f"KL {number}", 30)
    refresh(desk)
    desk.now.forward(hours=1)
    live.sweeps.sweep()
    desk.settle()
    assert desk.alerts[-1].words == "5 stays have ended; their bays are free"
    press(desk)
    bookings = desk.ui.screen_widget("bookings")
    assert isinstance(bookings, BookingsScreen)
    assert bookings.list.table.rowCount() == 5


def test_what_ended_while_no_desk_was_open_is_one_line_at_start(desk: OpenDesk, window: MainWindow) -> None:
    for number in range(1, 6):
        desk.case.book(f"A{number}", f"KL {number}", 30)
    desk.now.forward(hours=10)
    live = Live(desk.ui, desk.ui)
    live.start()
    desk.settle()
    desk.tick(seconds=1)
    assert [alert.words for alert in desk.alerts] == ["5 stays have ended; their bays are free"]
    assert desk.ui.tasks.close()
    live.stop()


def test_in_another_language_the_old_screens_are_gone_for_good(
    desk: OpenDesk, window: MainWindow, live: Live
) -> None:
    desk.case.book("A1", minutes=30)
    for name in ("timers", "bookings", "lot"):
        desk.ui.open_screen(name)
        desk.settle()
    desk.ui.speak("de")
    window.show_desk()
    desk.settle()
    for name in ("bookings", "timers"):
        desk.ui.open_screen(name)
        for _ in range(3):
            desk.tick(seconds=1)
        refresh(desk)
    desk.ui.speak("en")
