"""One model of the bays: a new board or the clock tells only the cells that differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from parkdesk.domain.board import BayState, Board
from parkdesk.domain.booking import Status
from parkdesk.ui.board.face import spoken
from parkdesk.ui.board.kept import kept
from parkdesk.ui.board.level_grid import LevelGrid
from parkdesk.ui.board.model import BoardModel, BoardRole
from tests.drawing import HELD, LOT, board

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CASE = """
A1 KL08AZ1234 0:30 | A2 free | A3 KA01M6146 0:05 ! P | A4 TN37AZ8564 +0:12 !!
B1 R KL07BC6827 in 1:00 | B2 closed | B3 KL08M8634 2:00 | B4 free
""".strip()


class Told:
    """What a model said since it was last asked."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._rows: list[int] = []
        self.resets = 0
        model.dataChanged.connect(lambda first, last: self._rows.extend(range(first.row(), last.row() + 1)))
        model.modelReset.connect(self._count)

    def _count(self) -> None:
        self.resets += 1

    def codes(self) -> str:
        codes = " ".join(self._model.cell(row).code for row in self._rows)
        self._rows.clear()
        return codes


@pytest.fixture
def model() -> BoardModel:
    made = BoardModel()
    made.show(board(CASE, NOW), NOW)
    look(made)
    return made


def look(model: BoardModel) -> str:
    """What a view sees: asks for every face, as painting does."""
    faces = [model.face(row) for row in range(model.rowCount())]
    parts = ((face.code, face.left, "P" if face.unpaid else "", face.mark) for face in faces)
    return " | ".join(" ".join(filter(None, part)) for part in parts)


def later(drawing: str) -> Board:
    return board(drawing, NOW)


def test_faces_say_what_is_drawn(model: BoardModel) -> None:
    assert look(model) == "A1 0:30 | A2 | A3 5:00 P ! | A4 +12:00 !! | B1 15:30 R | B2 | B3 2:00 | B4"


def test_a_booking_to_be_confirmed_has_its_own_mark_and_words() -> None:
    seen = board("A1 R KL07 in 1:00 | A2 R KL08 in 1:00", NOW)
    first = seen.cells[0]
    assert first.next is not None
    unsure = replace(first, next=replace(first.next, status=Status.PENDING))
    made = BoardModel()
    made.show(replace(seen, cells=(unsure, seen.cells[1])), NOW)
    assert look(made) == "A1 15:30 R? | A2 15:30 R"
    assert spoken(made.face(0)) == "Bay A1, Reserved, KL07, from 15:30, to be confirmed"
    told = Told(made)
    made.show(seen, NOW)
    assert told.codes() == "A1"


def test_the_same_board_again_tells_nothing(model: BoardModel) -> None:
    told = Told(model)
    model.show(board(CASE, NOW), NOW)
    assert (told.codes(), told.resets) == ("", 0)


def test_a_new_board_tells_only_the_cells_that_differ(model: BoardModel) -> None:
    told = Told(model)
    model.show(later(CASE.replace("A2 free", "A2 KL99 1:00").replace("B2 closed", "B2 free")), NOW)
    assert (told.codes(), told.resets) == ("A2 B2", 0)


def test_a_cell_nobody_looked_at_is_told_too() -> None:
    made = BoardModel()
    made.show(board(CASE, NOW), NOW)
    told = Told(made)
    made.show(later(CASE.replace("B4 free", "B4 KL99 1:00")), NOW)
    assert told.codes() == "B4"


def test_what_differs_without_showing_is_told(model: BoardModel) -> None:
    told = Told(model)
    seen = board(CASE, NOW)
    stay = replace(seen.cells[0].stay, driver_name="Anil P.")
    model.show(replace(seen, cells=(replace(seen.cells[0], stay=stay), *seen.cells[1:])), NOW)
    assert told.codes() == "A1"


def test_other_bays_reset(model: BoardModel) -> None:
    told = Told(model)
    model.show(later(CASE + " | B5 free"), NOW)
    assert told.resets == 1
    assert look(model).endswith("B5")


def test_a_second_tells_those_that_count_seconds_and_a_minute_the_rest(model: BoardModel) -> None:
    told = Told(model)
    model.tick(NOW + timedelta(seconds=1))
    assert told.codes() == "A1 A3 A4 B3"  # 0:30 becomes 0:29 in the first second of its minute
    for second in range(2, 61):
        model.tick(NOW + timedelta(seconds=second))
        assert told.codes() == "A3 A4", second
    model.tick(NOW + timedelta(seconds=61))
    assert told.codes() == "A1 A3 A4 B3"


def test_every_tick_shows_what_a_fresh_look_would(model: BoardModel) -> None:
    """However the clock ticks, nothing stays behind: one hour, in steps that are no whole seconds."""
    moment = NOW
    for step in range(200):
        moment += timedelta(seconds=1 + step % 37, milliseconds=7 * step % 1000)
        model.tick(moment)
        fresh = BoardModel()
        fresh.show(board(CASE, NOW), moment)
        assert look(model) == look(fresh), moment


