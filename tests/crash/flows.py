"""What a desk goes through while it may be killed, and what must have become of it once it was started again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.request import urlopen
from uuid import UUID

from parkdesk.domain.attention import Why
from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Charge, Phase, Shown, Tender
from parkdesk.domain.dispute import Stage
from parkdesk.domain.people import Person
from parkdesk.services.bundle import Services
from tests.kit import Clock
from tests.stripe_double.checkout import PageGone
from tests.stripe_double.refusal import Refused
from tests.till import Till

BACK = 1000


@dataclass(frozen=True)
class Life:
    """What a desk has that may be killed. `about` is a card reader, or an intent."""

    services: Services
    clock: Clock
    person: Person
    booking: UUID
    ids: tuple[UUID, UUID]
    address: str
    about: str

    def until(self, charge: Charge, come: Callable[[Charge], bool]) -> bool:
        for _ in range(12):
            self.services.settlement.tick()
            if come(self.services.charges.get(charge.id)):
                return True
            self.clock.move(seconds=5)
        return False

    def at_stripe(self, do: str, page: str = "") -> None:
        """What a driver, a bank or somebody at the Dashboard does."""
        urlopen(page or f"{self.address}/", data=f"do={do}".encode()).close()

    def presented(self, charge: Charge, times: int) -> bool:
        """Whether the reader shows the amount, for the so-manieth time."""

        def come(now: Charge) -> bool:
            return now.latest.presented == times and not self.services.charges.waits(charge.id)

        return self.until(charge, come)

    def open_on_reader(self) -> Charge:
        return self.services.charges.open(
            self.person, self.booking, Tender.READER, reader_id=self.about, deed_id=self.ids[0]
        )


@dataclass(frozen=True)
class Restart:
    """What a person finds who starts the desk again; `goes_on` says whether the driver is still there."""

    till: Till
    booking: UUID
    ids: tuple[UUID, UUID]
    about: str
    goes_on: bool

    def open_on_reader(self) -> Charge:
        return self.till.services.charges.open(
            self.till.owner, self.booking, Tender.READER, reader_id=self.about, deed_id=self.ids[0]
        )

    def approve(self) -> None:
        with suppress(Refused):
            self.till.stripe.terminal.approve(self.about)

    def check_paid_once(self, charge: Charge, back: int = 0) -> None:
        till = self.till
        line = till.stripe.ledger()[str(charge.id)]
        assert (len(line.intents), line.refunded) == (1, back), line
        assert till.charge(charge).refunded_minor == back
        (payment,) = till.services.bookings.detail(self.booking).payments
        assert payment.left_minor == line.kept


@dataclass(frozen=True)
class Flow:
    """`calls` are those whose first answer goes wrong; `prepare` answers what the flow is about."""

    name: str
    calls: tuple[tuple[str, str], ...]
    prepare: Callable[[Till, Booking], str]
    live: Callable[[Life], None]
    converge: Callable[[Restart], None]


# By QR code, and a part of it back


def _qr(life: Life) -> None:
    services, person = life.services, life.person
    charge = services.charges.open(person, life.booking, Tender.QR, deed_id=life.ids[0])
    if not life.until(charge, lambda charge: bool(charge.latest.url)):
        return
    life.at_stripe("pay", services.charges.get(charge.id).latest.url)
    if not life.until(charge, lambda charge: charge.shown is Shown.PAID):
        return
    (payment,) = services.bookings.detail(life.booking).payments
    services.refunds.give_back(person, payment.id, BACK, "Killed", deed_id=life.ids[1])
    for _ in range(3):
        life.clock.move(seconds=15)
        services.settlement.tick()


def _qr_again(found: Restart) -> None:
    """The attendant and the driver go on where they were."""
    till = found.till
    charge = till.services.charges.open(till.owner, found.booking, Tender.QR, deed_id=found.ids[0])
    for _ in range(20):
        till.tick(seconds=30)
        charge = till.charge(charge)
        if charge.shown is not Shown.PENDING:
            break
        if charge.latest.session_id is not None:
            with suppress(PageGone):
                till.stripe.checkout.pay(charge.latest.session_id)
    assert charge.shown is not Shown.FAILED
    (payment,) = till.services.bookings.detail(found.booking).payments
    till.services.refunds.give_back(till.owner, payment.id, BACK, "Killed", deed_id=found.ids[1])
    till.settle(12)
    found.check_paid_once(charge, BACK)


# On the card reader: declined, then approved


def _reader(life: Life) -> None:
    charge = life.open_on_reader()
    if not life.presented(charge, 1):
        return
    life.at_stripe(f"decline {life.about}")
    if not life.until(charge, lambda charge: bool(charge.latest.standing.declined)):
        return
    life.services.charges.retry(life.person, charge.id, Tender.READER, deed_id=life.ids[1])
    if not life.presented(charge, 2):
        return
    life.at_stripe(f"approve {life.about}")
    life.until(charge, lambda charge: charge.shown is Shown.PAID)


def _reader_again(found: Restart) -> None:
    """Whoever stands there tries again where the reader said no, and once more where it could not be reached."""
    till, charges = found.till, found.till.services.charges
    charge = found.open_on_reader()
    for _ in range(30):
        till.tick(seconds=30)
        charge = till.charge(charge)
        if charge.shown is Shown.PAID:
            break
        if charge.shown is Shown.FAILED:
            charges.retry(till.owner, charge.id, Tender.READER, reader_id=found.about)
        elif charge.latest.standing.declined and not charge.latest.closing:
            charges.retry(till.owner, charge.id, Tender.READER, deed_id=found.ids[1])
        else:
            found.approve()
    assert charge.shown is Shown.PAID
    till.settle(16)
    found.check_paid_once(charge)


# On the card reader: cancelled while the driver pays


def _cancelled(life: Life) -> None:
    charge = life.open_on_reader()
    if not life.presented(charge, 1):
        return
    life.services.charges.cancel(life.person, charge.id, deed_id=life.ids[1])
    life.at_stripe(f"approve {life.about}")
    life.until(charge, lambda charge: not charge.is_open)


def _cancelled_again(found: Restart) -> None:
    """Either the money came, or nobody was charged: both sides say the same."""
    till = found.till
    charge = found.open_on_reader()
    till.services.charges.cancel(till.owner, charge.id, deed_id=found.ids[1])
    if found.goes_on:
        found.approve()
    till.settle(24)
    charge = till.charge(charge)
    if charge.phase is Phase.PAID:
        found.check_paid_once(charge)
        return
    assert charge.phase is Phase.CANCELED
    assert str(charge.id) not in till.stripe.ledger()
    action = till.stripe.account.get(found.about, "terminal.reader")["action"]
    assert action is None or action["status"] != "in_progress"


# A dispute, from its beginning to its loss


def _paid(till: Till, booking: Booking) -> str:
    charge, _ = till.paid_by_qr(booking)
    till.settle(5)
    return str(charge.latest.intent_id)


def _dispute(life: Life) -> None:
    (charge,) = life.services.charges.of_booking(life.booking)
    life.at_stripe(f"dispute {life.about}")
    if not life.until(charge, lambda charge: bool(charge.attention)):
        return
    with life.services.desk.look() as store:
        (dispute,) = store.disputes.of(charge.id)
    life.at_stripe(f"lose {dispute.id}")
    life.until(charge, lambda charge: charge.attention[0].why is Why.DISPUTE_LOST)


def _dispute_again(found: Restart) -> None:
    """The bank goes on whoever listens: told once, lost once, and off the takings once."""
    till = found.till
    (charge,) = till.services.charges.of_booking(found.booking)
    theirs = [one for one in till.stripe.account.all("dispute") if one["payment_intent"] == found.about]
    dispute_id = theirs[0]["id"] if theirs else till.stripe.disputes.open(found.about)
    till.settle(6)
    if till.stripe.account.get(dispute_id, "dispute")["status"] != Stage.LOST:
        till.stripe.disputes.close(dispute_id, won=False)
    till.settle(18)
    with till.database.reading() as store:
        (dispute,) = store.disputes.of(charge.id)
        lost = store.disputes.lost([till.lot.id], dispute.opened_at)
    assert (dispute.id, dispute.stage, dispute.amount) == (dispute_id, Stage.LOST, charge.amount)
    assert [one.amount for one in lost] == [charge.amount]
    assert [reason.why for reason in till.charge(charge).attention] == [Why.DISPUTE_LOST]
    assert [line.deed for line in till.services.journal.of(charge.id)].count("dispute_lost") == 1
    found.check_paid_once(charge)


def _nothing(till: Till, booking: Booking) -> str:
    return ""


def _a_reader(till: Till, booking: Booking) -> str:
    known = till.stripe.account.all("terminal.reader")
    return str(known[0]["id"]) if known else till.stripe.terminal.add("Exit")


_ON_READER = (
    ("POST", "/v1/payment_intents$"),
    ("POST", "/v1/terminal/readers/.*/process_payment_intent"),
    ("GET", "/v1/payment_intents/"),
    ("GET", "/v1/terminal/readers/"),
)
_ENDS = (("POST", "/v1/terminal/readers/.*/cancel_action"), ("POST", "/v1/payment_intents/.*/cancel"))
_BY_PAGE = (("POST", "/v1/checkout/sessions$"), ("POST", "/v1/refunds$"), ("GET", "/v1/checkout/sessions/"))
_DISPUTED = (("GET", "/v1/events"), ("GET", "/v1/disputes"), ("GET", "/v1/checkout/sessions/"))
FLOWS = {
    flow.name: flow
    for flow in (
        Flow("qr", _BY_PAGE, _nothing, _qr, _qr_again),
        Flow("reader", _ON_READER, _a_reader, _reader, _reader_again),
        Flow("cancel", (*_ON_READER, *_ENDS), _a_reader, _cancelled, _cancelled_again),
        Flow("dispute", _DISPUTED, _paid, _dispute, _dispute_again),
    )
}
