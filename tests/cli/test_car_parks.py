"""Twelve real car parks of 27 to 1,059 spaces, imported and worked with from a terminal."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from parkdesk.app import open_services
from parkdesk.config import Config
from tests.cli.conftest import ROOT, Say

FILE = ROOT / "tests" / "journey" / "car_parks.csv"
CAR_PARKS = {
    row["name"]: row for row in csv.DictReader(FILE.read_text("utf-8").splitlines(), skipinitialspace=True)
}
SPACES = {name: int(row["capacity"]) for name, row in CAR_PARKS.items()}
CAR = "DD AB 123"
UNCHANGED = {"lots_added": 0, "lots_changed": 0, "bays_added": 0, "bays_changed": 0, "unchanged": 3497}
ADDED = UNCHANGED | {"lots_added": 12, "bays_added": 3497, "unchanged": 0}


def test_every_space_is_laid_out_and_none_upon_another(say: Say, tmp_path: Path) -> None:
    imported = say("import-lot", FILE, "--json")
    assert imported.code == 0
    assert imported.record == {"files": [{"file": FILE.name, "imported": ADDED}]}
    services = open_services(Config.read(data_dir=tmp_path / "data"))
    summaries = services.lots.all()
    assert {summary.lot.name: summary.bays for summary in summaries} == SPACES
    for summary in summaries:
        lot, levels, told = summary.lot, summary.levels, CAR_PARKS[summary.lot.name]
        bays = services.lots.bays(lot.id)
        assert (lot.currency, lot.time_zone, lot.address) == (
            told["currency"],
            told["timezone"],
            told["address"],
        )
        assert (lot.latitude, lot.longitude) == pytest.approx(
            (float(told["latitude"]), float(told["longitude"]))
        )
        assert len({(bay.level_id, bay.place) for bay in bays}) == len(bays) == SPACES[lot.name]
        assert len({bay.code for bay in bays}) == len(bays)
        on_level = Counter(bay.level_id for bay in bays)
        assert on_level.keys() == {level.id for level in levels}
        assert max(on_level.values()) - min(on_level.values()) <= 1
        assert max(on_level.values()) <= 200
    services.close()


def test_the_second_time_changes_nothing(say: Say) -> None:
    assert say("import-lot", FILE).code == 0
    before = say("journal", "verify", "--json").record
    again = say("import-lot", FILE, "--json").record
    assert again["files"][0]["imported"] == UNCHANGED
    assert say("import-lot", FILE).out == "car_parks.csv: 3497 bays as they were.\n"
    assert say("journal", "verify", "--json").record == before


def test_a_driver_comes_stays_on_and_leaves(say: Say) -> None:
    assert say("import-lot", FILE).code == 0
    lot = ("--lot", "Centrum")
    free = say("availability", *lot, "--for", "2h", "--json").record
    assert (free["lot"], len(free["bays"])) == ("Centrum - Galerie", 1059)
    charging = say("availability", *lot, "--for", "2h", "--type", "ev", "--feature", "ev", "--json").record
    bay = charging["bays"][0]["code"]

    booked = say("book", CAR, *lot, "--bay", bay, "--type", "ev", "--for", "2h", "--json").record
    assert (booked["bay"], booked["currency"], booked["status"]) == (bay, "EUR", "active")
    still = say("availability", *lot, "--for", "2h", "--json").record["bays"]
    assert len(still) == 1058
    assert bay not in {one["code"] for one in still}
    extended = say("extend", booked["ticket"], "--for", "1h", "--json").record
    assert extended["until"] > booked["until"]
    assert extended["total_minor"] * 2 == booked["total_minor"] * 3
    assert say("check-out", "ddab123", "--json").record["status"] == "completed"
    assert len(say("availability", *lot, "--for", "2h", "--json").record["bays"]) == 1059


def test_a_lot_whose_name_begins_like_others_is_asked_for(say: Say) -> None:
    assert say("import-lot", FILE).code == 0
    unclear = say("book", CAR, "--lot", "Parkhaus")
    assert unclear.code == 2
    assert all(name in unclear.err for name in SPACES if name.startswith("Parkhaus"))