def test_time_alone_changes_the_state(model: BoardModel) -> None:
    model.tick(NOW + timedelta(minutes=25))
    assert model.index(0).data(BoardRole.STATE) == BayState.ENDING
    model.tick(NOW + timedelta(minutes=31))
    assert model.index(0).data(BoardRole.FACE).mark == "!!"
    model.tick(NOW + timedelta(hours=2))
    assert model.index(4).data(BoardRole.STATE) == BayState.FREE  # B1's reservation has lapsed


def test_a_clock_set_back_is_followed(model: BoardModel) -> None:
    before = look(model)
    model.tick(NOW + timedelta(minutes=20))
    model.tick(NOW)
    assert look(model) == before


def test_another_rule_of_the_lot_shows_at_once(model: BoardModel) -> None:
    told = Told(model)
    seen = board(CASE, NOW)
    model.show(replace(seen, lot=LOT), NOW)  # releases its bays instead of holding them
    assert told.codes() == "A4"


def test_equal_cells_stay_the_same_values() -> None:
    before = board(CASE, NOW)
    after = kept(before, board(CASE.replace("A2 free", "A2 closed"), NOW))
    same = [old is new for old, new in zip(before.cells, after.cells, strict=True)]
    assert same == [True, False, True, True, True, True, True, True]
    assert after.cells[1].closed_reason


def test_who_listens_hears_the_bay_in_one_sentence(model: BoardModel) -> None:
    from PySide6.QtCore import Qt

    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 2, 3, 4)]
    assert said == [
        "Bay A1, Booked, KL08AZ1234, 0:30 left",
        "Bay A2, Free",
        "Bay A3, Ending, KA01M6146, 5:00 left, not paid",
        "Bay A4, Overstaying, TN37AZ8564, 12:00 over",
        "Bay B1, Reserved, KL07BC6827, from 15:30",
    ]


def grid_of(drawing: str, *, level: int = 0) -> tuple[BoardModel, LevelGrid]:
    model = BoardModel()
    model.show(board(drawing, NOW, HELD), NOW)
    grid = LevelGrid(model)
    grid.show_level(UUID(int=100 + level))
    return model, grid


def codes(grid: LevelGrid) -> str:
    lines = []
    for row in range(grid.rowCount()):
        cells = [grid.cell(grid.index(row, column)) for column in range(grid.columnCount())]
        lines.append(" ".join(cell.code if cell else "." for cell in cells))
    return "\n".join(lines)


def test_a_level_stands_as_its_plan() -> None:
    _, grid = grid_of("A1 free | A2 free\nB1 free\n\nC1 free | C2 closed")
    assert codes(grid) == "A1 A2\nB1 ."
    grid.show_level(UUID(int=101))
    assert codes(grid) == "C1 C2"


def test_rows_left_out_of_the_plan_are_one_lane_and_the_margin_is_not_shown() -> None:
    model = BoardModel()
    seen = board("A1 free | A2 free\nB1 free | B2 free", NOW)
    moved = [replace(cell.place, row=cell.place.row * 4, column=cell.place.column + 3) for cell in seen.cells]
    cells = tuple(replace(cell, place=place) for cell, place in zip(seen.cells, moved, strict=True))
    model.show(replace(seen, cells=cells), NOW)
    grid = LevelGrid(model)
    grid.show_level(seen.levels[0].id)
    assert codes(grid) == "A1 A2\n. .\nB1 B2"
    assert [line.is_lane for line in grid.lines] == [False, True, False]
    assert grid.index_of(seen.cells[3].bay_id) == grid.index(2, 1)


def test_the_grid_tells_only_its_own_level() -> None:
    model, grid = grid_of("A1 KL1 0:30 | A2 KL2 0:04\n\nC1 KL3 0:04", level=0)
    look(model)
    told: list[str] = []
    grid.dataChanged.connect(lambda first, _last: told.append(grid.cell(first).code))
    model.tick(NOW + timedelta(seconds=30))
    assert told == ["A1", "A2"]
    model.tick(NOW + timedelta(seconds=32))
    assert told == ["A1", "A2", "A2"]


def test_a_folded_row_goes_on_in_the_line_beneath() -> None:
    model, grid = grid_of("A1 free | A2 free | A3 free | A4 free | A5 free\nB1 free | B2 free")
    resets: list[None] = []
    grid.modelReset.connect(lambda: resets.append(None))
    grid.fold(3)
    assert codes(grid) == "A1 A2 A3\nA4 A5 .\nB1 B2 ."
    assert (grid.width, grid.columnCount()) == (5, 3)
    for cell in model.board.cells if model.board is not None else ():
        index = grid.index_of(cell.bay_id)
        assert grid.cell(index) == cell
    fourth = grid.index(1, 0)
    assert grid.next_in_line(fourth.row(), fourth.column(), 1) == grid.index(1, 1)
    assert not grid.next_in_line(1, 1, 1).isValid(), "the cursor goes on from line to line, as one reads"
    assert grid.nearest(1, 2) == grid.index(1, 1)
    grid.fold(3)
    assert len(resets) == 1
    grid.fold(0)
    assert codes(grid) == "A1 A2 A3 A4 A5\nB1 B2 . . ."
