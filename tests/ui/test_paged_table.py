"""A paged table and its view on plain rows: pages, what is told of a change, columns that give way, keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from parkdesk.domain.lot import Lot
from parkdesk.ui.widgets.paged_table import PLAIN, STRONG, Look, PagedTable, Role
from parkdesk.ui.widgets.paged_view import PagedView
from tests.ui.parts import lot

PLATE, DRIVER, SUM = range(3)


@dataclass(frozen=True)
class Car:
    plate: str
    sum: int = 0


class Cars(PagedTable[Car, int]):
    def __init__(self) -> None:
        super().__init__(lambda car: car.plate, right=(SUM,))
        self.name("Plate", "Driver", "Sum")

    def words(self, row: Car, column: int, lot: Lot) -> str:
        return (row.plate, "–", f"{lot.currency} {row.sum}")[column]

    def look(self, row: Car, column: int) -> Look:
        return STRONG if column == PLATE else PLAIN


ONE, TWO, THREE = Car("KL 1", 10), Car("KL 2", 20), Car("KL 3", 30)


@pytest.fixture
def cars() -> Cars:
    return Cars()


@pytest.fixture
def view(cars: Cars, theme, qtbot) -> PagedView:
    made = PagedView(cars, {PLATE: 100, DRIVER: 100, SUM: 100}, (DRIVER,))
    qtbot.addWidget(made)
    cars.show((ONE, TWO), None, lot())
    made.resize(600, 300)
    made.show()
    return made


def drawn(cars: Cars) -> str:
    return " | ".join(
        " ".join(cars.index(row, column).data() for column in (PLATE, SUM)) for row in range(cars.rowCount())
    )


def test_the_next_page_is_asked_for_once_and_stands_below(cars: Cars, qtbot) -> None:
    cars.show((ONE, TWO), 2, lot())
    asked: list[None] = []
    cars.more_wanted.connect(lambda: asked.append(None))
    cars.fetchMore(QModelIndex())
    cars.fetchMore(QModelIndex())
    assert len(asked) == 1
    cars.add((THREE,), None)
    assert drawn(cars) == "KL 1 INR 10 | KL 2 INR 20 | KL 3 INR 30"
    assert not cars.canFetchMore(QModelIndex())


def test_the_same_rows_change_in_place_and_others_replace_them(cars: Cars, qtbot) -> None:
    cars.show((ONE, TWO), None, lot())
    changed: list[tuple[int, int]] = []
    anew: list[None] = []
    cars.dataChanged.connect(lambda first, last, _roles: changed.append((first.row(), last.column())))
    cars.modelReset.connect(lambda: anew.append(None))
    cars.show((ONE, replace(TWO, sum=25)), None, lot())
    assert (changed, anew, drawn(cars)) == ([(1, SUM)], [], "KL 1 INR 10 | KL 2 INR 25")
    cars.show((THREE,), None, lot())
    assert (len(anew), drawn(cars)) == (1, "KL 3 INR 30")


def test_another_lots_money_is_written_anew(cars: Cars, qtbot) -> None:
    cars.show((ONE,), None, lot())
    cars.show((ONE,), None, replace(lot(), currency="EUR"))
    assert drawn(cars) == "KL 1 EUR 10"


def test_a_row_is_found_by_what_tells_it_apart(cars: Cars, qtbot) -> None:
    cars.show((ONE, TWO), None, lot())
    assert (cars.row_of("KL 2"), cars.row_of("KL 9"), cars.row_of(None)) == (1, -1, -1)
    cars.forget()
    assert (cars.row_of("KL 2"), cars.line(cars.index(0, 0))) == (-1, None)


def test_a_cell_says_its_column_and_how_it_looks(cars: Cars, qtbot) -> None:
    cars.show((ONE,), None, lot())
    cell = cars.index(0, PLATE)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Plate: KL 1"
    assert cell.data(Role.LOOK) == STRONG
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) is None
    assert cars.index(0, SUM).data(Qt.ItemDataRole.TextAlignmentRole) == cars.headerData(
        SUM, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
    )


def test_a_column_gives_way_where_room_is_short(view: PagedView, qtbot) -> None:
    assert not view.isColumnHidden(DRIVER)
    assert sum(map(view.columnWidth, range(3))) == view.viewport().width()
    view.resize(250, 300)
    assert view.isColumnHidden(DRIVER)
    assert view.columnWidth(PLATE) + view.columnWidth(SUM) == view.viewport().width()


def test_enter_opens_the_chosen_row_and_nothing_where_none_is(view: PagedView, qtbot) -> None:
    opened: list[None] = []
    view.opened.connect(lambda: opened.append(None))
    view.setCurrentIndex(QModelIndex())
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == []
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(opened) == 1
