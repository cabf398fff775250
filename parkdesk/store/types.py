"""Column types: moments are aware UTC and ids are UUIDs on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Dialect, Uuid
from sqlalchemy.types import CHAR, TypeDecorator

from parkdesk.domain.moments import aware

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
P = ParamSpec("P")
T = TypeVar("T")


def microseconds(moment: datetime) -> int:
    """What SQLite stores for a moment: microseconds since 1970 UTC, exact and ordered."""
    return (aware(moment) - _EPOCH) // _MICROSECOND


class _PostgresMoment(TypeDecorator[datetime]):
    """`timestamptz` that refuses a naive moment and answers in UTC. A decorator, for the dialect puts its own type in
    the place of a subclass."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else aware(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)


class _SqliteMoment(BigInteger):
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002
        return lambda moment: None if moment is None else microseconds(moment)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        return lambda stored: None if stored is None else _moment(stored)


class Unreadable(ValueError):
    """A stored value that ParkDesk never wrote: the file is damaged."""


def readable(read: Callable[P, T]) -> Callable[P, T]:
    """For what makes values of stored ones: where it cannot, the file is damaged."""

    @wraps(read)
    def reading(*stored: P.args, **named: P.kwargs) -> T:
        try:
            return read(*stored, **named)
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise Unreadable(f"{read.__name__}: {error}") from error

    return reading


def _moment(stored: int) -> datetime:
    try:
        return _EPOCH + timedelta(microseconds=stored)
    except (OverflowError, TypeError) as error:
        raise Unreadable(f"no moment: {stored!r}") from error


@lru_cache(maxsize=10_000)
def _uuid(stored: str) -> UUID:
    try:
        return UUID(hex=stored)
    except (ValueError, AttributeError, TypeError) as error:
        raise Unreadable(f"no id: {stored!r}") from error


class _SqliteUuid(CHAR):
    """32 hexadecimal digits; ids repeat from query to query, so each is parsed once."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002
        return lambda value: None if value is None else value.hex

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        return lambda stored: None if stored is None else _uuid(stored)


Moment = _PostgresMoment().with_variant(_SqliteMoment(), "sqlite")
Id = Uuid().with_variant(_SqliteUuid(32), "sqlite")
