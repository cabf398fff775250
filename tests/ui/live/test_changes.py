"""What another program does to the same database shows without a refresh, and what the desk does itself only once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from parkdesk.app import introduce
from parkdesk.domain.people import Right
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.ui.live import changes
from parkdesk.ui.live.changes import LOOK_MS, ChangeWatch
from tests.kit import Case
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def changed(desk: OpenDesk) -> Iterator[list[int]]:
    """Grows with every refresh the window is asked for, once the watch has settled."""
    watch = ChangeWatch(desk.ui, desk.ui)
    watch.start()
    desk.settle()
    QTest.qWait(2 * LOOK_MS)
    desk.settle()
    found: list[int] = []
    desk.ui.tasks.changed.connect(lambda: found.append(1))
    yield found
    watch.stop()


def elsewhere(desk: OpenDesk, *, same_desk: bool = False) -> Services:
    """Another program: its own connections; the command line on this PC is the same desk."""
    url = desk.case.database.url.render_as_string(hide_password=False)
    id = desk.case.desk.id if same_desk else new_id()
    other = Desk(Database(url), desk.now, id, "Desk 2")
    introduce(other)
    return Services.of(other)


@pytest.mark.parametrize("same_desk", [False, True])
def test_anothers_booking_appears(desk: OpenDesk, changed: list[int], same_desk: bool, qtbot) -> None:
    other = elsewhere(desk, same_desk=same_desk)
    other.bookings.book(desk.case.attendant, desk.case.ask())
    qtbot.waitUntil(lambda: len(changed) == 1)
    other.close()


def test_the_desks_own_deeds_are_not_read_twice(desk: OpenDesk, changed: list[int]) -> None:
    case = desk.case
    for number in range(1, 4):
        request = case.ask(f"A{number}", f"KL {number}")
        desk.ui.tasks.command(lambda request=request: case.services.bookings.book(case.attendant, request))
    desk.settle()
    QTest.qWait(3 * LOOK_MS)
    desk.settle()
    assert len(changed) == 3


def test_both_at_once_are_both_seen(desk: OpenDesk, changed: list[int], qtbot) -> None:
    case, other = desk.case, elsewhere(desk, same_desk=True)
    desk.ui.tasks.command(lambda: case.book("A1", "KL 1"))
    other.bookings.book(case.attendant, case.ask("A2", "KL 2"))
    qtbot.waitUntil(lambda: len(changed) == 2)
    other.close()


def test_a_lot_that_another_program_imports_can_be_chosen(desk: OpenDesk, changed: list[int], qtbot) -> None:
    other = elsewhere(desk)
    other.lots.change(desk.case.owner, replace(desk.case.lot, name="Riverside Two"))
    qtbot.waitUntil(lambda: [lot.name for lot in desk.ui.lots] == ["Riverside Two"])
    other.close()


def test_a_look_that_changes_nothing_refreshes_nothing(desk: OpenDesk, changed: list[int]) -> None:
    other = elsewhere(desk)
    # A wrong try is counted but not journalled: nothing that a screen shows.
    other.desk.do(
        "nothing", desk.case.owner, Right.WORK, lambda deed: setattr(deed, "written", False), arguments={}
    )
    QTest.qWait(3 * LOOK_MS)
    desk.settle()
    assert changed == []
    other.close()


@pytest.mark.postgres
def test_on_postgres_the_server_tells(ui, now, postgres_url: str, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(changes, "LOOK_BESIDE_NOTICES_MS", 3_600_000)
    case = Case(postgres_url, now)
    ui.open_with(case.services)
    ui.set_lots((case.lot,))
    desk = OpenDesk(case, ui, now)
    watch = ChangeWatch(ui, ui)
    watch.start()
    desk.settle()
    QTest.qWait(100)
    desk.settle()
    other = elsewhere(desk)
    with qtbot.waitSignal(ui.tasks.changed):
        other.bookings.book(case.attendant, case.ask())
    other.close()
    assert ui.tasks.close()
    watch.stop()
    case.close()
