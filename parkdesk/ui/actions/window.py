"""The window's own actions: its screens, search, help, going back, locking, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.context import Leaving, UiContext
from parkdesk.ui.screens import Place
from parkdesk.ui.vocabulary import deed_words

if TYPE_CHECKING:
    from parkdesk.services.undo import Undoable

translate = QCoreApplication.translate


def signed_in(ui: UiContext) -> bool:
    return ui.person is not None


def open_screen(name: str, ui: UiContext) -> None:
    ui.open_screen(name)


def toggle_theme(ui: UiContext) -> None:
    ui.theme.toggle()
    ui.preferences.mode = ui.theme.mode


def refresh(ui: UiContext) -> None:
    ui.tasks.changed.emit()


def undo(ui: UiContext) -> None:
    """Take back the last deed of this desk, and say which it was."""
    who, services = ui.person, ui.services
    if who is not None:
        ui.tasks.command(lambda: services.undo.undo(who), partial(say_undone, ui), owner=ui)


def say_undone(ui: UiContext, undone: Undoable) -> None:
    named = " · ".join(part for part in (undone.plate, undone.bay_code) if part)
    words = translate("actions", "Undone: {deed}").format(deed=deed_words(undone.deed))
    ui.messages.done(f"{words} · {named}" if named else words)


def _leave(how: Leaving) -> Callable[[UiContext], None]:
    def run(ui: UiContext) -> None:
        ui.shell.leave(how)

    return run


def _shell(deed: str) -> Callable[[UiContext], None]:
    def run(ui: UiContext) -> None:
        getattr(ui.shell, deed)()

    return run


def screen_actions(places: Sequence[Place]) -> tuple[Action, ...]:
    """One action a screen: Ctrl+1 … 7."""
    return tuple(
        Action(
            f"screen.{place.name}",
            place.words,
            partial(open_screen, place.name),
            icon=place.icon,
            key=place.key,
            who=place.who,
            enabled=signed_in,
            group=Group.SCREENS,
        )
        for place in places
    )


WINDOW_ACTIONS = (
    Action(
        "window.search",
        "Search",
        _shell("focus_search"),
        icon="search",
        key="Ctrl+K",
        who=None,
        enabled=signed_in,
    ),
    Action(
        "window.command",
        "Command bar",
        _shell("focus_command"),
        icon="terminal",
        key="Ctrl+Space",
        who=None,
        enabled=signed_in,
    ),
    Action("window.undo", "Undo the last deed", undo, icon="undo-2", key="Ctrl+Z", enabled=signed_in),
    Action(
        "window.refresh", "Read again", refresh, icon="refresh-cw", key="Ctrl+R", who=None, enabled=signed_in
    ),
    Action("window.keys", "Show the keys", _shell("show_keys"), icon="keyboard", key="F1", who=None),
    Action("window.back", "Back", _shell("back"), key="Esc", who=None),
    Action("window.theme", "Light or dark", toggle_theme, icon="moon", key="Ctrl+Shift+D", who=None),
    Action(
        "person.switch",
        "Switch person",
        _leave(Leaving.SWITCH),
        icon="users",
        key="Ctrl+Shift+L",
        who=None,
        enabled=signed_in,
        group=Group.PERSON,
    ),
    Action(
        "person.lock",
        "Lock the desk",
        _leave(Leaving.LOCK),
        icon="lock",
        key="Ctrl+L",
        who=None,
        enabled=signed_in,
        group=Group.PERSON,
    ),
    Action(
        "person.sign_out",
        "Sign out",
        _leave(Leaving.SIGN_OUT),
        icon="log-out",
        key="Ctrl+Shift+Q",
        who=None,
        enabled=signed_in,
        group=Group.PERSON,
    ),
    Action("window.quit", "Quit", _shell("quit"), icon="x", key="Ctrl+Q", who=None),
)
