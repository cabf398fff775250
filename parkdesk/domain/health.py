"""What a check of the whole installation found."""

from __future__ import annotations

from dataclasses import dataclass

from parkdesk.domain.errors import ParkDeskError


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`name` stays the same for scripts; `words` are a sentence for people."""

    name: str
    ok: bool
    words: str


class Unsound(ParkDeskError):
    """What a check found wrong."""

    sentence = "{reason}"
