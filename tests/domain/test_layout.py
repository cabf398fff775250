"""A lot laid out from its capacity alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdesk.domain.bay import FEATURES, code_order
from parkdesk.domain.layout import BAYS_A_LEVEL, BAYS_A_ROW, MOST_BAYS_A_ROW, MOST_LEVELS, laid_out
from parkdesk.domain.plan import BayPlan, LevelPlan
from parkdesk.domain.vehicle import STARTING_SET

capacities = st.integers(1, 5000)


def rows(level: LevelPlan) -> dict[int, list[BayPlan]]:
    found: dict[int, list[BayPlan]] = {}
    for bay in level.bays:
        found.setdefault(bay.row, []).append(bay)
    return found


def plan(level: LevelPlan) -> str:
    """A level as text: a row a line, an empty line for a drive lane, `e` charging, `a` accessible, `v` takes vans."""
    lines = []
    for row in range(max(rows(level)) + 1):
        bays = rows(level).get(row, [])
        marks = ["e" * ("ev" in b.features) + "a" * ("accessible" in b.features) for b in bays]
        vans = ["v" * ("van" in b.vehicle_types) for b in bays]
        lines.append(" ".join(b.code + m + v for b, m, v in zip(bays, marks, vans, strict=True)))
    return "\n".join(lines)


def test_a_small_lot() -> None:
    (ground,) = laid_out(27)
    assert plan(ground) == (
        "A1a A2e A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14v\n"
        "B1e B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13v"
    )  # fmt: skip


def test_pairs_of_rows_with_a_drive_lane_between() -> None:
    (ground,) = laid_out(60)
    assert [line.split(" ")[0][:1] for line in plan(ground).split("\n")] == ["A", "B", "", "C", "D"]


def test_a_tiny_lot_is_one_row_without_special_bays() -> None:
    (ground,) = laid_out(4)
    assert plan(ground) == "A1 A2 A3 A4v"
    assert plan(laid_out(1)[0]) == "A1v"


def test_levels_above_the_ground_carry_their_number() -> None:
    levels = laid_out(600)
    assert [(level.name, level.position, len(level.bays)) for level in levels] == [
        ("Ground", 0, 200),
        ("Level 1", 1, 200),
        ("Level 2", 2, 200),
    ]
    assert [level.bays[0].code for level in levels] == ["A1", "1A1", "2A1"]
    assert [("covered" in level.bays[5].features) for level in levels] == [True, True, False]


@pytest.mark.parametrize("capacity", [27, 55, 76, 120, 160, 200, 220, 264, 316, 400, 600, 1059])
def test_real_car_parks_get_rows_of_a_real_length(capacity: int) -> None:
    for level in laid_out(capacity):
        assert len(level.bays) <= BAYS_A_LEVEL
        assert all(12 <= len(bays) <= MOST_BAYS_A_ROW for bays in rows(level).values())


@given(capacities)
def test_every_capacity_is_met_exactly_with_bays_that_can_be_told_apart(capacity: int) -> None:
    levels = laid_out(capacity)
    bays = [bay for level in levels for bay in level.bays]
    assert len(bays) == capacity
    assert len({bay.code for bay in bays}) == capacity
    assert len({(bay.level, bay.row, bay.column) for bay in bays}) == capacity
    assert len({level.name for level in levels}) == len(levels) <= MOST_LEVELS
    known = {kind.code for kind in STARTING_SET}
    for bay in bays:
        assert len(bay.code) <= 12
        assert bay.vehicle_types
        assert bay.vehicle_types <= known
        assert bay.features <= set(FEATURES)


@given(capacities)
def test_levels_and_rows_are_even(capacity: int) -> None:
    levels = laid_out(capacity)
    sizes = [len(level.bays) for level in levels]
    assert max(sizes) - min(sizes) <= 1
    for level in levels:
        lengths = [len(bays) for bays in rows(level).values()]
        assert max(lengths) - min(lengths) <= 1
        assert max(lengths) <= MOST_BAYS_A_ROW
        assert min(lengths) >= BAYS_A_ROW // 2 or len(level.bays) < BAYS_A_ROW
        lanes = set(range(max(rows(level)))) - set(rows(level))
        assert all(lane % 3 == 2 for lane in lanes)
        codes = [bay.code for bay in level.bays]
        assert codes == sorted(codes, key=lambda code: (len(code.strip("0123456789")), code_order(code)))


@given(capacities)
def test_the_same_capacity_gives_the_same_plan(capacity: int) -> None:
    assert laid_out(capacity) == laid_out(capacity)


@given(st.integers(10, 5000))
def test_every_level_has_accessible_and_charging_bays(capacity: int) -> None:
    for level in laid_out(capacity):
        accessible = [bay for bay in level.bays if "accessible" in bay.features]
        charging = [bay for bay in level.bays if "ev" in bay.features]
        assert accessible
        assert charging
        assert len(accessible) + len(charging) <= 0.09 * len(level.bays) + 2
        farthest = max(bay.row + bay.column for bay in accessible)
        assert farthest <= max(bay.row + bay.column for bay in charging)
