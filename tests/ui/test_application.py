"""From the first paint to the desk: what cannot open says so, and one window a data folder."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from parkdesk.config import Config
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.system_errors import DatabaseUnavailable, SchemaNewer
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.shell.opening import Opening
from parkdesk.ui.single_instance import SingleInstance
from parkdesk.ui.translation import fitting
from parkdesk.ui.widgets import Label
from tests.ui.parts import shown_button


@pytest.fixture
def open_desk(starting, tmp_path: Path) -> Callable[..., DeskApplication]:
    return partial(starting, Config.read(data_dir=tmp_path))


def words(desk: DeskApplication) -> set[str]:
    return {label.text() for label in desk.window.page.findChildren(Label)}


@pytest.mark.parametrize(
    ("error", "code"), [(DatabaseUnavailable(reason="no answer"), 4), (SchemaNewer(revision="0042"), 5)]
)
def test_what_cannot_open_says_why_and_can_be_tried_again(
    error: ParkDeskError, code: int, open_desk, qtbot
) -> None:
    tries: list[str] = []

    def refuse() -> None:
        tries.append(threading.current_thread().name)
        raise error

    desk = open_desk(refuse)
    qtbot.waitUntil(lambda: str(error) in words(desk))
    assert tries == ["parkdesk-database-0"]
    assert desk.exit_code == code
    shown_button(desk.window.page, qtbot).click()
    qtbot.waitUntil(lambda: len(tries) == 2)


def test_nothing_is_opened_before_the_first_paint(open_desk, qtbot) -> None:
    order: list[str] = []
    go = threading.Event()

    def opening() -> None:
        order.append("open")
        go.wait()
        raise DatabaseUnavailable(reason="no answer")

    desk = open_desk(opening)
    page = desk.window.page
    assert isinstance(page, Opening)
    page.painted.connect(lambda: order.insert(0, "paint"))
    qtbot.waitUntil(lambda: "open" in order)
    assert order == ["paint", "open"]
    go.set()


def test_a_second_start_is_refused_and_raises_the_first(qapp, tmp_path: Path, qtbot) -> None:
    first, second = (SingleInstance(tmp_path / "parkdesk.lock") for _ in range(2))
    assert first.acquire()
    first.listen()
    assert not second.acquire()
    for _ in range(2):
        with qtbot.waitSignal(first.raised):
            second.raise_first()
    assert [file.name for file in tmp_path.iterdir()] == ["parkdesk.lock"]
    first.release()
    assert second.acquire()
    second.release()


def test_who_knocked_in_vain_raises_nobody_later(qapp, tmp_path: Path, qtbot) -> None:
    first = SingleInstance(tmp_path / "parkdesk.lock")
    first.raise_first()
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    first.listen()
    (tmp_path / "parkdesk.db").touch()
    QApplication.processEvents()
    with qtbot.waitSignal(first.raised):
        first.raise_first()
    assert raised == [True]
    first.release()


def test_two_folders_are_two_desks(qapp, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one.lock"), SingleInstance(tmp_path / "other.lock")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(("de",), "de"), (("de_AT",), "de"), (("xx", "de"), "de"), (("xx",), "en"), ((), "en")],
)
def test_the_first_language_there_is_is_spoken(wanted: tuple[str, ...], language: str) -> None:
    assert fitting(*wanted) == language
