"""Every dialog opens over the middle of the window and whole on the screen, with a real window manager."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.ui.theme import Theme
from parkdesk.ui.widgets import Dialog, Label, Scrolled, column
from tests.xvfb import running_screen

ROOT = Path(__file__).parents[2]
HAIR = 4
"""Frames of an odd width have no middle pixel."""
DIALOGS = 12


@pytest.mark.parametrize(
    ("size", "scale"), [("1366x768x24", "1"), ("1024x768x24", "1"), ("1366x768x24", "2")]
)
def test_dialogs_open_in_the_middle_and_whole(size: str, scale: str, sqlite_url: str, tmp_path: Path) -> None:
    with running_screen(size) as screen:
        environ = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        environ |= {"QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "tests.ui.dialog_probe", sqlite_url, str(tmp_path)]
        done = subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    seen = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(seen) == DIALOGS, done.stderr
    assert [one["name"] for one in seen if not one["whole"]] == []
    assert [one for one in seen if max(map(abs, one["apart"])) > HAIR] == []


def test_the_window_has_the_keys_again_when_two_dialogs_close_together() -> None:
    with running_screen("1366x768x24") as screen:
        environ = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.ui.keys_probe"]
        done = subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["True"] * 3, done.stderr


class Long(Dialog):
    """Sixty lines: more than any screen of a desk shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget()
        lines = column(inside)
        self.editors = [QLineEdit() for _ in range(60)]
        for editor in self.editors:
            lines.addWidget(editor)
        self.foot = Label("Book", wrap=True)
        self.scrolled = Scrolled(inside)
        layout = column(self)
        layout.addWidget(self.scrolled, 1)
        layout.addWidget(self.foot)


@pytest.fixture
def window(theme: Theme, qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _room(window: QWidget) -> QRect:
    return window.screen().availableGeometry()


def test_what_does_not_fit_on_the_screen_scrolls_and_the_foot_stays_in_sight(window: QWidget, qtbot) -> None:
    dialog = Long(window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert _room(window).contains(dialog.frameGeometry())
    assert dialog.scrolled.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(dialog.foot.geometry())


def test_the_field_that_takes_the_focus_scrolls_into_sight(window: QWidget, qtbot) -> None:
    dialog = Long(window)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    last = dialog.editors[-1]
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_a_dialog_that_grows_stays_where_it_is_and_on_the_screen(window: QWidget, qtbot) -> None:
    dialog = Dialog(window, width=420)
    label = Label("short", wrap=True)
    label.setMaximumWidth(420)
    column(dialog).addWidget(label)
    with qtbot.waitExposed(dialog):
        dialog.open()
    before = dialog.geometry()
    label.setText("a sentence that goes on and on " * 12)
    qtbot.waitUntil(lambda: dialog.height() > before.height())
    assert dialog.geometry().topLeft() == before.topLeft()
    label.setText("a sentence that goes on and on " * 60)
    qtbot.waitUntil(lambda: dialog.height() > 2 * before.height())
    assert _room(window).contains(dialog.frameGeometry())
