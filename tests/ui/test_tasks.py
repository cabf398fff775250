"""The two background verbs: order, delivery, errors, owners that are gone, and an end that does not hang."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject

from parkdesk.domain.errors import BayTaken
from parkdesk.domain.system_errors import DatabaseBusy
from parkdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_value_comes_home(tasks: Tasks, qtbot) -> None:
    seen: list[tuple[str, str]] = []
    tasks.query(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("parkdesk-database-0", "MainThread")]


def test_the_database_is_asked_in_the_order_of_asking(tasks: Tasks, qtbot) -> None:
    done: list[int] = []
    seen: list[int] = []
    for number in range(50):
        if number % 5:
            tasks.query(lambda number=number: done.append(number) or number, seen.append)
        else:
            tasks.command(lambda number=number: done.append(number) or number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert done == seen == list(range(50))


def test_a_command_that_succeeded_is_told_after_its_then(tasks: Tasks, qtbot) -> None:
    told: list[str] = []
    tasks.changed.connect(lambda: told.append("changed"))
    with qtbot.waitSignal(tasks.changed):
        tasks.command(lambda: None, lambda _: told.append("then"))
    assert told == ["then", "changed"]


def test_neither_a_question_nor_a_refused_command_changes_anything(tasks: Tasks, qtbot) -> None:
    refused: list[BayTaken] = []

    def refuse() -> None:
        raise BayTaken(bay="B7")

    with qtbot.assertNotEmitted(tasks.changed):
        tasks.query(lambda: 1, lambda _: None)
        tasks.command(refuse, failed=refused.append)
        qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].facts == {"bay": "B7"}


def test_a_known_error_nobody_takes_is_told(tasks: Tasks, qtbot) -> None:
    def refuse() -> None:
        raise BayTaken(bay="B7")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.command(refuse)
    assert isinstance(told.args[0], BayTaken)


def test_a_bug_is_told_apart_from_a_known_error(tasks: Tasks, qtbot) -> None:
    taken: list[object] = []
    with qtbot.waitSignal(tasks.broken) as told:
        tasks.query(lambda: 1 // 0, taken.append, taken.append)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert taken == []


def test_it_says_while_something_is_being_saved(tasks: Tasks, qtbot) -> None:
    told: list[bool] = []
    tasks.saving.connect(told.append)
    go = threading.Event()
    tasks.command(go.wait)
    tasks.command(lambda: None)
    assert told == [True]
    go.set()
    qtbot.waitUntil(lambda: told == [True, False])


def test_it_says_whether_the_database_answered(tasks: Tasks, qtbot) -> None:
    told: list[object] = []
    tasks.reached.connect(told.append)

    def busy() -> None:
        raise DatabaseBusy

    tasks.query(busy, lambda _: None, failed=lambda _: None)
    tasks.query(lambda: 1, lambda _: None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], DatabaseBusy)
    assert told[1] is None


def test_what_is_asked_over_the_network_says_nothing_of_the_database(tasks: Tasks, qtbot) -> None:
    told: list[object] = []
    heard: list[int] = []
    tasks.reached.connect(told.append)
    tasks.changed.connect(lambda: heard.append(-1))
    tasks.query(lambda: 1, heard.append, network=True)
    qtbot.waitUntil(lambda: heard == [1])
    assert told == []


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, value: int) -> None:
        self.heard.append(value)


def test_nothing_reaches_a_receiver_that_is_gone(tasks: Tasks, qtbot) -> None:
    go = threading.Event()
    gone, owner = Listener(), QObject()
    heard: list[int] = []
    tasks.query(lambda: go.wait() and 1, gone.hear)
    tasks.query(lambda: 2, heard.append, owner=owner)
    tasks.query(lambda: 3, heard.append)
    shiboken6.delete(gone)
    shiboken6.delete(owner)
    go.set()
    qtbot.waitUntil(lambda: heard == [3])
    assert gone.heard == []


def test_a_newer_question_replaces_one_that_still_waits(tasks: Tasks, qtbot) -> None:
    go = threading.Event()
    seen: list[int] = []
    tasks.command(go.wait)
    for number in range(10):
        tasks.query(lambda number=number: number, seen.append, replaces="board")
    tasks.query(lambda: 99, seen.append)
    go.set()
    qtbot.waitUntil(lambda: 99 in seen)
    assert seen == [9, 99]


def test_the_network_does_not_hold_up_the_database(tasks: Tasks, qtbot) -> None:
    go = threading.Event()
    seen: list[str] = []
    tasks.command(lambda: go.wait() and "paid", seen.append, network=True)
    tasks.query(lambda: "board", seen.append)
    qtbot.waitUntil(lambda: seen == ["board"])
    go.set()
    qtbot.waitUntil(lambda: seen == ["board", "paid"])


def test_closing_finishes_what_was_promised_and_drops_questions(qapp) -> None:
    tasks = Tasks()
    done: list[str] = []
    go = threading.Event()
    tasks.command(lambda: go.wait() and done.append("first"))
    tasks.query(lambda: done.append("question"), lambda _: None)
    tasks.command(lambda: done.append("second"))
    threading.Timer(0.05, go.set).start()
    assert tasks.close()
    assert done == ["first", "second"]
    tasks.command(lambda: done.append("late"))
    assert done == ["first", "second"]


def test_closing_does_not_wait_for_what_hangs(qapp) -> None:
    tasks = Tasks()
    forever = threading.Event()
    tasks.command(forever.wait)
    assert not tasks.close(seconds=0.05)
    forever.set()
    assert tasks.close()


def test_a_thread_holds_no_widget(tasks: Tasks, qtbot) -> None:
    """Whoever lets go of a widget last destroys it: on another thread that stops the window for good."""

    heard: list[int] = []

    class Asker(QObject):
        def hear(self, value: int) -> None:
            heard.append(value)

    asker = Asker()
    tasks.query(lambda: 1, asker.hear)
    qtbot.waitUntil(lambda: heard == [1])
    gone = weakref.ref(asker)
    del asker
    gc.collect()
    assert gone() is None
