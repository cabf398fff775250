"""One tick for all countdowns, from the desk's clock."""

from __future__ import annotations

from datetime import timedelta

from parkdesk.ui.clock import Clock
from parkdesk.ui.idle import IdleWatch
from tests.ui.parts import MOMENT, SetClock


def test_a_tick_carries_the_given_moment(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    now.forward(seconds=1)
    with qtbot.waitSignal(clock.ticked) as told:
        clock.tick()
    assert told.args == [MOMENT + timedelta(seconds=1)]


def test_it_ticks_on_by_itself_until_stopped(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    now.moment = MOMENT.replace(microsecond=990_000)
    clock.start()
    qtbot.waitSignal(clock.ticked).wait()
    qtbot.waitSignal(clock.ticked).wait()
    clock.stop()


def test_it_notices_that_the_computer_slept(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    now.forward(seconds=2)
    with qtbot.assertNotEmitted(clock.woke):
        clock.tick()
    now.forward(hours=8)
    with qtbot.waitSignal(clock.woke):
        clock.tick()


def test_it_follows_another_source_at_once(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    later = SetClock()
    later.forward(minutes=3)
    with qtbot.waitSignal(clock.ticked) as told:
        clock.follow(later)
    assert told.args == [later.moment]
    assert clock.now() == later.moment


def test_an_untouched_desk_is_told_once(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    watch = IdleWatch(clock, timedelta(minutes=15))
    told: list[str] = []
    watch.idle.connect(lambda: told.append("idle"))
    for minutes in (10, 4, 2, 30):
        now.forward(minutes=minutes)
        clock.tick()
    assert told == ["idle"]
    watch.touched()
    now.forward(minutes=14)
    clock.tick()
    assert told == ["idle"]


def test_zero_minutes_never_lock(qapp, now: SetClock, qtbot) -> None:
    clock = Clock(now)
    watch = IdleWatch(clock, timedelta(0))
    with qtbot.assertNotEmitted(watch.idle):
        now.forward(days=1)
        clock.tick()
