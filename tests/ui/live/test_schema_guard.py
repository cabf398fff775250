"""A newer program migrates the database under an open desk: one alert says so, and nothing more is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from parkdesk.ui.live.changes import ChangeWatch
from parkdesk.ui.live.schema_guard import KEY, SchemaGuard
from tests.ui.open_desk import OpenDesk

SAID = "This database was made by a newer ParkDesk (0999); update this program."


def test_an_open_desk_hears_of_it_and_writes_nothing_more(desk: OpenDesk, qtbot):
    case, ui = desk.case, desk.ui
    SchemaGuard(ui, ui)
    watch = ChangeWatch(ui, ui)
    watch.start()
    desk.settle()
    with closing(sqlite3.connect(case.database.place)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
    qtbot.waitUntil(lambda: KEY in desk.up)
    assert desk.up[KEY].words == SAID
    request = case.ask()
    ui.tasks.command(lambda: case.services.bookings.book(case.attendant, request), failed=ui.messages.error)
    desk.settle()
    assert [alert.words for alert in desk.alerts] == [SAID], "once"
    assert case.services.bookings.page(case.lot.id).rows == ()
    watch.stop()
