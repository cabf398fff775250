"""The IOUs on the Payments screen: who owes what, taking the money, striking one off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Driver
from parkdesk.domain.people import Person
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.payments.list import PaymentsScreen
from parkdesk.ui.payments.list.filters import IOUS
from parkdesk.ui.payments.strike_off import StrikeDialog
from parkdesk.ui.widgets import EmptyState
from tests.ui.desk_window import DeskWindow, case, desk

__all__ = ["case", "desk"]

NB = "\u00a0"


@pytest.fixture
def screen(desk: DeskWindow, qtbot) -> PaymentsScreen:
    """Two cars left without paying, the first of them ten minutes before."""
    for bay, plate, reason in (
        ("A1", "KL 1 A 1", "No money on them"),
        ("A2", "TN 2 B 2", "Card was declined"),
    ):
        booking = desk.case.book(bay, plate, driver=Driver("Anil" if bay == "A1" else ""))
        desk.case.services.unpaid.iou(desk.case.attendant, booking.id, reason)
        desk.move_clock(minutes=10)
    made = PaymentsScreen(desk.ui)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activated()
    made.narrow(IOUS)
    desk.settle()
    return made


def listed(screen: PaymentsScreen) -> list[str]:
    table = screen.ious.table
    return [
        " ".join(str(table.index(row, column).data()) for column in (1, 2, 3))
        for row in range(table.rowCount())
    ]


def sign_in(desk: DeskWindow, screen: PaymentsScreen, person: Person) -> None:
    desk.ui.sign_in(person)
    screen.refresh()
    desk.settle()


def test_who_owes_what_stands_oldest_first(desk: DeskWindow, screen: PaymentsScreen) -> None:
    assert listed(screen) == ["KL 1 A 1 Anil No money on them", "TN 2 B 2 – Card was declined"]
    row = screen.ious.table.rows[0]
    card = screen.ious.card
    assert (card.plate.text(), card.reason.text()) == ("KL 1 A 1", "No money on them")
    assert row.lot_name in card.caption.text()
    assert card.amount.text() == screen.ious.table.index(0, 4).data()
    assert not screen.filters.day.isVisible(), "an IOU is of every day"


def test_only_an_owner_sees_what_they_come_to(desk: DeskWindow, screen: PaymentsScreen) -> None:
    assert screen.filters.summary.text() == "2 open"
    sign_in(desk, screen, desk.case.owner)
    whole = sum(row.owed.minor for row in screen.ious.table.rows)
    assert screen.filters.summary.text() == f"2 open · ₹{NB}{whole / 100:.2f}"


def test_the_money_is_taken_from_the_list(desk: DeskWindow, screen: PaymentsScreen) -> None:
    desk.bot.keyClick(screen.ious.view, Qt.Key.Key_Return)
    desk.settle()
    dialog = desk.dialog(PaymentDialog)
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    desk.settle()
    screen.refresh()
    desk.settle()
    assert listed(screen) == ["TN 2 B 2 – Card was declined"]
    assert screen.ious.card.plate.text() == "TN 2 B 2"


def test_striking_one_off_asks_for_a_reason(desk: DeskWindow, screen: PaymentsScreen) -> None:
    sign_in(desk, screen, desk.case.supervisor)
    desk.bot.mouseClick(screen.ious.card.strike, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(StrikeDialog)
    desk.bot.keyClick(dialog.primary, Qt.Key.Key_Return)
    desk.settle()
    assert dialog.reason.field.faulty
    dialog.reason.editor.setText("Cannot be reached")
    desk.bot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    desk.settle()
    screen.refresh()
    desk.settle()
    assert listed(screen) == ["TN 2 B 2 – Card was declined"]


def test_who_may_not_strike_off_is_told_who_may(desk: DeskWindow, screen: PaymentsScreen) -> None:
    sign_in(desk, screen, desk.case.attendant)
    card = screen.ious.card
    assert not card.strike.isEnabled()
    assert card.why_not.isVisible()
    assert card.why_not.text() == card.strike.toolTip() == "A supervisor or an owner can strike it off."
    sign_in(desk, screen, desk.case.supervisor)
    assert card.strike.isEnabled()
    assert not card.why_not.isVisible()


def test_an_iou_is_found_by_its_plate_and_all_come_back(desk: DeskWindow, screen: PaymentsScreen) -> None:
    desk.bot.keyClicks(screen.filters.text, "tn2")
    desk.bot.keyClick(screen.filters.text, Qt.Key.Key_Return)
    desk.settle()
    assert listed(screen) == ["TN 2 B 2 – Card was declined"]
    desk.bot.keyClicks(screen.filters.text, "zz")
    desk.bot.keyClick(screen.filters.text, Qt.Key.Key_Return)
    desk.settle()
    assert isinstance(screen.ious.stage.state, EmptyState)
    assert screen.ious.card.plate.text() == "No IOU chosen"
    screen.filters.show_ious()
    desk.settle()
    assert len(listed(screen)) == 2


def test_the_kinds_are_reached_by_arrows_and_the_list_by_tab(
    desk: DeskWindow, screen: PaymentsScreen
) -> None:
    pills = screen.filters.pills
    pills.pill(IOUS).setFocus()
    desk.bot.keyClick(pills.pill(IOUS), Qt.Key.Key_Left)
    desk.settle()
    assert pills.current() == "attention"
    assert screen.filters.day.isVisible()
    assert screen.focusProxy() is screen.view
    desk.bot.keyClick(pills.pill("attention"), Qt.Key.Key_Right)
    desk.settle()
    assert screen.focusProxy() is screen.ious.view


@pytest.mark.parametrize("wide", [True, False], ids=["beside the kinds", "below them"])
def test_what_narrows_the_list_never_squeezes_the_kinds(
    desk: DeskWindow, screen: PaymentsScreen, wide: bool
) -> None:
    screen.narrow("all")
    screen.resize(1500 if wide else 700, 700)
    desk.settle()
    filters = screen.filters
    top = filters.pills.mapTo(screen, filters.pills.rect().topLeft()).y()
    narrowing = filters.text.mapTo(screen, filters.text.rect().topLeft()).y()
    assert (narrowing - top < 20) is wide
    assert filters.pills.width() == filters.pills.sizeHint().width()
