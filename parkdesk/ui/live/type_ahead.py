"""Typing where there is nothing to type into goes to the search: a scanner needs no click first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QWidget

from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.ui.main_window import MainWindow

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypeAhead(QObject):
    """Moves the focus to the search at the first letter or digit; the key itself then arrives there."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def start(self) -> None:
        """Listen to the window's keys, which only exists on screen."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @property
    def _window(self) -> MainWindow:
        return cast("MainWindow", self._ui.shell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._is_for_search(event)
        ):
            self._ui.shell.focus_search()
        return super().eventFilter(watched, event)

    def _is_for_search(self, event: QKeyEvent) -> bool:
        text = event.text()
        return (
            len(text) == 1
            and text.isalnum()
            and not event.modifiers() & ~_PLAIN
            and self._ui.person is not None
            and self._window.on_desk
            and not _takes_text(QApplication.focusWidget())
        )


def _takes_text(widget: QWidget | None) -> bool:
    if isinstance(widget, (QComboBox, QAbstractSpinBox)):
        return True
    if isinstance(widget, QAbstractItemView):
        # Nothing is edited in a list here, whatever Qt's attribute says; the lot's grid has its own use for letters.
        return hasattr(widget, "typed")
    return widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
