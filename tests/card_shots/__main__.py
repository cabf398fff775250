"""`python -m tests.card_shots DIR [NAME…]`: draw them all, or those that are named; prints the files."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from parkdesk.ui.theme import Mode
from tests.card_shots import SIZE, draw
from tests.card_shots.scenes import SCENES


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.card_shots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[[], *SCENES], metavar="NAME")
    parser.add_argument("--size", default="x".join(map(str, SIZE)), help="width and height of the window")
    parser.add_argument("--theme", type=Mode, choices=[Mode.LIGHT, Mode.DARK], help="both unless told")
    parser.add_argument("--suffix", default="", help="what the files' names end with")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    themes = [asked.theme] if asked.theme else [Mode.LIGHT, Mode.DARK]
    drawn = draw(asked.folder, asked.names, themes=themes, size=(width, height), suffix=asked.suffix)
    print(*drawn, sep="\n")


if __name__ == "__main__":
    main()
