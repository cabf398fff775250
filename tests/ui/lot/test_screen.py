"""The lot's screen on a real file: what it shows, how one moves about in it, and that time alone asks nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.lot import PayWhen
from parkdesk.domain.payment import Method
from parkdesk.domain.vehicle import CARS
from parkdesk.services.desk import new_id
from parkdesk.ui.board import BayChoice
from parkdesk.ui.context import NOTHING, Selection
from parkdesk.ui.dialogs.booking import BookingDialog
from parkdesk.ui.dialogs.booking_detail import BookingDetailDialog
from parkdesk.ui.dialogs.close_bays import CloseBaysDialog
from parkdesk.ui.lot.measures import LANE
from parkdesk.ui.theme import Density
from parkdesk.ui.widgets import Button
from tests.ui.desk_window import DeskWindow

MINUTE = timedelta(minutes=1)
CONTROL = Qt.KeyboardModifier.ControlModifier


def code(desk: DeskWindow) -> str:
    """The bay that is chosen."""
    detail = desk.ui.selection.detail
    return detail.cell.code if isinstance(detail, BayChoice) else ""


def figures(desk: DeskWindow) -> list[str]:
    strip = desk.screen.figures
    cards = (strip.free, strip.arriving, strip.ending, strip.over, strip.takings)
    return [card.accessibleDescription() for card in cards]


def test_the_grid_shows_what_stands_where(desk: DeskWindow) -> None:
    desk.case.book("A1", minutes=90)
    desk.case.book("A2", "KL 07 M 1", minutes=4 * 60)
    desk.case.book("A3", "TN 37 M 2", starts_at=desk.case.clock() + 45 * MINUTE)
    desk.case.services.lots.close_bays(desk.case.attendant, [desk.case.bay("A4")], "Oil")
    desk.refresh()
    assert desk.drawn() == (
        "A1 KL 08 AZ 1234 1:30 P | A2 KL 07 M 1 4:00 P | A3 TN 37 M 2 15:15 R | A4 closed | A5 free | A6 free | "
        "T1 free"
    )


def test_the_figures_count_the_lot(desk: DeskWindow) -> None:
    desk.case.hold()
    first = desk.case.book("A1", minutes=10)
    desk.case.book("A2", "KL 2", minutes=34)
    desk.case.book("A3", "KL 3", starts_at=desk.case.clock() + 80 * MINUTE)
    desk.case.services.payments.take(desk.case.attendant, first.id, Method.CASH)
    desk.move_clock(minutes=30)
    desk.refresh()
    assert figures(desk) == [
        "4 of 7 bays",
        "1 next 15:50",
        "1 next 15:04",
        "1 longest 20\u00a0min",
        "₹\u00a035.40 1 stay not paid",
    ]


def test_what_is_not_paid_is_counted_with_the_board(
    desk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.refresh()
    assert figures(desk)[-1] == "₹\u00a00 all stays paid"
    monkeypatch.setattr(type(desk.screen), "_read_takings", lambda _screen: None)
    desk.case.book("A1")
    desk.case.book("A2", "KL 2")
    desk.refresh()
    assert figures(desk)[-1] == "₹\u00a00 2 stays not paid"


def test_the_card_of_a_held_bay_counts_down_to_its_release(desk: DeskWindow) -> None:
    lot = replace(desk.case.lot, pay_when=PayWhen.BOOKING, hold=10 * MINUTE)
    desk.case.services.lots.change(desk.case.owner, lot)
    desk.case.book("A1")
    desk.refresh()
    desk.choose("A1")
    desk.move_clock(minutes=2)
    assert desk.drawn().startswith("A1 KL 08 AZ 1234 0:08 P R | A2 free")
    card = desk.screen.card
    assert card.ring.accessibleName() == "0:08:00 held until 14:40, not paid"
    assert card.badge.text == "Held"
    primary = card.deeds.currentWidget().findChildren(Button)[0]
    assert (primary.text(), primary.isEnabled()) == ("Take ₹\u00a070.80", True)
    desk.move_clock(minutes=8)
    desk.case.services.sweep.run()
    desk.refresh()
    assert desk.drawn().startswith("A1 free | A2 free")


def uneven(desk: DeskWindow) -> list[int]:
    """Lines whose height is not that of their kind: lanes are low, all rows for cars are as high as the first."""
    grid, plan = desk.screen.grid, desk.screen.plan
    return [
        number
        for number, line in enumerate(plan.lines)
        if grid.rowHeight(number) != (LANE if line.is_lane else grid.rowHeight(0))
    ]


def test_lanes_stay_between_the_rows_however_often_these_fold(desk: DeskWindow) -> None:
    case = desk.case
    level = case.services.lots.add_level(case.owner, case.lot.id, "Long")
    plan = [Place(row, column) for row in (0, 2, 4, 6) for column in range(24)]
    case.services.lots.add_bays(
        case.owner,
        case.lot.id,
        [
            Bay(new_id(), case.lot.id, level.id, f"L{number}", place, vehicle_types=frozenset(CARS))
            for number, place in enumerate(plan)
        ],
    )
    desk.refresh()
    desk.run("lot.level_down")
    folded = set()
    for width in (1240, 1040, 2400, 1240, 2400, 1040):
        desk.window.resize(width, 900)
        desk.settle()
        folded.add(desk.screen.plan.rowCount())
        assert not uneven(desk), width
    assert len(folded) == 3


@pytest.mark.parametrize(("bays", "lines"), [(14, 1), (24, 2), (32, 3)])
def test_a_long_row_narrows_and_then_folds_before_anything_scrolls_sideways(
    desk: DeskWindow, bays: int, lines: int
) -> None:
    case = desk.case
    level = case.services.lots.add_level(case.owner, case.lot.id, "Long")
    row = [
        Bay(new_id(), case.lot.id, level.id, f"L{number}", Place(0, number), vehicle_types=frozenset(CARS))
        for number in range(bays)
    ]
    case.services.lots.add_bays(case.owner, case.lot.id, row)
    desk.refresh()
    grid, plan = desk.screen.grid, desk.screen.plan
    last = row[-1].id
    desk.live.choose(last)
    desk.window.resize(1240, 720)
    desk.settle()
    assert plan.rowCount() == lines
    assert grid.horizontalScrollBar().maximum() == 0
    assert grid.chosen() == (last, (last,))
    for bay in row:
        assert grid.visualRect(plan.index_of(bay.id)).width() >= 44, "a finger finds it"
    assert not uneven(desk)
    desk.window.resize(2400, 900)
    desk.settle()
    assert plan.rowCount() == 1
    assert not uneven(desk)
    assert code(desk) == row[-1].code


def test_time_alone_asks_nobody(desk: DeskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.case.book("A1", minutes=20)
    desk.refresh()
    desk.choose("A1")
    with monkeypatch.context() as patch:
        patch.setattr(desk.case.desk.database, "reading", lambda: pytest.fail("a tick asked the database"))
        for _ in range(22):
            desk.move_clock(seconds=14)
    assert desk.drawn().startswith("A1 KL 08 AZ 1234 0:14 P")
    assert desk.screen.card.ring.accessibleName() == "0:14:52 left · ends 14:50"


def test_only_cells_whose_words_change_are_told(desk: DeskWindow) -> None:
    for number in range(1, 5):
        desk.case.book(f"A{number}", f"KL {number}", minutes=30 * number)
    desk.refresh()
    desk.drawn()
    told: list[str] = []
    desk.screen.plan.dataChanged.connect(lambda first, _last: told.append(first.data()))
    desk.case.clock.move(minutes=25)
    desk.ui.clock.tick()
    assert told == ["A1", "A2", "A3", "A4"]
    told.clear()
    desk.case.clock.move(seconds=1)
    desk.ui.clock.tick()
    assert told == ["A1", "A2", "A3", "A4"]  # a new minute has begun for all of them
    told.clear()
    desk.case.clock.move(seconds=1)
    desk.ui.clock.tick()
    assert told == ["A1"]  # for the last five minutes the seconds count


def test_what_another_desk_does_appears(desk: DeskWindow) -> None:
    assert "A5 free" in desk.drawn()
    desk.case.book("A5", "KL 5")
    desk.refresh()
    assert "A5 KL 5 1:00" in desk.drawn()


def test_a_click_chooses_a_bay_and_its_card_follows(desk: DeskWindow) -> None:
    desk.case.book("A2", "KL 07 M 7909", minutes=60, requests="Near the lift")
    desk.refresh()
    desk.click("A2")
    card = desk.screen.card
    assert (card.bay.text(), card.badge.text) == ("Bay A2", "Booked")
    facts = [card.facts.value(number).text() for number in range(5)]
    assert facts[0] == "KL 07 M 7909"
    assert facts[4] == "Near the lift"
    assert card.price.total.text() == "₹\u00a070.80"
    assert card.price.strip.words == "Due ₹\u00a070.80"
    assert card.deeds.renew.text() == "Renew 1\u00a0h · ₹\u00a070.80"
    desk.click("A3")
    assert (card.bay.text(), card.badge.text) == ("Bay A3", "Free")


def test_arrows_walk_between_bays_and_over_the_lane(desk: DeskWindow) -> None:
    desk.click("A3")
    desk.key(Qt.Key.Key_Right)
    assert code(desk) == "A4"
    desk.key(Qt.Key.Key_Down)
    assert code(desk) == "T1"
    desk.key(Qt.Key.Key_Up)
    assert code(desk) == "A1"
    desk.key(Qt.Key.Key_Left)
    assert code(desk) == "A1"
    desk.key(Qt.Key.Key_End)
    assert code(desk) == "A6"
    desk.key(Qt.Key.Key_Right)
    assert code(desk) == "T1"
    desk.key(Qt.Key.Key_Home)
    assert code(desk) == "T1"


def test_the_first_arrow_finds_the_first_bay(desk: DeskWindow) -> None:
    assert code(desk) == ""
    desk.key(Qt.Key.Key_Right)
    assert code(desk) == "A1"


def test_enter_books_a_free_bay_and_opens_a_taken_one(desk: DeskWindow) -> None:
    desk.case.book("A2", "KL 2")
    desk.refresh()
    desk.click("A1")
    desk.key(Qt.Key.Key_Return)
    dialog = desk.dialog(BookingDialog)
    assert dialog.heading.text() == "Book A1"
    dialog.reject()
    desk.click("A2")
    desk.key(Qt.Key.Key_Return)
    assert desk.dialog(BookingDetailDialog).heading.text() == "KL 2"


def test_letters_typed_on_the_grid_go_to_the_command_bar(desk: DeskWindow) -> None:
    desk.click("A1")
    desk.bot.keyClick(desk.screen.grid, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier)
    desk.bot.keyClicks(desk.bar.line, "ut")
    assert desk.bar.line.text() == "out"
    assert desk.bar.line.hasFocus()


def test_escape_goes_back_to_the_grid_and_lets_go_of_the_bay(desk: DeskWindow) -> None:
    desk.click("A1")
    desk.bar.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.grid.hasFocus()
    desk.ui.registry.run("window.back")
    desk.settle()
    assert desk.ui.selection == NOTHING


def test_many_bays_are_closed_and_reopened_together(desk: DeskWindow) -> None:
    desk.click("A1")
    desk.click("A2", held=CONTROL)
    desk.click("A4", held=CONTROL)
    assert desk.screen.card.bay.text() == "3 bays"
    assert not desk.ui.registry.enabled("stay.renew")
    desk.run("bay.close")
    dialog = desk.dialog(CloseBaysDialog)
    dialog.submit()
    desk.settle()
    assert dialog.reason.field.sentence == "This must not be empty."
    dialog.reason.editor.setText("Painting")
    dialog.submit()
    desk.settle()
    assert desk.drawn() == "A1 closed | A2 closed | A3 free | A4 closed | A5 free | A6 free | T1 free"
    assert desk.said[-1] == "Closed A4, A1 and A2: Painting"
    desk.run("bay.reopen")
    assert "closed" not in desk.drawn()
    desk.last.act()
    desk.settle()
    assert desk.drawn().count("closed") == 3


def test_after_its_time_at_a_lot_that_releases_a_stay_is_renewed_or_let_go(desk: DeskWindow) -> None:
    desk.case.release()
    desk.case.book("A1", minutes=30)
    desk.refresh()
    desk.choose("A1")
    desk.move_clock(minutes=31)
    card = desk.screen.card
    assert desk.drawn().startswith("A1 free")
    assert card.badge.text == "Completed"
    assert desk.ui.registry.enabled("stay.renew")
    desk.case.services.sweep.run()
    desk.refresh()
    assert card.badge.text == "Completed"
    desk.run("stay.renew")
    assert desk.drawn().startswith("A1 KL 08 AZ 1234 1:00 P")
    assert card.badge.text == "Booked"
    desk.move_clock(minutes=61)
    desk.run("stay.let_go")
    assert card.badge.text == "Free"
    assert not desk.ui.registry.enabled("stay.renew")


def test_an_end_is_forgotten_when_another_car_comes(desk: DeskWindow) -> None:
    desk.case.release()
    desk.case.book("A1", minutes=30)
    desk.refresh()
    desk.choose("A1")
    desk.move_clock(minutes=31)
    desk.case.book("A1", "KL 2", minutes=10)
    desk.refresh()
    assert desk.screen.card.badge.text == "Booked"
    desk.move_clock(minutes=11)
    choice = desk.ui.selection.detail
    assert isinstance(choice, BayChoice)
    assert choice.ended is not None
    assert choice.ended.plate == "KL 2"


def test_an_overstay_is_priced_anew_at_its_next_step(desk: DeskWindow) -> None:
    desk.case.hold()
    desk.case.book("A1", minutes=60)
    desk.refresh()
    desk.choose("A1")
    desk.move_clock(minutes=61)
    assert desk.screen.card.price.strip.words == "Due ₹\u00a0106.20"
    desk.move_clock(minutes=30)
    assert desk.screen.card.price.strip.words == "Due ₹\u00a0141.60"


def test_the_soonest_ends_first_and_each_row_does_its_deed(desk: DeskWindow) -> None:
    desk.case.hold()
    desk.case.book("A1", "KL 1", minutes=90)
    second = desk.case.book("A2", "KL 2", minutes=30)
    desk.case.services.payments.take(desk.case.attendant, second.id, Method.CARD)
    desk.refresh()
    view = desk.screen.ending.view
    rows = [[view.model().index(row, column).data() for column in (0, 1, 6, 7)] for row in range(2)]
    assert rows == [
        ["A2", "KL 2", "Paid", "Renew 1\u00a0h"],
        ["A1", "KL 1", "Due ₹\u00a0106.20", "Take ₹\u00a0106.20"],
    ]
    view.wanted.emit(view.model().index(0, 0))
    desk.settle()
    assert [view.model().index(row, 0).data() for row in range(2)] == ["A1", "A2"]
    assert desk.said[-1] == "Renewed KL 2 in A2 until 16:00"


def test_where_rows_have_no_room_the_soonest_are_chips(desk: DeskWindow) -> None:
    desk.case.book("A1", "KL 1", minutes=90)
    desk.case.book("A2", "KL 2", minutes=6)
    desk.refresh()
    desk.screen.ending.show_rows(0)
    assert not desk.screen.ending.view.isVisible()
    chips = [chip for chip in desk.screen.ending.chips if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["A2  0:06", "A1  1:30"]
    desk.bot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert code(desk) == "A1"


def test_no_bay_chosen_shows_the_lot_as_a_whole(desk: DeskWindow) -> None:
    desk.case.book("A1", "KL 1")
    desk.case.services.lots.close_bays(desk.case.attendant, [desk.case.bay("A4")], "Oil")
    desk.refresh()
    card = desk.screen.card
    assert card.ring.accessibleName() == "17\u00a0% taken"
    assert [card.facts.value(number).text() for number in range(5)] == ["1", "5", "0", "1", "1"]


def add_level(desk: DeskWindow) -> Bay:
    lots, lot = desk.case.services.lots, desk.case.lot
    level: Level = lots.add_level(desk.case.owner, lot.id, "Roof")
    bay = Bay(new_id(), lot.id, level.id, "R1", Place(0, 0), vehicle_types=frozenset(CARS))
    lots.add_bays(desk.case.owner, lot.id, [bay])
    desk.refresh()
    return bay


def test_levels_are_tabs_and_a_search_goes_to_the_right_one(desk: DeskWindow) -> None:
    assert not desk.screen.levels.pills.isVisible()
    roof = add_level(desk)
    assert desk.screen.levels.pills.isVisible()
    assert desk.screen.plan.cell(desk.screen.plan.first_bay()).code == "A1"
    desk.run("lot.level_down")
    assert desk.screen.plan.cell(desk.screen.plan.first_bay()).code == "R1"
    desk.choose("A1")
    assert desk.screen.plan.cell(desk.screen.plan.first_bay()).code == "A1"
    desk.ui.select(Selection(bay_id=roof.id))
    desk.settle()
    assert code(desk) == "R1"
    assert desk.screen.plan.cell(desk.screen.plan.first_bay()).code == "R1"


def test_who_listens_hears_every_bay(desk: DeskWindow) -> None:
    desk.case.book("A2", "KL 2", minutes=60)
    desk.refresh()
    table = QAccessible.queryAccessibleInterface(desk.screen.grid)
    said = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert "Bay A2, Booked, KL 2, 1:00 left, not paid" in said
    assert "Bay A3, Free" in said


def test_targets_stay_large_enough_for_fingers(desk: DeskWindow) -> None:
    desk.ui.theme.choose(density=Density.TOUCH)
    desk.settle()
    size = desk.screen.grid.cell_size
    assert min(size.width(), size.height()) >= 44


def test_a_lot_that_cannot_be_read_says_so_and_tries_again(
    desk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from parkdesk.domain.system_errors import DatabaseUnavailable

    def unreachable(_lot_id: object) -> object:
        raise DatabaseUnavailable(reason="no answer")

    with monkeypatch.context() as patch:
        patch.setattr(desk.case.services.lots, "board", unreachable)
        desk.live.model.clear()
        desk.live.refresh()
        desk.settle()
        assert desk.screen.stage.state.accessibleName() == "The lot could not be read"
    desk.live.refresh()
    desk.settle()
    assert desk.screen.grid.isVisible()
