"""The screens' tests run without a screen, on one application with the light theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from parkdesk.config import Config
from parkdesk.services.bundle import Services
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.clock import Clock
from parkdesk.ui.context import UiContext
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.messages import Messages
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.tasks import Tasks
from parkdesk.ui.theme import Mode, Theme
from parkdesk.ui.translation import speak
from tests.kit import Case
from tests.ui.desk_window import let_go
from tests.ui.open_desk import OpenDesk
from tests.ui.parts import SetClock, place


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.choose(mode=Mode.LIGHT)
    made.apply(qapp)
    speak("en")
    return made


@pytest.fixture(autouse=True)
def _light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.choose(mode=Mode.LIGHT, density="comfortable", reduced_motion=False)


@pytest.fixture
def now() -> SetClock:
    return SetClock()


@pytest.fixture
def ui(theme: Theme, now: SetClock, tmp_path: Path) -> Iterator[UiContext]:
    made = UiContext(
        tasks=Tasks(),
        clock=Clock(now),
        theme=theme,
        preferences=Preferences(tmp_path / "settings.ini"),
        messages=Messages(),
    )
    yield made
    assert made.tasks.close()
    let_go(made)


@pytest.fixture
def opened() -> list[str]:
    """The names of the screens that were made, in order."""
    return []


@pytest.fixture
def window(ui: UiContext, opened: list[str], qtbot) -> MainWindow:
    places = (place("lot", "Ctrl+1", opened), place("timers", "Ctrl+3", opened))
    made = MainWindow(ui, places)
    qtbot.addWidget(made)
    assert made.desk
    return made


@pytest.fixture
def starting(
    qapp: QApplication, theme: Theme
) -> Iterator[Callable[[Config, Callable[[], Services]], DeskApplication]]:
    """Starts the application as a person does, and leaves nothing of it behind."""
    made: list[DeskApplication] = []

    def start(config: Config, open_services: Callable[[], Services]) -> DeskApplication:
        desk = DeskApplication(qapp, config, open_services)
        made.append(desk)
        desk.window.show()
        desk.start()
        return desk

    yield start
    for desk in made:
        desk.close()
        desk.window.close()
        desk.window.deleteLater()
    theme.apply(qapp)


@pytest.fixture
def desk(ui: UiContext, now: SetClock, sqlite_url: str) -> Iterator[OpenDesk]:
    """The context over a real SQLite file with one small lot; nobody is signed in."""
    case = Case(sqlite_url, now)
    ui.open_with(case.services)
    ui.set_lots((case.lot,))
    yield OpenDesk(case, ui, now)
    assert ui.tasks.close()
    case.close()
