"""The settings over a real database, with somebody signed in."""

from __future__ import annotations

import pytest

from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.settings import SettingsScreen
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def settings(desk: OpenDesk, window: MainWindow, qtbot) -> SettingsScreen:
    """As the owner sees them."""
    desk.ui.sign_in(desk.case.owner)
    made = SettingsScreen(desk.ui)
    qtbot.addWidget(made)
    desk.ui.show_screen("settings", made)
    made.resize(1364, 780)
    made.show()
    made.activated()
    desk.settle()
    desk.ui.tasks.changed.connect(made.refresh)
    return made
