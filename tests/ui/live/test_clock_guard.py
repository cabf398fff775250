"""A clock set back is said once, and no longer when it is right again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from parkdesk.services.clock import DeskClock
from parkdesk.ui.live.clock_guard import ClockGuard
from parkdesk.ui.messages import Tone
from tests.ui.open_desk import OpenDesk


class Hardware:
    """A wall clock that may be set, and a monotonic one that cannot."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        self.beat = 0.0

    def pass_on(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.beat += seconds


def test_a_clock_set_back_an_hour(desk: OpenDesk) -> None:
    hardware = Hardware()
    clock = DeskClock(lambda: hardware.wall, lambda: hardware.beat)
    desk.case.desk.clock = clock
    desk.ui.clock.follow(clock)
    guard = ClockGuard(desk.ui, desk.ui)
    assert guard.parent() is desk.ui
    hardware.pass_on(60)
    desk.ui.clock.tick()
    assert desk.alerts == []
    before = clock()
    hardware.wall -= timedelta(hours=1)
    for _ in range(5):
        hardware.pass_on(1)
        desk.ui.clock.tick()
    (alert,) = desk.alerts
    assert alert.tone is Tone.ERROR
    assert "moved back by 1\u00a0h" in alert.words
    assert clock() - before == timedelta(seconds=5)
    hardware.wall += timedelta(hours=1)
    desk.ui.clock.tick()
    assert not desk.up
