"""The database gives way under an open dialog: one sentence, what was typed stays, and the next press does it."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from parkdesk.ui.dialogs.booking import BookingDialog
from tests.ui.desk_window import DeskWindow

PLATE, DRIVER, REQUESTS = "KL 08 AZ 1234", "Anil P.", "Near the lift"


@contextmanager
def locked(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(_file: Path) -> Iterator[None]:
    """No file of this process can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the desk connects: how long it waits for another program is said then."""
    monkeypatch.setattr("parkdesk.store.database.BUSY_SECONDS", 0)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (locked, "The database is busy with another program; try again in a moment."),
        (full, "The disk is full; nothing was changed. Free some space and try again."),
    ],
    ids=["locked", "full"],
)
def test_a_booking_waits_in_its_dialog(
    desk: DeskWindow,
    sqlite_url: str,
    trouble: Callable[[Path], AbstractContextManager[None]],
    sentence: str,
) -> None:
    desk.choose("A1")
    desk.run("bay.book")
    dialog = desk.dialog(BookingDialog)
    dialog.plate.setText(PLATE)
    dialog.driver.setText(DRIVER)
    dialog.requests.setPlainText(REQUESTS)
    before = desk.case.services.journal.verify().entries
    with trouble(Path(sqlite_url.removeprefix("sqlite:///"))):
        desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
        desk.settle()
    assert dialog.refusal.text() == sentence
    assert (dialog.plate.text(), dialog.driver.text()) == (PLATE, DRIVER)
    assert dialog.requests.toPlainText() == REQUESTS
    assert desk.case.services.journal.verify().entries == before
    assert desk.case.states().startswith("A1 free")
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert desk.no_dialog()
    assert desk.case.states().startswith("A1 KL08AZ1234 1:00")
    assert desk.case.services.journal.verify().faults == ()
