"""Every screen and dialog can be drawn from the demo, and none of the pictures is empty."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

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
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    names = done.stdout.split()
    assert len(names) == len(set(names)) > 30
    for name in names:
        image = QImage(str(tmp_path / name))
        assert (image.width(), image.height()) == (1440, 900)
        colours = {image.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
        assert len(colours) > 8, name
