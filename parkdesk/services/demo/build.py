"""Writes the demo into an empty database, in one transaction and within seconds."""

from __future__ import annotations

import gc
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.moments import local_day
from parkdesk.domain.vehicle import STARTING_SET
from parkdesk.services.demo import scene, traffic
from parkdesk.services.demo.chronicle import Chronicle
from parkdesk.services.demo.history import DAYS, History
from parkdesk.services.demo.ids import Ids
from parkdesk.services.demo.people import ASHA, OLGA, PASSWORD, WORKERS
from parkdesk.services.demo.places import Site, sites
from parkdesk.services.demo.receipts import Sale, receipts
from parkdesk.services.demo.scene import Stage
from parkdesk.services.passwords import Hashing

if TYPE_CHECKING:
    from parkdesk.store.database import Database
    from parkdesk.store.shelves import Store

EXIT_DESK = UUID(int=OLGA.person.id.int + 100)
_SEED = 2611
_CHEAP = Hashing(rounds=1, memory_kib=8, lanes=1)
"""Everybody knows the demo's password; the first sign-in makes its hash anew at full cost."""


def build(database: Database, now: datetime, desk_id: UUID, desk_name: str) -> None:
    """Fill a migrated, empty database with all that the demo shows at `now`."""
    # Half a million short-lived objects, none of them in a cycle: looking for cycles takes a fifth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        with database.transaction() as store:
            _fill(store, now.replace(microsecond=0), desk_id, desk_name)
    finally:
        if collecting:
            gc.enable()


def _fill(store: Store, now: datetime, desk_id: UUID, desk_name: str) -> None:
    rng = Random(_SEED)
    began = now - timedelta(days=DAYS + 1)
    ids = Ids(rng, began)
    chronicle = Chronicle(ids, now, desk_id)
    shows = (scene.CITY, scene.GARAGE, scene.STREET)
    flows = (traffic.CITY, traffic.GARAGE, traffic.STREET)
    store.desks.ensure(desk_id, desk_name, began)
    store.desks.ensure(EXIT_DESK, "Exit desk", began)
    store.lots.add_vehicle_types(STARTING_SET)
    _people(store, chronicle, began)
    sales: list[Sale] = []
    for site, flow, show in zip(sites(ids), flows, shows, strict=True):
        _site(store, chronicle, site, began)
        history = History(site, flow, ids, rng, now, desk=desk_id, exit_desk=EXIT_DESK, spared=show.spared)
        history.drivers.never(show.plates)
        history.tell()
        stage = Stage(history, show, ids)
        stage.play()
        _write(store, history)
        _close(store, chronicle, stage, now)
        chronicle.tell(history.stories)
        sales += [(site, story, paid) for story in history.stories for paid in story.payments]
    sales = [sale for sale in sales if chronicle.is_recent(sale[2].processed_at)]
    desks = {desk_id: desk_name, EXIT_DESK: "Exit desk"}
    people = {worker.person.id: worker.person.name for worker in WORKERS}
    store.receipts.add_many(receipts(sales, desks, people))
    chronicle.finish()
    for desk in (desk_id, EXIT_DESK):
        store.journal.begin(desk, chronicle.of(desk))
    store.recount.replace(desk_id)


def _people(store: Store, chronicle: Chronicle, began: datetime) -> None:
    for worker in WORKERS:
        person = worker.person
        store.people.add(person, _CHEAP.hash(PASSWORD), _CHEAP.hash(worker.pin), began)
        name = "first_owner" if worker is OLGA else "add_person"
        chronicle.deed(
            name,
            began,
            person.id,
            arguments={"person": person.id.hex, "name": person.name},
            outcome={"person": person.id.hex},
        )


def _site(store: Store, chronicle: Chronicle, site: Site, began: datetime) -> None:
    store.lots.add(site.lot)
    store.lots.add_levels(site.levels)
    store.bays.add(site.bays)
    store.lots.add_tariff(site.tariff, began)
    chronicle.deed("add_lot", began, site.lot.id, arguments={"name": site.lot.name})


def _write(store: Store, history: History) -> None:
    stories = sorted(history.stories, key=lambda story: story.booking.id)
    lot = history.site.lot
    store.bookings.add_many((story.booking, story.lines) for story in stories)
    store.payments.add_many(
        (payment, lot.id, story.desk, local_day(payment.processed_at, lot.time_zone))
        for story in stories
        for payment in story.payments
    )
    for story in stories:
        for note_id, at, words in story.notes:
            store.payments.add_note(note_id, story.booking.id, story.who, at, words)


def _close(store: Store, chronicle: Chronicle, stage: Stage, now: datetime) -> None:
    at = now - timedelta(hours=5)
    for bay, reason in stage.closed():
        store.bays.close([bay.id], reason, at)
        chronicle.deed(
            "close_bays",
            at,
            bay.id,
            person=ASHA.person.id,
            arguments={"reason": reason},
            outcome={"closed": [bay.id.hex], "count": 1},
        )
