"""What a network and a busy provider do to a call, as a script that a test writes."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Way(Enum):
    LOSE = "lose"
    TRUNCATE = "truncate"
    DELAY = "delay"
    DRIP = "drip"
    STATUS = "status"
    HTML = "html"
    REDIRECT = "redirect"


@dataclass(frozen=True)
class Fault:
    """`executed` says whether the call is carried out before its reply goes wrong."""

    way: Way
    executed: bool = False
    status: int = 200
    code: str | None = None
    seconds: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str = "<html><body>Sign in to the hotel's network</body></html>"

    @classmethod
    def lost(cls, *, executed: bool) -> Fault:
        """The connection is reset, before the call or before its reply."""
        return cls(Way.LOSE, executed)

    @classmethod
    def truncated(cls) -> Fault:
        """Half of the reply's body, then a reset."""
        return cls(Way.TRUNCATE, executed=True)

    @classmethod
    def delayed(cls, seconds: float, *, executed: bool = True) -> Fault:
        """The reply comes late; its idempotency key is in use until then."""
        return cls(Way.DELAY, executed, seconds=seconds)

    @classmethod
    def dripping(cls, seconds: float = 0.05, *, executed: bool = True) -> Fault:
        """The reply comes a byte at a time, and never ends."""
        return cls(Way.DRIP, executed, seconds=seconds)

    @classmethod
    def refused(
        cls,
        status: int,
        code: str | None = None,
        *,
        executed: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> Fault:
        """A status with an error in JSON; 500 and above are kept under their idempotency key."""
        return cls(Way.STATUS, executed, status=status, code=code, headers=headers or {})

    @classmethod
    def html(cls, status: int = 200, *, executed: bool = False) -> Fault:
        """A captive portal's page, or a gateway's."""
        return cls(Way.HTML, executed, status=status)

    @classmethod
    def told(cls, text: str) -> Fault:
        """200, and something that is no answer."""
        return cls(Way.HTML, status=200, text=text)

    @classmethod
    def empty(cls) -> Fault:
        return cls.told("")

    @classmethod
    def redirected(cls) -> Fault:
        """To the same place again, for ever."""
        return cls(Way.REDIRECT, status=302)


@dataclass
class _Planned:
    fault: Fault
    method: str
    path: re.Pattern[str]
    skip: int
    times: int | None


class Script:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planned: list[_Planned] = []
        self._chance: tuple[random.Random, float, Sequence[Fault]] | None = None

    def next(
        self, fault: Fault, method: str = "", path: str = "", *, skip: int = 0, times: int | None = 1
    ) -> None:
        """The next call with this method to a path that begins so (a regular expression); None means all of them."""
        with self._lock:
            self._planned.append(_Planned(fault, method, re.compile(path), skip, times))

    def at_random(self, source: random.Random, rate: float, faults: Sequence[Fault]) -> None:
        """Any call may meet one of these."""
        with self._lock:
            self._chance = (source, rate, faults)

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()
            self._chance = None

    def of(self, method: str, path: str) -> Fault | None:
        with self._lock:
            for planned in self._planned:
                if planned.method in ("", method) and planned.path.match(path) and planned.times != 0:
                    if planned.skip:
                        planned.skip -= 1
                        continue
                    if planned.times is not None:
                        planned.times -= 1
                    return planned.fault
            if self._chance is not None:
                source, rate, faults = self._chance
                if source.random() < rate:
                    return source.choice(faults)
        return None
