"""What a deed was about, in words: bays, plates, and what was given with it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.payment import Method
from parkdesk.services.journal import ActivityLine
from parkdesk.ui.vocabulary import method_words

translate = QCoreApplication.translate
_AS_TYPED = ("name", "file", "reason", "override_reason")
_MOST_DIGITS = 6


def about_words(line: ActivityLine) -> str:
    """`B7 · KL 08 AZ 1234 · 1 h`, `A2, A3 · Oil on the floor`, `312 bookings`."""
    return " · ".join(part for part in (_subjects(line), _given(line)) if part)


def who_words(line: ActivityLine) -> str:
    return line.who or translate("activity", "by itself")


def _subjects(line: ActivityLine) -> str:
    stays = list(dict.fromkeys((one.bay_code, one.plate) for one in line.about if one.plate))
    if line.touched > len(line.about) and len(stays) > 1:
        return translate("activity", "%n bookings", "", line.touched)
    if stays:
        return ", ".join(f"{bay} · {plate}" for bay, plate in stays)
    codes = ", ".join(one.bay_code for one in line.about)
    return f"{codes}, …" if codes and line.touched > len(line.about) else codes


def _given(line: ActivityLine) -> str:
    given = dict(line.details)
    parts = [given[name] for name in _AS_TYPED if name in given]
    minutes = given.get("minutes", "")
    if minutes.isdecimal() and len(minutes) <= _MOST_DIGITS:
        parts.append(wording.span(timedelta(minutes=int(minutes))))
    method = given.get("method", "")
    if method in set(Method):
        parts.append(method_words(Method(method)))
    return " · ".join(parts)
