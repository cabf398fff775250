"""The two commands in an empty clone, by the machine's own Python, with and without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.xvfb import running_screen

ROOT = Path(__file__).parent.parent
PYTHON = getattr(sys, "_base_executable", sys.executable)
PATIENCE = 120
TOLD = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the demo plays in the terminal.",
    "Preparing the demo: three lots, ninety days of stays.",
    "Asha M. is at the desk.",
    "Booked KL 08 AZ 2026 into bay",
    "The sweep ended",
    "renewed in the same bay",
    "in cash:",
    "Undone: check-out of KL 08 AZ 2026.",
    "Now it has left: checked out.",
    "all of them verify.",
    "Drawing the screens.",
)
MAIN_SCREENS = {"lot", "bookings", "timers", "reports", "settings-lots"}


class Clone:
    """What `git clone` gives, with the environment that these tests run in as its `.venv`: filled from the same
    lock, so that nothing is downloaded for each run."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "parkdesk"
        self.home = folder / "home"
        self.data = self.home / "data" / "ParkDesk"
        settings = folder / "gitconfig"
        settings.write_text("[safe]\n\tdirectory = *\n", "utf-8")  # the checkout may be somebody else's
        environ = {**os.environ, "GIT_CONFIG_GLOBAL": str(settings)}
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.root)], env=environ, check=True)
        (self.root / ".venv").symlink_to(sys.prefix)

    def environ(self, **more: str) -> dict[str, str]:
        """A person's who has just logged in: no Qt or Python settings of these tests, and no package index."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHON_KEYRING_BACKEND")}
        kept |= {"HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"), "PIP_NO_INDEX": "1"}
        return kept | more

    def start(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PYTHON, "-m", *words],
            cwd=self.root,
            env=self.environ(**environ),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return Clone(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def played(clone: Clone) -> subprocess.CompletedProcess[str]:
    """The first command where there is no screen."""
    return clone.start("parkdesk", "--demo")


def test_the_demo_plays_without_a_screen(clone: Clone, played: subprocess.CompletedProcess[str]) -> None:
    assert (played.returncode, played.stderr) == (0, "")
    for words in TOLD:
        assert words in played.stdout
    drawn, _, folder = played.stdout.rstrip().splitlines()[-1].partition(" pictures are in ")
    pictures = sorted(Path(folder).glob("*.png"))
    assert len(pictures) == int(drawn)
    assert {picture.stem.removesuffix("-light").removesuffix("-dark") for picture in pictures} >= MAIN_SCREENS
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert Path(folder).is_relative_to(clone.home), "in the person's own data folder"


def test_the_demo_opens_a_window_that_closes_well(
    clone: Clone, played: subprocess.CompletedProcess[str]
) -> None:
    assert played.returncode == 0
    with running_screen() as screen:
        program = subprocess.Popen(
            [PYTHON, "-m", "parkdesk", "--demo"],
            cwd=clone.root,
            env=clone.environ(DISPLAY=screen.display),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        try:
            window = screen.window_of(program, "ParkDesk")
            ended = screen.close(window, program) if window else program.poll()
        finally:
            program.kill()
            said, _ = program.communicate()
    assert (bool(window), ended, said) == (True, 0, b"")


def test_the_clone_checks_itself(clone: Clone) -> None:
    checked = clone.start("parkdesk", "check", "--json")
    assert (checked.returncode, checked.stderr) == (0, "")
    checks = json.loads(checked.stdout)["checks"]
    assert {check["name"] for check in checks if not check["ok"]} == set()


def test_the_second_command_runs_tests(clone: Clone) -> None:
    ran = clone.start("tests", "-q", "tests/domain/test_ticket.py")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert " passed" in ran.stdout


def test_nothing_is_left_in_the_clone(clone: Clone, played: subprocess.CompletedProcess[str]) -> None:
    assert played.returncode == 0
    status = ["git", "status", "--porcelain", "--untracked-files=all"]
    left = subprocess.run(status, cwd=clone.root, capture_output=True, text=True, check=True)
    assert left.stdout == "?? .venv\n", "the link alone: git leaves a folder of that name out"
