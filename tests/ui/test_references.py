"""The Qt binding keeps count of None: a release that lost references aborted the interpreter after hours of work."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_calls_that_return_nothing_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.setEnabled(number % 2 == 0)
    assert abs(sys.getrefcount(None) - before) < CALLS // 100
