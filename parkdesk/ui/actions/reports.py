"""What can be done with a report."""

from __future__ import annotations

from typing import Protocol, cast

from parkdesk.domain.people import Right
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.context import UiContext


class _Reports(Protocol):
    @property
    def figures(self) -> object | None: ...

    def export(self) -> None: ...


def _screen(ui: UiContext) -> _Reports | None:
    return cast("_Reports | None", ui.screen_widget("reports"))


def export(ui: UiContext) -> None:
    screen = _screen(ui)
    if screen is not None:
        screen.export()


def has_figures(ui: UiContext) -> bool:
    screen = _screen(ui)
    return screen is not None and screen.figures is not None


REPORT_ACTIONS = (
    Action(
        "reports.export",
        "Export…",
        export,
        icon="download",
        key="Ctrl+E",
        who=Right.REPORT,
        enabled=has_figures,
        screen="reports",
        group=Group.LIST,
        tip="Save the figures as a CSV table",
    ),
)
