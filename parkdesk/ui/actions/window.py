"""The window's own actions: its screens, search, help, going back, locking, leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.context import UiContext
from parkdesk.ui.screens import Place


def signed_in(ui: UiContext) -> bool:
    return ui.person is not None


def open_screen(name: str, ui: UiContext) -> None:
    ui.open_screen(name)


def toggle_theme(ui: UiContext) -> None:
    ui.theme.toggle()
    ui.preferences.mode = ui.theme.mode


def refresh(ui: UiContext) -> None:
    ui.tasks.changed.emit()


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
        enabled=signed_in,
        who=None,
    ),
    Action(
        "window.command",
        "Command bar",
        _shell("focus_command"),
        icon="command",
        key="Ctrl+Space",
        enabled=signed_in,
        who=None,
    ),
    Action(
        "window.refresh", "Read again", refresh, icon="refresh-cw", key="Ctrl+R", enabled=signed_in, who=None
    ),
    Action("window.keys", "Show the keys", _shell("show_keys"), icon="keyboard", key="F1", who=None),
    Action("window.back", "Back", _shell("back"), key="Esc", who=None),
    Action("window.theme", "Light or dark", toggle_theme, icon="moon", key="Ctrl+Shift+D", who=None),
    Action(
        "person.lock",
        "Lock the desk",
        _shell("lock"),
        icon="lock",
        key="Ctrl+L",
        who=None,
        enabled=signed_in,
        group=Group.PERSON,
    ),
    Action("window.quit", "Quit", _shell("quit"), icon="x", key="Ctrl+Q", who=None),
)
