"""Closes a dialog together with the one it stands on, and says whether the window below has the keys again."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from parkdesk.ui.widgets import Dialog, column


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _opened(below: QWidget) -> Dialog:
    dialog = Dialog(below, width=300, height=200)
    column(dialog).addWidget(QLineEdit())
    dialog.open()
    _wait(500)
    return dialog


def main() -> None:
    application = QApplication(sys.argv)
    window = QWidget()
    column(window).addWidget(QLineEdit())
    window.resize(900, 600)
    window.show()
    _wait(500)
    for _ in range(3):
        parent = _opened(window)
        nested = _opened(parent)
        nested.finished.connect(parent.accept)
        nested.accept()
        _wait(800)
        print(application.activeWindow() is window)


if __name__ == "__main__":
    main()
