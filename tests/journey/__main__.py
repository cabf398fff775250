"""`python -m tests.journey DIR`: works a shift and a till on a screen nobody sees and keeps their pictures."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from parkdesk.ui.theme import Mode
from tests.journey.story import work_a_shift
from tests.journey.till_story import work_the_till
from tests.xvfb import NoScreen


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    stories = {
        "shift": work_a_shift,
        "till": work_the_till,
        "till-dark": partial(work_the_till, mode=Mode.DARK),
    }
    for name, work in stories.items():
        folder = Path(arguments[0]).resolve() / name
        folder.mkdir(parents=True, exist_ok=True)
        try:
            work(lambda said: print(said, flush=True), folder)
        except NoScreen as reason:
            print(reason)
            return 1
        print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
