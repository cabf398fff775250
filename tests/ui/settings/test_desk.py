"""This desk's look, its database and backup, and what the program is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import text

from parkdesk import __version__
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.about import AboutSection
from parkdesk.ui.settings.database import DatabaseSection
from parkdesk.ui.settings.health_card import ResultRow
from parkdesk.ui.settings.look import LookSection
from parkdesk.ui.theme import Density, Mode
from parkdesk.ui.translation import speak
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def look(desk: OpenDesk, settings: SettingsScreen) -> LookSection:
    settings.open("look")
    section = settings.page("look")
    assert isinstance(section, LookSection)
    return section


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    speak("en")


def test_theme_density_and_motion_take_effect_at_once_and_are_remembered(desk: OpenDesk, look: LookSection):
    look.mode.pill("dark").click()
    look.density.pill("touch").click()
    look.calm.click()
    theme, preferences = desk.ui.theme, desk.ui.preferences
    assert (theme.mode, theme.density, theme.reduced_motion) == (Mode.DARK, Density.TOUCH, True)
    assert (preferences.mode, preferences.density, preferences.reduced_motion) == (
        Mode.DARK,
        Density.TOUCH,
        True,
    )


def test_a_theme_changed_elsewhere_shows_here(desk: OpenDesk, look: LookSection):
    desk.ui.theme.choose(mode=Mode.DARK)
    assert look.mode.current() == Mode.DARK


def test_the_minutes_until_the_desk_locks_are_remembered_and_told(desk: OpenDesk, look: LookSection, qtbot):
    look.lock.setCurrentIndex(look.lock.findData(5))
    with qtbot.waitSignal(desk.ui.preferences_changed):
        look.lock.activated.emit(look.lock.currentIndex())
    assert desk.ui.preferences.lock_after_minutes == 5


def test_the_language_is_changed_once_the_click_is_over(
    desk: OpenDesk, look: LookSection, english_again: None, qtbot
):
    with qtbot.waitSignal(desk.ui.language_changed):
        look.language.pill("de").click()
    assert desk.ui.language == "de"
    assert desk.ui.preferences.language == "de"
    assert look.tr("Look") == "Aussehen"


@pytest.fixture
def database(desk: OpenDesk, settings: SettingsScreen) -> DatabaseSection:
    settings.open("database")
    section = settings.page("database")
    assert isinstance(section, DatabaseSection)
    return section


def test_where_the_data_lies_is_said(desk: OpenDesk, database: DatabaseSection):
    assert database.place == desk.case.database.place


def test_a_backup_is_written_verified_and_never_over_another_file(
    desk: OpenDesk, database: DatabaseSection, tmp_path: Path, qtbot
):
    file = tmp_path / "copy.db"
    database.back_up(file)
    qtbot.waitUntil(lambda: "copy.db was written" in database.said)
    size = file.stat().st_size
    assert size > 0
    database.back_up(file)
    qtbot.waitUntil(lambda: "exists already" in database.said)
    assert file.stat().st_size == size
    assert database.backup_button.isEnabled()


def test_everything_is_checked_and_listed(desk: OpenDesk, database: DatabaseSection, qtbot):
    card = database.health
    card.check_button.click()
    assert not card.check_button.isEnabled()
    qtbot.waitUntil(lambda: card.check_button.isEnabled(), timeout=10_000)
    found = {result.name: result.ok for result in card.results}
    assert [found[name] for name in ("database", "journal", "rollups")] == [True] * 3
    assert len(card.findChildren(ResultRow)) == len(found)


def test_figures_that_drifted_are_counted_anew(desk: OpenDesk, database: DatabaseSection, qtbot):
    desk.case.book()
    with desk.case.database.transaction() as store:
        store.connection.execute(text("UPDATE daily SET booked = 7"))
    card = database.health
    card.check_button.click()
    qtbot.waitUntil(lambda: bool(card.results))
    assert card.rebuild_button.isVisibleTo(card)
    card.rebuild_button.click()
    qtbot.waitUntil(lambda: not card.rebuild_button.isVisibleTo(card))
    assert desk.messages[-1] == "1 wrong figure was counted anew"
    assert all(result.ok for result in card.results)
    (line,) = desk.case.services.journal.activity(desk.case.owner, most=1).lines
    assert line.deed == "rebuild_rollups"


def test_about_says_its_version_and_can_be_copied(settings: SettingsScreen):
    settings.open("about")
    section = settings.page("about")
    assert isinstance(section, AboutSection)
    section.copy_button.click()
    assert f"Version: {__version__}" in QGuiApplication.clipboard().text()
