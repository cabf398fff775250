"""What other desks and the command line did appears without a refresh: the change feed, tied to Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

LOOK_MS = 250
LOOK_BESIDE_NOTICES_MS = 2000
"""Where a descriptor tells, a look now and then only finds a connection that was lost without a word."""
TRY_AGAIN_MS = 5000


class Watch(Protocol):
    """What `services.feed.watch()` gives."""

    def fileno(self) -> int | None: ...

    def look(self) -> bool: ...

    def close(self) -> None: ...


Elsewhere = dict[UUID, int]
"""How far each desk's journal has come, this program's own entries left out."""


class ChangeWatch(QObject):
    """Emits `tasks.changed` for what another process did; the desk's own deeds have been shown already."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._watch: Watch | None = None
        self._notifier: QSocketNotifier | None = None
        self._seen: Elsewhere = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        services = self._ui.services
        self._ui.tasks.query(
            lambda: (services.feed.watch(), _elsewhere(services)), self._attach, self._not_attached
        )

    def stop(self) -> None:
        self._timer.stop()
        self._detach()
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _attach(self, found: tuple[Watch, Elsewhere]) -> None:
        self._watch, self._seen = found
        self._listen()

    def _not_attached(self, _error: ParkDeskError) -> None:
        QTimer.singleShot(TRY_AGAIN_MS, self, self.start)

    def _look(self) -> None:
        if self._watch is None:
            return
        if self._watch.look():
            services, seen = self._ui.services, self._seen
            self._ui.tasks.query(lambda: _news(services, seen), self._tell, self._unread, replaces="feed")
        self._listen()

    def _listen(self) -> None:
        """Wait on the descriptor of the moment, if there is one; it comes and goes with the connection."""
        watch = self._watch
        if watch is None:
            return
        number = watch.fileno()
        if self._notifier is None or self._notifier.socket() != number:
            self._detach()
            if number is not None:
                self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
                self._notifier.activated.connect(self._look)
        wait = LOOK_MS if number is None else LOOK_BESIDE_NOTICES_MS
        if not self._timer.isActive() or self._timer.interval() != wait:
            self._timer.start(wait)

    def _detach(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None

    def _tell(self, news: tuple[Elsewhere, tuple[Lot, ...]] | None) -> None:
        if news is None:
            return
        self._seen, lots = news
        if lots != self._ui.lots:
            self._ui.set_lots(lots)
        self._ui.tasks.changed.emit()

    def _unread(self, _error: ParkDeskError) -> None:
        """The header says that the database is out of reach; the next look finds what was missed."""


def _elsewhere(services: Services) -> Elsewhere:
    desk = services.desk
    found = services.feed.cursor().by_desk()
    # The command line shares this desk's chain, so its own part is told apart by counting.
    found[desk.id] = found.get(desk.id, 0) - desk.written
    return found


def _news(services: Services, seen: Elsewhere) -> tuple[Elsewhere, tuple[Lot, ...]] | None:
    """On the database thread: None unless others have written since."""
    found = _elsewhere(services)
    if found == seen:
        return None
    return found, tuple(summary.lot for summary in services.lots.all())
