"""What `python3 -m tests` runs: linters side by side, then pytest, then in CI the bundle."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
USAGE = """python3 -m tests                every check and test; in CI the bundle, too
python3 -m tests --fast         without the bundle, in CI as well
python3 -m tests --bundle       with the bundle
python3 -m tests ARGUMENTS      only pytest, with these arguments"""
LINTERS = {
    "ruff check": [sys.executable, "-m", "ruff", "check"],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check"],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [str(Path(sys.executable).with_name("lint-imports"))],
}
PYTEST = [sys.executable, "-m", "pytest"]
ON_EVERY_CORE = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal", "--durations=5"]
BUNDLE = [sys.executable, "-m", "tests.bundle"]


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: bool
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when everything that the arguments ask for passed."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0
    in_ci = os.environ.get("CI", "").lower() in ("1", "true", "yes")
    prepare_environment(in_ci)
    for_pytest = [argument for argument in arguments if argument not in ("--fast", "--bundle")]
    if for_pytest:
        return subprocess.run([*PYTEST, *for_pytest], cwd=ROOT, check=False).returncode
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(quietly, LINTERS, LINTERS.values()))
    outcomes.append(aloud("pytest", [*PYTEST, *ON_EVERY_CORE]))
    if ("--bundle" in arguments or in_ci) and "--fast" not in arguments and all(o.passed for o in outcomes):
        outcomes.append(aloud("bundle", BUNDLE))
    return summary(outcomes)


def prepare_environment(in_ci: bool) -> None:
    os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if in_ci:
        os.environ["PARKDESK_REQUIRE_POSTGRES"] = "1"


def quietly(name: str, command: Sequence[str]) -> Outcome:
    """Runs a check that only matters when it fails: then all that it said is printed at once."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"── {name} ──\n{done.stdout}{done.stderr}", flush=True)
    return Outcome(name, done.returncode == 0, time.monotonic() - began)


def aloud(name: str, command: Sequence[str]) -> Outcome:
    print(f"── {name} ──", flush=True)
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, check=False)
    return Outcome(name, done.returncode == 0, time.monotonic() - began)


def summary(outcomes: Sequence[Outcome]) -> int:
    print()
    for outcome in outcomes:
        print(f"{outcome.name:<12} {'ok' if outcome.passed else 'FAILED':<7} {outcome.seconds:6.1f} s")
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.", flush=True)
    return 1 if failed else 0
