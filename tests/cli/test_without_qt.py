"""The verbs work where PySide6 is not installed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import LOTS, started

WITHOUT_QT = """
import sys
from importlib.abc import MetaPathFinder

class Refused(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Refused())
sys.argv[0] = "parkdesk"
from parkdesk.__main__ import main

folder, lots = sys.argv[1:]
for words in (
    ["migrate"],
    ["import-lot", lots],
    ["availability", "--lot", "Marine"],
    ["book", "KL 08 AZ 1234", "--lot", "Marine"],
    ["renew", "KL 08 AZ 1234"],
    ["extend", "KL 08 AZ 1234", "--for", "30m"],
    ["receipt", "KL 08 AZ 1234", "--ticket", "--escpos", folder + "/ticket.bin"],
    ["check-out", "KL 08 AZ 1234"],
    ["bookings", "--lot", "Marine", "--which", "all"],
    ["sweep"],
    ["report"],
    ["journal", "verify"],
    ["backup", folder + "/kept.db"],
    ["restore", folder + "/kept.db"],
    ["check"],
):
    code = main(["--data-dir", folder, *words])
    assert code == 0, (words, code)
assert not {name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "parkdesk.ui"))}
"""


def test_every_verb_works_without_qt(tmp_path: Path) -> None:
    done = started(tmp_path / "data", LOTS, code=WITHOUT_QT)
    assert (done.code, done.err) == (0, "")
    assert "Qt is not installed; the verbs work without it." in done.out


def test_a_window_start_loads_no_database_library(tmp_path: Path) -> None:
    code = """
import sys
sys.argv[0] = "parkdesk"
import parkdesk.ui.application
parkdesk.ui.application.run = lambda config, open_services: 0
from parkdesk.__main__ import main
assert main(["--data-dir", sys.argv[1]]) == 0
heavy = {"sqlalchemy", "alembic", "babel", "psycopg", "argon2", "stripe", "keyring"}
print(sorted(heavy & set(sys.modules)))
"""
    assert started(tmp_path, code=code, QT_QPA_PLATFORM="offscreen").out == "[]\n"
