"""Ids and tickets of demo data: UUIDv7 of the moments they stand for, the same ones for the same seed."""

from __future__ import annotations

from datetime import datetime
from random import Random
from uuid import UUID

from parkdesk.domain.ticket import ticket_of


class Ids:
    def __init__(self, rng: Random, first: datetime) -> None:
        self._rng = rng
        self._first = first
        self._tickets: set[str] = set()

    def new(self) -> UUID:
        """For what was there from the first day."""
        return self.at(self._first)

    def at(self, moment: datetime) -> UUID:
        """Sorts by its moment (RFC 9562, section 5.7)."""
        milliseconds = int(moment.timestamp() * 1000)
        random = self._rng.getrandbits(74)
        return UUID(int=milliseconds << 80 | 7 << 76 | random >> 62 << 64 | 2 << 62 | random & (1 << 62) - 1)

    def ticketed(self, moment: datetime) -> tuple[UUID, str]:
        """An id whose ticket nobody else has."""
        while True:
            id = self.at(moment)
            ticket = ticket_of(id)
            if ticket not in self._tickets:
                self._tickets.add(ticket)
                return id, ticket
