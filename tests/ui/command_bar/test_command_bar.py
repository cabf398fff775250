"""The command bar over a real database: what it says before Enter is what Enter does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.lot import RefundRule
from parkdesk.domain.payment import Method
from parkdesk.ui.command_bar import CommandBar
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def bar(desk: OpenDesk, qtbot) -> CommandBar:
    desk.ui.sign_in(desk.case.attendant)
    made = CommandBar(desk.ui)
    qtbot.addWidget(made)
    made.show()
    desk.settle()
    return made


def typed(bar: CommandBar, qtbot, text: str) -> str:
    bar.line.clear()
    # QTest presses keys of ASCII alone; anything else arrives as an input method would bring it.
    qtbot.keyClicks(bar.line, text) if text.isascii() else bar.line.insert(text)
    return bar.preview.text()


def done(bar: CommandBar, desk: OpenDesk, qtbot, text: str) -> str:
    """Type, press Enter, and see the lot."""
    typed(bar, qtbot, text)
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    desk.settle()
    desk.settle()
    return desk.case.states()


def booked_ahead(
    desk: OpenDesk, bay: str, *, minutes: int, plate: str = "KL 08 AZ 1234", confirmed: bool = True
) -> Booking:
    starts_at = desk.case.clock() + timedelta(minutes=minutes)
    made = desk.case.book(bay, plate, starts_at=starts_at, confirmed=confirmed)
    desk.ui.tasks.changed.emit()
    desk.settle()
    return made


def test_a_line_books_what_it_previews(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    words = typed(bar, qtbot, "in KL08AZ1234 sedan 2h A2")
    assert words == "Book A2 for KL08AZ1234 · Sedan · 2\u00a0h until 16:32 · ₹\u00a0141.60"
    assert done(bar, desk, qtbot, "in KL08AZ1234 sedan 2h A2").startswith("A1 free | A2 KL08AZ1234 2:00")
    assert bar.line.text() == ""
    assert any(said.startswith("Booked A2 for KL08AZ1234") for said in desk.messages)


def test_without_a_bay_the_first_that_fits_is_taken(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.book("A1", "KL 5")
    desk.case.services.lots.close_bays(desk.case.attendant, [desk.case.bay("A2")], "Paint")
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert "A3 KL08AZ1234 1:00" in done(bar, desk, qtbot, "in KL08AZ1234 sedan")


def test_every_deed_by_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    # Where money goes back to whoever leaves early, that is said in a dialog first.
    desk.case.services.lots.change(desk.case.owner, replace(desk.case.lot, refund_rule=RefundRule.NONE))
    done(bar, desk, qtbot, "in KL08AZ1234 sedan 1h A1")
    assert done(bar, desk, qtbot, "extend A1 30").startswith("A1 KL08AZ1234 1:30")
    assert done(bar, desk, qtbot, "renew 1234 1h").startswith("A1 KL08AZ1234 2:30")
    assert "A4 KL08AZ1234 2:30" in done(bar, desk, qtbot, "move A1 A4")
    done(bar, desk, qtbot, "note A4 dented door")
    done(bar, desk, qtbot, "pay A4 cash")
    stay = next(cell.stay for cell in desk.case.services.lots.board(desk.case.lot.id).cells if cell.stay)
    detail = desk.case.services.bookings.detail(stay.booking_id)
    assert ([note.text for note in detail.notes], detail.due_minor) == (["dented door"], 0)
    assert "A4 free" in done(bar, desk, qtbot, "out 1234")
    assert "A5 closed" in done(bar, desk, qtbot, "close A5 paint")
    assert "A5 free" in done(bar, desk, qtbot, "open A5")


def test_leaving_early_promises_no_sum(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.services.lots.change(desk.case.owner, replace(desk.case.lot, refund_rule=RefundRule.UNUSED))
    stay = desk.case.book("A1", "KL 08 AZ 1234")
    desk.ui.tasks.changed.emit()
    desk.settle()
    left = "Check out KL 08 AZ 1234 from A1 · 1\u00a0h left · "
    assert typed(bar, qtbot, "out A1") == f"{left}payment first"
    desk.case.services.payments.take(desk.case.attendant, stay.id, Method.CASH)
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert typed(bar, qtbot, "out A1") == f"{left}paid · unused time may go back"


def test_a_line_begun_goes_with_who_began_it(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    typed(bar, qtbot, "nonsense")
    desk.ui.sign_out()
    desk.ui.sign_in(desk.case.owner)
    assert bar.line.text() == ""
    assert not bar.preview.isVisible()


def test_who_is_expected_arrives_by_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    booking = booked_ahead(desk, "A2", minutes=30)
    words = "Check in KL 08 AZ 1234 in A2 · 30\u00a0min early, charged from now · until 16:02"
    assert typed(bar, qtbot, "arrive 1234") == words
    assert "A2 KL08AZ1234 1:30" in done(bar, desk, qtbot, "arrive 1234")
    assert desk.case.reload(booking).status is Status.ACTIVE
    assert typed(bar, qtbot, "arrive A2") == "KL 08 AZ 1234 stands in A2 already"


def test_a_request_is_confirmed_by_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    booking = booked_ahead(desk, "A2", minutes=30, confirmed=False)
    assert typed(bar, qtbot, "arrive A2") == "KL 08 AZ 1234 for A2 is not confirmed yet"
    assert typed(bar, qtbot, "confirm A2") == "Confirm KL 08 AZ 1234 for A2 · from 15:02"
    done(bar, desk, qtbot, "confirm A2")
    assert desk.case.reload(booking).status is Status.CONFIRMED
    assert typed(bar, qtbot, "confirm A2") == "KL 08 AZ 1234 for A2 is confirmed already"


def test_who_did_not_come_is_marked_by_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    booking = booked_ahead(desk, "A2", minutes=30)
    assert typed(bar, qtbot, "noshow A2") == "KL 08 AZ 1234 is not due in A2 yet · from 15:02"
    desk.tick(minutes=45)
    assert typed(bar, qtbot, "noshow A2") == "KL 08 AZ 1234 did not come to A2 · 15\u00a0min late"
    assert "A2 free" in done(bar, desk, qtbot, "noshow A2")
    assert desk.case.reload(booking).status is Status.NO_SHOW


def test_a_booking_may_start_later(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    words = typed(bar, qtbot, "in KL08AZ1234 sedan 2h A2 at 15:30")
    assert words == "Book A2 for KL08AZ1234 · Sedan · from 15:30 · 2\u00a0h until 17:30 · ₹\u00a0141.60"
    done(bar, desk, qtbot, "in KL08AZ1234 sedan 2h A2 at 15:30")
    row = desk.case.services.bookings.page(desk.case.lot.id, "upcoming").rows[0].booking
    assert (row.status, row.span) == (Status.CONFIRMED, timedelta(hours=2))
    assert any("from 15:30 until 17:30" in said for said in desk.messages)
    # A stay that ends before is not in the way, another booking is.
    assert "is kept for KL08AZ1234" in typed(bar, qtbot, "in KL 5 sedan 2h A2 at 16:00")
    assert typed(bar, qtbot, "in KL 5 sedan 1h A2 at 17:30").startswith("Book A2 for KL 5")


def test_a_later_booking_goes_where_no_other_stands_behind_the_next(
    bar: CommandBar, desk: OpenDesk, qtbot
) -> None:
    booked_ahead(desk, "A1", minutes=60)
    booked_ahead(desk, "A1", minutes=240, plate="KL 7")
    assert typed(bar, qtbot, "in KL 9 sedan 1h at 18:32").startswith("Book A1")
    done(bar, desk, qtbot, "in KL 9 sedan 1h at 18:32")
    rows = desk.case.services.bookings.page(desk.case.lot.id, "upcoming").rows
    assert [row.bay_code for row in rows if row.booking.plate.shown == "KL 9"] == ["A2"]


def test_cancelling_takes_its_reason_from_the_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    booking = desk.case.book("A1")
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert typed(bar, qtbot, "cancel A1").endswith("asks for a reason")
    done(bar, desk, qtbot, "cancel A1 wrong plate")
    assert desk.case.reload(booking).status is Status.CANCELLED
    assert desk.case.reload(booking).cancel_reason == "wrong plate"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("in 🚗", "'🚗'"),
        ("in KL08AZ1234 sedan A99", "There is no bay A99 in this lot"),
        ("out 9999", "No stay here fits “9999”"),
        ("open A1", "A1 is not closed"),
        ("in", "For example: in KL08AZ1234"),
        ("extend A1", "try 'extend B7 30'"),
        ("close A99 paint", "There is no bay A99 in this lot"),
    ],
)
def test_what_cannot_be_is_said_and_stays_in_the_line(
    bar: CommandBar, desk: OpenDesk, qtbot, line: str, words: str
) -> None:
    before = desk.case.states()
    assert words in typed(bar, qtbot, line)
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    desk.settle()
    assert (desk.case.states(), bar.line.text()) == (before, line)


def test_a_refusal_by_the_services_keeps_the_line(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.book("A1")
    typed(bar, qtbot, "in KL08AZ1234 sedan A2")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    desk.settle()
    assert bar.line.text() == "in KL08AZ1234 sedan A2"
    assert "already stands in bay A1" in bar.preview.text()


def test_several_that_fit_are_named(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.book("A1", "KL 1234 A")
    desk.case.book("A3", "TN 1234 B")
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert typed(bar, qtbot, "out 1234") == "2 stays fit “1234”: A1 KL 1234 A, A3 TN 1234 B"


def test_tab_completes_and_up_brings_back(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    typed(bar, qtbot, "ren")
    qtbot.keyClick(bar.line, Qt.Key.Key_Tab)
    assert bar.line.text() == "renew "
    done(bar, desk, qtbot, "in KL08AZ1234 sedan A1")
    qtbot.keyClick(bar.line, Qt.Key.Key_Up)
    assert bar.line.text() == "in KL08AZ1234 sedan A1"


def test_the_price_before_enter_is_the_price_booked(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    words = typed(bar, qtbot, "in KL08AZ1234 sedan 90 A1")
    done(bar, desk, qtbot, "in KL08AZ1234 sedan 90 A1")
    stay = desk.case.services.lots.board(desk.case.lot.id).cells[0].stay
    assert stay is not None
    assert stay.until - stay.starts_at == timedelta(minutes=90)
    assert stay.total_minor == 10620
    assert words.endswith("106.20")


def test_the_price_of_an_extension_is_what_it_costs_on_top(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.book("A1", minutes=45)
    desk.ui.tasks.changed.emit()
    desk.settle()
    typed(bar, qtbot, "extend A1 20")
    desk.settle()
    assert bar.preview.text().endswith("20\u00a0min until 15:37 · ₹\u00a035.40")


def test_a_bay_a_plate_or_a_ticket_alone_finds_its_stay(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    booking = desk.case.book("A3")
    desk.ui.tasks.changed.emit()
    desk.settle()
    for text in ("a3", "kl08az1234", "AZ 12", booking.ticket, booking.ticket.replace("-", "").lower()):
        assert typed(bar, qtbot, text) == "Show A3 · Booked · KL 08 AZ 1234", text


def test_what_is_nowhere_here_is_looked_for_everywhere(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    assert typed(bar, qtbot, "Joseph") == "Search everywhere for “Joseph”"
    done(bar, desk, qtbot, "Joseph")
    assert desk.messages[-1] == "Nothing fits “Joseph”"


def test_the_words_beside_undo_say_what_it_takes_back(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    assert not bar.undo.isVisible()
    done(bar, desk, qtbot, "in KL08AZ1234 sedan A2")
    assert bar.undo.text() == "Undo: Booking · A2"
    done(bar, desk, qtbot, "close A5 paint")
    assert bar.undo.text() == "Undo: Bays closed"


def test_offers_follow_what_is_typed(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    bar.line.setFocus()
    typed(bar, qtbot, "in KL08AZ1234 sed")
    assert bar.offers.words == ("sedan",)
    typed(bar, qtbot, "in KL08AZ1234 sedan ")
    assert bar.offers.words[:3] == ("30m", "1h", "2h")


def test_sweeping_says_what_it_ended(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    desk.case.book("A1", minutes=10)
    desk.now.forward(minutes=11)
    assert "A1 free" in done(bar, desk, qtbot, "sweep")
    assert desk.messages[-1].startswith("Swept: 1 ")


def test_a_short_plate_ends_where_a_length_begins(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    words = typed(bar, qtbot, "in TN1 2h A2")
    assert words.startswith("Book A2 for TN1 · ")
    assert "2\u00a0h until" in words
    assert "A2 TN1 2:00" in done(bar, desk, qtbot, "in TN1 2h A2")


def test_a_doubt_is_said_before_enter(bar: CommandBar, desk: OpenDesk, qtbot) -> None:
    words = typed(bar, qtbot, "in TN1 30")
    assert words.startswith("Book A1 for TN1 30 · ")
    assert words.endswith(" · “30” is read as part of the plate")
    assert "read as" not in typed(bar, qtbot, "in TN1 30m")
