"""A desk that is killed with `kill -9` at every step of a payment, under every fault: a restart always converges.

`python -m tests.crash` runs the whole matrix; the suite runs a part of it.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from uuid import UUID

from parkdesk.domain.charge import Charge, Shown, Tender
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database, Transaction
from parkdesk.store.migrate import migrate
from tests.kit import Clock
from tests.stripe_double import Fault
from tests.stripe_double.checkout import PageGone
from tests.till import KEY, Till, till_case

BACK = 1000
STEPS = 400
"""More than a payment and its refund have: a life that ends by itself was killed at no step."""
FAULTS: dict[str, Fault | None] = {
    "none": None,
    "lost after": Fault.lost(executed=True),
    "lost before": Fault.lost(executed=False),
    "truncated": Fault.truncated(),
    "502 page": Fault.html(502, executed=True),
    "portal": Fault.html(),
    "429": Fault.refused(429),
    "500 kept": Fault.refused(500, executed=True),
}
_METHODS = ("send", "session", "intent", "refunds", "events_after")
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.crash"])


def life(
    url: str, address: str, desk: str, who: str, booking: str, ids: tuple[str, str], now: str, at: int
) -> None:
    """A child's: takes a payment by QR, gives a part of it back, and is killed at its `at`-th step."""
    left = at

    def step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _step_around(Transaction, "__exit__", step)
    for method in _METHODS:
        _step_around(StripeGateway, method, step)
    clock = Clock(datetime.fromisoformat(now))
    gateway = StripeGateway(KEY, address, call_seconds=1.0)
    services = Services.of(Desk(Database(url), clock, UUID(desk)), lambda: gateway)
    person = services.people.get(UUID(who))
    charge = services.charges.open(person, UUID(booking), Tender.QR, deed_id=UUID(ids[0]))
    if not _until(services, clock, charge, lambda charge: bool(charge.latest.url)):
        return
    urlopen(services.charges.get(charge.id).latest.url, data=b"do=pay").close()
    if not _until(services, clock, charge, lambda charge: charge.shown is Shown.PAID):
        return
    (payment,) = services.bookings.detail(UUID(booking)).payments
    services.refunds.give_back(person, payment.id, BACK, "Killed", deed_id=UUID(ids[1]))
    for _ in range(3):
        clock.move(seconds=15)
        services.settlement.tick()


def _until(services: Services, clock: Clock, charge: Charge, come: Callable[[Charge], bool]) -> bool:
    for _ in range(12):
        services.settlement.tick()
        if come(services.charges.get(charge.id)):
            return True
        clock.move(seconds=5)
    return False


def _step_around(kind: Any, name: str, step: Callable[[], None]) -> None:
    work = getattr(kind, name)

    def stepping(*arguments: Any, **options: Any) -> Any:
        step()
        answer = work(*arguments, **options)
        step()
        return answer

    setattr(kind, name, stepping)


def lived(till: Till, number: int, fault: Fault | None, at: int) -> bool:
    """One life and what a restart makes of it; whether it was killed. Raises AssertionError."""
    booking = till.book("A1", f"KL {number}", starts_at=till.clock() + timedelta(minutes=5), minutes=5)
    ids = (new_id(), new_id())
    till.stripe.faults.clear()
    if fault is not None:
        # The first answer of each kind goes wrong.
        for path in ("/v1/checkout/sessions$", "/v1/refunds$"):
            till.stripe.faults.next(fault, "POST", path)
        till.stripe.faults.next(fault, "GET", "/v1/checkout/sessions/")
    url = till.database.url.render_as_string(hide_password=False)
    given = (url, till.stripe.address, till.desk.id.hex, till.owner.id.hex, booking.id.hex)
    process = _CONTEXT.Process(
        target=life, args=(*given, (ids[0].hex, ids[1].hex), till.clock().isoformat(), at)
    )
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), process.exitcode
    _converge(till, booking.id, ids)
    return process.exitcode != 0


def _converge(till: Till, booking_id: UUID, ids: tuple[UUID, UUID]) -> None:
    """The desk starts again; the attendant and the driver go on where they were."""
    till.services.provider.close()
    till.services = till.restarted()
    till.clock.move(minutes=2)
    charge = till.services.charges.open(till.owner, booking_id, Tender.QR, deed_id=ids[0])
    for _ in range(20):
        till.tick(seconds=30)
        charge = till.charge(charge)
        if charge.shown is not Shown.PENDING:
            break
        if charge.latest.session_id is not None:
            with suppress(PageGone):
                till.stripe.checkout.pay(charge.latest.session_id)
    assert charge.shown is not Shown.FAILED
    (payment,) = till.services.bookings.detail(booking_id).payments
    till.services.refunds.give_back(till.owner, payment.id, BACK, "Killed", deed_id=ids[1])
    till.settle(12)
    line = till.stripe.ledger()[str(charge.id)]
    assert (len(line.intents), line.refunded) == (1, BACK), line
    assert till.charge(charge).refunded_minor == BACK


@contextmanager
def _database() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="parkdesk-crash-"))
    url = f"sqlite:///{folder / 'parkdesk.db'}"
    migrate(url)
    yield url
    shutil.rmtree(folder)


def main() -> int:
    killed = number = 0
    with _database() as url, till_case(url, bays=1) as till:
        for name, fault in FAULTS.items():
            for at in range(1, STEPS):
                number += 1
                if not lived(till, number, fault, at):
                    break
                killed += 1
            print(f"{name}: killed at each of its {at - 1} steps", flush=True)
        till.check_books()
    print(f"{killed} kills, and every payment was taken and given back once.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
