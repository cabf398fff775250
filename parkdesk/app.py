"""Plugs store and payments into the services. No Qt, so that the window and the command line start alike."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from parkdesk.config import Config, desk_identity, stripe_address, stripe_authorities, stripe_key
from parkdesk.domain.system_errors import SchemaNewer
from parkdesk.services.bundle import Services
from parkdesk.services.clock import DeskClock
from parkdesk.services.desk import Clock, Desk

if TYPE_CHECKING:
    from parkdesk.domain.backup import Restored
    from parkdesk.domain.health import CheckResult
    from parkdesk.payments.gateway import Gateway


def open_services(config: Config, clock: Clock | None = None) -> Services:
    """Open and, if it is a local file, migrate the database, and make this desk known in it; build a demo's first.

    Imports SQLAlchemy, so the window calls it on its database thread. Raises DatabaseUnavailable, SchemaNewer or
    DemoNeedsEmpty.
    """
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import ready

    desk_id, name = desk_identity(config.data_dir)
    clock = DeskClock() if clock is None else clock
    if config.demo:
        from parkdesk.services.demo.ready import make_ready

        make_ready(config.database, clock(), desk_id, name, in_use=config.desk_is_running())
    database = Database(config.database)
    try:
        ready(database)
        desk = Desk(database, clock, desk_id, name)
        introduce(desk)
    except BaseException:
        database.close()
        raise
    return Services.of(desk, partial(open_gateway, config.data_dir), config.data_dir)


def open_gateway(data_dir: Path) -> Gateway:
    """Stripe where this desk has a key, else none: a cash desk."""
    key = stripe_key(data_dir)
    if key is None:
        from parkdesk.payments.no_gateway import NoGateway

        return NoGateway()
    from parkdesk.payments.stripe_gateway import StripeGateway

    address = stripe_address()
    if address is None:
        return StripeGateway(key)
    return StripeGateway(key, address, authorities=stripe_authorities())


def migrate(config: Config) -> tuple[str | None, str]:
    """Bring the database to this program's schema, a local file after a copy. Returns the revisions before and after.

    Raises SchemaNewer, DatabaseForeign or DatabaseUnavailable.
    """
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import ready, revision, upgrade
    from parkdesk.store.schema import HEAD

    database = Database(config.database)
    try:
        if database.is_sqlite:
            Path(database.place).parent.mkdir(parents=True, exist_ok=True)
        before = revision(database)
        if database.is_sqlite:
            ready(database)
        else:
            upgrade(database)
    finally:
        database.close()
    return before, HEAD


def probe(config: Config) -> None:
    """Raise what keeps this program from using the database, if anything does; change nothing."""
    from parkdesk.store.database import Database
    from parkdesk.store.migrate import revision
    from parkdesk.store.schema import is_known

    database = Database(config.database)
    try:
        if database.is_sqlite and not Path(database.place).exists():
            return
        found = revision(database)
        if found is not None and not is_known(found):
            raise SchemaNewer(revision=found)
    finally:
        database.close()


def restore(config: Config, file: Path) -> Restored:
    """Put a backup in the place of the local database. Raises RestoreOverRunningDesk and what else restoring raises."""
    from parkdesk.services.backup import restore

    return restore(file, config.database, config.desk_is_running)


def health(config: Config) -> tuple[CheckResult, ...]:
    """Look at everything but the window; needs no desk that opens."""
    from parkdesk.services.health import HealthService

    return HealthService(config.database, config.data_dir).check()


def introduce(desk: Desk) -> None:
    """Follow the server's clock, and write the desk and the first vehicle types where they are missing."""
    with desk.database.reading() as store:
        server = store.desks.server_time()
        known = store.desks.knows(desk.id) and store.lots.vehicle_types()
    if server is not None and isinstance(desk.clock, DeskClock):
        desk.clock.follow(server)
    if known:
        return
    from parkdesk.domain.vehicle import STARTING_SET

    with desk.database.transaction() as store:
        store.desks.ensure(desk.id, desk.name, desk.clock())
        if not store.lots.vehicle_types():
            store.lots.add_vehicle_types(STARTING_SET)
