"""A first lot from a template: what a person says of it, and the levels, bays and prices that follow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.layout import laid_out
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.money import rounded
from parkdesk.domain.plan import LevelPlan, language_of
from parkdesk.domain.starting_tariff import starting_tariff
from parkdesk.domain.tariff import Tariff
from parkdesk.services.desk import new_id

MOST_BAYS = 5000
TWO_WHEELERS = "Two-wheelers"


@dataclass(frozen=True, slots=True)
class Template:
    """`words` and `caption` are English sources in the translation context `first_start`."""

    name: str
    icon: str
    words: str
    caption: str
    bays: int
    bikes: int = 0
    at_end: AtEnd = AtEnd.RELEASE


TEMPLATES = (
    Template(
        "driveway",
        "map-pin",
        str(QT_TRANSLATE_NOOP("first_start", "Driveway")),
        str(QT_TRANSLATE_NOOP("first_start", "A few bays in one row")),
        4,
    ),
    Template(
        "street",
        "square-parking",
        str(QT_TRANSLATE_NOOP("first_start", "Small lot")),
        str(QT_TRANSLATE_NOOP("first_start", "Two rows and a lane")),
        24,
        at_end=AtEnd.HOLD,
    ),
    Template(
        "city",
        "bike",
        str(QT_TRANSLATE_NOOP("first_start", "City lot")),
        str(QT_TRANSLATE_NOOP("first_start", "Cars and two-wheelers")),
        108,
        bikes=12,
        at_end=AtEnd.HOLD,
    ),
    Template(
        "garage",
        "building-2",
        str(QT_TRANSLATE_NOOP("first_start", "Garage")),
        str(QT_TRANSLATE_NOOP("first_start", "Several levels")),
        400,
        at_end=AtEnd.HOLD,
    ),
)


@dataclass(frozen=True, slots=True)
class LotDraft:
    name: str
    time_zone: str
    currency: str
    bays: int
    hourly_minor: int
    at_end: AtEnd
    bikes: int = 0


@dataclass(frozen=True, slots=True)
class NewLot:
    """Everything `services.lots.add` takes."""

    lot: Lot
    tariff: Tariff
    levels: tuple[Level, ...]
    bays: tuple[Bay, ...]


def new_lot(draft: LotDraft) -> NewLot:
    """Raises the error of the first field at fault."""
    lot = Lot(
        new_id(),
        draft.name,
        draft.time_zone,
        draft.currency,
        language_of(draft.time_zone, draft.currency),
        at_end=draft.at_end,
    ).checked()
    plans = laid_out(draft.bays)
    levels = tuple(Level(new_id(), lot.id, plan.name, plan.position) for plan in plans)
    bays = [bay for level, plan in zip(levels, plans, strict=True) for bay in _bays(level, plan)]
    bays += _bikes(levels[0], bays, draft.bikes)
    return NewLot(lot, priced(draft, lot), levels, tuple(bays))


def priced(draft: LotDraft, lot: Lot) -> Tariff:
    """The usual prices of the currency, brought to the hour's price that was typed."""
    usual = starting_tariff(new_id(), lot.id, draft.currency, lot.language)
    rates = {
        code: rounded(rate * draft.hourly_minor, max(usual.hourly_minor, 1))
        for code, rate in usual.rates.items()
    }
    return replace(usual, hourly_minor=draft.hourly_minor, rates=rates).checked()


def _bays(level: Level, plan: LevelPlan) -> list[Bay]:
    return [
        Bay(
            new_id(),
            level.lot_id,
            level.id,
            bay.code,
            Place(bay.row, bay.column),
            bay.zone,
            bay.vehicle_types,
            bay.features,
        )
        for bay in plan.bays
    ]


def _bikes(ground: Level, bays: list[Bay], count: int) -> list[Bay]:
    """A row of its own behind the last one, over a lane."""
    row = max(bay.place.row for bay in bays if bay.level_id == ground.id) + 2
    return [
        Bay(
            new_id(),
            ground.lot_id,
            ground.id,
            f"T{number + 1}",
            Place(row, number),
            TWO_WHEELERS,
            frozenset({"two-wheeler"}),
        )
        for number in range(count)
    ]
