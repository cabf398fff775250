"""A desk that takes cards, against the Stripe for tests: what it does, and whether both sides' books agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Charge, Tender
from parkdesk.domain.lot import Lot, PayWhen
from parkdesk.domain.payment import Payment
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.settlement import Tick
from parkdesk.store.books import faults
from parkdesk.store.database import Database
from tests.kit import Case, Clock
from tests.stripe_double import StripeDouble

KEY = "rk_test_desk"


class Till(Case):
    """A `Case` whose desk has a key. Time stands still until it is moved, at Stripe as well."""

    def __init__(
        self,
        url: str,
        stripe: StripeDouble,
        clock: Clock,
        *,
        key: str = KEY,
        lot: Lot | None = None,
        bays: int = 6,
    ) -> None:
        super().__init__(url, clock, lot=lot, bays=bays)
        self.stripe = stripe
        self.key = key
        self.services = self.restarted()

    def restarted(self, desk: Desk | None = None) -> Services:
        """The desk as a new process finds it; or another desk."""
        return Services.of(desk or self.desk, self.gateway)

    def gateway(self) -> StripeGateway:
        return StripeGateway(self.key, self.stripe.address, call_seconds=1.0)

    def another_desk(self) -> Services:
        desk = Desk(
            Database(str(self.database.url.render_as_string(hide_password=False))), self.clock, new_id()
        )
        with desk.database.transaction() as store:
            store.desks.ensure(desk.id, "Desk 2", self.clock())
        return self.restarted(desk)

    def tick(self, **later: float) -> Tick:
        """Let time pass, then let the settlement work."""
        self.clock.move(**later)
        return self.services.settlement.tick()

    def settle(self, rounds: int = 12, **each: float) -> Tick:
        """Let the settlement work again and again, until everything has calmed down."""
        for _ in range(rounds):
            tick = self.tick(**(each or {"seconds": 15}))
        return tick

    def by_qr(self, booking: Booking, amount_minor: int | None = None) -> Charge:
        """A charge whose page is open."""
        charge = self.services.charges.open(self.attendant, booking.id, Tender.QR, amount_minor)
        self.tick()
        return self.charge(charge)

    def by_reader(self, booking: Booking, reader_id: str) -> Charge:
        charge = self.services.charges.open(self.attendant, booking.id, Tender.READER, reader_id=reader_id)
        self.tick()
        return self.charge(charge)

    def charge(self, charge: Charge) -> Charge:
        return self.services.charges.get(charge.id)

    def paid_by_qr(self, booking: Booking) -> tuple[Charge, Payment]:
        charge = self.by_qr(booking)
        self.stripe.checkout.pay(self.page(charge))
        self.tick(seconds=3)
        return self.charge(charge), self.payments(booking)[0]

    def page(self, charge: Charge) -> str:
        session_id = self.charge(charge).latest.session_id
        assert session_id is not None
        return session_id

    def payments(self, booking: Booking) -> tuple[Payment, ...]:
        return self.services.bookings.detail(booking.id).payments

    def pay_at_booking(self, minutes: int = 15) -> None:
        """Make the lot hold a bay only until it is paid."""
        hold = timedelta(minutes=minutes)
        self._change(replace(self.lot, pay_when=PayWhen.BOOKING, hold=hold))

    def rule(self, **rules: object) -> None:
        self._change(replace(self.lot, **rules))

    def disagreements(self) -> list[str]:
        """Where Stripe's books and ours differ; both are in the same units here."""
        theirs = {reference: line.kept for reference, line in self.stripe.ledger().items()}
        ours: dict[str, int] = {}
        ids = self._charge_ids()
        with self.database.reading() as store:
            for charge_id in ids:
                kept = sum(payment.left_minor for payment in store.payments.of_charge(charge_id))
                came_in = any(
                    payment.attempt_id is not None for payment in store.payments.of_charge(charge_id)
                )
                if came_in:
                    ours[str(charge_id)] = kept
        return [
            f"{charge}: ours {ours.get(charge)}, theirs {theirs.get(charge)}"
            for charge in sorted(ours.keys() | theirs.keys())
            if ours.get(charge) != theirs.get(charge)
        ]

    def paid_more_than_once(self) -> list[str]:
        """Charges for which more than one succeeded payment was kept."""
        amounts = {str(charge_id): self.services.charges.get(charge_id) for charge_id in self._charge_ids()}
        return [
            reference
            for reference, line in self.stripe.ledger().items()
            if line.kept > amounts[reference].amount.minor
        ]

    def check_books(self) -> None:
        """Both sides agree, nobody paid twice, the daily figures and the journal hold."""
        assert self.disagreements() == []
        assert self.paid_more_than_once() == []
        assert self.services.reports.compare_rollups() == ()
        with self.database.reading() as store:
            assert list(faults(store.connection)) == []
        assert self.services.journal.verify().faults == ()

    def _charge_ids(self) -> list[UUID]:
        from sqlalchemy import select

        from parkdesk.store.settlement_tables import charges

        with self.database.reading() as store:
            return [row[0] for row in store.connection.execute(select(charges.c.id))]

    def close(self) -> None:
        self.services.provider.close()
        super().close()


@contextmanager
def till_case(url: str, **options: object) -> Iterator[Till]:
    clock = Clock()
    with StripeDouble(clock) as stripe:
        till = Till(url, stripe, clock, **options)
        try:
            yield till
        finally:
            till.close()
