"""The status bar says which database this is and whether it answers, and marks a demo."""

from __future__ import annotations

import pytest

from parkdesk.domain.errors import DatabaseUnavailable
from parkdesk.ui.context import UiContext
from parkdesk.ui.shell.status import StatusBar
from parkdesk.ui.widgets.pills import Badge


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demo_is_marked(ui: UiContext, qtbot, demo: bool) -> None:
    ui.demo = demo
    bar = StatusBar(ui)
    qtbot.addWidget(bar)
    assert [badge.text for badge in bar.findChildren(Badge)] == (["DEMO"] if demo else [])


def test_the_database_is_named_and_said_to_be_out_of_reach(ui: UiContext, qtbot) -> None:
    bar = StatusBar(ui)
    qtbot.addWidget(bar)
    bar.name_database("Postgres · Desk 1", "postgresql://desk@server/parkdesk")
    assert bar.database.words == "Postgres · Desk 1"
    ui.tasks.reached.emit(DatabaseUnavailable(reason="no answer"))
    assert bar.database.words == "Database not reached"
    assert bar.database.toolTip() == "The database cannot be reached: no answer."
    ui.tasks.reached.emit(None)
    assert bar.database.words == "Postgres · Desk 1"
