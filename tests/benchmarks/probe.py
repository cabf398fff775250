"""Run in a process of its own: `empty`, `imports`, `paint`, `board` or `ticks`; prints when it was there and what it
holds.

The answer is one line: nanoseconds since 1970 at the moment that counts, and resident kilobytes then.
"""

from __future__ import annotations

import os
import sys
import time


def main() -> None:
    what, *given = sys.argv[1:]
    {"empty": _empty, "imports": _imports, "paint": _paint, "board": _board, "ticks": _ticks}[what](*given)


def _there() -> None:
    now = time.time_ns()
    with open("/proc/self/status") as status:
        resident = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    print(now, resident, flush=True)
    # What taking everything down costs is no part of the question.
    os._exit(0)


def _imports() -> None:
    import PySide6.QtWidgets  # noqa: F401
    import sqlalchemy  # noqa: F401

    _there()


def _empty() -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Page(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            _there()

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Page())
    window.resize(1440, 900)
    window.show()
    application.exec()


def _paint(folder: str) -> None:
    _start(folder, lambda desk: desk.window.page.painted.connect(_there))


def _board(folder: str, person: str) -> None:
    _start(folder, lambda desk: _enter(desk, person, lambda _: _there()))


def _ticks(folder: str, person: str, count: str) -> None:
    def tick(desk) -> None:
        from datetime import timedelta

        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        moment = desk.ui.clock.now()

        def all_of_them() -> None:
            for number in range(int(count)):
                desk.ui.clock.ticked.emit(moment + timedelta(seconds=number % 60))
                QApplication.processEvents()
            _there()

        QTimer.singleShot(500, all_of_them)

    _start(folder, lambda desk: _enter(desk, person, tick))


def _start(folder: str, hook) -> None:
    """The program as it starts by itself, with a hook on its application."""
    from parkdesk.ui import application

    start = application.DeskApplication.start

    def started(desk) -> None:
        start(desk)
        hook(desk)

    application.DeskApplication.start = started
    from parkdesk.__main__ import main as parkdesk

    sys.exit(parkdesk(["--data-dir", folder]))


def _enter(desk, person: str, then) -> None:
    """Sign in as soon as there is somebody to ask, and wait for the lot's first paint with its bays."""
    from uuid import UUID

    from PySide6.QtCore import QEvent, QObject, QTimer

    from parkdesk.domain.people import Person, Role

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: then(desk))
            return False

    watch = Watch(desk)

    def sign_in() -> None:
        from parkdesk.ui.board import live_board

        desk.ui.sign_in(Person(UUID(person), "Bench", Role.OWNER))
        screen = desk.ui.screen_widget("lot")
        live = live_board(desk.ui)

        def shown() -> None:
            live.shown.disconnect(shown)
            screen.grid.viewport().installEventFilter(watch)

        live.shown.connect(shown)

    desk.ui.lots_changed.connect(lambda: QTimer.singleShot(0, sign_in))


if __name__ == "__main__":
    main()
