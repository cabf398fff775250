"""The activity on screen: who did what, older pages, one person or one deed, and the way to the booking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.payment import Method
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.activity import section as section_module
from parkdesk.ui.settings.activity.section import ActivitySection
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def activity(desk: OpenDesk, settings: SettingsScreen) -> ActivitySection:
    settings.open("activity")
    desk.settle()
    section = settings.page("activity")
    assert isinstance(section, ActivitySection)
    return section


def listed(activity: ActivitySection) -> list[str]:
    """Each line without its time."""
    model = activity.model
    return [
        " | ".join(str(model.index(row, column).data()) for column in (1, 2, 3))
        for row in range(model.rowCount())
    ]


def test_who_did_what_to_which_bay(desk: OpenDesk, activity: ActivitySection):
    case = desk.case
    booking = case.book("A1", "KL 1")
    case.services.stays.cancel(case.attendant, booking.id, "Slip")
    case.services.payments.take(case.attendant, case.book("A4", "KL 4").id, Method.CASH)
    case.services.lots.close_bays(case.owner, [case.bay("A2"), case.bay("A3")], "Oil")
    activity.refresh()
    desk.settle()
    asha, olga = case.attendant.name, case.owner.name
    assert listed(activity) == [
        f"{olga} | Bays closed | A2, A3 · Oil",
        f"{asha} | Payment | A4 · KL 4 · Cash",
        f"{asha} | Booking | A4 · KL 4",
        f"{asha} | Cancellation | A1 · KL 1 · Slip",
        f"{asha} | Booking | A1 · KL 1",
        f"{olga} | Lot added | {case.lot.name}",
    ]
    assert activity.model.index(0, 0).data() == "14:32"


def test_a_sweep_did_it_by_itself(desk: OpenDesk, activity: ActivitySection):
    for number in range(1, 7):
        desk.case.book(f"A{number}", f"KL {number}")
    desk.now.forward(hours=2)
    desk.case.services.sweep.run()
    activity.refresh()
    desk.settle()
    assert listed(activity)[0] == "by itself | Sweep | 6 bookings"


def test_older_deeds_are_shown_when_asked_for(
    desk: OpenDesk, activity: ActivitySection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(section_module, "PAGE", 4)
    for number in range(1, 7):
        desk.case.book(f"A{number}", f"KL {number}")
    activity.deed.setCurrentIndex(activity.deed.findData("book"))
    desk.settle()
    assert len(listed(activity)) == 4
    assert activity.older_button.isVisibleTo(activity)
    activity.older_button.click()
    desk.settle()
    assert [line.rpartition(" ")[2] for line in listed(activity)] == ["6", "5", "4", "3", "2", "1"]
    assert not activity.older_button.isVisibleTo(activity)


def test_one_person_or_one_deed(desk: OpenDesk, activity: ActivitySection):
    desk.case.book("A1", "KL 1")
    activity.person.setCurrentIndex(activity.person.findData(desk.case.attendant.id.hex))
    desk.settle()
    assert listed(activity) == [f"{desk.case.attendant.name} | Booking | A1 · KL 1"]
    activity.deed.setCurrentIndex(activity.deed.findData("undo"))
    desk.settle()
    assert listed(activity) == []
    activity.person.setCurrentIndex(0)
    activity.deed.setCurrentIndex(0)
    desk.settle()
    assert len(listed(activity)) == 2


def test_what_is_done_meanwhile_appears(desk: OpenDesk, activity: ActivitySection):
    case = desk.case
    request = case.ask()
    desk.ui.tasks.command(lambda: case.services.bookings.book(case.attendant, request))
    desk.settle()
    assert listed(activity)[0].startswith(f"{case.attendant.name} | Booking | A1")


def test_enter_leads_to_the_booking(desk: OpenDesk, activity: ActivitySection, qtbot):
    booking = desk.case.book("A1", "KL 1")
    activity.refresh()
    desk.settle()
    activity.table.setCurrentIndex(activity.model.index(0, 0))
    qtbot.keyClick(activity.table, Qt.Key.Key_Return)
    assert desk.ui.selection.booking_id == booking.id
