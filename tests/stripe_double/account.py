"""What the double keeps: its clock, its objects by id, and the lists of them."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.stripe_double.refusal import Refused, missing

Thing = dict[str, Any]


class Clock:
    """A clock that stands until it is moved; without a start it goes with this computer's."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start
        self._moved = timedelta(0)

    def __call__(self) -> datetime:
        return (self._start or datetime.now(UTC)) + self._moved

    def forward(self, span: timedelta) -> None:
        self._moved += span


class Account:
    """Names beginning with `_` in an object are the double's own and never shown."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.lock = threading.RLock()
        self.live = False
        """What `livemode` says; a test may make it lie."""
        self._things: dict[str, Thing] = {}
        self._by_kind: dict[str, list[Thing]] = {}
        self._made = 0

    def now(self) -> int:
        return int(self.clock().timestamp())

    def make(self, prefix: str, kind: str, **facts: Any) -> Thing:
        thing = {
            "id": self.new_id(prefix),
            "object": kind,
            "created": self.now(),
            "livemode": self.live,
            **facts,
        }
        self._things[thing["id"]] = thing
        self._by_kind.setdefault(kind, []).append(thing)
        return thing

    def new_id(self, prefix: str) -> str:
        self._made += 1
        return f"{prefix}_{self._made:08d}"

    def get(self, thing_id: str, kind: str, param: str = "id", status: int = 404) -> Thing:
        """Raises Refused."""
        thing = self._things.get(thing_id)
        if thing is None or thing["object"] != kind:
            raise missing(kind, thing_id, param, status)
        return thing

    def all(self, kind: str) -> list[Thing]:
        """Oldest first."""
        return list(self._by_kind.get(kind, ()))

    def shown(self, thing: Thing, expand: Iterable[str] = ()) -> Thing:
        """A copy as the API gives it, with what was asked to be expanded."""
        copied = {name: copy.deepcopy(value) for name, value in thing.items() if not name.startswith("_")}
        for path in expand:
            name, _, rest = path.partition(".")
            if name not in copied:
                raise Refused(f"This property cannot be expanded ({path}).", param="expand")
            if isinstance(copied[name], dict):
                copied[name] = self.shown(self._things[copied[name]["id"]], [rest] if rest else [])
            elif copied[name] is not None:
                copied[name] = self.shown(self._things[copied[name]], [rest] if rest else [])
        return copied

    def listed(self, oldest_first: Iterable[Thing], asked: Mapping[str, Any], url: str) -> Thing:
        """A page, newest first. Raises Refused."""
        rows = [thing for thing in oldest_first if _in_time(thing, asked.get("created", {}))][::-1]
        limit = asked.get("limit", 10)
        if not 1 <= limit <= 100:
            raise Refused("Invalid limit: must be between 1 and 100", param="limit")
        ids = [thing["id"] for thing in rows]
        if "ending_before" in asked:
            end = _place(ids, asked["ending_before"], "ending_before")
            start = max(0, end - limit)
            page, more = rows[start:end], start > 0
        else:
            after = asked.get("starting_after")
            start = 0 if after is None else _place(ids, after, "starting_after") + 1
            page, more = rows[start : start + limit], start + limit < len(rows)
        expand = [path.removeprefix("data.") for path in asked.get("expand", [])]
        data = [self.shown(thing, expand) for thing in page]
        return {"object": "list", "url": url, "has_more": more, "data": data}


def _place(ids: list[str], cursor: str, param: str) -> int:
    try:
        return ids.index(cursor)
    except ValueError:
        raise missing("object", cursor, param, status=400) from None


def _in_time(thing: Thing, span: Mapping[str, int]) -> bool:
    created: int = thing["created"]
    return (
        created > span.get("gt", -1)
        and created >= span.get("gte", 0)
        and created < span.get("lt", created + 1)
        and created <= span.get("lte", created)
    )
