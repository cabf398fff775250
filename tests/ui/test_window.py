"""The window: screens made on first sight, keys, rights, geometry, and who may see what."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

from parkdesk.domain.people import Right
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.shell.key_sheet import KeySheet
from parkdesk.ui.widgets import Label, tidy
from tests.ui.parts import PlainScreen, lot, person


def screen(ui: UiContext, name: str) -> PlainScreen:
    found = ui.screen_widget(name)
    assert isinstance(found, PlainScreen)
    return found


def enter(ui: UiContext, window: MainWindow, qtbot) -> None:
    ui.set_lots((lot(),))
    ui.sign_in(person())
    window.show_desk()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def test_a_screen_is_made_when_it_is_first_shown(ui, window, opened, qtbot) -> None:
    assert opened == []
    enter(ui, window, qtbot)
    assert opened == ["lot"]
    ui.open_screen("timers")
    ui.open_screen("lot")
    ui.open_screen("timers")
    assert opened == ["lot", "timers"]
    assert screen(ui, "timers").activations == 2
    assert ui.screen == "timers"


def test_the_header_shows_the_screens_own_tabs(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    assert screen(ui, "lot").tabs.isVisible()
    ui.open_screen("timers")
    assert not screen(ui, "lot").tabs.isVisible()
    assert screen(ui, "timers").tabs.isVisible()
    assert window.windowTitle() == "timers – ParkDesk"


def test_the_lot_is_chosen_where_it_is_named(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    title = window.desk.header.title
    one = lot()
    title.set(one.name, "3 levels")
    assert not title.offers_lots
    ui.set_lots((one, replace(one, id=UUID(int=77), name="Another lot")))
    assert title.offers_lots
    title.set("Bookings", f"{one.name} · Saturday 21 November")
    assert title.offers_lots
    title.set("Settings", "Your sign-in")
    assert not title.offers_lots
    assert title.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_keys_open_screens(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert ui.screen == "timers"


def test_nobody_signed_in_opens_nothing(ui, window, opened) -> None:
    ui.open_screen("lot")
    assert opened == []


def test_only_the_screen_in_front_reads_again(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    ui.open_screen("timers")
    ui.tasks.changed.emit()
    assert screen(ui, "timers").refreshes == 1
    assert screen(ui, "lot").refreshes == 0


def test_search_takes_the_focus_by_its_key_and_gives_it_back(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.desk.header.search
    qtbot.keyClicks(window.desk.header.search, "KL08")
    qtbot.keyClick(window.desk.header.search, Qt.Key.Key_Escape)
    assert window.desk.header.search.text() == ""


def test_locking_leaves_the_screens_as_they_are(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    with qtbot.waitSignal(window.left):
        ui.registry.run("person.lock")
    ui.sign_out()
    page = QWidget()
    window.show_page(page)
    assert not window.on_desk
    ui.sign_in(person("Ravi"))
    window.show_desk()
    assert window.on_desk
    assert screen(ui, "lot").activations == 2


def test_signing_out_forgets_what_was_looked_at(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    ui.select(Selection(bay_id=lot().id))
    ui.sign_out()
    assert ui.selection == Selection()


def test_the_window_comes_back_where_it_was(ui, window, qtbot) -> None:
    window.setGeometry(0, 0, window.minimumWidth(), 700)
    window.show()
    window.close()
    again = MainWindow(ui, ())
    qtbot.addWidget(again)
    assert again.height() == 700


def test_spoiled_settings_read_as_their_defaults(tmp_path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[look]\nmode=purple\ndensity=\n[desk]\nlot=not-a-lot\nlock_after_minutes=-3\n")
    preferences = Preferences(file)
    assert preferences.mode == "system"
    assert preferences.density == "comfortable"
    assert preferences.lot_id is None
    assert preferences.lock_after_minutes == 15


def test_the_chosen_lot_is_remembered(ui, tmp_path) -> None:
    lots = (lot(1), lot(2, "Hill"))
    ui.set_lots(lots)
    assert ui.lot == lots[0]
    ui.choose_lot(lots[1].id)
    ui.preferences.save()
    assert Preferences(tmp_path / "settings.ini").lot_id == lots[1].id


def test_every_key_stands_on_the_key_sheet(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    ui.registry.add(Action("stay.manage", "Manage", lambda _: None, key="F4", who=Right.MANAGE))
    sheet = KeySheet(ui.registry)
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(Label)}
    assert {"Lot", "Search", "Show the keys", "Lock the desk"} <= words
    assert "Manage" not in words


def test_another_language_makes_the_desk_anew(ui, window, opened, qtbot) -> None:
    enter(ui, window, qtbot)
    ui.open_screen("timers")
    ui.messages.alert("over", "D6 is 12 minutes over")
    window.desk.status.name_database("SQLite · Desk 1", "/srv/parkdesk.db")
    before = window.desk
    window.rebuild_desk()
    window.show_desk()
    assert window.desk is not before
    assert opened == ["lot", "timers", "timers"]
    assert [alert.key for alert in window.desk.alerts.alerts] == ["over"]
    assert window.desk.status.database.words == "SQLite · Desk 1"
    assert window.desk.header.person.accessibleName() == "Asha Menon, Attendant"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert ui.screen == "lot"
    ui.clock.tick()


def test_a_table_follows_the_density(theme, qtbot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    tidy(view, name="Ending next")
    before = view.verticalHeader().defaultSectionSize()
    theme.choose(density="touch")
    assert view.verticalHeader().defaultSectionSize() > before


def test_the_key_sheet_of_a_narrow_screen_has_fewer_columns(ui, window, qtbot) -> None:
    enter(ui, window, qtbot)
    for number, group in enumerate(Group):
        words = "A deed that another language needs many words for"
        ui.registry.add(Action(f"long.{number}", words, lambda _: None, key=f"Alt+{number}", group=group))
    sheet = KeySheet(ui.registry, window)
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert sheet.screen().availableSize().width() < 980, "as narrow as the screen these tests run on"
    assert sheet.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
