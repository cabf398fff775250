"""Two desks that take money, and all that happens around them: drivers, the provider, time and trouble."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import ExitStack, suppress
from dataclasses import replace
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import AtEnd, RefundRule
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from tests.books import (
    each_payment_is_on_one_receipt,
    every_stay_adds_up,
    nothing_personal_is_in_the_journal,
    what_is_owed_follows_from_the_rows,
)
from tests.stripe_double import Fault
from tests.stripe_double.checkout import PageGone
from tests.stripe_double.refusal import Refused
from tests.till import Till, till_case

WHICH = st.integers(0, 30)
AMOUNT = st.sampled_from([1, 500, 1180, 3540])
REPLIES = st.sampled_from(
    [Fault.lost(executed=True), Fault.lost(executed=False), Fault.refused(500), Fault.html()]
)


class Around(RuleBasedStateMachine):
    """Two desks of one lot; `made` is what was booked there, `charged` what cards were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.held = ExitStack()
        self.till: Till = self.held.enter_context(till_case(self.fresh_url(), bays=3))
        self.desks = [self.till.services, self.till.another_desk()]
        self.reader = self.till.stripe.terminal.add()
        self.made: list[Booking] = []
        self.charged: list[UUID] = []

    @abstractmethod
    def fresh_url(self) -> str:
        """Of a migrated database that nobody else uses."""

    def one(self, which: int) -> Booking:
        return self.made[which % len(self.made)]

    def desk(self, which: int) -> Services:
        return self.desks[which % 2]

    @initialize(rule=st.sampled_from(RefundRule), at_end=st.sampled_from(AtEnd), paid=st.booleans())
    def a_day_begins(self, rule: RefundRule, at_end: AtEnd, paid: bool) -> None:
        till = self.till
        till.rule(refund_rule=rule, at_end=at_end)
        self.made += [till.book("A1", "KL01AB1", 60), till.book("A2", "KL02AB2", 240)]
        if paid:
            till.services.payments.take(till.attendant, self.made[0].id, Method.CASH)
            self.charged.append(till.paid_by_qr(self.made[1])[0].id)

    @precondition(lambda self: self.charged)
    @rule(which=WHICH, deed=st.sampled_from(["pay", "decline", "cancel", "retry"]))
    def a_driver(self, which: int, deed: str) -> None:
        self.drive(self.charged[which % len(self.charged)], deed)

    def drive(self, charge_id: UUID, deed: str) -> None:
        till, latest = self.till, self.till.services.charges.get(charge_id).latest
        with suppress(ParkDeskError, PageGone, Refused):
            if deed == "cancel":
                till.services.charges.cancel(till.attendant, charge_id)
            elif deed == "retry":
                till.services.charges.retry(till.attendant, charge_id, Tender.QR)
            elif latest.tender is Tender.READER:
                (till.stripe.terminal.approve if deed == "pay" else till.stripe.terminal.decline)(self.reader)
            elif latest.session_id is not None:
                (till.stripe.checkout.pay if deed == "pay" else till.stripe.checkout.decline)(
                    latest.session_id
                )

    @precondition(lambda self: self.charged)
    @rule(which=WHICH, amount=AMOUNT)
    def somebody_in_the_dashboard(self, which: int, amount: int) -> None:
        lines = [line for line in self.till.stripe.ledger().values() if line.kept > 0]
        if lines:
            line = lines[which % len(lines)]
            with suppress(Refused):
                self.till.stripe.refunds.in_dashboard(line.intents[0], min(amount, line.kept))

    @precondition(lambda self: self.charged)
    @rule(which=WHICH)
    def a_refund_that_comes_back(self, which: int) -> None:
        with self.till.stripe.account.lock:
            made = [
                refund["id"]
                for refund in self.till.stripe.account.all("refund")
                if refund["status"] == "succeeded"
            ]
        if made:
            self.till.stripe.refunds.fail(made[which % len(made)])

    @rule(fault=REPLIES)
    def a_reply_in_trouble(self, fault: Fault) -> None:
        self.till.stripe.faults.next(fault)

    @rule(which=WHICH, seconds=st.sampled_from([3, 15, 60]))
    def settle(self, which: int, seconds: int) -> None:
        self.till.clock.move(seconds=seconds)
        self.desk(which).settlement.tick()

    @rule(which=WHICH)
    def sweep(self, which: int) -> None:
        self.desk(which).sweep.run()

    @rule(minutes=st.sampled_from([1, 9, 16, 45, 130, -40]))
    def time_passes(self, minutes: int) -> None:
        self.till.clock.move(minutes=minutes)

    @rule()
    def the_desk_starts_anew(self) -> None:
        self.till.services.provider.close()
        self.till.services = self.desks[0] = self.till.restarted()

    @rule(
        rule=st.sampled_from(RefundRule),
        at_end=st.sampled_from(AtEnd),
        hourly=st.sampled_from([None, 0, 1000]),
    )
    def the_owner_thinks_again(self, rule: RefundRule, at_end: AtEnd, hourly: int | None) -> None:
        self.till.rule(refund_rule=rule, at_end=at_end)
        changed = replace(self.till.bays["A3"], hourly_minor=hourly)
        self.till.services.lots.change_bay(self.till.owner, changed)

    @invariant()
    def the_books_hold(self) -> None:
        every_stay_adds_up(self.till)
        what_is_owed_follows_from_the_rows(self.till, self.made)
        each_payment_is_on_one_receipt(self.till, self.made)

    def teardown(self) -> None:
        try:
            self.till.stripe.faults.clear()
            for _ in range(8):
                for row in self.till.services.charges.open_charges():
                    with suppress(ParkDeskError):
                        self.till.services.charges.cancel(self.till.attendant, row.charge.id)
                self.till.settle(6, seconds=20)
                if not self.till.tick(minutes=50).waiting and not self.till.services.charges.open_charges():
                    break
            self.till.settle(4)
            assert self.till.services.charges.open_charges() == ()
            self.till.check_books()
            self.the_books_hold()
            nothing_personal_is_in_the_journal(self.till, "KL01", "KL02", "KL03", "KL04", "Asha")
        finally:
            self.desks[1].close()
            self.held.close()
