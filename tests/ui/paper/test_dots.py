"""A line in letters that no printer has, as the dots a thermal printer gets instead."""

from __future__ import annotations

import re

import pytest

from parkdesk.outlets.escpos import NARROW, WIDE, Dots, escpos
from parkdesk.outlets.paper import Block, Paper, Role
from parkdesk.ui.paper.dots import dots
from tests.outlets.papers import as_printed

pytestmark = pytest.mark.usefixtures("qapp")


def columns_of(picture: Dots) -> set[int]:
    """Those with ink."""
    return {x for row in picture.rows for x in range(picture.across * 8) if row[x // 8] >> (7 - x % 8) & 1}


@pytest.mark.parametrize("width", [NARROW * 12, WIDE * 12])
def test_a_line_is_as_wide_as_the_roll_and_its_right_side_ends_there(width: int) -> None:
    picture = dots(Block(Role.FACT, "Gəncə", "Ə 12"), width)
    assert picture.across * 8 == width
    inked = columns_of(picture)
    assert min(inked) < 8
    assert width - 8 < max(inked) < width
    assert any(x not in inked for x in range(width // 3, width // 2))


def test_letters_are_as_high_on_a_narrow_roll() -> None:
    narrow, wide = (dots(Block(Role.LINE, "Gəncə"), columns * 12) for columns in (NARROW, WIDE))
    assert len(narrow.rows) == len(wide.rows)
    assert max(columns_of(narrow)) == max(columns_of(wide))


def test_a_stamp_is_white_on_black() -> None:
    picture = dots(Block(Role.STAMP, "Ə"), WIDE * 12)
    ink = sum(row.count(0xFF) for row in picture.rows)
    assert ink > 0.8 * len(picture.rows) * picture.across


def test_only_the_lines_that_need_it_are_drawn() -> None:
    blocks = (
        Block(Role.NAME, "Bakı Mərkəz"),
        Block(Role.ABOUT, "Nizami küçəsi 5"),
        Block(Role.TOTAL, "Total", "5"),
    )
    printed = as_printed(escpos(Paper("", "en", blocks), WIDE, draw=dots))
    assert re.fullmatch(r"<576x\d+>\n<576x\d+>\nTotal +5\n\n\n\n<cut>", printed)
