"""Opens every kind of dialog on a real screen with a window manager, and prints where each came to stand."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from parkdesk.domain.booking import BookingRequest
from parkdesk.ui.board import live_board
from parkdesk.ui.clock import Clock
from parkdesk.ui.context import UiContext
from parkdesk.ui.lot import LotScreen
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.messages import Messages
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.screens import Place
from parkdesk.ui.shell.crash_dialog import CrashDialog
from parkdesk.ui.tasks import Tasks
from parkdesk.ui.theme import Mode, Theme
from tests.kit import Case

PATIENCE_MS = 20_000
QUIET_MS = 250
"""The window manager has answered when nothing has moved for so long."""
ON_A_STAY = (
    "stay.extend",
    "stay.move",
    "stay.cancel",
    "stay.take_payment",
    "stay.note",
    "stay.detail",
    "stay.receipt",
    "bay.close",
)


def _until(done: Callable[[], bool]) -> None:
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if done() else None)
    look.start(20)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()


def _pause() -> None:
    loop = QEventLoop()
    QTimer.singleShot(QUIET_MS, loop.quit)
    loop.exec()


def _open_dialogs() -> list[QDialog]:
    return [
        dialog
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, QDialog) and dialog.isVisible() and dialog.windowHandle().isExposed()
    ]


def _frame(dialog: QDialog) -> QRect:
    """What a widget itself says of its frame may be from before the window manager put one around it."""
    return dialog.geometry().marginsAdded(dialog.windowHandle().frameMargins())


def _stands(dialog: QDialog) -> QRect:
    """Once it stands still, with the frame around it."""
    seen = QRect()
    while seen != _frame(dialog) or not dialog.windowHandle().frameMargins().top():
        seen = _frame(dialog)
        _pause()
    return seen


def _look(name: str, window: MainWindow, act: Callable[[], object]) -> None:
    act()
    _until(lambda: bool(_open_dialogs()))
    (dialog,) = _open_dialogs()
    room = window.screen().availableGeometry()
    frame, below = _stands(dialog), window.frameGeometry().intersected(room)
    apart = frame.center() - below.center()
    said = {
        "name": name,
        "whole": room.contains(frame),
        "apart": [apart.x(), apart.y()],
        "frame": repr(frame),
    }
    print(json.dumps(said), flush=True)
    dialog.close()
    _until(lambda: not _open_dialogs())


def probe(url: str, folder: Path) -> None:
    app = QApplication([])
    theme = Theme()
    theme.choose(mode=Mode.LIGHT)
    theme.apply(app)
    case = Case(url)
    booked = case.services.bookings.book(
        case.attendant, BookingRequest(case.bay("A1"), "KL 08 AZ 1234", "sedan")
    )
    ui = UiContext(
        tasks=Tasks(),
        clock=Clock(case.clock),
        theme=theme,
        preferences=Preferences(folder / "settings.ini"),
        messages=Messages(),
    )
    window = MainWindow(ui, (Place("lot", "Lot", "layout-grid", "Ctrl+1", LotScreen),))
    ui.open_with(case.services)
    ui.set_lots((case.lot,))
    ui.sign_in(case.owner)
    window.show_desk()
    window.show()
    live = live_board(ui)
    _until(lambda: live.board is not None and window.windowHandle().isExposed())
    _pause()
    live.choose(booked.bay_id)
    for action in ON_A_STAY:
        _until(lambda action=action: ui.registry.enabled(action))
        _look(action, window, lambda action=action: ui.registry.run(action))
    live.choose(case.bay("A2"))
    _until(lambda: ui.registry.enabled("bay.book"))
    _look("bay.book", window, lambda: ui.registry.run("bay.book"))
    _look("bay.book again", window, lambda: ui.registry.run("bay.book"))
    _look("keys", window, window.show_keys)
    _look("crash", window, lambda: CrashDialog("no bay\n" * 60, window).show())
    ui.tasks.close()
    window.close()
    case.close()


if __name__ == "__main__":
    probe(sys.argv[1], Path(sys.argv[2]))
