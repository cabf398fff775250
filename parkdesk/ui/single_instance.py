"""One window a data folder: the second start raises the first one's window and leaves."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class SingleInstance(QObject):
    """`raised` is emitted in the first program when a second one is started on its folder.

    The second knocks by a file beside the lock: a socket would cost each desk a network library.
    """

    raised = Signal()

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(lock_file))
        # A lock is stale when its process is gone, never because a desk has been open for long.
        self._lock.setStaleLockTime(0)
        self._knock = lock_file.with_suffix(".knock")
        self._watcher: QFileSystemWatcher | None = None

    def acquire(self) -> bool:
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Wait for second starts; one that knocked in vain is long gone."""
        self._answered()
        self._watcher = QFileSystemWatcher([str(self._knock.parent)])
        self._watcher.directoryChanged.connect(self._look)

    def raise_first(self) -> None:
        """Ask the program that holds the lock to come to the front."""
        with suppress(OSError):
            self._knock.touch()

    def release(self) -> None:
        self._watcher = None
        self._lock.unlock()

    def _look(self) -> None:
        if self._answered():
            self.raised.emit()

    def _answered(self) -> bool:
        """Whether somebody had knocked."""
        try:
            self._knock.unlink()
        except OSError:
            return False
        return True
