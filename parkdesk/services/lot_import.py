"""Importing a lot file: new lots and bays are added, known ones brought up to date, all of a file or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.errors import PlaceTaken
from parkdesk.domain.file_errors import LotKeeps
from parkdesk.domain.layout import laid_out
from parkdesk.domain.lot import Lot
from parkdesk.domain.lot_file import read_lots
from parkdesk.domain.people import Person, Right
from parkdesk.domain.plan import BayPlan, LotPlan
from parkdesk.domain.starting_tariff import starting_tariff
from parkdesk.domain.texts import holds_card_number, storable
from parkdesk.services.desk import Deed, Desk, new_id

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_ASIDE = 1_000_000
"""Bays that change places step aside first by this many rows, where no bay can stand."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file changed. `unchanged` counts bays."""

    lots_added: int = 0
    lots_changed: int = 0
    bays_added: int = 0
    bays_changed: int = 0
    unchanged: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.lots_added or self.lots_changed or self.bays_added or self.bays_changed)

    def __add__(self, other: Imported) -> Imported:
        return Imported(*(mine + yours for mine, yours in zip(_counts(self), _counts(other), strict=True)))


def import_file(
    desk: Desk, who: Person, data: bytes, file_name: str, *, deed_id: UUID | None = None
) -> Imported:
    """Raises ImportFaults with every row and column at fault, LotKeeps, PlaceTaken, or what `read_lots` raises.

    Nothing is ever removed: a bay that the file does not name stays, and so does a desk's own closing of a bay.
    """

    def work(deed: Deed) -> Imported:
        known = tuple(kind.code for kind in deed.store.lots.vehicle_types())
        plans = read_lots(data, file=file_name, vehicle_types=known)
        imported = sum((_import(deed, plan) for plan in plans), Imported())
        deed.outcome = asdict(imported)
        deed.written = imported.changed
        return imported

    return desk.do(
        "import_lot",
        who,
        Right.MANAGE,
        work,
        arguments={"file": _shown(file_name)},
        deed_id=deed_id,
        answer=_answer,
    )


def _shown(file_name: str) -> str:
    """As the journal names it: no name is a reason to refuse a file, but a card's number stands nowhere."""
    name = storable(file_name[:120])
    return "" if holds_card_number(name) else name


def _answer(_store: Store, outcome: Mapping[str, Any]) -> Imported:
    return Imported(**outcome)


def _counts(imported: Imported) -> tuple[int, ...]:
    return tuple(asdict(imported).values())


def _import(deed: Deed, plan: LotPlan) -> Imported:
    before = deed.store.lots.named(plan.name)
    if before is None:
        return _added(deed, plan)
    return _renewed(deed, before, plan)


def _added(deed: Deed, plan: LotPlan) -> Imported:
    lot = Lot(
        new_id(),
        plan.name,
        plan.time_zone,
        plan.currency,
        plan.language,
        plan.address,
        plan.latitude,
        plan.longitude,
    ).checked()
    store = deed.store
    store.lots.add(lot)
    levels = {level.name: Level(new_id(), lot.id, level.name, level.position) for level in plan.levels}
    store.lots.add_levels(tuple(levels.values()))
    bays = [_bay(lot, levels, bay) for level in plan.levels for bay in level.bays]
    store.bays.add(bays)
    store.lots.add_tariff(starting_tariff(new_id(), lot.id, lot.currency, lot.language), deed.now)
    deed.touch(lot.id)
    return Imported(lots_added=1, bays_added=len(bays))


def _renewed(deed: Deed, before: Lot, plan: LotPlan) -> Imported:
    for column, kept, told in (
        ("timezone", before.time_zone, plan.time_zone),
        ("currency", before.currency, plan.currency),
    ):
        if kept != told:
            raise LotKeeps(lot=before.name, column=column, kept=kept, field=column)
    lot = replace(
        before,
        address=plan.address or before.address,
        latitude=before.latitude if plan.latitude is None else plan.latitude,
        longitude=before.longitude if plan.longitude is None else plan.longitude,
    ).checked()
    if lot != before:
        deed.store.lots.change(lot)
    imported = _renewed_bays(deed, lot, plan) + Imported(lots_changed=int(lot != before))
    if imported.changed:
        deed.touch(lot.id)
    return imported


