"""When something is a bug: log it, say so without stopping the desk, and let the details be copied."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes uncaught errors of any thread; shows at most one dialog at a time."""

    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: QWidget | None = None
        self.window: QWidget | None = None
        self._caught.connect(self.report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the interpreter's last resort, on the main thread and on all others."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda caught: self._on_uncaught(
            caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Log a bug and show it. On the GUI thread."""
        _log.error("a bug: %r", error, exc_info=error)
        if self._dialog is not None:
            return
        from parkdesk.ui.shell.crash_dialog import CrashDialog, details

        self._dialog = CrashDialog(details(error), self.window)
        self._dialog.destroyed.connect(self._closed)
        self._dialog.show()

    def _closed(self) -> None:
        self._dialog = None

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, _where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self._caught.emit(error)
