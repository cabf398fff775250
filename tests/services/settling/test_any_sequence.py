"""Whatever is done with money, at whichever desk and in whatever order: both sides' books hold, each stay adds up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.lot import PayWhen
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from parkdesk.services.settling.by_rule import RefundPreview
from tests.any_deeds import on_postgres, on_sqlite
from tests.any_money import AMOUNT, WHICH, Around
from tests.books import kept, payments_of, standing

BAYS = st.sampled_from(["A1", "A2", "A3"])
MINUTES = st.sampled_from([7, 30, 60, 95, 240])
PLATES = st.sampled_from(["KL01AB1", "KL02AB2", "KL03AB3", "KL04AB4"])


class AnyMoney(Around):
    @rule(
        which=WHICH,
        bay=BAYS,
        plate=PLATES,
        minutes=MINUTES,
        ahead=st.sampled_from([0, 20]),
        held=st.booleans(),
    )
    def book(self, which: int, bay: str, plate: str, minutes: int, ahead: int, held: bool) -> None:
        starts_at = self.till.clock() + timedelta(minutes=ahead) if ahead else None
        self.till.rule(pay_when=PayWhen.BOOKING if held else PayWhen.ANY)
        with suppress(ParkDeskError):
            asked = self.till.ask(bay, plate, minutes, starts_at=starts_at)
            self.made.append(self.desk(which).bookings.book(self.till.attendant, asked))

    @rule(which=WHICH, minutes=MINUTES)
    def renew(self, which: int, minutes: int) -> None:
        by = timedelta(minutes=minutes)
        with suppress(ParkDeskError):
            self.made.append(self.desk(which).bookings.renew(self.till.attendant, self.one(which).id, by))

    @rule(which=WHICH, minutes=MINUTES)
    def extend(self, which: int, minutes: int) -> None:
        by = timedelta(minutes=minutes)
        self.do(which, lambda desk, it: desk.stays.extend(self.till.attendant, it.id, by))

    @rule(which=WHICH)
    def check_in(self, which: int) -> None:
        self.do(which, lambda desk, it: desk.stays.check_in(self.till.attendant, it.id))

    @rule(which=WHICH, bay=BAYS)
    def move(self, which: int, bay: str) -> None:
        target = self.till.bay(bay)
        self.as_said(
            which,
            lambda desk, it: desk.refunds.preview_move(it.id, target),
            lambda desk, it: desk.stays.move(self.till.attendant, it.id, target),
        )

    @rule(which=WHICH, ago=st.sampled_from([0, 3, 14, 60]))
    def check_out(self, which: int, ago: int) -> None:
        told_at = self.till.clock() - timedelta(minutes=ago)
        self.as_said(
            which,
            lambda desk, it: desk.refunds.preview_check_out(it.id, told_at=told_at),
            lambda desk, it: desk.stays.check_out(self.till.attendant, it.id, told_at=told_at),
            due=True,
        )

    @rule(which=WHICH)
    def cancel(self, which: int) -> None:
        self.as_said(
            which,
            lambda desk, it: desk.refunds.preview_cancel(it.id),
            lambda desk, it: desk.stays.cancel(self.till.attendant, it.id, "Rain"),
        )

    @rule(which=WHICH)
    def mark_no_show(self, which: int) -> None:
        self.do(which, lambda desk, it: desk.stays.mark_no_show(self.till.attendant, it.id))

    @rule(which=WHICH, amount=st.none() | AMOUNT)
    def take_cash(self, which: int, amount: int | None) -> None:
        self.do(which, lambda desk, it: desk.payments.take(self.till.attendant, it.id, Method.CASH, amount))

    @rule(which=WHICH, amount=st.none() | AMOUNT, qr=st.booleans(), pays=st.booleans(), seen=st.booleans())
    def take_card(self, which: int, amount: int | None, qr: bool, pays: bool, seen: bool) -> None:
        """The driver pays or does not, and the desk looks at once or is busy with something else."""
        till, desk, reader = self.till, self.desk(which), None if qr else self.reader
        with suppress(ParkDeskError):
            charge = desk.charges.open(
                till.attendant,
                self.one(which).id,
                Tender.QR if qr else Tender.READER,
                amount,
                reader_id=reader,
            )
            self.charged.append(charge.id)
            desk.settlement.tick()
            self.drive(charge.id, "pay" if pays else "decline")
            if seen:
                till.clock.move(seconds=3)
                desk.settlement.tick()

    @rule(which=WHICH)
    def let_go(self, which: int) -> None:
        self.do(which, lambda desk, it: desk.unpaid.nil_payment(self.till.supervisor, it.id, "Ambulance"))

    @rule(which=WHICH)
    def write_an_iou(self, which: int) -> None:
        self.do(which, lambda desk, it: desk.unpaid.iou(self.till.attendant, it.id, "No money"))

    @rule(which=WHICH)
    def strike_an_iou(self, which: int) -> None:
        found = self.till.services.payment_list.ious(IouFilter()).rows
        if found:
            iou_id = found[which % len(found)].iou.id
            with suppress(ParkDeskError):
                self.desk(which).unpaid.settle_iou(self.till.supervisor, iou_id, "Moved away")

    @rule(which=WHICH, amount=AMOUNT, owed_again=st.booleans())
    def give_back(self, which: int, amount: int, owed_again: bool) -> None:
        found = payments_of(self.till, self.made)
        if found:
            payment = found[which % len(found)]
            due = self.till.services.bookings.detail(payment.booking_id).due_minor
            with suppress(ParkDeskError):
                self.desk(which).refunds.give_back(
                    self.till.owner, payment.id, amount, "Complaint", owed_again=owed_again
                )
                if not owed_again:
                    after = self.till.services.bookings.detail(payment.booking_id).due_minor
                    assert after <= due, "who is given money back owes no more for it"

    @rule(which=WHICH, kept=st.booleans())
    def hand_back(self, which: int, kept: bool) -> None:
        for waiting in self.till.services.refunds.to_hand_back()[:1]:
            refunds = self.desk(which).refunds
            if kept:
                refunds.keep(self.till.supervisor, waiting.refund_id)
            else:
                refunds.hand_back(self.till.attendant, waiting.refund_id)

    @rule(which=WHICH)
    def undo(self, which: int) -> None:
        with suppress(ParkDeskError):
            self.desk(which).undo.undo(self.till.supervisor)

    @rule(
        which=WHICH,
        deed=st.sampled_from(
            ["check_out", "cancel", "take", "nil_payment", "iou", "move", "renew", "settle_iou"]
        ),
    )
    def do_and_undo(self, which: int, deed: str) -> None:
        """At once, so that all that it changed is as it was."""
        self.till.services.sweep.run()
        desk, it, till = self.desk(which), self.one(which), self.till
        ious = desk.payment_list.ious(IouFilter()).rows
        deeds: dict[str, Callable[[], object]] = {
            "check_out": lambda: desk.stays.check_out(till.supervisor, it.id),
            "cancel": lambda: desk.stays.cancel(till.supervisor, it.id, "Slip"),
            "take": lambda: desk.payments.take(till.supervisor, it.id, Method.CASH),
            "nil_payment": lambda: desk.unpaid.nil_payment(till.supervisor, it.id, "Slip"),
            "iou": lambda: desk.unpaid.iou(till.supervisor, it.id, "Slip"),
            "move": lambda: desk.stays.move(till.supervisor, it.id, till.bay("A3")),
            "renew": lambda: desk.bookings.renew(till.supervisor, it.id, timedelta(hours=1)),
            "settle_iou": lambda: desk.unpaid.settle_iou(till.supervisor, ious[0].iou.id, "Slip"),
        }
        before = standing(self.till, self.made)
        with suppress(ParkDeskError, IndexError):
            deeds[deed]()
            desk.undo.undo(till.supervisor)
            assert standing(self.till, self.made) == before

    def do(self, which: int, deed: Callable[[Services, Booking], object]) -> None:
        with suppress(ParkDeskError):
            deed(self.desk(which), self.one(which))

    def as_said(
        self,
        which: int,
        said: Callable[[Services, Booking], RefundPreview],
        deed: Callable[[Services, Booking], Booking],
        *,
        due: bool = False,
    ) -> None:
        """Do what was said before: it gives back so much, and leaves so much `due`."""
        desk, it = self.desk(which), self.one(which)
        desk.sweep.run()
        with suppress(ParkDeskError):
            told, here = said(desk, it), kept(self.till, self.made)
            done = deed(desk, it)
            assert here - kept(self.till, self.made) == told.back.minor, "what goes back is what was said"
            if due:
                assert desk.bookings.detail(done.id).due_minor == told.due.minor


def test_on_sqlite(sqlite_template: Path) -> None:
    on_sqlite(AnyMoney, sqlite_template, examples=15, steps=30)


@pytest.mark.postgres
def test_on_postgres(postgres_cluster: object, postgres_template: str) -> None:
    on_postgres(AnyMoney, postgres_cluster, postgres_template, examples=3, steps=30)
