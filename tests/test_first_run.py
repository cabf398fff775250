"""The first start: what a purpose needs, what a failure says, and a real set-up in a small checkout."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from parkdesk import first_run
from parkdesk.cli import options

PROGRAM = """
from parkdesk import first_run

first_run.ensure("desk")
import locked_part, sys
print(locked_part.WORD, sys.argv[1:], sys.prefix)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--demo"],
        ["--data-dir", "here", "--demo"],
        ["--data-dir=here", "--safe-mode"],
        ["--database", "sqlite:///x", "--lang", "de", "--log-level", "debug"],
        ["--database", "sqlite:///x", "sweep"],
        ["--lang", "de", "check", "--json"],
        ["--log-level", "debug", "migrate"],
        ["migrate", "--data-dir", "here"],
        ["--help"],
        ["--demo", "-h"],
        ["--version"],
    ],
)
def test_the_set_up_and_the_program_agree_on_which_start_opens_a_window(arguments: list[str]) -> None:
    try:
        opens = options.read(arguments, opens_window=False).verb is None
    except SystemExit:
        opens = False
    assert first_run.opens_window(arguments) is opens


def test_each_purpose_asks_for_its_own_system_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    offscreen = first_run.system_packages("desk", [], {})
    screen = first_run.system_packages("desk", [], {"DISPLAY": ":0"})
    tests = first_run.system_packages("tests", [], {})
    assert "libegl1" in offscreen
    assert set(offscreen) < set(screen) < set(tests)
    assert "postgresql" in tests
    assert first_run.system_packages("desk", ["check"], {"DISPLAY": ":0"}) == ()


def test_a_renamed_or_versioned_package_counts_as_installed() -> None:
    listing = (
        "installed libglib2.0-0t64, libglib2.0-0 (= 2.80.0)\n"
        "installed postgresql-16, postgresql-contrib-16\n"
        "config-files xvfb, xserver\n"
    )
    names = first_run.installed_names(listing)
    assert {"libglib2.0-0", "postgresql"} <= names
    assert "xvfb" not in names


def test_who_is_not_root_is_told_the_one_line_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(first_run, "missing_system_packages", lambda wanted: ["libegl1", "xvfb"])
    with pytest.raises(first_run.SetUpFailed, match=r"\n  sudo apt-get install libegl1 xvfb$"):
        first_run.Checkout(tmp_path).complete_system(("libegl1", "libgl1", "xvfb"))


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "nothing was installed"),
        ("NewConnectionError: Failed to establish", "cannot be reached"),
        ("something new", "could not be installed"),
    ],
)
def test_a_failed_installation_says_what_happened(complaint: str, sentence: str) -> None:
    explained = first_run.explain(f"Collecting a\n{complaint}\n")
    assert sentence in explained.splitlines()[0]
    assert complaint in explained


class SmallCheckout:
    """A copy of the set-up whose lock names one small part, served from a folder instead of an index."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.parts = root / "parts"
        self.parts.mkdir()
        package = root / "parkdesk"
        package.mkdir()
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(PROGRAM, encoding="utf-8")
        shutil.copy(first_run.__file__, package)

    def lock_part(self, version: str, word: str, sha256: str | None = None) -> None:
        wheel = self.parts / f"locked_part-{version}-py3-none-any.whl"
        info = f"locked_part-{version}.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("locked_part.py", f"WORD = {word!r}\n")
            archive.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: locked-part\nVersion: {version}\n"
            )
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{info}/RECORD", "")
        sha256 = sha256 or hashlib.sha256(wheel.read_bytes()).hexdigest()
        lock = f"locked-part=={version} \\\n    --hash=sha256:{sha256}\n"
        (self.root / "requirements.lock").write_text(lock, encoding="utf-8")

    def start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        process = self.start_aside(*arguments)
        output, errors = process.communicate()
        return subprocess.CompletedProcess(arguments, process.returncode, output, errors)

    def start_aside(self, *arguments: str) -> subprocess.Popen[str]:
        environ = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))
        }
        environ |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.parts), "PIP_CONFIG_FILE": os.devnull}
        return subprocess.Popen(
            [getattr(sys, "_base_executable", sys.executable), "-m", "parkdesk", *arguments],
            cwd=self.root,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> SmallCheckout:
    return SmallCheckout(tmp_path)


def test_the_first_start_sets_up_and_later_starts_say_nothing(checkout: SmallCheckout) -> None:
    checkout.lock_part("1.0", "first")
    first = checkout.start("check", "--json")
    assert first.stdout == f"first ['check', '--json'] {checkout.root / '.venv'}\n"
    assert "ParkDesk is set up." in first.stderr
    second = checkout.start("check")
    assert (second.stdout.split()[0], second.stderr) == ("first", "")
    checkout.lock_part("2.0", "second")
    assert checkout.start("check").stdout.split()[0] == "second"


def test_two_first_starts_at_once_both_end_well(checkout: SmallCheckout) -> None:
    checkout.lock_part("1.0", "together")
    starts = [checkout.start_aside("check") for _ in range(2)]
    outcomes = [start.communicate() for start in starts]
    assert [output.split()[0] for output, _ in outcomes] == ["together", "together"]
    assert sum("Installing" in errors for _, errors in outcomes) == 1


def test_a_set_up_that_failed_is_done_again_from_the_start(checkout: SmallCheckout) -> None:
    checkout.lock_part("1.0", "mended", sha256="0" * 64)
    failed = checkout.start("check")
    assert failed.returncode == 1
    assert "nothing was installed" in failed.stderr
    assert "Traceback" not in failed.stderr
    left_behind = checkout.root / ".venv" / "half-written"
    left_behind.touch()
    checkout.lock_part("1.0", "mended")
    assert checkout.start("check").stdout.split()[0] == "mended"
    assert not left_behind.exists()


def test_an_installed_copy_leaves_its_environment_alone(checkout: SmallCheckout) -> None:
    started = checkout.start("check")
    assert "No module named 'locked_part'" in started.stderr
    assert not (checkout.root / ".venv").exists()
