"""The shelf of what a provider told has happened: written down first, handled once, and how far it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update

from parkdesk.domain.charge import Mode
from parkdesk.store.settlement_tables import provider_cursors, provider_events

_KNOWN = select(provider_events.c.id).where(provider_events.c.id.in_(bindparam("ids", expanding=True)))
_SEEN = _KNOWN.where(provider_events.c.seen_at <= bindparam("moment"))
_UNHANDLED = (
    select(provider_events)
    .where(text("handled_at IS NULL"), provider_events.c.mode == bindparam("mode"))
    .order_by(provider_events.c.created_at, provider_events.c.id)
    .limit(bindparam("most"))
)
_HANDLED = update(provider_events).where(provider_events.c.id.in_(bindparam("ids", expanding=True)))
_CURSOR = select(provider_cursors).where(provider_cursors.c.mode == bindparam("mode"))
_MOVE = update(provider_cursors).where(provider_cursors.c.mode == bindparam("of_mode"))


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it came: a hint to look at an object."""

    id: str
    type: str
    created_at: datetime
    kind: str
    object_id: str
    intent_id: str
    seen_at: datetime | None = None
    """When it was written down."""


class ProviderEvents:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, told: Sequence[Told], mode: Mode, seen_at: datetime) -> tuple[Told, ...]:
        """Write down and answer those that are new."""
        if not told:
            return ()
        ids = [event.id for event in told]
        known = {row[0] for row in self._connection.execute(_KNOWN, {"ids": ids})}
        new = {event.id: event for event in told if event.id not in known}
        for event in new.values():
            self._connection.execute(
                _insert_or_nothing(sqlite=self._connection.dialect.name == "sqlite"),
                {
                    "id": event.id,
                    "mode": mode.value,
                    "type": event.type[:80],
                    "created_at": event.created_at,
                    "kind": event.kind[:60],
                    "object_id": event.object_id,
                    "intent_id": event.intent_id,
                    "seen_at": seen_at,
                },
            )
        return tuple(new.values())

    def unhandled(self, mode: Mode, most: int) -> tuple[Told, ...]:
        """Oldest first."""
        found = self._connection.execute(_UNHANDLED, {"mode": mode.value, "most": most})
        return tuple(
            Told(row.id, row.type, row.created_at, row.kind, row.object_id, row.intent_id, row.seen_at)
            for row in found
        )

    def handled(self, ids: Sequence[str], now: datetime) -> None:
        self._connection.execute(_HANDLED.values(handled_at=now), {"ids": list(ids)})

    def seen_by(self, ids: Sequence[str], moment: datetime) -> frozenset[str]:
        """Those of some events that had been told of by then."""
        found = self._connection.execute(_SEEN, {"ids": list(ids), "moment": moment})
        return frozenset(row[0] for row in found)

    def cursor(self, mode: Mode) -> tuple[str, datetime | None]:
        """The event up to which all is known, or empty; and when the provider was last asked."""
        row = self._connection.execute(_CURSOR, {"mode": mode.value}).one()
        return row.event_id, row.asked_at

    def move(self, mode: Mode, event_id: str, asked_at: datetime) -> None:
        values: dict[str, Any] = {"of_mode": mode.value, "event_id": event_id, "asked_at": asked_at}
        self._connection.execute(_MOVE, values)


def _insert_or_nothing(*, sqlite: bool) -> Any:
    # Two desks may be told of one event at the same moment.
    if sqlite:
        return insert(provider_events).prefix_with("OR IGNORE")
    from sqlalchemy.dialects.postgresql import insert as postgres_insert

    return postgres_insert(provider_events).on_conflict_do_nothing()
