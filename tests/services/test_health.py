"""The check of an installation: each part sound, and each fault named whatever the others are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import stripe
from sqlalchemy import text

from parkdesk.domain.health import CheckResult
from parkdesk.services import health
from parkdesk.services.health import HealthService
from parkdesk.store.database import Database
from parkdesk.store.schema import HEAD
from tests.kit import Case, desk_case

NAMES = ["tls", "time_zones", "data_folder", "disk_space", "database", "journal", "rollups"]


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        case.book("A1", "KL 08 AZ 1234", 60)
        yield case


def checked(url: str, data_dir: Path) -> dict[str, CheckResult]:
    results = HealthService(url, data_dir).check()
    assert [result.name for result in results] == NAMES
    return {result.name: result for result in results}


def faults(results: dict[str, CheckResult]) -> dict[str, str]:
    return {name: result.words for name, result in results.items() if not result.ok}


def test_a_desk_at_work_is_sound(case: Case, database_url: str, tmp_path: Path) -> None:
    results = checked(database_url, tmp_path)
    assert faults(results) == {}
    assert results["database"].words.endswith(f"answers and is at schema {HEAD}.")
    assert results["journal"].words == "All 2 entries verify."
    assert case.book("A2", "KA 02")


def test_a_new_computer_is_sound_and_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    results = checked(f"sqlite:///{folder / 'parkdesk.db'}", folder)
    assert faults(results) == {}
    assert results["database"].words == "There is no database yet; the first start makes it."
    assert results["data_folder"].words == f"{folder} can be made."
    assert os.listdir(tmp_path) == []


def test_an_unreachable_database_is_one_fault_among_the_others(tmp_path: Path) -> None:
    place = tmp_path / "parkdesk.db"
    place.write_text("no database", "utf-8")
    found = faults(checked(f"sqlite:///{place}", tmp_path))
    not_checked = "Not checked, because the database is not ready."
    assert found.pop("database").startswith(f"The database file {place} is damaged")
    assert found == {"journal": not_checked, "rollups": not_checked}
    assert faults(checked("gopher://", tmp_path))["database"].startswith(
        "'gopher://' is not a database address"
    )


def test_a_server_that_was_not_migrated(bare_postgres_url: str, tmp_path: Path) -> None:
    assert "parkdesk migrate" in faults(checked(bare_postgres_url, tmp_path))["database"]


def test_a_newer_schema(case: Case, database_url: str, tmp_path: Path) -> None:
    with case.database.transaction() as store:
        store.connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    assert "newer ParkDesk (0999)" in faults(checked(database_url, tmp_path))["database"]


def test_an_older_file_is_left_to_the_next_start(bare_sqlite_url: str, tmp_path: Path) -> None:
    from tests.store.test_migrate import at

    database = Database(bare_sqlite_url)
    at(database, "0001")
    database.close()
    results = checked(bare_sqlite_url, tmp_path)
    assert faults(results) == {}
    assert results["database"].words.endswith(f"the next start brings it to schema {HEAD}.")


def test_figures_that_drifted_and_a_journal_that_was_changed(
    case: Case, database_url: str, tmp_path: Path
) -> None:
    with case.database.transaction() as store:
        trigger = "journal_no_update" if case.database.is_sqlite else "journal_sealed ON journal"
        store.connection.execute(text(f"DROP TRIGGER {trigger}"))
        store.connection.execute(text("UPDATE journal SET deed = 'nothing' WHERE number = 2"))
        store.connection.execute(text("UPDATE daily SET booked = 7"))
    found = faults(checked(database_url, tmp_path))
    assert found == {
        "journal": f"The journal of desk {case.desk.id} does not verify at number 2: its content was changed.",
        "rollups": "Daily figures that differ from the bookings: 1, the first: "
        "booked on 2026-11-21 is 7 instead of 1. An owner has them counted anew with 'parkdesk report --rebuild'.",
    }


def test_certificates_that_are_missing_or_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'parkdesk.db'}"
    file = tmp_path / "cacert.pem"
    monkeypatch.setattr(stripe, "ca_bundle_path", str(file))
    assert faults(checked(url, tmp_path))["tls"].endswith("cannot be read.")
    file.write_text("", "utf-8")
    assert faults(checked(url, tmp_path))["tls"]


def test_a_disk_that_is_nearly_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LEAST_FREE_MIB", 10**12)
    found = faults(checked(f"sqlite:///{tmp_path / 'parkdesk.db'}", tmp_path))
    assert found["disk_space"].startswith("Only ")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    place = Path("/proc/parkdesk")
    found = faults(checked(f"sqlite:///{tmp_path / 'parkdesk.db'}", place))
    assert found["data_folder"].startswith("The folder /proc cannot be written")


def test_a_desk_checks_the_database_it_works_on(case: Case) -> None:
    results = {result.name: result for result in case.services.health.check()}
    assert results["journal"].words == "All 2 entries verify."
