"""The timers over a real database: soonest first, counted, right after a restart, and every deed a key or a click."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from parkdesk.app import introduce
from parkdesk.domain.lot import PayWhen
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk
from parkdesk.store.database import Database
from parkdesk.ui.board import BoardModel, live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.main_window import MainWindow
from parkdesk.ui.timers import TimersScreen
from parkdesk.ui.timers.card import Part
from parkdesk.ui.widgets import EmptyState
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def done(window: MainWindow, ui: UiContext, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The deeds that were asked for, with the bay they were asked for."""
    found: list[str] = []
    monkeypatch.setattr(
        ui.registry, "run", lambda name: found.append(f"{name} {ui.selection.detail.cell.code}")
    )
    return found


@pytest.fixture
def timers(desk: OpenDesk, window: MainWindow, done: list[str], qtbot) -> TimersScreen:
    desk.ui.sign_in(desk.case.attendant)
    screen = TimersScreen(desk.ui)
    qtbot.addWidget(screen)
    desk.ui.show_screen("timers", screen)
    screen.resize(1100, 700)
    screen.show()
    desk.settle()
    return screen


def refresh(desk: OpenDesk) -> None:
    desk.ui.tasks.changed.emit()
    desk.settle()


def cards(screen: TimersScreen) -> str:
    """The cards as they are read: `A1 0:30 | A2 4:59 !`."""
    grid, view = screen.grid, screen.view
    columns = grid.columnCount()
    drawn = []
    for place in range(len(grid.shown)):
        words = view.cards.words(grid.index(*divmod(place, columns)))
        assert words is not None
        owes = " P" if words.caption.endswith("unpaid") else ""
        drawn.append(f"{words.code} {words.left}{owes} {words.mark}".rstrip())
    return " | ".join(drawn)


def pay_at_booking(desk: OpenDesk, minutes: int = 10) -> None:
    lot = replace(desk.case.lot, pay_when=PayWhen.BOOKING, hold=timedelta(minutes=minutes))
    desk.case.lot = desk.case.services.lots.change(desk.case.owner, lot)
    desk.ui.set_lots((desk.case.lot,))


def test_a_bay_that_is_held_counts_down_to_the_moment_it_is_let_go(
    desk: OpenDesk, timers: TimersScreen, done: list[str]
) -> None:
    desk.case.book("A1", "KL 1", 5 * 60)
    desk.case.book("A2", "KL 2", 9)
    pay_at_booking(desk)
    desk.case.book("A3", "KL 3", 60)
    refresh(desk)
    assert cards(timers) == "A2 0:09 P | A3 0:10 R | A1 5:00 P"
    assert timers.title()[1].endswith(" · 2 running · 1 held")
    held = timers.view.cards.words(timers.grid.index_of(desk.case.bay("A3")))
    assert held is not None
    assert held.caption == "Held until 14:42, not paid"
    assert (held.first, held.second) == ("Take ₹\u00a070.80", "Cancel")
    desk.tick(minutes=5, seconds=30)
    assert cards(timers) == "A2 3:30 P ! | A3 4:30 R | A1 4:54 P"
    timers.narrow("ending")
    assert cards(timers) == "A2 3:30 P !", "a hold is no stay that ends"
    timers.narrow("unpaid")
    index = timers.grid.index_of(desk.case.bay("A3"))
    timers.view.deed_wanted.emit(index, timers.view.cards.deed(index, Part.FIRST))
    assert done == ["stay.take_payment A3"]


def test_the_card_at_the_right_edge_moves_no_other_when_it_is_chosen(
    desk: OpenDesk, timers: TimersScreen
) -> None:
    for number in range(1, 5):
        desk.case.book(f"A{number}", f"KL {number}", 60 + number)
    refresh(desk)
    timers.resize(560, 700)
    last = timers.grid.index(0, timers.grid.columnCount() - 1)
    assert last.column() == 1
    timers.view.setCurrentIndex(last)
    assert timers.view.visualRect(timers.grid.index(0, 0)).left() == 0


def test_the_sweep_lets_a_held_bay_go(desk: OpenDesk, timers: TimersScreen) -> None:
    pay_at_booking(desk)
    desk.case.book("A3", "KL 3", 60)
    refresh(desk)
    desk.tick(minutes=10)
    assert cards(timers) == "A3 0:00 R"
    desk.case.services.sweep.run()
    refresh(desk)
    assert cards(timers) == ""


