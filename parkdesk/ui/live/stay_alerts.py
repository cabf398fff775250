"""Raises an alert when a stay comes near its end and one more at the end, in every lot, exactly once each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk.domain.alerts import AlertKind, Crossings
from parkdesk.domain.board import Cell
from parkdesk.domain.booking import ENDING_SOON
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.notices import End, Ending, Notice, Notices

if TYPE_CHECKING:
    from parkdesk.services.sweep import SweepResult

AHEAD = timedelta(minutes=3)
"""Stays are read this long before they come near their end; the sweep has them read again each minute."""
FORGOTTEN_AFTER = timedelta(minutes=10)
"""How long it stays up that a bay is free again: nobody has to do anything about it."""
MOST_REMEMBERED = 2000


@dataclass(frozen=True)
class _Shown:
    notice: Notice
    at: datetime


class StayAlerts(QObject):
    """Keeps the stays near their end and looks at them each second; it asks the database only for changes."""

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._notices = Notices(ui)
        self._crossings = Crossings()
        self._near: tuple[tuple[UUID, Cell], ...] = ()
        self._ended: dict[End, None] = {}
        self._shown: dict[str, _Shown] = {}
        ui.clock.ticked.connect(self._tick)
        ui.tasks.changed.connect(self.read)

    def read(self) -> None:
        """Ask which stays end soon, in every lot."""
        services, by = self._ui.services, self._ui.clock.now() + ENDING_SOON + AHEAD
        self._ui.tasks.query(
            lambda: services.sweep.ending(by), self._show, self._unread, owner=self, replaces="alerts"
        )

    def swept(self, result: SweepResult) -> None:
        """What a sweep ended is told too, if no tick came in between."""
        now = self._ui.clock.now()
        self._cross(now)
        untold = [
            Ending(stay.lot_id, stay.bay_id, stay.bay_code, stay.booking_id, stay.plate, stay.until)
            for stay in result.completed
            if (stay.booking_id, stay.until) not in self._ended
        ]
        self._raise(AlertKind.ENDED, untold, now)
        for notice in (
            *self._notices.missed(result.no_shows),
            *self._notices.lapsed(result.cancelled),
            *self._notices.released(result.released),
        ):
            self._publish(notice, now)

    def _unread(self, _error: ParkDeskError) -> None:
        """What is known goes on ticking; the next sweep reads again."""

    def _show(self, near: tuple[tuple[UUID, Cell], ...]) -> None:
        now = self._ui.clock.now()
        # A stay that another desk has just swept is in the old picture only.
        self._cross(now)
        self._near = near
        self._cross(now)
        self._withdraw_answered(now)

    def _tick(self, now: datetime) -> None:
        if self._near or self._shown:
            self._cross(now)
            self._withdraw_answered(now)

    def _cross(self, now: datetime) -> None:
        lots = {cell.bay_id: lot_id for lot_id, cell in self._near}
        alerts = self._crossings.crossed((cell for _, cell in self._near), now)
        for kind in AlertKind:
            crossed = [
                Ending(
                    lots[alert.bay_id],
                    alert.bay_id,
                    alert.bay_code,
                    alert.stay.booking_id,
                    alert.stay.plate,
                    alert.stay.until,
                    alert.stay.due_minor,
                )
                for alert in alerts
                if alert.kind is kind
            ]
            self._raise(kind, crossed, now)

    def _raise(self, kind: AlertKind, endings: Sequence[Ending], now: datetime) -> None:
        if kind is AlertKind.ENDED:
            self._remember(ending.end for ending in endings)
        for notice in self._notices.of(kind, endings, now):
            self._publish(notice, now)

    def _remember(self, ends: Iterable[End]) -> None:
        self._ended |= dict.fromkeys(ends)
        for end in list(self._ended)[:-MOST_REMEMBERED]:
            del self._ended[end]

    def _publish(self, notice: Notice, now: datetime) -> None:
        self._shown[notice.key] = _Shown(notice, now)
        self._ui.messages.alert(
            notice.key, notice.words, notice.tone, action=self.tr("Show"), act=notice.open
        )

    def _withdraw_answered(self, now: datetime) -> None:
        """Renewed, extended or checked out: the alert has had its answer."""
        standing = {
            (cell.stay.booking_id, cell.stay.until) for _, cell in self._near if cell.stay is not None
        }
        for key, shown in list(self._shown.items()):
            open_ends = shown.notice.ends & standing
            if shown.notice.informs:
                answered = now >= shown.at + FORGOTTEN_AFTER
            elif shown.notice.kind is AlertKind.ENDING:
                answered = all(until <= now for _, until in open_ends)
            else:
                answered = not open_ends
            if answered:
                del self._shown[key]
                self._ui.messages.withdraw(key)
