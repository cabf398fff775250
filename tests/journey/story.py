"""A shift from the first start to the last check-out, with a power cut in the middle."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.journey import arrivals, departures, interruptions
from tests.journey.hand import Hand, environment
from tests.journey.shift import Shift
from tests.xvfb import running_screen

CHAPTERS = (
    arrivals.first_start,
    arrivals.book_by_mouse,
    arrivals.book_by_keys,
    arrivals.book_by_command_bar,
    arrivals.find_by_ticket,
    departures.change_stays,
    arrivals.enter_late,
    arrivals.book_from_elsewhere,
    interruptions.lose_power,
    departures.wait_for_the_sweep,
    departures.end_stays,
    interruptions.lock_and_sign_out,
    interruptions.close_and_reopen,
    interruptions.close_for_good,
    interruptions.count_up,
)


def work_a_shift(say: Callable[[str], None], pictures: Path) -> None:
    """The whole story on a screen of its own. Raises NoScreen."""
    with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch, running_screen() as screen:
        folder = Path(scratch)
        hand = Hand(
            environment(screen.display, folder), folder, ["--data-dir", f"{folder / 'data'}"], pictures
        )
        try:
            shift = Shift(hand, folder, say)
            for chapter in CHAPTERS:
                chapter(shift)
        finally:
            hand.kill()
