"""A command line to test: in this process where the answer matters, in one of its own where the process does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from parkdesk.__main__ import main

ROOT = Path(__file__).parents[2]
LOTS = ROOT / "resources" / "samples" / "lots.csv"
BAYS = ROOT / "resources" / "samples" / "bays.csv"


@dataclass(frozen=True)
class Said:
    """What a start printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        return json.loads(self.out)


Say = Callable[..., Said]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Start `parkdesk` with these words on a data folder of the test's own, in this process."""
    monkeypatch.delenv("PARKDESK_DATABASE", raising=False)
    monkeypatch.delenv("PARKDESK_PASSWORD", raising=False)

    def start(*words: object) -> Said:
        capsys.readouterr()
        try:
            code = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return start


def started(*words: object, code: str | None = None, **environ: str | None) -> Said:
    """Start `parkdesk`, or Python with this code, as a process of its own. None takes a variable away."""
    program = ["-m", "parkdesk"] if code is None else ["-c", code]
    merged = {**os.environ, **environ}
    done = subprocess.run(
        [sys.executable, *program, *map(str, words)],
        cwd=ROOT,
        env={name: value for name, value in merged.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return Said(done.returncode, done.stdout, done.stderr)
