"""Settles with the payment provider while the desk is open: one round at a time, the next when something is due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from parkdesk.domain.charge import Mode
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.domain.charge_list import ChargeRow
    from parkdesk.services.bundle import Services
    from parkdesk.services.settlement import Tick

AT_MOST = timedelta(seconds=60)
AFTER_FAILURE = timedelta(seconds=10)
AT_LEAST = timedelta(milliseconds=100)
AFTER_SIGN_IN = timedelta(seconds=1)
"""The board comes first: the keyring with the provider's key takes as long to load as a screen."""


class Settling(QObject):
    """See `settling`. Nothing is asked, and nothing imported, before somebody has signed in; a cash desk asks once.

    A round asks rather than commands: it comes every few seconds, and only one that changed something is told.
    """

    told = Signal()
    """How it stands with the provider was heard of anew."""
    began = Signal(object)
    """Once, before all else, with the charges that were open until then: the first round may have ended them."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui)
        self._ui = ui
        self._open = False
        self._under_way = False
        self._again = False
        self._services: Services | None = None
        self.tick: Tick | None = None
        """What the last round brought; None before the first has answered."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._round)

    @property
    def mode(self) -> Mode | None:
        """Which money moves here; None while nobody has asked yet."""
        return None if self.tick is None else self.tick.mode

    @property
    def trouble(self) -> str:
        """Why the provider does not work right now, as it says; empty where it does."""
        return "" if self.tick is None or self.tick.state.works else self.tick.state.reason

    def start(self) -> None:
        self._open = True
        self._ui.session_changed.connect(self._begin_soon)
        self._ui.tasks.changed.connect(self.nudge)
        self._ui.clock.woke.connect(self.nudge)
        self._begin_soon()

    def stop(self) -> None:
        """At once, whatever the network does: all that is under way was written down before it was sent."""
        self._open = False
        self._timer.stop()
        if self._services is not None:
            self._services.settlement.stop()

    def _begin_soon(self) -> None:
        QTimer.singleShot(AFTER_SIGN_IN // timedelta(milliseconds=1), self, self.begin)

    def begin(self) -> None:
        """Ask which money moves here, as after a sign-in or with another key."""
        if self._ui.person is not None and self._ui.ready:
            self._round()

    def nudge(self) -> None:
        """There may be something to send: look now, unless this is a cash desk."""
        if self.mode not in (None, Mode.CASH):
            self._round()

    def _round(self) -> None:
        if not self._open:
            return
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False
        self._timer.stop()
        services = self._services = self._ui.services
        first = self.tick is None
        self._ui.tasks.query(
            lambda: _round(services, first), self._answered, self._failed, network=True, owner=self
        )

    def _answered(self, answered: tuple[Tick | Exception, tuple[ChargeRow, ...]]) -> None:
        answer, found = answered
        if isinstance(answer, Exception):
            self._arm(AT_MOST)
            self._ui.tasks.broken.emit(answer)
            return
        news = self.tick is None or (self.tick.state, self.tick.waiting) != (answer.state, answer.waiting)
        if self.tick is None:
            self.began.emit(found)
        self.tick = answer
        self._arm(None if answer.next_due is None else answer.next_due - self._ui.clock.now())
        if news:
            self.told.emit()
        if answer.changed:
            self._ui.tasks.changed.emit()

    def _failed(self, _error: ParkDeskError) -> None:
        # The header already says that the database is out of reach.
        self._arm(AFTER_FAILURE)

    def _arm(self, wait: timedelta | None) -> None:
        """None waits for somebody to do something."""
        self._under_way = False
        if self._again:
            wait = AT_LEAST
        if self._open and wait is not None:
            self._timer.start(min(max(wait, AT_LEAST), AT_MOST) // timedelta(milliseconds=1))


def settling(ui: UiContext) -> Settling:
    """The one of this window."""
    found = ui.findChild(Settling)
    return found if isinstance(found, Settling) else Settling(ui)


def _round(services: Services, first: bool) -> tuple[Tick | Exception, tuple[ChargeRow, ...]]:
    """A round that breaks is reported like any bug, but must come home too, or nobody would settle again."""
    found = services.charges.open_charges() if first else ()
    try:
        return services.settlement.tick(), found
    except ParkDeskError:
        raise
    except Exception as error:
        return error, found
