"""A desk that nobody touches locks itself, and knows who was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from parkdesk.config import Config
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.context import Leaving
from parkdesk.ui.sign_in import SignInScreen
from parkdesk.ui.theme import Theme
from tests.kit import Case, Clock

CHEAP = Hashing(rounds=1, memory_kib=8, lanes=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(
    qapp: QApplication, theme: Theme, tmp_path: Path, sqlite_url: str, clock: Clock, qtbot
) -> Iterator[DeskApplication]:
    """The whole program on a real file, Asha at work; it closes the services itself."""
    case = Case(sqlite_url, clock)
    PeopleService(case.desk, CHEAP).set_password(case.owner, case.owner.id, "correct horse")
    made = DeskApplication(qapp, Config.read(data_dir=tmp_path), lambda: case.services)
    made.window.show()
    made.start()
    qtbot.waitUntil(lambda: isinstance(made.window.page, SignInScreen))
    made.ui.sign_in(case.attendant)
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    theme.apply(qapp)


def test_after_the_minutes_that_were_chosen_it_asks_who_is_there(
    desk: DeskApplication, clock: Clock, qtbot
) -> None:
    desk.ui.preferences.lock_after_minutes = 5
    desk.ui.preferences_changed.emit()
    clock.move(minutes=4)
    desk.ui.clock.tick()
    assert desk.window.on_desk
    who = desk.ui.person
    clock.move(minutes=2)
    desk.ui.clock.tick()
    page = desk.window.page
    assert isinstance(page, SignInScreen)
    assert desk.ui.person is None
    qtbot.waitUntil(lambda: not page.secret.isHidden())
    desk.ui.sign_in(who)
    assert desk.window.on_desk


def test_what_was_done_last_does_not_show_while_the_desk_is_locked(desk: DeskApplication, qtbot) -> None:
    desk.ui.messages.done("Booked A1 for KL 08 AZ 1234", action="Undo", act=lambda: None)
    assert desk.window.message_strip.words == "Booked A1 for KL 08 AZ 1234"
    desk.leave(Leaving.LOCK)
    assert desk.window.message_strip.words == ""
