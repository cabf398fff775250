"""The desk under observation: the real program, and beside it a socket that tells where things are on the screen.

`python -m tests.journey.probe SOCKET [parkdesk's arguments]`. It only looks; every deed comes through X.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from parkdesk.__main__ import main
from parkdesk.ui.board.model import BoardRole

_MOST_ROWS = 500
Place = list[int]


class Probe:
    def __init__(self, name: str) -> None:
        self._server = QLocalServer()
        self._server.newConnection.connect(self._connected)
        if not self._server.listen(name):
            raise OSError(self._server.errorString())

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._asked(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _asked(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            asked = json.loads(bytes(socket.readLine().data()))
            answer = getattr(self, f"_{asked.pop('ask')}")(**asked)
            socket.write(json.dumps(answer).encode() + b"\n")
            socket.flush()

    def _words(self) -> list[str]:
        """Every word on the screen, in the order of the widgets, the front window's last."""
        return [words for widget in _visible() for words in (widget.windowTitle(), *_said(widget)) if words]

    def _place(self, words: str, among: str = "") -> Place | None:
        """The middle of what says exactly `words`, else of what holds them; `among` narrows by a widget's class."""
        exact, holding = None, None
        for widget in _visible():
            if among not in _classes(widget) or not widget.isEnabled():
                continue
            for said, rect in _parts(widget):
                if said == words:
                    exact = _middle(widget, rect)
                elif words in said:
                    holding = _middle(widget, rect)
        return exact or holding

    def _area(self, words: str) -> Place | None:
        """Left, top, width and height of what says exactly `words`."""
        for widget in _visible():
            if words in _said(widget):
                corner, ratio = widget.mapToGlobal(QPoint(0, 0)), widget.devicePixelRatio()
                sides = (corner.x(), corner.y(), widget.width(), widget.height())
                return [round(side * ratio) for side in sides]
        return None

    def _cell(self, words: str) -> Place | None:
        """The middle of a table's cell, scrolled into sight, that begins with these words."""
        for view, index in _cells():
            if _begins(_told(index), words):
                view.scrollTo(index)
                return _middle(view.viewport(), view.visualRect(index))
        return None

    def _cells(self, words: str) -> list[list[str]]:
        """What each cell says that begins with `words`, and the moment it counts down to, if it does."""
        found = []
        for _view, index in _cells():
            if _begins(told := _told(index), words):
                until = index.data(BoardRole.UNTIL)
                found.append([told, until.isoformat() if isinstance(until, datetime) else ""])
        return found

    def _rows(self) -> list[list[str]]:
        """The list in front, a row a list of what its columns say."""
        for view in (widget for widget in _visible() if isinstance(widget, QTableView)):
            if view.horizontalHeader().isVisible():
                model = view.model()
                columns = range(model.columnCount())
                return [
                    [_plain(str(model.index(row, column).data() or "")) for column in columns]
                    for row in range(min(model.rowCount(), _MOST_ROWS))
                ]
        return []

    def _focus(self) -> str:
        """The class, name and text of what has the keys; empty while another program has them."""
        widget = QApplication.focusWidget()
        return "" if widget is None else " ".join((type(widget).__name__, *_said(widget)))

    def _typed(self) -> int:
        """How many letters stand where the keys go, as somebody sees who counts the dots of a password."""
        editor = QApplication.focusWidget()
        return len(editor.text()) if isinstance(editor, QLineEdit) else 0

    def _picture(self, file: str) -> bool:
        """The whole X screen as it is, dialogs and window frames included."""
        return bool(QApplication.primaryScreen().grabWindow(0).save(file))


def _visible() -> Iterator[QWidget]:
    """Every widget that can be seen, those of the window in front last."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in sorted(shown, key=lambda window: window is front):
        yield window
        yield from (w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window)


def _said(widget: QWidget) -> list[str]:
    return [said for said, _ in _parts(widget)]


def _parts(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    """What a widget says, and where on it."""
    if isinstance(widget, QMenu):
        for entry in widget.actions():
            yield _plain(entry.text()), widget.actionGeometry(entry)
        return
    hidden = isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) and not hidden else ""
    if isinstance(widget, QPlainTextEdit):
        text = widget.toPlainText()
    for said in dict.fromkeys((text, widget.accessibleName())):
        if said:
            yield _plain(said), QRect(QPoint(0, 0), _answers(widget))


def _answers(widget: QWidget) -> QSize:
    """As far as it hears clicks: a check box does on its words, however wide it is."""
    return widget.sizeHint() if isinstance(widget, QCheckBox) else widget.size()


def _classes(widget: QWidget) -> str:
    return " ".join(kind.__name__ for kind in type(widget).__mro__)


def _middle(widget: QWidget, rect: QRect) -> Place:
    middle = widget.mapToGlobal(rect.center())
    ratio = widget.devicePixelRatio()
    return [round(middle.x() * ratio), round(middle.y() * ratio)]


def _cells() -> Iterator[tuple[QAbstractItemView, QModelIndex]]:
    for view in (widget for widget in _visible() if isinstance(widget, QAbstractItemView)):
        model, root = view.model(), view.rootIndex()
        columns = 1 if isinstance(view, QListView) else model.columnCount(root)
        for row in range(min(model.rowCount(root), _MOST_ROWS)):
            for column in range(columns):
                yield view, model.index(row, column, root)


def _told(index: QModelIndex) -> str:
    return _plain(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""))


def _plain(words: str) -> str:
    """As one would type it: no mnemonics, no spaces that never break."""
    return words.replace("&", "").replace("\u00a0", " ")


def _begins(told: str, words: str) -> bool:
    """`Bay A1` begins `Bay A1, free` but not `Bay A10, free`."""
    return not words or (told.startswith(words) and not told[len(words) :][:1].isalnum())


def _watch(name: str, kept: list[Probe]) -> None:
    while (application := QApplication.instance()) is None:
        time.sleep(0.02)  # nothing can be waited on before the program has made its application
    QTimer.singleShot(0, application, lambda: kept.append(Probe(name)))


if __name__ == "__main__":
    probes: list[Probe] = []
    threading.Thread(target=_watch, args=(sys.argv[1], probes), daemon=True).start()
    sys.exit(main(sys.argv[2:]))
