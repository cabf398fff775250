"""What a log or a crash report may say: no password, key or card number, and nothing that a bug repeats of a driver."""

from __future__ import annotations

import re

from parkdesk.domain.texts import holds_card_number

_HIDDEN = "***"
_STRUCK = (
    (re.compile(r"(?<=://)([^:/@\s]*):([^@\s]+)(?=@)"), rf"\1:{_HIDDEN}"),
    (re.compile(r"(?i)(password\s*[=:]\s*)('[^']*'|\"[^\"]*\"|[^\s,;&)]+)"), rf"\1{_HIDDEN}"),
    (re.compile(r"\b(?:(?:sk|rk)_(?:live|test)_\w+|whsec_\w+)"), _HIDDEN),
    # There PostgreSQL repeats the row.
    (re.compile(r"(DETAIL:\s*).*"), rf"\1{_HIDDEN}"),
    # A value that a bug tripped over, such as a plate: short, with a digit, and no path.
    (re.compile(r"(['\"])(?=[^'\"\n]*\d)[\w .·-]{2,20}\1"), _HIDDEN),
)
_NUMBERS = re.compile(r"\d(?:[ .-]?\d){12,}")


def without_secrets(text: str) -> str:
    for found, instead in _STRUCK:
        text = found.sub(instead, text)
    return _NUMBERS.sub(lambda number: _HIDDEN if holds_card_number(number[0]) else number[0], text)
