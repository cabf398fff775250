"""A desk that takes cash, and the demo, need no key: nothing that cards need is loaded, or was ever charged."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from tests.cli.conftest import LOTS, started
from tests.demo import demo_file

PROGRAM = """
import sys
sys.argv[0] = "parkdesk"
from parkdesk.__main__ import main

folder, lots = sys.argv[1:]
for words in (
    ["migrate"],
    ["import-lot", lots],
    ["book", "KL 08 AZ 1234", "--lot", "Marine"],
    ["renew", "KL 08 AZ 1234"],
    ["check-out", "KL 08 AZ 1234"],
    ["sweep"],
    ["report"],
    ["payments"],
    ["backup", folder + "/kept.db"],
    ["--demo", "receipt", "B7", "--lot", "Riverside", "--escpos", folder + "/receipt.bin"],
    ["--demo", "report", "--lot", "Riverside"],
):
    code = main(["--data-dir", folder, *words])
    assert code == 0, (words, code)
print("loaded:", sorted({"stripe", "requests", "keyring"} & set(sys.modules)))
"""


def test_nothing_for_cards_is_loaded_before_somebody_asks(tmp_path: Path) -> None:
    done = started(tmp_path / "data", LOTS, code=PROGRAM, PARKDESK_STRIPE_KEY=None)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("loaded: []\n")


def test_nor_by_cash_and_its_receipt(tmp_path: Path) -> None:
    code = """
import sys
from parkdesk.domain.payment import Method
from parkdesk.store.database import Database
from parkdesk.store.migrate import upgrade
from tests.kit import desk_case

url = "sqlite:///" + sys.argv[1]
upgrade(Database(url))
with desk_case(url) as case:
    booking = case.book()
    (payment,) = case.services.payments.take(case.attendant, booking.id, Method.CASH, tendered_minor=10000)
    case.services.receipts.issue(case.attendant, booking.id)
    case.services.refunds.give_back(case.owner, payment.id, 100, "Spilled oil")
    case.services.receipts.issue(case.attendant, booking.id)
    case.services.stays.check_out(case.attendant, booking.id)
print(sorted({"stripe", "requests", "keyring"} & set(sys.modules)))
"""
    done = started(tmp_path / "desk.db", code=code)
    assert (done.out, done.err) == ("[]\n", "")


def test_the_demo_s_cards_went_through_another_terminal(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(demo_file(tmp_path))) as demo:
        by_card = demo.execute("SELECT count(*), count(charge_id) FROM payments WHERE method = 'card'")
        paid, charged = by_card.fetchone()
        others = [
            demo.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("charges", "charge_attempts", "outbox", "refunds")
        ]
    assert paid > 100
    assert (charged, others) == (0, [0, 0, 0, 0])
