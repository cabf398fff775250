"""An action is declared once: its button, menu and key agree on what may be done now."""

from __future__ import annotations

from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt

from parkdesk.domain.people import Right, Role
from parkdesk.ui.actions.action import Action
from parkdesk.ui.context import NOTHING, Selection
from tests.ui.parts import lot, person

BAY = Selection(bay_id=UUID(int=7))


@pytest.fixture
def done(ui, window, qtbot) -> list[str]:
    """What was run. `renew` needs a bay, `import` an owner; F13 means one thing on each of the two screens."""
    log: list[str] = []

    def logs(name: str):
        return lambda _ui: log.append(name)

    ui.registry.add(
        Action(
            "renew", "Renew", logs("renew"), key="F14", enabled=lambda ui: ui.selection.bay_id is not None
        ),
        Action("import", "Import", logs("import"), who=Right.MANAGE),
        Action("lot.four", "Four", logs("lot"), key="F13", screen="lot"),
        Action("timers.four", "Four", logs("timers"), key="F13", screen="timers"),
    )
    ui.set_lots((lot(),))
    ui.sign_in(person())
    window.show_desk()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return log


def test_a_button_shows_the_key_and_follows_the_selection(ui, done, qtbot) -> None:
    button = ui.registry.button("renew", "primary")
    qtbot.addWidget(button)
    assert (button.text(), button.key, button.isEnabled()) == ("Renew", "F14", False)
    ui.select(BAY)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["renew"]
    ui.select(NOTHING)
    assert not button.isEnabled()


def test_a_key_does_what_the_button_does(ui, window, done, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F14)
    assert done == []
    ui.select(BAY)
    qtbot.keyClick(window, Qt.Key.Key_F14)
    assert done == ["renew"]


def test_two_screens_share_a_key(ui, window, done, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F13)
    ui.open_screen("timers")
    qtbot.keyClick(window, Qt.Key.Key_F13)
    assert done == ["lot", "timers"]


def test_a_right_that_is_missing_hides_and_refuses(ui, done) -> None:
    ui.registry.run("import")
    assert done == []
    assert [action.text() for action in ui.registry.menu(("import", "renew")).actions()] == ["Renew\tF14"]
    ui.sign_in(person("Owner", Role.OWNER))
    ui.registry.run("import")
    assert done == ["import"]


def test_a_button_that_is_gone_is_forgotten(ui, done) -> None:
    button = ui.registry.button("renew")
    shiboken6.delete(button)
    ui.select(BAY)


def test_a_name_is_declared_once(ui, done) -> None:
    with pytest.raises(ValueError, match="twice"):
        ui.registry.add(Action("renew", "Renew", lambda _ui: None))
