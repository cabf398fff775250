"""The demo's journal: every deed of the last days as the desk would have written it, older ones day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.people import OLGA
from parkdesk.services.demo.receipts import receipt_id
from parkdesk.services.demo.story import End, Story
from parkdesk.services.lifecycle import snapshot

if TYPE_CHECKING:
    from parkdesk.domain.payment import Payment
    from parkdesk.store.journal import Draft

RECENT = timedelta(days=4)
_SWEEP_EVERY = timedelta(minutes=5)


class Chronicle:
    """Gathers entries; `of(desk)` has a desk's in order, once it is finished."""

    def __init__(self, ids: Ids, now: datetime, desk: UUID) -> None:
        self._ids = ids
        self._since = now - RECENT
        self._desk = desk
        self._drafts: dict[UUID, list[Draft]] = {}
        self._brought_over: dict[date, list[UUID]] = {}
        self._swept: dict[datetime, list[Story]] = {}

    def deed(
        self,
        name: str,
        at: datetime,
        *touched: UUID,
        person: UUID | None = OLGA.person.id,
        desk: UUID | None = None,
        id: UUID | None = None,
        arguments: Mapping[str, object] | None = None,
        outcome: Mapping[str, object] | None = None,
    ) -> None:
        from parkdesk.store.journal import Draft

        draft = Draft(id or self._ids.at(at), name, person, at, touched, arguments or {}, outcome or {})
        self._drafts.setdefault(desk or self._desk, []).append(draft)

    def tell(self, stories: Iterable[Story]) -> None:
        for story in stories:
            self._tell(story)

    def finish(self) -> None:
        """Add what several lots share an entry for: call it once all is told."""
        self._sweeps()
        for day, ids in self._brought_over.items():
            at = datetime(day.year, day.month, day.day, 23, 59, tzinfo=self._since.tzinfo)
            self.deed("bring_over", at, *ids, arguments={"day": day.isoformat()}, outcome={"count": len(ids)})

    def of(self, desk: UUID) -> Iterator[Draft]:
        return iter(sorted(self._drafts.get(desk, ()), key=lambda draft: (draft.at, draft.id)))

    def is_recent(self, at: datetime) -> bool:
        """Whether its deed is told by itself and not with its day."""
        return at >= self._since

    def _tell(self, story: Story) -> None:
        booked, booking = story.booked, story.booking
        if booked.booked_at < self._since:
            self._brought_over.setdefault(booked.booked_at.date(), []).append(booking.id)
        else:
            self._booked(story)
        if story.checked_in and booking.arrived_at is not None and booking.arrived_at >= self._since:
            self._changed(story, "check_in", booking.arrived_at, booked)
        for payment in story.payments:
            if payment.processed_at < self._since:
                self._brought_over.setdefault(payment.processed_at.date(), []).append(payment.id)
            else:
                self._paid(story, payment)
        for note_id, at, _ in story.notes:
            outcome = {"note": note_id.hex, "booking": booking.id.hex}
            self.deed("note", at, booking.id, person=story.who, arguments=_about(booking), outcome=outcome)
        self._ended(story)

    def _booked(self, story: Story) -> None:
        booked = story.booked
        renewed = booked.renewed_from
        arguments: dict[str, object]
        if renewed is None:
            arguments = {
                "bay": booked.bay_id.hex,
                "vehicle_type": booked.vehicle_type,
                "back_entry": False,
                "override_reason": "",
            }
        else:
            arguments = {"booking": renewed.hex, "minutes": booked.span // timedelta(minutes=1)}
        self.deed(
            "book" if renewed is None else "renew",
            booked.booked_at,
            *((booked.id,) if renewed is None else (booked.id, renewed)),
            id=booked.id,
            person=story.who,
            desk=story.desk,
            arguments=arguments,
            outcome={"created": [booked.id.hex], "booking": booked.id.hex},
        )

    def _paid(self, story: Story, payment: Payment) -> None:
        self.deed(
            "take_payment",
            payment.processed_at,
            payment.id,
            payment.booking_id,
            receipt_id(payment),
            person=payment.taken_by,
            desk=story.desk,
            arguments=_about(story.booking) | {"method": payment.method.value, "amount": None},
            outcome={"payments": [payment.id.hex], "receipt": receipt_id(payment).hex},
        )

    def _ended(self, story: Story) -> None:
        booking = story.booking
        if story.end is End.SWEPT and booking.until >= self._since:
            grid = int(booking.until.timestamp() // _SWEEP_EVERY.total_seconds() + 1)
            at = datetime.fromtimestamp(grid * _SWEEP_EVERY.total_seconds(), booking.until.tzinfo)
            self._swept.setdefault(at, []).append(story)
        elif story.end is End.CHECKED_OUT and booking.left_at is not None and booking.left_at >= self._since:
            standing = replace(
                booking, status=Status.ACTIVE, left_at=None, total_minor=story.booked.total_minor
            )
            self._changed(story, "check_out", booking.left_at, standing)
        elif (
            story.end is End.CANCELLED
            and booking.cancelled_at is not None
            and booking.cancelled_at >= self._since
        ):
            self._changed(story, "cancel", booking.cancelled_at, story.booked, reason=booking.cancel_reason)

    def _changed(self, story: Story, name: str, at: datetime, before: Booking, **arguments: object) -> None:
        lines = story.booked_lines if name == "check_out" and story.lines != story.booked_lines else None
        self.deed(
            name,
            at,
            before.id,
            person=story.who,
            desk=story.exit_desk if name == "check_out" else story.desk,
            arguments=_about(before) | arguments,
            outcome={"before": {before.id.hex: snapshot(before, lines)}, "booking": before.id.hex},
        )

    def _sweeps(self) -> None:
        for at, stories in self._swept.items():
            ended = [story.booking.status for story in stories]
            outcome = {
                "completed": ended.count(Status.COMPLETED),
                "renewed": 0,
                "no_shows": ended.count(Status.NO_SHOW),
                "cancelled": ended.count(Status.CANCELLED),
            }
            self.deed("sweep", at, *(story.booking.id for story in stories), person=None, outcome=outcome)


def _about(booking: Booking) -> dict[str, object]:
    return {"booking": booking.id.hex}
