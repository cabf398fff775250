"""Passwords and PINs as argon2id hashes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from parkdesk.domain.people import PASSWORD_MOST

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Hashing:
    """What one hash costs; the default is RFC 9106's profile for 64 MiB of memory (section 4)."""

    rounds: int = 3
    memory_kib: int = 65_536
    lanes: int = 4

    def hash(self, secret: str) -> str:
        return _hasher(self).hash(_bytes(secret))

    def matches(self, secret: str, hashed: str | None) -> bool:
        """Whether the secret belongs to the hash; for nobody's, None, it takes as long and is False."""
        from argon2.exceptions import InvalidHashError, VerificationError

        # Too long a secret was never stored, and is not worth the time.
        tried = _bytes(secret) if len(secret) <= PASSWORD_MOST else b""
        try:
            _hasher(self).verify(hashed or _nobodys(self), tried)
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None and tried != b""

    def outdated(self, hashed: str) -> bool:
        """Whether the hash was made at another cost."""
        return _hasher(self).check_needs_rehash(hashed)


@lru_cache(maxsize=4)
def _hasher(hashing: Hashing) -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(hashing.rounds, hashing.memory_kib, hashing.lanes)


@lru_cache(maxsize=4)
def _nobodys(hashing: Hashing) -> str:
    return hashing.hash("nobody")


def _bytes(secret: str) -> bytes:
    """The same password typed on two keyboards may be composed differently (NFC, as RFC 8265 asks)."""
    return unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")
