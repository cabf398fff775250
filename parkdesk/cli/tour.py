"""The demo without a screen: its main job done through the services, told line by line, and pictures of the rest."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.config import Config
from parkdesk.domain.bay import kept_back
from parkdesk.domain.board import Cell, figures
from parkdesk.domain.booking import Booking, BookingRequest, Driver
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.services.clock import DeskClock
from parkdesk.services.demo.people import demo_person
from parkdesk.services.demo.places import RIVERSIDE

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services
    from parkdesk.services.desk import Clock

_MINUTE = timedelta(minutes=1)
_PLATE = "KL 08 AZ 2026"
_SQLITE = "sqlite:///"


class OpenAt(Protocol):
    """How the services are opened with a clock of one's own."""

    def __call__(self, config: Config, clock: Clock | None = None) -> Services: ...


Draw = Callable[[Config, Path, datetime], Sequence[Path]]
"""Draws the screens as they are at a moment into a folder."""


class MovableClock:
    """Stands still between the steps of the tour, and moves on when told."""

    def __init__(self, now: datetime) -> None:
        self.now = now.replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now

    def move(self, span: timedelta) -> None:
        self.now += span


def play(config: Config, open_at: OpenAt, draw: Draw) -> Exit:
    """Tell the tour on standard output. The demo's data stay as they were: the tour plays on a copy."""
    began = DeskClock()()
    print("Preparing the demo: three lots, ninety days of stays.", flush=True)
    open_at(config).close()
    clock = MovableClock(began)
    services = open_at(_copied(config), clock)
    try:
        _Tour(services, clock).play()
    finally:
        services.close()
    folder = config.data_dir / "pictures"
    print("\nDrawing the screens.", flush=True)
    drawn = draw(config, folder, began)
    print(f"{len(drawn)} pictures are in {folder}")
    return Exit.OK


def _copied(config: Config) -> Config:
    """The demo's file copied; a server's demo is played on as it is."""
    if not config.database.startswith(_SQLITE):
        return config
    copy = config.data_dir / "tour.db"
    for side in ("-wal", "-shm"):
        copy.with_name(copy.name + side).unlink(missing_ok=True)
    shutil.copyfile(config.database.removeprefix(_SQLITE), copy)
    return replace(config, database=f"{_SQLITE}{copy}", demo=False)


class _Tour:
    def __init__(self, services: Services, clock: MovableClock) -> None:
        self._services, self._clock = services, clock
        self._who = demo_person(services)
        self._lot = next(s.lot for s in services.lots.all() if s.lot.name == RIVERSIDE)

    def play(self) -> None:
        self._look_around()
        booking = self._book()
        self._run_out(booking)
        renewal = self._renew(booking)
        self._pay(renewal)
        self._leave(renewal)
        self._verify()

    def _say(self, words: str, *more: str) -> None:
        print(f"{wording.clock(self._clock(), self._lot.time_zone)}  {words}", flush=True)
        for line in more:
            print(f"       {line}", flush=True)

    def _look_around(self) -> None:
        lines = []
        for summary in self._services.lots.all():
            counted = figures(self._services.lots.board(summary.lot.id), self._clock())
            lines.append(
                f"{summary.lot.name}: {counted.bays} bays, {counted.free} free, {counted.booked} taken, "
                f"{counted.ending} ending, {counted.overstaying} overstaying, {counted.reserved} reserved, "
                f"{counted.closed} closed"
            )
        self._say(f"{self._who.name} is at the desk.", *lines)

    def _book(self) -> Booking:
        services, lot, now = self._services, self._lot, self._clock()
        # Free for the renewal, too.
        free = services.lots.availability(lot.id, now, now + 180 * _MINUTE, "hatchback")
        bay = min(free, key=lambda bay: kept_back(bay.features, "hatchback"))
        request = BookingRequest(bay.id, _PLATE, "hatchback", 30 * _MINUTE, driver=Driver("Kavya U."))
        booking = services.bookings.book(self._who, request)
        self._say(
            f"Booked {booking.plate} into bay {bay.code} for 30 min, ticket {booking.ticket}.",
            *self._price(booking, lot),
        )
        return booking

    def _price(self, booking: Booking, lot: Lot) -> list[str]:
        quote = self._services.bookings.detail(booking.id).quote
        lines = [
            f"{wording.price_line(line, lot.currency, lot.language, 'en'):<24}"
            f"{wording.money(Money(line.amount_minor, lot.currency), lot.language):>12}"
            for line in quote.lines
        ]
        return [*lines, f"{'Total':<24}{wording.money(quote.total, lot.language):>12}"]

    def _run_out(self, booking: Booking) -> None:
        lot = self._lot
        self._clock.move(26 * _MINUTE)
        self._show(booking)
        self._clock.move(6 * _MINUTE)
        self._show(booking)
        self._clock.move(lot.grace)
        swept = self._services.sweep.run()
        self._say(
            f"The grace of {wording.span(lot.grace)} is over. The sweep ended {swept.ended} stays, this one among them."
        )
        self._show(booking)

    def _show(self, booking: Booking) -> None:
        cell = self._cell(booking)
        now = self._clock()
        standing = cell.standing(now, self._lot)
        left = "" if standing is None else f", {wording.countdown(standing.until - now)}"
        self._say(f"Bay {cell.code} is {cell.state(now, self._lot).value}{left}.")

    def _cell(self, booking: Booking) -> Cell:
        board = self._services.lots.board(self._lot.id)
        return next(cell for cell in board.cells if cell.bay_id == booking.bay_id)

    def _renew(self, booking: Booking) -> Booking:
        renewal = self._services.bookings.renew(self._who, booking.id)
        times = wording.clock_span(renewal.starts_at, renewal.until, self._lot.time_zone)
        self._say(
            f"The driver stays: renewed in the same bay, {times}, ticket {renewal.ticket}.",
            *self._price(renewal, self._lot),
        )
        return renewal

    def _pay(self, renewal: Booking) -> None:
        self._clock.move(_MINUTE)
        due = self._services.bookings.detail(renewal.id).due_minor
        handed = -(-due // 10_000) * 10_000
        (payment,) = self._services.payments.take(self._who, renewal.id, Method.CASH, tendered_minor=handed)
        given = Money(handed, payment.currency)
        taken, tendered, change = (
            wording.money(amount, self._lot.language) for amount in (payment.amount, given, payment.change)
        )
        self._say(f"Took {taken} in cash: {tendered} handed over, {change} back.")

    def _leave(self, renewal: Booking) -> None:
        services = self._services
        self._clock.move(20 * _MINUTE)
        services.stays.check_out(self._who, renewal.id)
        self._say("Checked out early.")
        self._show(renewal)
        undone = services.undo.undo(self._who)
        self._say(f"That was the wrong car. Undone: {undone.deed.replace('_', '-')} of {undone.plate}.")
        self._show(renewal)
        self._clock.move(5 * _MINUTE)
        services.stays.check_out(self._who, renewal.id)
        self._say("Now it has left: checked out.")
        self._show(renewal)

    def _verify(self) -> None:
        verified = self._services.journal.verify()
        told = "all of them verify" if not verified.faults else f"{len(verified.faults)} chains do not verify"
        self._say(f"The journal has {verified.entries} entries; {told}.")
