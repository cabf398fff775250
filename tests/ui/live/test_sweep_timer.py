"""The sweep that cannot be forgotten: armed for the next end, one at a time, and never for the last time."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.services.sweep import SweepResult
from parkdesk.ui.live.sweep_timer import AFTER_FAILURE, AT_MOST, SweepTimer
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def sweeps(desk: OpenDesk) -> SweepTimer:
    return SweepTimer(desk.ui, desk.ui)


def swap(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, run) -> None:
    """Put another sweep in the place of the real one, say one whose database is slow."""
    monkeypatch.setattr(desk.case.services.sweep, "run", run)


def test_a_stay_runs_out_without_anybody_touching_the_desk(desk: OpenDesk, sweeps: SweepTimer, qtbot) -> None:
    booking = desk.case.book("A1", minutes=30)
    sweeps.sweep()
    desk.settle()
    desk.now.forward(minutes=29, seconds=59, milliseconds=900)
    sweeps.sweep()
    desk.settle()
    assert desk.case.reload(booking).status is Status.ACTIVE
    desk.now.forward(seconds=1)
    qtbot.waitUntil(lambda: desk.case.reload(booking).status is Status.COMPLETED)


def test_it_is_armed_for_the_next_end_but_a_minute_at_most(desk: OpenDesk, sweeps: SweepTimer) -> None:
    sweeps.sweep()
    desk.settle()
    armed = sweeps.armed_for
    assert armed is not None
    assert AT_MOST - timedelta(seconds=10) < armed <= AT_MOST
    desk.case.book("A1", minutes=30)
    desk.now.forward(minutes=29, seconds=40)
    sweeps.sweep()
    desk.settle()
    armed = sweeps.armed_for
    assert armed is not None
    assert armed <= timedelta(seconds=20)


def test_sweeps_never_pile_up_on_a_slow_database(
    desk: OpenDesk, sweeps: SweepTimer, monkeypatch, qtbot
) -> None:
    running: list[int] = []
    go = threading.Event()

    def slow() -> SweepResult:
        running.append(1)
        go.wait(10)
        return SweepResult(desk.now())

    swap(desk, monkeypatch, slow)
    for _ in range(50):
        sweeps.sweep()
        desk.ui.clock.woke.emit()
    qtbot.waitUntil(lambda: running == [1])
    assert sweeps.armed_for is None
    go.set()
    # Whoever asked in between gets one more sweep, not fifty.
    qtbot.waitUntil(lambda: len(running) == 2)
    desk.settle()
    assert len(running) == 2
    assert sweeps.armed_for is not None


@pytest.mark.parametrize("error", [DatabaseUnavailable(reason="no answer"), ZeroDivisionError()])
def test_a_sweep_that_fails_is_not_the_last(desk: OpenDesk, sweeps: SweepTimer, monkeypatch, error) -> None:
    def fail() -> SweepResult:
        raise error

    swap(desk, monkeypatch, fail)
    broken: list[BaseException] = []
    desk.ui.tasks.broken.connect(broken.append)
    sweeps.sweep()
    try:
        desk.settle()
    except AssertionError:
        desk.errors.clear()
    assert broken == ([error] if isinstance(error, ZeroDivisionError) else [])
    armed = sweeps.armed_for
    assert armed is not None
    assert armed <= (AT_MOST if broken else AFTER_FAILURE)
    assert desk.messages == []


def test_the_computer_wakes_and_what_ran_out_meanwhile_is_swept(
    desk: OpenDesk, sweeps: SweepTimer, qtbot
) -> None:
    booking = desk.case.book("A1", minutes=30)
    sweeps.sweep()
    desk.settle()
    with qtbot.waitSignal(sweeps.swept) as told:
        desk.tick(hours=8)
    assert [stay.bay_code for stay in told.args[0].completed] == ["A1"]
    assert desk.case.reload(booking).left_at == booking.until
