"""Every screen and dialog can be drawn from the demo, and none of the pictures is empty."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.card_shots.scenes import SCENES
from tests.demo import demo_file

ROOT = Path(__file__).parent.parent
PROGRAM = """
import sys
from functools import partial
from pathlib import Path
from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.ui.shots import THEMES, draw
from tests.demo import MOMENT

folder = Path(sys.argv[1])
config = Config.read(data_dir=folder, demo=True, language="en")
for file in draw(config, partial(open_services, config, lambda: MOMENT), folder, themes=THEMES[:1]):
    print(file.name)
"""


def test_every_screen_is_drawn_without_a_fault(tmp_path: Path) -> None:
    demo_file(tmp_path)
    names = drawn("-c", PROGRAM, str(tmp_path))
    assert len(names) > 30
    for name in names:
        looked_at(tmp_path / name)


def test_every_screen_of_a_desk_that_takes_cards_is_drawn_without_a_fault(tmp_path: Path) -> None:
    names = drawn("-m", "tests.card_shots", str(tmp_path), "--theme", "light")
    assert len(names) == len(SCENES)
    for name in names:
        looked_at(tmp_path / name)


def drawn(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    names = done.stdout.split()
    assert len(names) == len(set(names))
    return names


def looked_at(picture: Path) -> None:
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1440, 900)
    colours = {image.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
    assert len(colours) > 8, picture.name
