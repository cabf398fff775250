"""What every bay looks like at a moment, and the figures above them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.board import BayState, Figures, figures
from parkdesk.domain.lot import AtEnd
from tests.drawing import HELD, LOT, board, drawn, stay

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CASE = """
A1 KL08AZ1234 0:30 | A2 free | A3 KA01M6146 0:05 ! P | A4 TN37AZ8564 +0:12 !!
B1 R KL07BC6827 in 1:00 | B2 closed | B3 KL08M8634 0:05:01 | B4 KL08AZ4407 0:00 !!

1A1 free | 1A2 KL07M7909 2:49 P
""".strip()


def test_a_drawn_board_reads_back_as_drawn() -> None:
    assert drawn(board(CASE, NOW), NOW) == CASE


def test_time_alone_moves_a_bay_from_booked_to_ending_to_overstaying() -> None:
    seen = board("A1 KL08AZ1234 0:30 | A2 free", NOW)
    assert drawn(seen, NOW + 24 * MINUTE) == "A1 KL08AZ1234 0:06 | A2 free"
    assert drawn(seen, NOW + 25 * MINUTE) == "A1 KL08AZ1234 0:05 ! | A2 free"
    assert drawn(seen, NOW + 30 * MINUTE) == "A1 KL08AZ1234 0:00 !! | A2 free"
    assert drawn(seen, NOW + 42 * MINUTE) == "A1 KL08AZ1234 +0:12 !! | A2 free"


def test_a_lot_that_releases_frees_the_bay_when_grace_has_run_out() -> None:
    lot = replace(LOT, at_end=AtEnd.RELEASE, grace=10 * MINUTE)
    seen = board("A1 KL08AZ1234 0:30", NOW, lot)
    assert drawn(seen, NOW + 39 * MINUTE) == "A1 KL08AZ1234 +0:09 !!"
    assert drawn(seen, NOW + 40 * MINUTE) == "A1 free"
    assert drawn(board("A1 KL08AZ1234 0:30", NOW, LOT), NOW + 30 * MINUTE) == "A1 free"


def test_a_bay_whose_time_ran_out_shows_what_comes_next() -> None:
    seen = board("A1 KL08AZ1234 0:30", NOW, LOT)
    coming = stay("KL07BC6827", NOW + 60 * MINUTE, NOW + 120 * MINUTE, number=7)
    cell = replace(seen.cells[0], next=coming)
    seen = replace(seen, cells=(cell,))
    assert drawn(seen, NOW) == "A1 KL08AZ1234 0:30"
    assert drawn(seen, NOW + 30 * MINUTE) == "A1 R KL07BC6827 in 0:30"
    assert drawn(seen, NOW + 120 * MINUTE) == "A1 free"


def test_a_car_that_stands_in_a_closed_bay_still_shows() -> None:
    seen = board("A1 KL08AZ1234 0:30", NOW, LOT)
    closed = replace(seen, cells=(replace(seen.cells[0], closed_reason="Oil on the floor"),))
    assert drawn(closed, NOW) == "A1 KL08AZ1234 0:30"
    assert drawn(closed, NOW + 30 * MINUTE) == "A1 closed"


def test_closed_counts_before_reserved() -> None:
    seen = board("B1 R KL07BC6827 in 1:00", NOW)
    closed = replace(seen.cells[0], closed_reason="Oil on the floor")
    assert closed.state(NOW, HELD) is BayState.CLOSED


def test_figures_of_the_header() -> None:
    assert figures(board(CASE, NOW), NOW) == Figures(
        bays=10,
        free=2,
        booked=6,
        ending=1,
        overstaying=2,
        reserved=1,
        closed=1,
        unpaid=2,
        next_end=NOW + 5 * MINUTE,
        longest_overstay=12 * MINUTE,
        next_arrival=NOW + 60 * MINUTE,
    )


def test_figures_of_an_empty_board() -> None:
    seen = board("A1 free", NOW)
    assert figures(replace(seen, cells=()), NOW) == Figures()


words = st.sampled_from(
    ["free", "closed", "KL08AZ1234 0:30", "KA01M6146 0:04 ! P", "TN37AZ8564 +0:12 !!", "R KL07BC6827 in 1:00"]
)


@given(
    st.lists(words, min_size=1, max_size=12),
    st.integers(-90, 240),
    st.sampled_from(AtEnd),
    st.integers(0, 30),
)
def test_every_bay_is_in_exactly_one_state(cells: list[str], minutes: int, at_end: AtEnd, grace: int) -> None:
    lot = replace(LOT, at_end=at_end, grace=grace * MINUTE)
    drawing = " | ".join(f"A{number} {cell}" for number, cell in enumerate(cells))
    seen = figures(board(drawing, NOW, lot), NOW + minutes * MINUTE)
    assert seen.free + seen.booked + seen.reserved + seen.closed == seen.bays == len(cells)
    assert seen.ending + seen.overstaying <= seen.booked
    assert seen.unpaid <= seen.booked
    assert (seen.longest_overstay > timedelta(0)) <= (seen.overstaying > 0)


@pytest.mark.parametrize("level", [0, 1])
def test_a_level_has_its_own_cells(level: int) -> None:
    seen = board(CASE, NOW)
    codes = [cell.code for cell in seen.level_cells(seen.levels[level].id)]
    assert codes == (["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"], ["1A1", "1A2"])[level]
