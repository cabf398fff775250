"""The demo where there is no screen: the whole job, told line by line, and pictures."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from parkdesk.app import open_services
from parkdesk.cli import tour
from parkdesk.config import Config
from tests.demo import MOMENT, demo_file


def test_the_tour_tells_the_desks_main_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = demo_file(tmp_path)
    monkeypatch.setattr("parkdesk.cli.tour.DeskClock", lambda: lambda: MOMENT)
    monkeypatch.setattr("parkdesk.app.DeskClock", lambda: lambda: MOMENT)
    asked: list[tuple[Path, datetime]] = []

    def draw(_config: Config, folder: Path, now: datetime) -> list[Path]:
        asked.append((folder, now))
        return [folder / "lot-light.png"]

    config = Config.read(data_dir=tmp_path, demo=True)
    assert tour.play(config, open_services, draw) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    for words in (
        "Asha M. is at the desk.",
        "Riverside Lot: 120 bays",
        "Booked KL 08 AZ 2026 into bay",
        "is ending, 4:00.",
        "is overstaying, +2:00.",
        "The sweep ended",
        "renewed in the same bay",
        "Took ₹ 70.80 in cash: ₹ 100.00 handed over, ₹ 29.20 back.",
        "Undone: check-out of KL 08 AZ 2026.",
        "all of them verify.",
        f"1 pictures are in {tmp_path / 'pictures'}",
    ):
        assert words in told
    assert asked == [(tmp_path / "pictures", MOMENT)]
    with closing(sqlite3.connect(file)) as demo:
        booked = demo.execute("SELECT count(*) FROM bookings WHERE plate = 'KL 08 AZ 2026'").fetchone()
    assert booked == (0,), "the tour plays on a copy"
