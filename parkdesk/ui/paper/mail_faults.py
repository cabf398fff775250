"""Why a mail was not taken, in the language of whoever looks: kept is the sentence that its error says in English."""

from __future__ import annotations

import re

from parkdesk.domain.errors import EmailUnreadable, ParkDeskError
from parkdesk.domain.paper_errors import MailAddressRefused, MailRefused, MailSignInRefused, MailUnreachable
from parkdesk.ui.messages import sentence

_FAULTS: tuple[type[ParkDeskError], ...] = (
    MailUnreachable,
    MailRefused,
    MailSignInRefused,
    MailAddressRefused,
    EmailUnreadable,
)


def fault_words(fault: str) -> str:
    """What is none of our sentences, or was cut short, stands as it was kept."""
    for kind in _FAULTS:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(kind.sentence))
        found = re.fullmatch(pattern, fault)
        if found:
            return sentence(kind(**found.groupdict()))
    return fault
