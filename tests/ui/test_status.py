"""The status bar says which database this is and whether it answers, and marks a demo."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from parkdesk.domain.charge import Mode
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.payments.gateway import GatewayState, Reached
from parkdesk.ui.context import UiContext
from parkdesk.ui.shell.status import StatusBar
from parkdesk.ui.widgets.pills import Badge
from tests.ui.parts import person


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demo_is_marked(ui: UiContext, qtbot, demo: bool) -> None:
    ui.demo = demo
    bar = StatusBar(ui)
    qtbot.addWidget(bar)
    marks = [badge.text for badge in bar.findChildren(Badge) if not badge.isHidden()]
    assert marks == (["DEMO"] if demo else [])


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


@pytest.mark.parametrize(
    ("state", "words", "tip"),
    [
        (GatewayState(Mode.CASH), "Cash only", ""),
        (GatewayState(Mode.LIVE), "Card payments ready", ""),
        (GatewayState(Mode.TEST), "Card payments, test", "The key is a test key: no money moves."),
        (GatewayState(Mode.LIVE, Reached.NOT_SENT, "no answer"), "No card payments", "no answer"),
    ],
)
def test_payments_are_asked_for_at_each_sign_in(
    ui: UiContext, qtbot, state: GatewayState, words: str, tip: str
) -> None:
    asked: list[GatewayState] = []

    def answer() -> GatewayState:
        asked.append(state)
        return state

    ui.open_with(SimpleNamespace(payments=SimpleNamespace(state=answer)))
    bar = StatusBar(ui)
    qtbot.addWidget(bar)
    assert (bar.payments.words, asked) == ("Card payments…", [])
    ui.sign_in(person())
    qtbot.waitUntil(lambda: bar.payments.words == words)
    assert bar.payments.toolTip() == tip
    ui.sign_out()
    assert len(asked) == 1
    ui.sign_in(person())
    qtbot.waitUntil(lambda: len(asked) == 2)