def test_a_held_bay_that_is_paid_is_a_stay_like_any_other(desk: OpenDesk, timers: TimersScreen) -> None:
    pay_at_booking(desk)
    booking = desk.case.book("A3", "KL 3", 60)
    desk.case.services.payments.take(desk.case.attendant, booking.id, Method.CASH)
    refresh(desk)
    assert cards(timers) == "A3 1:00"


def test_the_soonest_end_comes_first_and_whoever_is_over_before_all(
    desk: OpenDesk, timers: TimersScreen
) -> None:
    desk.case.hold()
    for bay, plate, minutes in (
        ("A1", "KL 1", 90),
        ("A2", "KL 2", 30),
        ("A3", "KL 3", 45),
        ("A4", "KL 4", 75),
    ):
        desk.case.book(bay, plate, minutes)
    desk.now.forward(minutes=42)
    refresh(desk)
    assert cards(timers) == "A2 +12:00 P !! | A3 3:00 P ! | A4 0:33 P | A1 0:48 P"
    assert timers.title()[1].endswith(" · 4 running · 1 ending · 1 over")


def test_filters_carry_their_counts_and_follow_the_clock(desk: OpenDesk, timers: TimersScreen) -> None:
    desk.case.hold()
    paid = desk.case.book("A1", "KL 1", 30)
    desk.case.services.payments.take(desk.case.attendant, paid.id, Method.CASH)
    desk.case.book("A2", "KL 2", 60)
    refresh(desk)

    def pills() -> list[str]:
        return [timers.pills.pill(key).text() for key in ("all", "ending", "over", "unpaid")]

    assert pills() == ["All 2", "Ending 0", "Over 0", "Unpaid 1"]
    desk.tick(minutes=25)
    assert pills() == ["All 2", "Ending 1", "Over 0", "Unpaid 1"]
    desk.tick(minutes=5)
    assert pills() == ["All 2", "Ending 0", "Over 1", "Unpaid 1"]
    timers.pills.pill("over").click()
    assert cards(timers) == "A1 +0:00 !!"
    timers.narrow("unpaid")
    assert cards(timers) == "A2 0:30 P"
    timers.narrow("ending")
    assert cards(timers) == ""
    desk.tick(minutes=26)
    assert cards(timers) == "A2 4:00 P !"


def test_a_stay_that_has_run_out_leaves_before_any_sweep(desk: OpenDesk, timers: TimersScreen) -> None:
    desk.case.book("A1", "KL 1", 30)
    desk.case.book("A2", "KL 2", 60)
    refresh(desk)
    desk.tick(minutes=30)
    assert cards(timers) == "A2 0:30 P"


def test_after_a_restart_every_timer_is_right(desk: OpenDesk, timers: TimersScreen) -> None:
    for bay, minutes in (("A1", 30), ("A2", 45), ("A3", 31)):
        desk.case.book(bay, f"KL {bay}", minutes)
    refresh(desk)
    desk.tick(minutes=12, seconds=17)
    before = cards(timers)
    again = Desk(Database(f"sqlite:///{desk.case.database.place}"), desk.now, desk.case.desk.id, "Desk 1")
    introduce(again)
    services = Services.of(again)
    model = BoardModel()
    model.show(services.lots.board(desk.case.lot.id), desk.now())
    services.close()
    faces = sorted(
        (model.face(row) for row in range(model.rowCount()) if model.face(row).left_at),
        key=lambda face: str(face.left_at),
    )
    assert " | ".join(f"{face.code} {face.left} P {face.mark}".rstrip() for face in faces) == before
    assert before == "A1 0:17 P | A3 0:18 P | A2 0:32 P"


def test_a_tick_repaints_only_the_cards_whose_words_change(desk: OpenDesk, timers: TimersScreen) -> None:
    desk.case.book("A1", "KL 1", 8)
    for number in range(2, 6):
        desk.case.book(f"A{number}", f"KL {number}", 60 + number)
    refresh(desk)
    cards(timers)
    changed: list[int] = []
    timers.grid.dataChanged.connect(lambda first, last: changed.append(last.column() - first.column() + 1))
    for _ in range(5):
        desk.tick(seconds=1)
    # Four minutes' figures change once in a minute, the seconds of one stay each second.
    assert sum(changed) <= 5 + 4


