"""A scanner types like a keyboard, only faster: its ticket finds the stay wherever the focus is; no field keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from parkdesk.domain.ticket import scanned
from parkdesk.ui.context import UiContext
from parkdesk.ui.shell.finder import open_hit
from parkdesk.ui.shell.search import SearchField

if TYPE_CHECKING:
    from parkdesk.services.search import Hit
    from parkdesk.ui.main_window import MainWindow

_GAP_MS = 50
"""Between two keys of a scanner, at most; nobody types seven in a row like that."""
_MOST = 12
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
"""What scanners are set to press at last."""


class Wedge(QObject):
    """Listens to the keys of every window. They go their way, for nobody knows yet what they will be; with the last one
    the field gets back what it held."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._keys, self._last = "", 0
        self._field: QWidget | None = None
        self._before: tuple[Any, int] = (None, 0)
        self._heard: QMetaObject.Connection | None = None

    def start(self) -> None:
        self._heard = _application().focusWindowChanged.connect(self._listen_to)
        self._listen_to(QGuiApplication.focusWindow())

    def stop(self) -> None:
        if self._heard is not None:
            QObject.disconnect(self._heard)
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            is_press = event.type() == QEvent.Type.KeyPress
            in_time = bool(self._keys) and event.timestamp() - self._last <= _GAP_MS
            if event.key() in _ENDS:
                return self._ends(event, is_press) if in_time else super().eventFilter(watched, event)
            if is_press:
                self._add(event, in_time)
            elif in_time and _is_plain(event):
                event.accept()  # in the middle of a scan no letter is a shortcut
                return True
        return super().eventFilter(watched, event)

    def _add(self, event: QKeyEvent, in_time: bool) -> None:
        if not _is_plain(event):
            if event.text() or event.key() == Qt.Key.Key_Escape:
                self._keys = ""
            return
        if not in_time or len(self._keys) == _MOST:
            self._keys, self._field = "", QApplication.focusWidget()
            self._before = _held(self._field)
        self._keys += event.text()
        self._last = event.timestamp()

    def _ends(self, event: QKeyEvent, is_press: bool) -> bool:
        """Whether it was a scan, whose last key no field and no button gets."""
        window = cast("MainWindow", self._ui.shell)
        if not scanned(self._keys) or self._ui.person is None or not window.on_desk:
            return False
        if not is_press:
            event.accept()
            return True
        text, self._keys = self._keys, ""
        focus = QApplication.focusWidget()
        if isinstance(focus, SearchField):
            focus.setText(text)  # which opens it with this very key, and says there if it cannot
            return False
        if focus is self._field:
            _give_back(focus, self._before)
        elif isinstance(focus, QLineEdit):
            # Where the first letter led to another field, that one got it.
            _give_back(focus, (focus.text().removesuffix(text), 0))
        self._find(text)
        return True

    def _find(self, text: str) -> None:
        services = self._ui.services
        self._ui.tasks.query(
            lambda: services.search.find(text),
            self._found,
            self._ui.messages.error,
            owner=self,
            replaces="scan",
        )

    def _found(self, hits: tuple[Hit, ...]) -> None:
        hit = hits[0]
        open_hit(self._ui, hit)
        if QApplication.activeModalWidget() is not None:
            words = self.tr("Ticket {ticket}: bay {bay}, {plate}")
            self._ui.messages.say(words.format(ticket=hit.ticket, bay=hit.bay_code, plate=hit.plate))


def _application() -> QGuiApplication:
    return cast(QGuiApplication, QApplication.instance())


def _is_plain(event: QKeyEvent) -> bool:
    others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return len(event.text()) == 1 and event.text().isprintable() and not event.modifiers() & others


def _held(field: QWidget | None) -> tuple[Any, int]:
    """What a field holds, and where its cursor stands."""
    if field is None:
        return None, 0
    place = field.cursorPosition() if isinstance(field, QLineEdit) else 0
    name = _content(field)
    return (field.property(name) if name else None), place


def _give_back(field: QWidget | None, before: tuple[Any, int]) -> None:
    held, place = before
    if field is None or held is None:
        return
    field.setProperty(_content(field), held)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(place)
        field.textEdited.emit(field.text())  # for those who follow what is typed


def _content(field: QWidget) -> str:
    """The name of the property that a person sets in it, as Qt knows it: a text, a number, a moment, a choice."""
    return str(field.metaObject().userProperty().name() or "")
