"""The journal: one append-only, hash-chained list of deeds a desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from parkdesk.domain.system_errors import JournalBroken

FIRST_HASH = "0" * 64
_CHANGED = "its content was changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. `number` is gap-free within `desk_id`; `touched` are the ids of the bookings, payments, bays, …;
    `outcome` holds what a repeat of the same deed id answers with and what undo needs."""

    id: UUID
    desk_id: UUID
    number: int
    deed: str
    person_id: UUID | None
    at: datetime
    arguments: Mapping[str, Any]
    touched: tuple[UUID, ...]
    outcome: Mapping[str, Any]
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a chain breaks and why."""

    desk_id: UUID
    number: int
    reason: str


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value always gives the same bytes (after RFC 8785)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(
    *,
    id: UUID,
    desk_id: UUID,
    number: int,
    deed: str,
    person_id: UUID | None,
    at: datetime,
    arguments: str,
    touched: Iterable[UUID],
    outcome: str,
    previous_hash: str,
) -> str:
    """SHA-256 over every field of an entry and the hash before it; `arguments` and `outcome` are canonical JSON."""
    text = "\n".join(
        (
            previous_hash,
            id.hex,
            desk_id.hex,
            str(number),
            deed,
            person_id.hex if person_id else "",
            at.isoformat(timespec="microseconds"),
            ",".join(sorted(touch.hex for touch in touched)),
            arguments,
            outcome,
        )
    )
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(entry: Entry) -> str:
    """The hash an entry must carry."""
    return hash_of(
        id=entry.id,
        desk_id=entry.desk_id,
        number=entry.number,
        deed=entry.deed,
        person_id=entry.person_id,
        at=entry.at,
        arguments=canonical(entry.arguments),
        touched=entry.touched,
        outcome=canonical(entry.outcome),
        previous_hash=entry.previous_hash,
    )


def intact(entry: Entry) -> Entry:
    """The entry, before anything is done by what it says. Raises JournalBroken."""
    if sealed(entry) != entry.hash:
        raise JournalBroken(desk=entry.desk_id, number=entry.number, reason=_CHANGED)
    return entry


def first_fault(chain: Iterable[Entry]) -> Fault | None:
    """Walk one desk's entries in order and name the first that is missing, out of order or changed."""
    number, previous_hash = 1, FIRST_HASH
    stray: Entry | None = None
    for entry in chain:
        if entry.number < number:
            stray = entry
            continue
        if entry.number > number:
            return Fault(entry.desk_id, number, "this entry is missing")
        if sealed(entry) != entry.hash:
            return Fault(entry.desk_id, number, _CHANGED)
        if entry.previous_hash != previous_hash:
            return Fault(entry.desk_id, number, "it does not follow the entry before it")
        number, previous_hash = number + 1, entry.hash
    # Without a gap, a number that was given twice or never can only be the last one, changed.
    return None if stray is None else Fault(stray.desk_id, number, f"it says it were number {stray.number}")
