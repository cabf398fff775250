"""Ticket codes: short, readable aloud, with a check character that tells a slip from an unknown ticket.

The alphabet leaves out 0/O, 1/I/L, which sound or look alike. It has 31 characters, a prime, so the weighted
sum modulo 31 catches every single wrong character and every swap of two (the ISBN-10 principle, ISO 2108).
"""

from __future__ import annotations

from uuid import UUID

from parkdesk.domain.errors import TicketMistyped

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_BODY = 6
_QWERTZ = str.maketrans("yzYZß", "zyZY-")
_AZERTY = str.maketrans("aqwzAQWZ,?&é\"'(-è_çà)", "qazwQAZWmM1234567890-")
_KEYBOARDS: tuple[dict[int, int], ...] = ({}, _QWERTZ, _AZERTY)
"""A scanner presses keys where an American keyboard has them: what comes out at a German or a French one, and what
was meant."""


def ticket_of(booking_id: UUID) -> str:
    """The code of a booking, made from the random bits of its UUIDv7: `7K3-Q9FM`."""
    number = (booking_id.int & ((1 << 62) - 1)) % len(ALPHABET) ** _BODY
    code, weighted = "", 0
    for weight in range(1, _BODY + 1):
        number, digit = divmod(number, len(ALPHABET))
        code += ALPHABET[digit]
        weighted += weight * digit
    code += ALPHABET[weighted % len(ALPHABET)]
    return f"{code[:3]}-{code[3:]}"


def looks_like_ticket(text: str) -> bool:
    """Whether the text has the length and letters of a ticket code, whatever its check character says."""
    bare = _bare(text)
    return len(bare) == _BODY + 1 and all(c in ALPHABET for c in bare)


def read_ticket(text: str, *, field: str = "ticket") -> str:
    """The code as stored. Raises TicketMistyped when length, letters or check character do not fit."""
    bare = _bare(text)
    if not looks_like_ticket(text) or not _is_code(bare):
        raise TicketMistyped(text=text.strip()[:20], field=field)
    return f"{bare[:3]}-{bare[3:]}"


def scanned(text: str) -> tuple[str, ...]:
    """The codes that a text may be: as it stands, or typed by a scanner that takes the keyboard for an American one.
    Only for what is then looked up, for with every reading a slip is told less surely."""
    found: dict[str, None] = {}
    for keyboard in _KEYBOARDS:
        meant = text.strip().translate(keyboard)
        if len(meant) == _BODY + 2 and not meant[_BODY // 2].isalnum():
            meant = meant[: _BODY // 2] + meant[_BODY // 2 + 1 :]
        if looks_like_ticket(meant) and _is_code(_bare(meant)):
            found[read_ticket(meant)] = None
    return tuple(found)


def _is_code(bare: str) -> bool:
    return _check(bare[:_BODY]) == bare[_BODY]


def _bare(text: str) -> str:
    return text.strip().upper().replace("-", "").replace(" ", "")


def _check(body: str) -> str:
    weighted = sum(weight * ALPHABET.index(c) for weight, c in enumerate(body, start=1))
    return ALPHABET[weighted % len(ALPHABET)]
