"""What is to be printed: one paper after the other, beside the sales; what fails asks what to do, and does not wait
for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.paper_errors import PrinterFault
from parkdesk.outlets.paper import Paper
from parkdesk.outlets.printers import Printer
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Choice, Tone, sentence

EXPIRES = timedelta(minutes=10)
"""An older job is given up: a printer that comes back must not print the morning's receipts."""
Elsewhere = Callable[["Job"], None]


@dataclass(frozen=True)
class Job:
    number: int
    paper: Paper
    printer: Printer
    put_at: datetime
    renew: Callable[[], Paper] | None = None
    """Counts one more paper of the same, for one that may have come out though its printer failed."""

    @property
    def key(self) -> str:
        return f"print.{self.number}"


class PrintQueue(QObject):
    """`told` carries the printer that was used and what it answered: None, or the error. `elsewhere_wanted` carries a
    job for which a person is to choose another printer."""

    told = Signal(object, object)
    changed = Signal()
    elsewhere_wanted = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._numbers = count(1)
        self._waiting: list[Job] = []
        self._failed: dict[int, tuple[Job, ParkDeskError]] = {}
        self._current: Job | None = None
        ui.clock.ticked.connect(self._expire)

    @property
    def busy(self) -> bool:
        return self._current is not None

    @property
    def failed(self) -> tuple[Job, ...]:
        """Those that wait for a person."""
        return tuple(job for job, _ in self._failed.values())

    def put(self, paper: Paper, printer: Printer, renew: Callable[[], Paper] | None = None) -> None:
        self._waiting.append(Job(next(self._numbers), paper, printer, self._ui.clock.now(), renew))
        self._next()

    def again(self, job: Job, printer: Printer | None = None) -> None:
        """Once more, on another printer if one is named."""

        def put(paper: Paper) -> None:
            now = self._ui.clock.now()
            self._waiting.append(replace(job, paper=paper, printer=printer or job.printer, put_at=now))
            self._next()

        self.take(job, put)

    def take(self, job: Job, then: Callable[[Paper], None]) -> None:
        """Out of those that failed, to be brought out otherwise. It bears what it bore if it cannot have come out yet;
        what may be in somebody's hand already comes out as a copy."""
        error = self._failed[job.number][1] if job.number in self._failed else None
        self._forget(job)
        if job.renew is None or not isinstance(error, PrinterFault) or not error.begun:
            then(job.paper)
            return

        def keep(refusal: ParkDeskError) -> None:
            self._failed[job.number] = (job, error)
            self._ui.messages.say(sentence(refusal), Tone.WARNING)
            self.ask(job)

        self._ui.tasks.command(job.renew, then, keep, owner=self)

    def skip(self, job: Job) -> None:
        self._forget(job)

    def ask(self, job: Job) -> None:
        """What to do about a job that failed."""
        if job.number not in self._failed:
            return
        reason = sentence(self._failed[job.number][1])
        words = self.tr("{paper} was not printed. {reason}").format(paper=job.paper.name, reason=reason)
        self._ui.messages.alert(
            job.key,
            words,
            Tone.WARNING,
            action=self.tr("Retry"),
            act=partial(self.again, job),
            more=(
                Choice(self.tr("Another printer…"), partial(self.elsewhere_wanted.emit, job)),
                Choice(self.tr("Skip"), partial(self.skip, job)),
            ),
        )

    def _next(self) -> None:
        self._expire()
        if self._current is not None or not self._waiting:
            self.changed.emit()
            return
        job = self._current = self._waiting.pop(0)
        self.changed.emit()
        self._ui.tasks.command(
            partial(_print, job),
            partial(self._printed, job),
            partial(self._refused, job),
            network=True,
            owner=self,
        )

    def _printed(self, job: Job, _nothing: None) -> None:
        self._current = None
        self.told.emit(job.printer, None)
        self._next()

    def _refused(self, job: Job, error: ParkDeskError) -> None:
        self._current = None
        self._failed[job.number] = (job, error)
        self.ask(job)
        self.told.emit(job.printer, error)
        self._next()

    def _expire(self) -> None:
        """Also those that wait behind a printer that hangs."""
        before = self._ui.clock.now() - EXPIRES
        old = [job for job in (*self.failed, *self._waiting) if job.put_at < before]
        for job in old:
            self._forget(job)
        if old:
            names = ", ".join(job.paper.name for job in old)
            words = self.tr("Not printed any more: {papers}. Each can be printed from its stay.")
            self._ui.messages.say(words.format(papers=names), Tone.WARNING)

    def _forget(self, job: Job) -> None:
        self._failed.pop(job.number, None)
        self._waiting = [other for other in self._waiting if other.number != job.number]
        self._ui.messages.withdraw(job.key)
        self.changed.emit()


def _print(job: Job) -> None:
    # Imported on the network's thread: it brings Qt's printing.
    from parkdesk.ui.paper.printing import print_paper

    print_paper(job.printer, job.paper)
