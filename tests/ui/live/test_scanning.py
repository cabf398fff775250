"""A scanned ticket leads to its stay, wherever the focus was; a mistyped one is told from an unknown one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from parkdesk.domain.ticket import ALPHABET, ticket_of
from parkdesk.services.desk import new_id
from parkdesk.ui.command_bar import CommandBar
from parkdesk.ui.live.type_ahead import TypeAhead
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.shell.found_list import FoundList
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def window(desk: OpenDesk, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(desk.ui)
    qtbot.addWidget(made)
    desk.ui.sign_in(desk.case.attendant)
    made.desk.set_command_bar(CommandBar(desk.ui))
    made.show_desk()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    desk.settle()
    TypeAhead(desk.ui, desk.ui).start()
    yield made
    made.close()


def scan(window: MainWindow, code: str) -> None:
    """As a scanner does: key after key into whatever has the focus, then Enter."""
    handle = window.windowHandle()
    for character in code:
        QTest.keyClick(handle, character)
    QTest.keyClick(handle, Qt.Key.Key_Return)


def test_a_scan_leads_to_the_stay(desk: OpenDesk, window: MainWindow, qtbot) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    desk.ui.tasks.changed.emit()
    desk.ui.open_screen("timers")
    desk.settle()
    scan(window, booking.ticket)
    qtbot.waitUntil(lambda: desk.ui.selection.booking_id == booking.id)
    assert desk.ui.screen == "lot"
    assert desk.ui.selection.bay_id == desk.case.bay("A2")


def test_a_scan_of_what_comes_later_or_has_left_leads_to_the_bookings(
    desk: OpenDesk, window: MainWindow, qtbot
) -> None:
    later = desk.case.book("A1", "KL 1", starts_at=desk.now() + timedelta(days=1))
    gone = desk.case.book("A2", "KL 2")
    desk.case.services.stays.check_out(desk.case.attendant, gone.id)
    desk.ui.tasks.changed.emit()
    desk.settle()
    for booking in (later, gone):
        scan(window, booking.ticket.replace("-", ""))
        qtbot.waitUntil(lambda booking=booking: desk.ui.selection.booking_id == booking.id)
        assert desk.ui.screen == "bookings"
        desk.settle()


def test_a_mistyped_ticket_is_told_from_an_unknown_one(desk: OpenDesk, window: MainWindow, qtbot) -> None:
    ticket = desk.case.book("A1", "KL 1").ticket
    desk.ui.tasks.changed.emit()
    desk.ui.open_screen("timers")
    desk.settle()
    last = ALPHABET[(ALPHABET.index(ticket[-1]) + 1) % len(ALPHABET)]
    found = window.findChild(FoundList).findChild(QListWidget)

    def told() -> str:
        return " ".join(found.item(row).text() for row in range(found.count()))

    scan(window, ticket[:-1] + last)
    qtbot.waitUntil(lambda: "mistyped" in told())
    # The next scan takes the place of what did not fit.
    scan(window, ticket_of(new_id()))
    qtbot.waitUntil(lambda: "No stay has the ticket" in told())
    scan(window, ticket)
    qtbot.waitUntil(lambda: desk.ui.selection.bay_id == desk.case.bay("A1"))


def test_what_is_typed_into_a_field_stays_there(desk: OpenDesk, window: MainWindow) -> None:
    desk.ui.open_screen("bookings")
    desk.settle()
    plate = desk.ui.screen_widget("bookings").filters.plate
    plate.setFocus()
    QTest.keyClick(window.windowHandle(), "K")
    assert plate.text() == "K"
    assert window.desk.header.search.text() == ""
