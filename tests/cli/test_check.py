"""`check`: every part by name, its exit code, and the same as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parkdesk.cli import check
from parkdesk.domain.health import CheckResult
from tests.cli.conftest import Say

PARTS = {"tls", "time_zones", "data_folder", "disk_space", "database", "journal", "rollups"}
QT = {"qt_platform", "qt_svg", "qt_fonts", "qt_translations", "qt_pdf"}


def test_every_part_is_looked_at_with_qt_in_its_own_process(say: Say, tmp_path: Path) -> None:
    told = say("check", "--json")
    results = {result["name"]: result for result in told.record["checks"]}
    assert set(results) == PARTS | QT
    assert {name: result["words"] for name, result in results.items() if not result["ok"]} == {}
    assert told.code == 0
    assert json.loads((tmp_path / "data" / check.FILE).read_text("utf-8")) == told.record


def test_a_failed_check_has_its_exit_code(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_window_results", lambda: (CheckResult("qt", False, "No window here."),))
    told = say("check")
    assert told.code == 3
    assert told.out.splitlines()[-2:] == ["FAILED  qt               No window here.", "1 of 8 checks failed."]


def test_a_window_that_ends_the_process_is_a_failed_check(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nowhere")
    told = say("check", "--json")
    (result,) = [result for result in told.record["checks"] if result["name"].startswith("qt")]
    assert (told.code, result["ok"]) == (3, False)
    assert result["words"].startswith("The window cannot open here: ")
