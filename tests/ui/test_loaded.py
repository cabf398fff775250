"""What a start brings into memory: nothing before it shows, or can be asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.cli.conftest import started
from tests.kit import Case, Clock

PROGRAM = """
import sys
from uuid import UUID

from PySide6.QtCore import QTimer
from parkdesk.domain.people import Person, Role
from parkdesk.ui.application import DeskApplication

folder, person = sys.argv[1:]
sys.argv[0] = "parkdesk"
begin = DeskApplication.start


def start(desk):
    begin(desk)
    desk.ui.lots_changed.connect(lambda: QTimer.singleShot(0, sign_in))
    watch = QTimer(desk)

    def sign_in():
        desk.ui.sign_in(Person(UUID(person), "Olga Owner", Role.OWNER))
        watch.start(100)

    def look():
        if desk.window.desk.status.payments.words == "Cash only":
            desk.ui.clock.tick()
            desk.window.close()

    watch.timeout.connect(look)


DeskApplication.start = start
from parkdesk.__main__ import main

assert main(["--data-dir", folder, "--lang", "en"]) == 0
unasked = {"keyring", "stripe", "requests", "PySide6.QtNetwork", "parkdesk.outlets.receipt_paper"}
print(sorted(unasked & set(sys.modules)))
"""


def test_a_cash_desk_loads_nothing_for_cards_networks_or_papers(tmp_path: Path, sqlite_url: str) -> None:
    case = Case(sqlite_url, Clock(datetime.now(UTC)))
    case.services.people.set_password(case.owner, case.owner.id, "correct horse battery staple")
    case.close()
    done = started(
        tmp_path / "data",
        case.owner.id.hex,
        code=PROGRAM,
        PARKDESK_DATABASE=sqlite_url,
        PARKDESK_STRIPE_KEY=None,
    )
    assert (done.code, done.out, done.err) == (0, "[]\n", "")
