"""A week at a real lot: thousands of payments under random faults, and both sides' books agree to the unit.

`python -m tests.week [PAYMENTS]` plays the whole week; the suite plays a short one.
"""

from __future__ import annotations

import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.charge import Charge, Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import Tariff
from parkdesk.services.desk import new_id
from parkdesk.store.migrate import migrate
from tests.stripe_double import Fault
from tests.stripe_double.checkout import PageGone
from tests.stripe_double.refusal import Refused
from tests.till import Till, till_case

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
PAYMENTS = 2000
AT_ONCE = 8
RATE = 0.08
FAULTS = (
    Fault.lost(executed=True),
    Fault.lost(executed=False),
    Fault.truncated(),
    Fault.html(502, executed=True),
    Fault.html(),
    Fault.refused(429),
    Fault.refused(500),
    Fault.refused(500, executed=True),
)


class Week:
    """`till` is a desk whose lot is replaced by the first of the sample file."""

    def __init__(self, till: Till, payments: int, seed: int = 20261121) -> None:
        self.till = till
        self.rng = random.Random(seed)
        self.payments = payments
        self.begun = 0
        self.told: Counter[str] = Counter()
        for name in ("lots.csv", "bays.csv"):
            till.services.lots.import_file(till.owner, (SAMPLES / name).read_bytes(), name)
        self.lot = till.services.lots.all()[0].lot
        if till.services.lots.tariff(self.lot.id) is None:
            tariff = Tariff(new_id(), self.lot.id, 1, self.lot.currency, 6000, increment_minutes=30)
            till.services.lots.set_tariff(till.owner, tariff)
        self.readers = [till.stripe.terminal.add(label) for label in ("Gate", "Exit", "Office")]
        self.slot = timedelta(days=7) / max(1, payments // AT_ONCE)

    def play(self) -> None:
        till = self.till
        till.stripe.faults.at_random(self.rng, RATE, FAULTS)
        till.stripe.events.twice = till.stripe.events.swapped = True
        while self.begun < self.payments:
            self._slot()
        till.stripe.faults.clear()
        for _ in range(30):
            # The last drivers leave, and what was in trouble comes to its end.
            self._give_up(lambda charge: True)
            till.tick(hours=1)
            till.settle(12, seconds=20)
            if till.services.charges.open_charges() == () and till.services.settlement.tick().waiting == 0:
                break

    def _slot(self) -> None:
        till, rng = self.till, self.rng
        if rng.random() < 0.05:
            till.services.provider.close()
            till.services = till.restarted()
            self.told["restarts"] += 1
        begun = [self._begin() for _ in range(AT_ONCE)]
        charged = [(booking, charge) for booking, charge in begun if charge is not None]
        till.settle(3, seconds=5)
        for booking, charge in charged:
            self._driver(booking, charge)
        till.settle(3, seconds=5)
        for booking, _ in begun:
            self._afterwards(booking)
        till.settle(2, seconds=10)
        till.clock.move(seconds=self.slot.total_seconds())
        # Nobody stands at the reader any more; a page ends by itself.
        self._give_up(lambda charge: charge.latest.tender is Tender.READER)
        with suppress(ParkDeskError):
            till.services.sweep.run()
        till.tick()

    def _begin(self) -> tuple[Booking, Charge | None]:
        till, rng = self.till, self.rng
        self.begun += 1
        starts_at = till.clock().replace(microsecond=0) + timedelta(minutes=30)
        span = timedelta(minutes=30 * rng.randint(1, 6))
        bay = rng.choice(till.services.lots.availability(self.lot.id, starts_at, starts_at + span, "sedan"))
        request = BookingRequest(bay.id, f"KL {self.begun}", "sedan", span, starts_at=starts_at)
        booking = till.services.bookings.book(till.attendant, request)
        kind = rng.random()
        if kind < 0.2:
            till.services.payments.take(till.attendant, booking.id, Method.CASH)
            self.told["cash"] += 1
            return booking, None
        with suppress(ParkDeskError):
            if kind < 0.35:
                reader = rng.choice(self.readers)
                self.told["reader"] += 1
                return booking, till.services.charges.open(
                    till.attendant, booking.id, Tender.READER, reader_id=reader
                )
        self.told["qr"] += 1
        amount = booking.total_minor // 2 if rng.random() < 0.1 else None
        return booking, till.services.charges.open(till.attendant, booking.id, Tender.QR, amount)

    def _driver(self, booking: Booking, charge: Charge) -> None:
        """Pays, is declined, walks away or thinks better of it."""
        till, rng = self.till, self.rng
        latest = till.charge(charge).latest
        mood = rng.random()
        with suppress(ParkDeskError, PageGone, Refused):
            if mood < 0.05:
                self.told["cancelled charges"] += 1
                till.services.charges.cancel(till.attendant, charge.id)
            elif mood < 0.1:
                self.told["cancelled bookings"] += 1
                till.services.stays.cancel(till.attendant, booking.id, "Changed their mind")
            if latest.session_id is not None:
                if rng.random() < 0.1:
                    till.stripe.checkout.decline(latest.session_id)
                if rng.random() < 0.92:
                    till.stripe.checkout.pay(latest.session_id)
            elif latest.reader_id is not None and self._asks(latest.reader_id):
                if rng.random() < 0.2:
                    till.stripe.terminal.decline(latest.reader_id)
                else:
                    till.stripe.terminal.approve(latest.reader_id)

    def _asks(self, reader_id: str) -> bool:
        """Whether the reader waits for a card."""
        action = self.till.stripe.account.get(reader_id, "terminal.reader")["action"]
        return action is not None and action["status"] == "in_progress"

    def _afterwards(self, booking: Booking) -> None:
        """Some are given back a part, by us or in the Dashboard, and some cancel."""
        till, rng = self.till, self.rng
        with suppress(ParkDeskError):
            kind = rng.random()
            if kind < 0.06:
                self.told["cancelled when paid"] += 1
                till.services.stays.cancel(till.attendant, booking.id, "Rain")
            elif kind < 0.16:
                payment = rng.choice(till.payments(booking))
                till.services.refunds.give_back(till.owner, payment.id, rng.randint(1, 3000), "Goodwill")
                self.told["refunds"] += 1
            elif kind < 0.19:
                self._in_dashboard(booking)

    def _in_dashboard(self, booking: Booking) -> None:
        till = self.till
        for charge in till.services.charges.of_booking(booking.id):
            line = till.stripe.ledger().get(str(charge.id))
            if line is not None and line.kept > 1:
                with suppress(Refused):
                    till.stripe.refunds.in_dashboard(line.intents[0], self.rng.randint(1, line.kept))
                self.told["refunds in the Dashboard"] += 1

    def _give_up(self, which: Callable[[Charge], bool]) -> None:
        for row in self.till.services.charges.open_charges():
            if which(row.charge) and not row.charge.latest.closing:
                with suppress(ParkDeskError):
                    self.till.services.charges.cancel(self.till.attendant, row.charge.id)

    def check(self) -> None:
        """Raises AssertionError."""
        till = self.till
        till.check_books()
        assert till.services.receipts.gaps() == ()
        assert till.services.charges.open_charges() == ()


def main(payments: int) -> int:
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="parkdesk-week-") as folder:
        url = f"sqlite:///{Path(folder) / 'parkdesk.db'}"
        migrate(url)
        with till_case(url) as till:
            begin = time.monotonic()
            week = Week(till, payments)
            week.play()
            week.check()
            took = time.monotonic() - begin
            lines = till.stripe.ledger().values()
            print(
                f"{payments} payments on {week.lot.name} in {took:.0f} s, {len(till.stripe.calls)} calls; "
                + ", ".join(f"{count} {what}" for what, count in sorted(week.told.items()))
            )
            print(
                f"Stripe took {sum(line.received for line in lines)} and gave back "
                f"{sum(line.refunded for line in lines)}; so did the desk. "
                f"{len(till.services.charges.attention())} need attention, "
                f"{till.services.journal.verify().entries} entries verify."
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PAYMENTS))
