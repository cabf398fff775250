"""`python -m tests.shots DIR`: every screen from the demo data at one moment, in both themes and several sizes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.ui.shots import MAIN, draw, draw_page

MOMENT = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
"""14:32 at the city lot in Kochi, when it is busy."""
SIZES = ((1280, 720), (1920, 1080))
SCALED = "--scaled"


def main(arguments: list[str]) -> int:
    folders = [argument for argument in arguments if argument != SCALED]
    if len(folders) != 1:
        print(__doc__)
        return 2
    folder = Path(folders[0])
    with tempfile.TemporaryDirectory(prefix="parkdesk-shots-") as scratch:
        config = Config.read(data_dir=Path(scratch), demo=True, language="en")
        if SCALED in arguments:
            print(*scaled(config, folder), sep="\n")
        else:
            print(f"{everything(config, folder)} pictures in {folder}")
    return 0


def everything(config: Config, folder: Path) -> int:
    opened = partial(open_services, config, lambda: MOMENT)
    drawn = len(draw(config, opened, folder))
    for width, height in SIZES:
        drawn += len(
            draw(config, opened, folder, size=(width, height), names=MAIN, suffix=f"-{width}x{height}")
        )
    empty = Config.read(data_dir=config.data_dir / "empty", language="en", database=None)
    empty = replace(empty, database=f"sqlite:///{empty.data_dir / 'parkdesk.db'}")
    drawn += len(draw_page(empty, partial(open_services, empty, lambda: MOMENT), folder, "first-start"))
    drawn += len(draw_page(empty, unreachable, folder, "not-opened"))
    # A desk with a key reads it once, when it starts, and Qt its scale.
    doubled = {"QT_SCALE_FACTOR": "2"}
    drawn += _drawn("tests.card_shots", folder)
    drawn += _drawn("tests.card_shots", folder, "--size=1280x720", "--suffix=-1280x720")
    drawn += _drawn("tests.card_shots", folder, "--size=1280x720", "--suffix=-200", **doubled)
    drawn += _drawn("tests.shots", folder, SCALED, **doubled)
    return drawn


def _drawn(module: str, folder: Path, *arguments: str, **environment: str) -> int:
    """How many pictures it says that it has drawn, a line each."""
    command = [sys.executable, "-m", module, str(folder), *arguments]
    told = subprocess.run(
        command, check=True, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )
    return len(told.stdout.splitlines())


def unreachable() -> NoReturn:
    raise DatabaseUnavailable(reason='connection to server at "10.0.0.7", port 5432 failed')


def scaled(config: Config, folder: Path) -> tuple[Path, ...]:
    opened = partial(open_services, config, lambda: MOMENT)
    return draw(config, opened, folder, size=(1280, 720), names=MAIN, suffix="-200")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
