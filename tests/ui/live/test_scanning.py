"""A scanned ticket leads to its stay, wherever the focus was; a mistyped one is told from an unknown one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from parkdesk.domain.ticket import ALPHABET, ticket_of
from parkdesk.services.desk import new_id
from parkdesk.ui.command_bar import CommandBar
from parkdesk.ui.context import Selection
from parkdesk.ui.live.type_ahead import TypeAhead
from parkdesk.ui.live.wedge import Wedge
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


@pytest.fixture
def wedge(desk: OpenDesk, window: MainWindow) -> Iterator[Wedge]:
    made = Wedge(desk.ui, desk.ui)
    made.start()
    yield made
    made.stop()


def press(window: QWidget, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """As fast as a scanner."""
    for character in text:
        QTest.keyClick(window.windowHandle(), character)
    QTest.keyClick(window.windowHandle(), end)


def press_slowly(window: QWidget, text: str, pause_ms: int) -> None:
    """As the system reports the keys of a person: each with its moment."""
    for number, character in enumerate((*text, "\r")):
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(1000 + number * pause_ms)
            QApplication.sendEvent(window.windowHandle(), event)


@pytest.mark.usefixtures("wedge")
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scan_into_a_field_finds_the_stay_and_leaves_the_field_alone(
    desk: OpenDesk, window: MainWindow, qtbot, end: Qt.Key
) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    desk.ui.tasks.changed.emit()
    desk.ui.open_screen("bookings")
    desk.settle()
    plate = desk.ui.screen_widget("bookings").filters.plate
    plate.setFocus()
    plate.setText("KL 7")
    plate.setCursorPosition(2)
    press(window, booking.ticket, end)
    assert (plate.text(), plate.cursorPosition()) == ("KL 7", 2)
    qtbot.waitUntil(lambda: desk.ui.selection.booking_id == booking.id)
    assert desk.ui.screen == "lot"


@pytest.mark.usefixtures("wedge")
def test_who_types_slowly_types_into_the_field(desk: OpenDesk, window: MainWindow) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    desk.ui.open_screen("bookings")
    desk.settle()
    plate = desk.ui.screen_widget("bookings").filters.plate
    plate.setFocus()
    press_slowly(window, booking.ticket, pause_ms=60)
    desk.settle()
    assert plate.text() == booking.ticket
    assert desk.ui.selection.booking_id is None


@pytest.mark.usefixtures("wedge")
def test_a_scan_over_a_dialog_presses_none_of_its_buttons(desk: OpenDesk, window: MainWindow, qtbot) -> None:
    """Nor its letters, its choices or its numbers."""
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    desk.ui.tasks.changed.emit()
    desk.settle()
    pressed: list[str] = []
    dialog = QDialog(window)
    layout = QVBoxLayout(dialog)
    choice, number, button = QComboBox(), QSpinBox(), QPushButton("OK")
    choice.addItems(["cash", *ALPHABET])
    number.setRange(0, 10**8)
    number.setValue(45)
    for widget in (choice, number, button):
        layout.addWidget(widget)
    button.setDefault(True)
    button.clicked.connect(lambda: pressed.append("OK"))
    for letter in set(booking.ticket[1:]) - {booking.ticket[0]}:
        QShortcut(QKeySequence(letter), dialog).activated.connect(
            lambda letter=letter: pressed.append(letter)
        )
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    for widget in (choice, number, button):
        widget.setFocus()
        desk.ui.select(Selection())
        press(dialog, booking.ticket)
        qtbot.waitUntil(lambda: desk.ui.selection.booking_id == booking.id)
        desk.settle()
    assert (pressed, choice.currentText(), number.value()) == ([], "cash", 45)
    assert desk.messages[-1] == f"Ticket {booking.ticket}: bay A2, KL 08 AZ 1234"
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.usefixtures("wedge")
def test_a_scan_that_a_screen_hands_to_another_field_leaves_nothing_there(
    desk: OpenDesk, window: MainWindow, qtbot
) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    desk.ui.tasks.changed.emit()
    desk.ui.open_screen("timers")
    desk.settle()
    press(window, booking.ticket)
    qtbot.waitUntil(lambda: desk.ui.selection.booking_id == booking.id)
    assert window.desk.header.search.text() == ""


@pytest.mark.usefixtures("wedge")
def test_a_ticket_nobody_has_is_said_and_the_field_keeps_its_text(
    desk: OpenDesk, window: MainWindow, qtbot
) -> None:
    desk.ui.open_screen("bookings")
    desk.settle()
    plate = desk.ui.screen_widget("bookings").filters.plate
    plate.setFocus()
    code = ticket_of(new_id())
    press(window, code)
    qtbot.waitUntil(lambda: bool(desk.messages))
    assert code in desk.messages[-1]
    assert plate.text() == ""


@pytest.mark.usefixtures("wedge")
def test_no_scan_reaches_a_desk_that_is_locked(desk: OpenDesk, window: MainWindow) -> None:
    booking = desk.case.book("A2", "KL 08 AZ 1234")
    field = QLineEdit()
    window.show_page(field)
    field.setFocus()
    press(window, booking.ticket)
    desk.settle()
    assert field.text() == booking.ticket
    assert desk.ui.selection.booking_id is None
