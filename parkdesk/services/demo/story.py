"""A stay from its booking to its end as the demo tells it, with the money taken for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from parkdesk.domain.booking import Booking, Driver, Status
from parkdesk.domain.moments import local_day
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.domain.plate import Plate
from parkdesk.domain.tariff import PriceLine, Quote
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.places import Site

NOBODY = Driver()


class End(StrEnum):
    """How a booking came to its end, or that it has not."""

    NONE = "none"
    CHECKED_OUT = "check_out"
    SWEPT = "sweep"
    CANCELLED = "cancel"


@dataclass(slots=True)
class Story:
    """`booked` is how the booking looked when it was made, `checked_in` that its driver came to it later."""

    booked: Booking
    booked_lines: tuple[PriceLine, ...]
    booking: Booking
    lines: tuple[PriceLine, ...]
    who: UUID
    desk: UUID
    exit_desk: UUID
    end: End = End.NONE
    checked_in: bool = False
    payments: list[Payment] = field(default_factory=list)
    notes: list[tuple[UUID, datetime, str]] = field(default_factory=list)


class Teller:
    """Makes the stories of one site: prices them by its tariff and gives them ids."""

    def __init__(self, site: Site, ids: Ids, desk: UUID, exit_desk: UUID) -> None:
        self.site = site
        self._desk, self._exit_desk = desk, exit_desk
        self._ids = ids
        self._quotes: dict[tuple[object, ...], Quote] = {}

    def booked(
        self,
        *,
        bay_id: UUID,
        hourly_minor: int | None,
        plate: Plate,
        vehicle_type: str,
        starts_at: datetime,
        until: datetime,
        booked_at: datetime,
        who: UUID,
        status: Status,
        driver: Driver = NOBODY,
        requests: str = "",
        renewed_from: UUID | None = None,
    ) -> Story:
        """A booking as `status` has it: an active one starts with its booking unless it was made ahead."""
        lot, tariff = self.site.lot, self.site.tariff
        quote = self._quote(until - starts_at, vehicle_type, hourly_minor)
        id, ticket = self._ids.ticketed(booked_at)
        booking = Booking(
            id,
            lot.id,
            bay_id,
            ticket,
            plate,
            vehicle_type,
            status,
            starts_at,
            until,
            booked_at,
            local_day(starts_at, lot.time_zone),
            tariff.id,
            lot.currency,
            quote.total_minor,
            driver,
            requests,
            renewed_from,
            starts_at if status is Status.ACTIVE else None,
        )
        return Story(booking, quote.lines, booking, quote.lines, who, self._desk, self._exit_desk)

    def arrives(self, story: Story, at: datetime) -> None:
        """The driver of a booking made ahead has come."""
        story.checked_in = True
        story.booking = replace(story.booking, status=Status.ACTIVE, arrived_at=at)

    def follows(self, story: Story, first: Story) -> None:
        """It is the renewal of the first one."""
        story.booked = story.booking = replace(
            story.booking,
            renewed_from=first.booking.id,
            driver=first.booking.driver,
            requests=first.booking.requests,
        )

    def goes_on(self, story: Story) -> None:
        """The renewal of a stay that has ended runs by itself."""
        story.booking = replace(story.booking, status=Status.ACTIVE, arrived_at=story.booking.starts_at)

    def leaves(self, story: Story, at: datetime, hourly_minor: int | None) -> None:
        """Check-out; past end and grace it is priced up to then."""
        booking = story.booking
        lines, total = story.lines, booking.total_minor
        if at > booking.until + self.site.lot.grace:
            quote = self._quote(
                at - booking.starts_at, booking.vehicle_type, hourly_minor, overstay=at - booking.until
            )
            lines, total = quote.lines, quote.total_minor
        story.booking = replace(booking, status=Status.COMPLETED, left_at=at, total_minor=total)
        story.lines, story.end = lines, End.CHECKED_OUT

    def expires(self, story: Story) -> None:
        """The sweep ends what has run out, as its state has it."""
        booking = story.booking
        changes: dict[str, Any] = {"status": Status.NO_SHOW}
        if booking.status is Status.ACTIVE:
            changes = {"status": Status.COMPLETED, "left_at": booking.until}
        elif booking.status is Status.PENDING:
            changes = {
                "status": Status.CANCELLED,
                "cancelled_at": booking.until,
                "cancel_reason": "expired",
            }
        story.booking, story.end = replace(booking, **changes, auto_ended=True), End.SWEPT

    def cancels(self, story: Story, at: datetime, reason: str) -> None:
        story.booking = replace(story.booking, status=Status.CANCELLED, cancelled_at=at, cancel_reason=reason)
        story.end = End.CANCELLED

    def pays(
        self, story: Story, at: datetime, method: Method, amount_minor: int, *, tendered: bool = False
    ) -> None:
        """`tendered` says that notes were handed over and change given."""
        story.payments.append(
            Payment(
                self._ids.at(at),
                story.booking.id,
                method,
                amount_minor,
                self.site.lot.currency,
                PaymentStatus.PAID,
                at,
                story.who,
                _notes_for(amount_minor) if tendered else None,
            )
        )

    def _quote(
        self,
        span: timedelta,
        vehicle_type: str,
        hourly_minor: int | None,
        overstay: timedelta = timedelta(0),
    ) -> Quote:
        """Priced once for all stays of the same length: most are one of a few."""
        key = (span, vehicle_type, hourly_minor, overstay)
        quote = self._quotes.get(key)
        if quote is None:
            quote = self.site.tariff.quote(
                span, vehicle_type, bay_hourly_minor=hourly_minor, overstay=overstay
            )
            self._quotes[key] = quote
        return quote


def _notes_for(amount_minor: int) -> int:
    """The next round sum that a person would hand over."""
    for note in (1000, 5000, 10_000, 50_000):
        if amount_minor <= 10 * note:
            return -(-amount_minor // note) * note
    return amount_minor
