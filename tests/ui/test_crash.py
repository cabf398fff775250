"""A bug is logged and shown, its details can be copied, and the desk goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from parkdesk import __version__
from parkdesk.ui.crash import CrashReporter
from parkdesk.ui.shell.crash_dialog import CrashDialog
from parkdesk.ui.widgets import Button


@pytest.fixture
def reporter(theme, qtbot) -> Iterator[CrashReporter]:
    window = QWidget()
    qtbot.addWidget(window)
    made = CrashReporter(window)
    made.window = window
    hooks = sys.excepthook, threading.excepthook
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks


def dialogs(reporter: CrashReporter) -> list[CrashDialog]:
    assert reporter.window is not None
    return reporter.window.findChildren(CrashDialog)


def bug() -> ZeroDivisionError:
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        return error
    raise AssertionError("unreachable")


def press(dialog: CrashDialog, words: str) -> None:
    next(button for button in dialog.findChildren(Button) if button.text() == words).click()


def test_a_bug_is_shown_and_its_details_copied(reporter: CrashReporter, caplog, qtbot) -> None:
    reporter.report(bug())
    (dialog,) = dialogs(reporter)
    assert not dialog.isModal()
    press(dialog, "Copy details")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"ParkDesk {__version__}\n")
    assert "ZeroDivisionError" in copied
    assert "in bug" in copied
    assert "ZeroDivisionError" in caplog.text


def test_one_dialog_is_enough(reporter: CrashReporter, qtbot) -> None:
    reporter.report(bug())
    reporter.report(bug())
    (dialog,) = dialogs(reporter)
    press(dialog, "Go on")
    qtbot.waitUntil(lambda: dialogs(reporter) == [])
    reporter.report(bug())
    assert len(dialogs(reporter)) == 1


def test_what_nobody_catches_arrives_from_any_thread(reporter: CrashReporter, qtbot) -> None:
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(dialogs(reporter)) == 1)
    press(dialogs(reporter)[0], "Go on")
    qtbot.waitUntil(lambda: dialogs(reporter) == [])
    threading.Thread(target=lambda: 1 // 0).start()
    qtbot.waitUntil(lambda: len(dialogs(reporter)) == 1)
