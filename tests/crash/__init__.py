"""A desk that is killed with `kill -9` at every step of a payment, under every fault: a restart always converges.

`python -m tests.crash` runs the whole matrix, or that of the flows that are named; the suite runs a part of it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database, Transaction
from tests.crash.flows import FLOWS, Flow, Life, Restart
from tests.kit import Clock
from tests.stripe_double import Fault
from tests.till import KEY, Till

__all__ = ["FAULTS", "FLOWS", "lived"]

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
_METHODS = ("send", "session", "intent", "reader", "refunds", "disputes", "events_after")
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.crash"])


def life(flow: str, url: str, address: str, desk: str, who: str, given: dict[str, str], at: int) -> None:
    """A child's: goes through a flow, and is killed at its `at`-th step."""
    left = at

    def step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _step_around(Transaction, "__exit__", step)
    for method in _METHODS:
        _step_around(StripeGateway, method, step)
    clock = Clock(datetime.fromisoformat(given["now"]))
    gateway = StripeGateway(KEY, address, call_seconds=1.0)
    services = Services.of(Desk(Database(url), clock, UUID(desk)), lambda: gateway)
    person = services.people.get(UUID(who))
    ids = UUID(given["first"]), UUID(given["second"])
    FLOWS[flow].live(Life(services, clock, person, UUID(given["booking"]), ids, address, given["about"]))


def _step_around(kind: Any, name: str, step: Callable[[], None]) -> None:
    work = getattr(kind, name)

    def stepping(*arguments: Any, **options: Any) -> Any:
        step()
        answer = work(*arguments, **options)
        step()
        return answer

    setattr(kind, name, stepping)


def lived(till: Till, number: int, fault: Fault | None, at: int, flow: Flow = FLOWS["qr"]) -> bool:
    """One life and what a restart makes of it; whether it was killed. Raises AssertionError."""
    booking = till.book("A1", f"KL {number}", starts_at=till.clock() + timedelta(minutes=5), minutes=5)
    ids = (new_id(), new_id())
    till.stripe.faults.clear()
    about = flow.prepare(till, booking)
    if fault is not None:
        # The first answer of each kind goes wrong.
        for method, path in flow.calls:
            till.stripe.faults.next(fault, method, path)
    given = {
        "now": till.clock().isoformat(),
        "first": ids[0].hex,
        "second": ids[1].hex,
        "booking": booking.id.hex,
        "about": about,
    }
    url = till.database.url.render_as_string(hide_password=False)
    place = (flow.name, url, till.stripe.address, till.desk.id.hex, till.owner.id.hex)
    process = _CONTEXT.Process(target=life, args=(*place, given, at))
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), process.exitcode
    till.services.provider.close()
    till.services = till.restarted()
    till.clock.move(minutes=2)
    flow.converge(Restart(till, booking.id, ids, about, goes_on=at % 2 == 0))
    return process.exitcode != 0
