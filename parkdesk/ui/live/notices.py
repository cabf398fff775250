"""What the alert strip says about stays and bookings that end: a few one by one, many in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.alerts import AlertKind
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.money import Money
from parkdesk.services.sweep import SweptStay
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.showing import show_bay, show_bookings, show_timers
from parkdesk.ui.messages import Tone

ONE_BY_ONE = 3
"""More than this many at once, say after a night's sleep, fold into one line."""

End = tuple[UUID, datetime]
"""A booking and its end: an extension makes it another one."""


@dataclass(frozen=True)
class Ending:
    """A stay that comes or came to its end."""

    lot_id: UUID
    bay_id: UUID
    bay_code: str
    booking_id: UUID
    plate: str
    until: datetime
    due_minor: int = 0

    @property
    def end(self) -> End:
        return self.booking_id, self.until


@dataclass(frozen=True)
class Notice:
    """A line for the strip. One that only `informs` leaves by itself; others wait for a deed on their stays."""

    key: str
    words: str
    tone: Tone
    open: Callable[[], None]
    kind: AlertKind = AlertKind.ENDED
    ends: frozenset[End] = frozenset()
    informs: bool = False


class Notices(QObject):
    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui)
        self._ui = ui

    def of(self, kind: AlertKind, endings: Sequence[Ending], now: datetime) -> list[Notice]:
        if len(endings) <= ONE_BY_ONE:
            return [self._one(kind, ending, now) for ending in endings]
        return [self._many(kind, endings, now)]

    def missed(self, swept: Sequence[SweptStay]) -> list[Notice]:
        """Bookings whose drivers did not come."""
        one = self.tr("Bay {bay} is free: {plate} did not come")
        return self._swept("missed", swept, one, self.tr("%n bookings ended as no-shows", "", len(swept)))

    def lapsed(self, swept: Sequence[SweptStay]) -> list[Notice]:
        """Requests that nobody confirmed in time."""
        one = self.tr("Bay {bay} is free: the request for {plate} was not confirmed in time")
        return self._swept(
            "lapsed", swept, one, self.tr("%n requests were not confirmed in time", "", len(swept))
        )

    def released(self, swept: Sequence[SweptStay]) -> list[Notice]:
        """Bookings that were to be paid when they were made, and were not."""
        one = self.tr("Bay {bay} is free: the booking of {plate} was not paid in time")
        return self._swept(
            "released", swept, one, self.tr("%n bookings were not paid in time", "", len(swept))
        )

    def _one(self, kind: AlertKind, ending: Ending, now: datetime) -> Notice:
        lot = self._lot(ending.lot_id)
        holds = lot is None or lot.at_end is AtEnd.HOLD or ending.until + lot.grace > now
        if kind is AlertKind.ENDING:
            words, tone = self.tr("Bay {bay} · {plate} ends at {time}"), Tone.WARNING
        elif holds:
            words, tone = self.tr("Bay {bay} · {plate} has overstayed since {time}"), Tone.ERROR
        else:
            words, tone = self.tr("Bay {bay} is free: {plate} ended at {time}"), Tone.INFO
        time_zone = lot.time_zone if lot is not None else "UTC"
        words = words.format(
            bay=ending.bay_code,
            plate=ending.plate,
            time=wording.when(ending.until, now, time_zone, self._ui.language),
        )
        return Notice(
            f"stay/{ending.booking_id}",
            self._placed(lot, words + self._due(lot, ending)),
            tone,
            partial(show_bay, self._ui, ending.lot_id, ending.bay_id, ending.booking_id),
            kind,
            frozenset({ending.end}),
            informs=kind is AlertKind.ENDED and not holds,
        )

    def _many(self, kind: AlertKind, endings: Sequence[Ending], now: datetime) -> Notice:
        lots = {ending.lot_id for ending in endings}
        holds = any(
            lot is None or lot.at_end is AtEnd.HOLD or ending.until + lot.grace > now
            for ending in endings
            for lot in (self._lot(ending.lot_id),)
        )
        count = len(endings)
        show: Callable[[], None] = partial(show_timers, self._ui, next(iter(lots)), "over")
        if kind is AlertKind.ENDING:
            words, tone = self.tr("%n stays end within five minutes", "", count), Tone.WARNING
            show = partial(show_timers, self._ui, next(iter(lots)), "ending")
        elif holds:
            words, tone = self.tr("%n stays are past their end", "", count), Tone.ERROR
        else:
            words, tone = self.tr("%n stays have ended; their bays are free", "", count), Tone.INFO
            show = partial(show_bookings, self._ui, next(iter(lots)), "history")
        return Notice(
            f"stays/{kind.value}/{now.isoformat()}",
            self._placed(self._lot(next(iter(lots))), words)
            if len(lots) == 1
            else f"{words} · {self.tr('%n lots', '', len(lots))}",
            tone,
            show,
            kind,
            frozenset(ending.end for ending in endings),
            informs=kind is AlertKind.ENDED and not holds,
        )

    def _swept(self, name: str, swept: Sequence[SweptStay], one: str, many: str) -> list[Notice]:
        if len(swept) > ONE_BY_ONE:
            key = f"{name}/{swept[0].booking_id}"
            show = partial(show_bookings, self._ui, swept[0].lot_id, "history")
            return [Notice(key, many, Tone.INFO, show, informs=True)]
        return [
            Notice(
                f"{name}/{stay.booking_id}",
                self._placed(self._lot(stay.lot_id), one.format(bay=stay.bay_code, plate=stay.plate)),
                Tone.INFO,
                partial(show_bay, self._ui, stay.lot_id, stay.bay_id, None),
                informs=True,
            )
            for stay in swept
        ]

    def _due(self, lot: Lot | None, ending: Ending) -> str:
        if lot is None or ending.due_minor <= 0:
            return ""
        amount = wording.money(Money(ending.due_minor, lot.currency), lot.language, short=True)
        return " · " + self.tr("{amount} to pay").format(amount=amount)

    def _placed(self, lot: Lot | None, words: str) -> str:
        """With the lot's name, where there are several."""
        return words if lot is None or len(self._ui.lots) < 2 else f"{lot.name} · {words}"

    def _lot(self, lot_id: UUID) -> Lot | None:
        return next((lot for lot in self._ui.lots if lot.id == lot_id), None)
