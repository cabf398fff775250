"""One window a data folder: the second start raises the first one's window and leaves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

RAISE_WITHIN_MS = 1000


class SingleInstance(QObject):
    """`raised` is emitted in the first program when a second one is started on its folder."""

    raised = Signal()

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(lock_file))
        # A lock is stale when its process is gone, never because a desk has been open for long.
        self._lock.setStaleLockTime(0)
        folder = QByteArray(str(lock_file.resolve()).encode())
        digest = QCryptographicHash.hash(folder, QCryptographicHash.Algorithm.Sha256).toHex()
        self._address = f"parkdesk-{bytes(digest.data()).decode()[:20]}"
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Wait for second starts; called after the first paint, since the network library takes its time."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)
        self._server.listen(self._address)

    def raise_first(self) -> bool:
        """Ask the program that holds the lock to come to the front; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        answered = socket.waitForConnected(RAISE_WITHIN_MS)
        socket.abort()
        return answered

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _knocked(self) -> None:
        if self._server is not None:
            self._server.nextPendingConnection().close()
            self.raised.emit()
