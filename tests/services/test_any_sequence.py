"""Whatever a desk does in whatever order: no two live bookings overlap, no state is illegal, every figure adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from parkdesk.domain.booking import LIVE, Booking, Status
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import LineKind
from parkdesk.services.receipts import Issued
from parkdesk.store import rows
from parkdesk.store.tables import bookings, daily, daily_takings, payments
from tests.any_deeds import on_postgres, on_sqlite
from tests.kit import Case

BAYS = st.sampled_from(["A1", "A2", "A3"])
PLATES = st.sampled_from(["KL 1", "KL 2", "KL 3", "KL 4"])
MINUTES = st.integers(1, 300)
WHICH = st.integers(0, 30)


class AnySequence(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.case = Case(self.fresh_url(), bays=3)
        self.made: list[Booking] = []
        self.sentences: set[str] = set()

    def fresh_url(self) -> str:
        """Of a migrated database that nobody else uses."""
        raise NotImplementedError

    def attempt(self, deed: object, *arguments: object, **more: object) -> object:
        """Do it, or be told in one sentence why not; anything else is a bug."""
        try:
            return deed(*arguments, **more)
        except ParkDeskError as refused:
            self.sentences.add(str(refused))
            return None

    def one(self, which: int) -> Booking | None:
        return self.made[which % len(self.made)] if self.made else None

    @rule(bay=BAYS, plate=PLATES, minutes=MINUTES, ahead=st.integers(0, 200), confirmed=st.booleans())
    def book(self, bay: str, plate: str, minutes: int, ahead: int, confirmed: bool) -> None:
        starts_at = self.case.clock() + timedelta(minutes=ahead) if ahead else None
        asked = self.case.ask(bay, plate, minutes, starts_at=starts_at, confirmed=confirmed)
        booking = self.attempt(self.case.services.bookings.book, self.case.attendant, asked)
        if isinstance(booking, Booking):
            self.made.append(booking)

    @rule(which=WHICH, minutes=MINUTES)
    def renew(self, which: int, minutes: int) -> None:
        if (booking := self.one(which)) is not None:
            span = timedelta(minutes=minutes)
            renewal = self.attempt(self.case.services.bookings.renew, self.case.attendant, booking.id, span)
            if isinstance(renewal, Booking):
                self.made.append(renewal)

    @rule(which=WHICH, deed=st.sampled_from(["confirm", "check_in", "check_out", "mark_no_show"]))
    def step(self, which: int, deed: str) -> None:
        if (booking := self.one(which)) is not None:
            self.attempt(getattr(self.case.services.stays, deed), self.case.attendant, booking.id)

    @rule(which=WHICH, minutes=MINUTES)
    def extend(self, which: int, minutes: int) -> None:
        if (booking := self.one(which)) is not None:
            by = timedelta(minutes=minutes)
            self.attempt(self.case.services.stays.extend, self.case.attendant, booking.id, by)

    @rule(which=WHICH, bay=BAYS)
    def move(self, which: int, bay: str) -> None:
        if (booking := self.one(which)) is not None:
            target = self.case.bay(bay)
            self.attempt(self.case.services.stays.move, self.case.attendant, booking.id, target)

    @rule(which=WHICH)
    def cancel(self, which: int) -> None:
        if (booking := self.one(which)) is not None:
            self.attempt(self.case.services.stays.cancel, self.case.attendant, booking.id, "because")

    @rule(which=WHICH, method=st.sampled_from(Method), amount=st.none() | st.integers(-5, 20000))
    def pay(self, which: int, method: Method, amount: int | None) -> None:
        if (booking := self.one(which)) is not None:
            take = self.case.services.payments.take
            self.attempt(take, self.case.attendant, booking.id, method, amount)

    @rule(which=WHICH)
    def hand_out_a_receipt(self, which: int) -> None:
        if (booking := self.one(which)) is not None:
            receipts, who = self.case.services.receipts, self.case.attendant
            issued = self.attempt(receipts.issue, who, booking.id)
            if isinstance(issued, Issued):
                assert receipts.hand_out(who, issued.receipt.id, "network").copy == issued.copy

    @invariant()
    def receipts_add_up_and_none_is_missing(self) -> None:
        assert self.case.services.receipts.gaps() == ()
        with self.case.database.reading() as store:
            found = store.receipts.of([booking.id for booking in self.made])
            for receipt in found:
                assert receipt.net.minor + sum(tax.minor for tax in receipt.taxes) == receipt.total.minor
                assert receipt.paid + receipt.due == receipt.total + receipt.refunded
        assert len({receipt.number for receipt in found}) == len(found)

    @rule()
    def undo(self) -> None:
        self.attempt(self.case.services.undo.undo, self.case.supervisor)

    @rule()
    def sweep(self) -> None:
        self.case.services.sweep.run()

    @rule(minutes=st.integers(1, 400))
    def time_passes(self, minutes: int) -> None:
        self.case.clock.move(minutes=minutes)

    @rule()
    def the_clock_is_set_back(self) -> None:
        self.case.clock.move(hours=-1)

    @rule(bay=BAYS, hourly=st.sampled_from([None, 0, 5000]))
    def a_bay_costs_otherwise(self, bay: str, hourly: int | None) -> None:
        changed = replace(self.case.bays[bay], hourly_minor=hourly)
        self.attempt(self.case.services.lots.change_bay, self.case.owner, changed)

    @rule(hold=st.booleans(), grace=st.integers(0, 15))
    def the_owner_changes_the_rules(self, hold: bool, grace: int) -> None:
        (self.case.hold if hold else self.case.release)(grace=grace)

    @invariant()
    def no_two_live_bookings_overlap(self) -> None:
        with self.case.database.reading() as store:
            found = [rows.booking(row) for row in store.connection.execute(select(*rows.BOOKING_COLUMNS))]
            prices = {
                row.id: rows.lines(row.lines)
                for row in store.connection.execute(select(bookings.c.id, bookings.c.lines))
            }
        live = sorted((b for b in found if b.status in LIVE), key=lambda b: (str(b.bay_id), b.starts_at))
        for one, next_one in pairwise(live):
            assert one.bay_id != next_one.bay_id or one.until <= next_one.starts_at
        active = [b for b in found if b.status is Status.ACTIVE]
        assert len({b.bay_id for b in active}) == len(active), "two cars in one bay"
        assert len({b.plate.key for b in active}) == len(active), "one car in two bays"
        for booking in found:
            assert sum(line.amount_minor for line in prices[booking.id]) == booking.total_minor
            assert (booking.left_at is not None) == (booking.status is Status.COMPLETED)

    @invariant()
    def the_board_says_what_the_bookings_say(self) -> None:
        now = self.case.clock()
        board = self.case.services.lots.board(self.case.lot.id)
        standing = {}
        for cell in board.cells:
            stay = cell.standing(now, board.lot)
            if stay is not None:
                assert self.case.services.bookings.get(stay.booking_id).bay_id == cell.bay_id
            if cell.stay is not None:
                standing[cell.stay.booking_id] = cell.bay_id
                detail = self.case.services.bookings.detail(cell.stay.booking_id)
                if all(line.kind is not LineKind.OVERSTAY for line in detail.quote.lines):
                    assert max(0, cell.stay.due_minor) == detail.due_minor
        active = self.case.services.bookings.page(self.case.lot.id, "active", most=1000).rows
        assert {listed.booking.id: listed.booking.bay_id for listed in active} == standing

    def teardown(self) -> None:
        verified = self.case.services.journal.verify()
        assert verified.faults == ()
        assert "" not in self.sentences
        self.the_rollups_equal_a_recount()
        self.case.close()

    def the_rollups_equal_a_recount(self) -> None:
        with self.case.database.reading() as store:
            found = [rows.booking(row) for row in store.connection.execute(select(*rows.BOOKING_COLUMNS))]
            paid = store.connection.execute(
                select(payments.c.amount_minor).where(payments.c.status == "paid")
            ).scalars()
            kept = store.connection.execute(select(daily)).all()
            taken = store.connection.execute(select(daily_takings.c.amount_minor)).scalars()
            assert sum(taken) == sum(paid)
        assert sum(row.booked for row in kept) == len(found)
        for status, column in (
            (Status.COMPLETED, "completed"),
            (Status.CANCELLED, "cancelled"),
            (Status.NO_SHOW, "no_show"),
        ):
            assert sum(getattr(row, column) for row in kept) == sum(b.status is status for b in found)
        due = sum(b.total_minor for b in found if b.status not in (Status.CANCELLED, Status.NO_SHOW))
        assert sum(row.due_minor for row in kept) == due


def test_on_sqlite(sqlite_template: Path) -> None:
    on_sqlite(AnySequence, sqlite_template, examples=60, steps=40)


@pytest.mark.postgres
def test_on_postgres(postgres_cluster: object, postgres_template: str) -> None:
    on_postgres(AnySequence, postgres_cluster, postgres_template, examples=15, steps=40)