def _renewed_bays(deed: Deed, lot: Lot, plan: LotPlan) -> Imported:
    known = {bay.code.casefold(): bay for bay in deed.store.bays.of_lot(lot.id)}
    if plan.levels == laid_out(plan.bays):
        return _grown(deed, lot, plan, known)
    levels = _levels(deed, lot, plan)
    told = [bay for level in plan.levels for bay in level.bays]
    added = [_bay(lot, levels, bay) for bay in told if bay.code.casefold() not in known]
    mended = (
        _mended(known[bay.code.casefold()], levels, bay) for bay in told if bay.code.casefold() in known
    )
    changed = [bay for bay in mended if bay != known[bay.code.casefold()]]
    _refuse_taken([*known.values()], changed, added)
    for bay in changed:
        deed.store.bays.change(replace(bay, place=Place(bay.place.row + _ASIDE, bay.place.column)))
    for bay in changed:
        deed.store.bays.change(bay)
    deed.store.bays.add(added)
    deed.touch(*(bay.id for bay in changed))
    return Imported(
        bays_added=len(added), bays_changed=len(changed), unchanged=len(told) - len(added) - len(changed)
    )


def _grown(deed: Deed, lot: Lot, plan: LotPlan, known: Mapping[str, Bay]) -> Imported:
    """A number of bays says nothing new about those that are there; it only asks for more."""
    missing = plan.bays - len(known)
    if missing <= 0:
        return Imported(unchanged=plan.bays)
    levels = _levels(deed, lot, plan)
    taken = {(bay.level_id, bay.place) for bay in known.values()}
    made = [
        _bay(lot, levels, bay)
        for level in plan.levels
        for bay in level.bays
        if bay.code.casefold() not in known
    ]
    made.sort(key=lambda bay: (bay.level_id, bay.place) in taken)
    added = made[:missing]
    _refuse_taken([*known.values()], (), added)
    deed.store.bays.add(added)
    return Imported(bays_added=len(added), unchanged=len(known))


def _levels(deed: Deed, lot: Lot, plan: LotPlan) -> Mapping[str, Level]:
    """The lot's levels by name, those that only the file knows put behind the others."""
    known = {level.name: level for level in deed.store.lots.levels(lot.id)}
    names = [level.name for level in plan.levels if level.name not in known]
    new = [Level(new_id(), lot.id, name, len(known) + number) for number, name in enumerate(names)]
    deed.store.lots.add_levels(new)
    return known | {level.name: level for level in new}


def _bay(lot: Lot, levels: Mapping[str, Level], told: BayPlan) -> Bay:
    return Bay(
        id=new_id(),
        lot_id=lot.id,
        level_id=levels[told.level].id,
        code=told.code,
        place=Place(told.row, told.column),
        zone=told.zone,
        vehicle_types=told.vehicle_types,
        features=told.features,
        hourly_minor=told.hourly_minor,
        closed_reason=told.closed_reason,
    )


def _mended(bay: Bay, levels: Mapping[str, Level], told: BayPlan) -> Bay:
    return replace(
        bay,
        level_id=levels[told.level].id,
        place=Place(told.row, told.column),
        zone=told.zone,
        vehicle_types=told.vehicle_types,
        features=told.features,
        hourly_minor=told.hourly_minor,
        closed_reason=bay.closed_reason or told.closed_reason,
    )


def _refuse_taken(known: Sequence[Bay], changed: Sequence[Bay], added: Sequence[Bay]) -> None:
    """Raises PlaceTaken where a bay of the file would stand on one that the file does not name."""
    moved = {bay.id for bay in changed}
    places = {(bay.level_id, bay.place) for bay in known if bay.id not in moved}
    for bay in (*changed, *added):
        if (bay.level_id, bay.place) in places:
            raise PlaceTaken(bay=bay.code, field="row")
        places.add((bay.level_id, bay.place))
