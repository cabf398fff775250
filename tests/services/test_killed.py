"""A desk killed in the middle of a deed, on both databases: the deed happened whole or not at all, and work goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

from parkdesk.domain.payment import Method
from tests.kit import Case

ROOT = Path(__file__).parents[2]
KILLS = 5
BUSY = """
import itertools, sys
from datetime import timedelta
from uuid import UUID
from parkdesk.domain.booking import BookingRequest
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk
from parkdesk.store.database import Database
from tests.kit import Clock

url, desk, who, *bays = sys.argv[1:]
services = Services.of(Desk(Database(url), Clock(), UUID(desk)))
who = services.people.get(UUID(who))
deeds = 0

def did(answer):
    global deeds
    deeds += 1
    print(deeds, flush=True)
    return answer

for number in itertools.count():
    plate = f"{desk[-4:]} {number}"
    booking = did(services.bookings.book(who, BookingRequest(UUID(bays[number % len(bays)]), plate, "sedan")))
    did(services.stays.extend(who, booking.id, timedelta(minutes=30)))
    did(services.bookings.renew(who, booking.id))
    did(services.payments.take(who, booking.id, Method.CASH))
    did(services.undo.undo(who))
    did(services.stays.check_out(who, booking.id))
"""


def killed_after(case: Case, lines: int) -> int:
    """How many deeds a busy desk had told of when it was killed."""
    command = [sys.executable, "-c", BUSY, str(case.database.url), str(case.desk.id), str(case.supervisor.id)]
    command += [str(case.bay(code)) for code in ("A1", "A2", "A3")]
    told = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        for line in desk.stdout:
            told = int(line)
            if told == lines:
                desk.send_signal(signal.SIGKILL)
    return told


def test_no_deed_is_half_done(case: Case) -> None:
    chance = random.Random(11)
    entries = case.services.journal.verify().entries
    for _ in range(KILLS):
        told = killed_after(case, chance.randint(1, 60))
        verified = case.services.journal.verify()
        assert verified.faults == ()
        assert case.services.receipts.gaps() == ()
        # What was told has happened; one more may have, whose news died with its desk.
        assert verified.entries - entries in (told, told + 1)
        entries = verified.entries
        assert case.services.reports.compare_rollups() == ()
        for cell in case.services.lots.board(case.lot.id).cells:
            if cell.stay is not None:
                case.services.stays.check_out(case.attendant, cell.stay.booking_id)
                entries += 1
        booking = case.book("A5", "KL 5")
        case.services.payments.take(case.attendant, booking.id, Method.CARD)
        case.services.stays.check_out(case.attendant, booking.id)
        entries += 3
