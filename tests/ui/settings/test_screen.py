"""The sections, and who sees which."""

from __future__ import annotations

from PySide6.QtCore import Qt

from parkdesk.ui.settings import SettingsScreen
from tests.ui.open_desk import OpenDesk


def seen(settings: SettingsScreen) -> list[str]:
    names = ("lots", "vehicles", "prices", "people", "activity", "you", "look", "database", "about")
    return [name for name in names if settings.list.button(name).isVisible()]


def test_an_owner_sees_every_section(settings: SettingsScreen):
    assert seen(settings) == [
        "lots",
        "vehicles",
        "prices",
        "people",
        "activity",
        "you",
        "look",
        "database",
        "about",
    ]
    assert settings.current == "lots"


def test_others_see_what_is_theirs_and_cannot_open_the_rest(desk: OpenDesk, settings: SettingsScreen):
    desk.ui.sign_in(desk.case.attendant)
    assert seen(settings) == ["you", "look", "about"]
    settings.activated()
    assert settings.current == "you"
    settings.open("people")
    assert settings.current == "you"


def test_the_arrows_walk_through_the_sections(settings: SettingsScreen, qtbot):
    settings.list.button("lots").setFocus()
    qtbot.keyClick(settings.list.button("lots"), Qt.Key.Key_Down)
    assert settings.current == "vehicles"
    qtbot.keyClick(settings.list.button("vehicles"), Qt.Key.Key_Down)
    assert settings.current == "prices"
    assert settings.title()[1].startswith("Prices · ")


def test_a_small_window_shows_icons_with_their_words_as_tooltips(settings: SettingsScreen):
    settings.resize(940, 600)
    assert settings.list.button("look").toolTip() == "Look"
    settings.resize(1364, 780)
    assert settings.list.button("look").toolTip() == ""
