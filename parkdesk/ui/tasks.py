"""Two background verbs: `query` asks, `command` changes something. The GUI thread never waits."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from parkdesk.domain.errors import ParkDeskError

T = TypeVar("T")

NETWORK_THREADS = 3
CLOSE_SECONDS = 3.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Job:
    """What a thread is given. No widget is within its reach: whoever lets go of one last destroys it, and that must be
    the GUI thread."""

    number: int
    work: Callable[[], Any]
    command: bool
    replaces: Hashable


@dataclass(frozen=True)
class _Answer:
    """Who waits for a job's outcome, kept on the GUI thread."""

    then: Callable[[Any], None] | None
    failed: Callable[[ParkDeskError], None] | None
    owner: QObject | None
    command: bool
    network: bool = False


@dataclass(frozen=True)
class _Outcome:
    number: int
    value: Any = None
    error: BaseException | None = None


class _Lane:
    """A few threads that take jobs in order. Daemons: a hung one never keeps the program from ending."""

    def __init__(self, name: str, threads: int, deliver: Callable[[_Outcome], None]) -> None:
        self._deliver = deliver
        self._waiting: deque[_Job] = deque()
        self._bell = threading.Condition()
        self._closing = False
        self._threads = [
            threading.Thread(target=self._run, name=f"parkdesk-{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        self._started = False

    def put(self, job: _Job) -> list[int]:
        """The numbers of the jobs that nobody will do now."""
        with self._bell:
            if self._closing:
                return [job.number]
            dropped = []
            if job.replaces is not None:
                dropped = [other.number for other in self._waiting if other.replaces == job.replaces]
                self._waiting = deque(other for other in self._waiting if other.replaces != job.replaces)
            self._waiting.append(job)
            self._bell.notify()
            if not self._started:
                self._started = True
                for thread in self._threads:
                    thread.start()
            return dropped

    def close(self) -> None:
        """Refuse new work and forget waiting questions; waiting commands are still done."""
        with self._bell:
            self._closing = True
            self._waiting = deque(job for job in self._waiting if job.command)
            self._bell.notify_all()

    def join(self, until: float) -> bool:
        """Wait for the threads until a moment of the monotonic clock; False if one is still at work then."""
        for thread in self._threads if self._started else ():
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self) -> None:
        while True:
            with self._bell:
                while not self._waiting and not self._closing:
                    self._bell.wait()
                if not self._waiting:
                    return
                job = self._waiting.popleft()
            try:
                outcome = _Outcome(job.number, value=job.work())
            except BaseException as error:
                outcome = _Outcome(job.number, error=error)
            self._deliver(outcome)


class Tasks(QObject):
    """One serial thread for the database, a few for the network, one queued signal home.

    `changed` follows every command that succeeded, after its `then`. `saving` says whether commands are
    under way. `failed` carries a known error that no `failed=` took, and `broken` whatever is a bug.
    """

    changed = Signal()
    saving = Signal(bool)
    failed = Signal(object)
    broken = Signal(object)
    reached = Signal(object)
    """None when work on the database succeeded, the ParkDeskError when it did not."""
    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = _Lane("database", 1, self._deliver)
        self._network = _Lane("network", NETWORK_THREADS, self._deliver)
        self._answers: dict[int, _Answer] = {}
        self._numbers = count()
        self._commands = 0
        self._open = True
        self._home.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def query(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[ParkDeskError], None] | None = None,
        *,
        network: bool = False,
        owner: QObject | None = None,
        replaces: Hashable = None,
    ) -> None:
        """Run `work` on the database thread, with `network` beside it, and give its value to `then` here.

        Nothing is called once `owner` (by default the object `then` is a method of) is deleted. A question
        that is still waiting is dropped for a newer one with the same `replaces`.
        """
        answer = _Answer(then, failed, owner or _receiver(then), False, network)
        self._put(work, answer, replaces, network=network)

    def command(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ParkDeskError], None] | None = None,
        *,
        network: bool = False,
        owner: QObject | None = None,
    ) -> None:
        """Like `query`, for work that changes something; `network=True` runs it beside the database."""
        if not self._open:
            return
        self._commands += 1
        if self._commands == 1:
            self.saving.emit(True)
        self._put(work, _Answer(then, failed, owner or _receiver(then), True), None, network=network)

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Finish what was promised, within `seconds` altogether; False if something still hangs."""
        self._open = False
        until = time.monotonic() + seconds
        self._database.close()
        self._network.close()
        finished = self._database.join(until)
        return self._network.join(until) and finished

    def _put(self, work: Callable[[], Any], answer: _Answer, replaces: Hashable, *, network: bool) -> None:
        number = next(self._numbers)
        self._answers[number] = answer
        lane = self._network if network else self._database
        for dropped in lane.put(_Job(number, work, answer.command, replaces)):
            self._answers.pop(dropped, None)

    def _deliver(self, outcome: _Outcome) -> None:
        """On a worker's thread: send the outcome home."""
        try:
            self._home.emit(outcome)
        except RuntimeError:
            _log.debug("an outcome came home after the window was gone")

    def _arrived(self, outcome: _Outcome) -> None:
        answer = self._answers.pop(outcome.number)
        if answer.command:
            self._commands -= 1
            if self._commands == 0:
                self.saving.emit(False)
        if not self._open:
            return
        present = answer.owner is None or shiboken6.isValid(answer.owner)
        asked_beside = answer.network and not answer.command
        if outcome.error is None:
            if not asked_beside:
                self.reached.emit(None)
            if answer.then is not None and present:
                answer.then(outcome.value)
            if answer.command:
                self.changed.emit()
        elif isinstance(outcome.error, ParkDeskError):
            if not asked_beside:
                self.reached.emit(outcome.error)
            if answer.failed is not None and present:
                answer.failed(outcome.error)
            elif answer.failed is None:
                self.failed.emit(outcome.error)
        else:
            self.broken.emit(outcome.error)


def _receiver(then: Callable[..., None] | None) -> QObject | None:
    owner = getattr(then, "__self__", None)
    return owner if isinstance(owner, QObject) else None
