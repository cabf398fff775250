"""The bookings' screen over a small lot, with an attendant at it."""

from __future__ import annotations

import pytest

from parkdesk.ui.bookings import BookingsScreen
from parkdesk.ui.main_window import MainWindow
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def screen(desk: OpenDesk, window: MainWindow, qtbot) -> BookingsScreen:
    desk.ui.sign_in(desk.case.attendant)
    made = BookingsScreen(desk.ui)
    qtbot.addWidget(made)
    desk.ui.show_screen("bookings", made)
    made.resize(1400, 600)
    made.show()
    return made
