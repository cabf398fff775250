"""Vehicle types: added, renamed, retired and brought back on screen, and offered to bays and bookings."""

from __future__ import annotations

import pytest

from parkdesk.ui.board import live_board
from parkdesk.ui.dialogs.booking import BookingDialog
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.lots.section import LotsSection
from parkdesk.ui.settings.vehicles.section import VehiclesSection
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def vehicles(desk: OpenDesk, settings: SettingsScreen) -> VehiclesSection:
    settings.open("vehicles")
    desk.settle()
    section = settings.page("vehicles")
    assert isinstance(section, VehiclesSection)
    return section


def listed(vehicles: VehiclesSection) -> list[str]:
    model = vehicles.model
    return [
        " · ".join(str(model.index(row, column).data()) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_the_types_are_listed_with_what_is_typed_for_them(vehicles: VehiclesSection):
    assert listed(vehicles)[0] == "Two-wheeler · two-wheeler · in use"
    assert len(listed(vehicles)) == 8
    assert vehicles.panel.name.text() == "Two-wheeler"


def test_a_new_type_can_be_chosen_for_a_bay(
    desk: OpenDesk, settings: SettingsScreen, vehicles: VehiclesSection
):
    vehicles.add_button.click()
    vehicles.panel.name.setText("Mini bus")
    vehicles.panel.save_button.click()
    desk.settle()
    assert desk.messages[-1] == "Mini bus is added"
    assert listed(vehicles)[-1] == "Mini bus · mini-bus · in use"
    assert vehicles.panel.identity == "mini-bus"
    settings.open("lots")
    desk.settle()
    lots = settings.page("lots")
    assert isinstance(lots, LotsSection)
    lots.list.card(desk.case.lot.name).bays.click()
    desk.settle()
    bays = lots.bays
    bays.choose([desk.case.bay("A1")])
    bays.panel.types.tick(bays.panel.types.ticked | {"mini-bus"})
    bays.panel.save()
    desk.settle()
    assert desk.case.book("A1", vehicle_type="mini-bus").vehicle_type == "mini-bus"


def test_a_type_is_renamed(desk: OpenDesk, vehicles: VehiclesSection):
    vehicles.choose("sedan")
    vehicles.panel.name.setText("Limousine")
    vehicles.panel.save()
    desk.settle()
    assert desk.messages[-1] == "Limousine is renamed"
    assert "Limousine · sedan · in use" in listed(vehicles)


def test_a_retired_type_is_offered_no_more_until_it_is_brought_back(
    desk: OpenDesk, vehicles: VehiclesSection, qtbot
):
    live_board(desk.ui)
    vehicles.choose("sedan")
    vehicles.panel.retire_button.click()
    desk.settle()
    assert "Sedan · sedan · retired" in listed(vehicles)
    assert vehicles.panel.retire_button.text() == "Bring back"
    dialog = BookingDialog(desk.ui)
    qtbot.addWidget(dialog)
    assert dialog.vehicle_type.findData("sedan") < 0
    assert live_board(desk.ui).vehicle_name("sedan") == "Sedan", "what is booked keeps its name"
    vehicles.panel.retire_button.click()
    desk.settle()
    assert "Sedan · sedan · in use" in listed(vehicles)
    assert desk.messages[-1] == "Sedan is in use again"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This must not be empty."),
        ("sedan", "There is already a vehicle type Sedan; another name must not read the same."),
        ("B" * 300, "This text has 300 characters; at most 40 fit."),
        (
            "\N{AUTOMOBILE}",
            "A vehicle type is named with letters, digits and - / & + ( ) . only; '\N{AUTOMOBILE}' is none of them.",
        ),
    ],
)
def test_what_is_no_name_is_said_beside_it_and_stays(
    desk: OpenDesk, vehicles: VehiclesSection, typed: str, said: str
):
    vehicles.add_button.click()
    vehicles.panel.name.setText(typed)
    vehicles.panel.save()
    desk.settle()
    assert vehicles.panel.form.fields["name"].sentence == said
    assert vehicles.panel.name.text() == typed
    assert len(listed(vehicles)) == 8


def test_the_last_type_in_use_stays(desk: OpenDesk, vehicles: VehiclesSection):
    for kind in desk.case.services.vehicle_types.all()[1:]:
        desk.case.services.vehicle_types.retire(desk.case.owner, kind.code)
    vehicles.refresh()
    desk.settle()
    vehicles.choose("two-wheeler")
    vehicles.panel.retire_button.click()
    desk.settle()
    assert vehicles.panel.form.said.text() == "One vehicle type must remain in use."