def test_a_click_on_a_button_does_the_deed_on_its_card(
    desk: OpenDesk, timers: TimersScreen, done: list[str], qtbot
) -> None:
    desk.case.book("A1", "KL 1", 30)
    desk.case.book("A2", "KL 2", 60)
    refresh(desk)
    view = timers.view
    index = timers.grid.index_of(desk.case.bay("A2"))
    for part in Part:
        place = view.button_place(index, part)
        qtbot.mouseMove(view.viewport(), place)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["stay.take_payment A2", "stay.check_out A2"]
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(timers.grid.index(0, 0)).center()
    )
    assert done[2:] == []
    assert desk.ui.selection.bay_id == desk.case.bay("A1")


def test_arrows_read_on_from_line_to_line(desk: OpenDesk, timers: TimersScreen, qtbot) -> None:
    for number in range(1, 7):
        desk.case.book(f"A{number}", f"KL {number}", 30 + number)
    refresh(desk)
    timers.resize(600, 700)
    columns = timers.grid.columnCount()
    assert columns == 2
    timers.view.setFocus()
    chosen = []
    for _ in range(7):
        qtbot.keyClick(timers.view, Qt.Key.Key_Right)
        chosen.append(desk.ui.selection.detail.cell.code)
    assert chosen == ["A1", "A2", "A3", "A4", "A5", "A6", "A6"]
    qtbot.keyClick(timers.view, Qt.Key.Key_Up)
    assert desk.ui.selection.detail.cell.code == "A4"


def test_the_chosen_stay_stays_chosen_where_its_card_goes(desk: OpenDesk, timers: TimersScreen) -> None:
    first = desk.case.book("A1", "KL 1", 30)
    desk.case.book("A2", "KL 2", 45)
    refresh(desk)
    timers.view.setCurrentIndex(timers.grid.index(0, 0))
    assert desk.ui.selection.booking_id == first.id
    desk.case.services.bookings.renew(desk.case.attendant, first.id)
    refresh(desk)
    assert cards(timers) == "A2 0:45 P | A1 1:30 P"
    assert timers.view.currentIndex() == timers.grid.index(0, 1)
    assert desk.ui.selection.detail.stay.until == first.until + timedelta(hours=1)
    desk.case.services.stays.check_out(desk.case.attendant, first.id)
    refresh(desk)
    assert desk.ui.selection.booking_id is None


def test_an_empty_lot_says_so(desk: OpenDesk, timers: TimersScreen) -> None:
    (empty,) = timers.findChildren(EmptyState)
    assert empty.accessibleName() == "Nothing is parked here now"
    desk.case.book("A1", "KL 1", 30)
    refresh(desk)
    assert timers.view.isVisible()
    timers.narrow("over")
    assert not timers.view.isVisible()


def test_a_card_is_read_out_in_one_sentence(desk: OpenDesk, timers: TimersScreen) -> None:
    desk.case.book("A1", "KL 08 AZ 1234", 30)
    refresh(desk)
    words = timers.grid.data(timers.grid.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Bay A1, Booked, KL 08 AZ 1234, 0:30 left, not paid"


def test_five_hundred_run_and_only_what_is_seen_is_painted(
    desk: OpenDesk, timers: TimersScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = desk.case.services.lots.board(desk.case.lot.id)
    desk.case.book("A1", "KL 1", 30)
    cell = desk.case.services.lots.board(desk.case.lot.id).cells[0]
    assert cell.stay is not None
    many = tuple(
        replace(
            cell,
            bay_id=UUID(int=number),
            code=f"A{number}",
            stay=replace(cell.stay, until=cell.stay.until + timedelta(minutes=number)),
        )
        for number in range(500)
    )
    live_board(desk.ui).model.show(replace(board, cells=many), desk.now())
    painted: list[str] = []
    monkeypatch.setattr(
        "parkdesk.ui.timers.delegate.paint_card",
        lambda painter, card, words, **_: painted.append(words.code),
    )
    timers.view.viewport().repaint()
    assert timers.title()[1].endswith("500 running")
    assert 0 < len(painted) < 40
