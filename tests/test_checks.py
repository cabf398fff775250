"""The one command that runs every check: what it runs, what it says, and how it ends."""

from __future__ import annotations

import os
import sys

import pytest

from tests import checks

SUCCEEDS = [sys.executable, "-c", "print('all is well')"]
FAILS = [sys.executable, "-c", "raise SystemExit('this is what is wrong')"]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every step succeeds at once, on somebody's own machine."""
    monkeypatch.setattr(checks, "LINTERS", {"lint": SUCCEEDS})
    monkeypatch.setattr(checks, "PYTEST", SUCCEEDS)
    monkeypatch.setattr(checks, "BUNDLE", [sys.executable, "-c", "print('packing')"])
    for name in ("CI", "PARKDESK_REQUIRE_POSTGRES"):
        monkeypatch.setenv(name, "")
    return monkeypatch


def test_all_is_well(steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.main([]) == 0
    said = capfd.readouterr().out
    assert "Everything passed." in said
    assert "packing" not in said


def test_a_failing_linter_shows_what_it_said_and_fails_the_run(
    steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps.setattr(checks, "LINTERS", {"lint": FAILS, "types": SUCCEEDS})
    assert checks.main(["--bundle"]) == 1
    said = capfd.readouterr().out
    assert "this is what is wrong" in said
    assert said.rstrip().endswith("Failed: lint")
    assert "packing" not in said


@pytest.mark.parametrize(
    ("ci", "arguments", "packs"),
    [("", ["--bundle"], True), ("true", [], True), ("true", ["--fast"], False), ("", ["--fast"], False)],
)
def test_the_bundle_is_built_in_ci_or_when_asked_for(
    steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], ci: str, arguments: list[str], packs: bool
) -> None:
    steps.setenv("CI", ci)
    assert checks.main(arguments) == 0
    assert ("packing" in capfd.readouterr().out) == packs
    assert os.environ["PARKDESK_REQUIRE_POSTGRES"] == ("1" if ci else "")


def test_other_arguments_are_for_pytest_alone(
    steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps.setattr(checks, "PYTEST", [sys.executable, "-c", "import sys; print(sys.argv[1:]); sys.exit(5)"])
    assert checks.main(["-k", "plate"]) == 5
    assert capfd.readouterr().out == "['-k', 'plate']\n"
