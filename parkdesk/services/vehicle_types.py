"""Vehicle types: an owner adds, renames and retires them, and brings them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import vehicle
from parkdesk.domain.errors import VehicleTypeUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.domain.vehicle import LastVehicleType, VehicleNameTaken, VehicleType
from parkdesk.services.desk import Deed, Desk

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_ONE_AT_A_TIME = UUID("0194f3a0-7e1c-7000-8000-7665686963a1")
"""Claimed by whoever changes the types, so that two owners do not add two that read the same."""


class VehicleTypeService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[VehicleType, ...]:
        """In the order they were added, those that are retired too."""
        with self._desk.look() as store:
            return store.lots.vehicle_types()

    def add(self, who: Person, name: str, *, deed_id: UUID | None = None) -> VehicleType:
        """A new type behind the others; its code is made of its name. Raises VehicleNameTaken or what
        `vehicle.checked_name` raises."""
        name = vehicle.checked_name(name)

        def work(deed: Deed, known: Sequence[VehicleType]) -> VehicleType:
            _refuse_like(known, name)
            position = max((kind.position for kind in known), default=-1) + 1
            kind = VehicleType(_free_code(known, name), name, position)
            deed.store.lots.add_vehicle_types([kind])
            return kind

        return self._do("add_vehicle_type", who, work, deed_id, name=name)

    def rename(self, who: Person, code: str, name: str, *, deed_id: UUID | None = None) -> VehicleType:
        """Another name for a type; its code stays. Raises VehicleTypeUnknown and what `add` raises."""
        name = vehicle.checked_name(name)

        def work(deed: Deed, known: Sequence[VehicleType]) -> VehicleType:
            kind = _the_type(known, code)
            _refuse_like([other for other in known if other.code != code], name)
            return _changed(deed, kind, replace(kind, name=name))

        return self._do("rename_vehicle_type", who, work, deed_id, code=code, name=name)

    def retire(self, who: Person, code: str, *, deed_id: UUID | None = None) -> VehicleType:
        """Offer a type no more: nothing new is booked with it, and what is booked goes on. Raises VehicleTypeUnknown
        or LastVehicleType."""

        def work(deed: Deed, known: Sequence[VehicleType]) -> VehicleType:
            kind = _the_type(known, code)
            if all(other.retired or other.code == code for other in known):
                raise LastVehicleType
            return _changed(deed, kind, replace(kind, retired=True))

        return self._do("retire_vehicle_type", who, work, deed_id, code=code)

    def bring_back(self, who: Person, code: str, *, deed_id: UUID | None = None) -> VehicleType:
        """Offer a retired type again. Raises VehicleTypeUnknown."""

        def work(deed: Deed, known: Sequence[VehicleType]) -> VehicleType:
            kind = _the_type(known, code)
            return _changed(deed, kind, replace(kind, retired=False))

        return self._do("bring_back_vehicle_type", who, work, deed_id, code=code)

    def _do(
        self,
        deed_name: str,
        who: Person,
        work: Callable[[Deed, Sequence[VehicleType]], VehicleType],
        deed_id: UUID | None,
        **arguments: Any,
    ) -> VehicleType:
        def locked(deed: Deed) -> VehicleType:
            deed.store.journal.claim(_ONE_AT_A_TIME)
            kind = work(deed, deed.store.lots.vehicle_types())
            deed.outcome["code"] = kind.code
            return kind

        return self._desk.do(
            deed_name, who, Right.MANAGE, locked, arguments=arguments, deed_id=deed_id, answer=_answer
        )


def _answer(store: Store, outcome: Mapping[str, Any]) -> VehicleType:
    return _the_type(store.lots.vehicle_types(), outcome["code"])


def _the_type(known: Sequence[VehicleType], code: str) -> VehicleType:
    for kind in known:
        if kind.code == code:
            return kind
    raise VehicleTypeUnknown(vehicle_type=code, field="name")


def _changed(deed: Deed, before: VehicleType, after: VehicleType) -> VehicleType:
    deed.written = after != before
    if deed.written:
        deed.store.lots.change_vehicle_type(after)
    return after


def _refuse_like(others: Sequence[VehicleType], name: str) -> None:
    wanted = vehicle.reads_as(name)
    for other in others:
        if vehicle.reads_as(other.name) == wanted:
            raise VehicleNameTaken(name=other.name, field="name")


def _free_code(known: Sequence[VehicleType], name: str) -> str:
    """The name as a code, numbered where a renamed type still has it."""
    codes = {kind.code for kind in known}
    code, number = vehicle.code_of(name), 2
    while code in codes:
        code = f"{vehicle.code_of(name)[: vehicle.MOST - 4]}-{number}"
        number += 1
    return code
