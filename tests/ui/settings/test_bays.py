"""Bays: edited one by one, added in rows, closed and reopened together."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from parkdesk.domain.bay import Place
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.lots.bays_page import BaysPage
from parkdesk.ui.settings.lots.new_bays import code_after
from parkdesk.ui.settings.lots.section import LotsSection
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def bays(desk: OpenDesk, settings: SettingsScreen) -> BaysPage:
    section = settings.page("lots")
    assert isinstance(section, LotsSection)
    section.list.card(desk.case.lot.name).bays.click()
    desk.settle()
    return section.bays


def drawn(bays: BaysPage) -> list[str]:
    model = bays.model
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def choose(bays: BaysPage, desk: OpenDesk, *codes: str) -> None:
    bays.table.clearSelection()
    bays.choose([desk.case.bay(code) for code in codes])


def test_a_levels_bays_stand_in_the_order_of_their_codes(bays: BaysPage):
    assert drawn(bays)[0] == "A1 |  | 1 · 2 | Cars | tariff | open"
    assert drawn(bays)[-1] == "T1 | Two-wheelers | 3 · 2 | Two-wheeler | tariff | open"
    bays.search.setText("two")
    assert [line[:2] for line in drawn(bays)] == ["T1"]


def test_a_bay_is_edited(desk: OpenDesk, bays: BaysPage):
    choose(bays, desk, "A1")
    panel = bays.panel
    panel.code.setText(" A01 ")
    panel.zone.setText("North")
    panel.row.setValue(5)
    panel.price.setText("₹ 80")
    panel.types.box("van").setChecked(True)
    panel.features.box("ev").setChecked(True)
    panel.save()
    desk.settle()
    bay = next(bay for bay in desk.case.services.lots.bays(desk.case.lot.id) if bay.code == "A01")
    assert (bay.zone, bay.place, bay.hourly_minor) == ("North", Place(4, 1), 8000)
    assert bay.features == {"ev"}
    assert "van" in bay.vehicle_types
    assert "A01 | North | 5 · 2 | Cars, Van, Charging | ₹ 80 | open" in [
        line.replace("\u00a0", " ") for line in drawn(bays)
    ]
    assert [bay.code for bay in bays.chosen()] == ["A01"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("code", "", "This must not be empty."),
        ("code", "A2", "There is already a bay A2 in this lot."),
        ("code", "A" * 13, "This text has 13 characters; at most 12 fit."),
        ("price", "cheap", "'cheap' is not an amount of money."),
        ("price", "-1", "An amount lies between 0 and 1000000000.00."),
        ("price", "1e12", "'1e12' is not an amount of money."),
    ],
)
def test_what_is_wrong_with_a_bay_stands_beside_its_field(
    desk: OpenDesk, bays: BaysPage, field: str, typed: str, said: str
):
    choose(bays, desk, "A1")
    bays.panel.form.fields[field].editor.setText(typed)
    bays.panel.save()
    desk.settle()
    assert bays.panel.form.fields[field].sentence == said
    assert bays.panel.form.fields[field].editor.text() == typed


def test_two_bays_cannot_stand_in_one_place(desk: OpenDesk, bays: BaysPage):
    choose(bays, desk, "A1")
    bays.panel.column.setValue(3)
    bays.panel.save()
    desk.settle()
    assert "Another bay stands" in bays.panel.form.fields["row"].sentence


def test_what_was_typed_about_a_bay_waits_for_it(desk: OpenDesk, bays: BaysPage):
    choose(bays, desk, "A1")
    bays.panel.zone.setText("half")
    choose(bays, desk, "A2")
    assert bays.panel.zone.text() == ""
    bays.refresh()
    desk.settle()
    choose(bays, desk, "A1")
    assert bays.panel.zone.text() == "half"


def test_many_are_closed_with_one_reason_and_reopened(desk: OpenDesk, bays: BaysPage):
    choose(bays, desk, "A1", "A2", "A3")
    bays.panel.close_bays()
    desk.settle()
    assert bays.panel.reason_fault == "This must not be empty."
    bays.panel.reason.setText("Line painting")
    bays.panel.close_bays()
    desk.settle()
    assert sum("closed: Line painting" in line for line in drawn(bays)) == 3
    assert [bay.code for bay in bays.chosen()] == ["A1", "A2", "A3"]
    bays.panel.reopen_bays()
    desk.settle()
    assert not any("closed" in line for line in drawn(bays))


def test_a_row_is_added_behind_the_others(desk: OpenDesk, bays: BaysPage):
    bays.row_button.click()
    dialog = bays.findChild(QDialog)
    assert dialog is not None
    dialog.code.setText("B07")
    dialog.count.setValue(4)
    dialog.save()
    desk.settle()
    added = [bay for bay in desk.case.services.lots.bays(desk.case.lot.id) if bay.code.startswith("B")]
    assert sorted(bay.code for bay in added) == ["B07", "B08", "B09", "B10"]
    assert {bay.place.row for bay in added} == {3}
    assert len(drawn(bays)) == 11


def test_a_row_with_a_taken_code_adds_nothing_and_stays_typed(desk: OpenDesk, bays: BaysPage):
    bays.row_button.click()
    dialog = bays.findChild(QDialog)
    assert dialog is not None
    dialog.code.setText("A5")
    dialog.count.setValue(3)
    dialog.save()
    desk.settle()
    assert dialog.form.fields["code"].sentence == "There is already a bay A5 in this lot."
    assert dialog.isVisible()
    assert len(desk.case.services.lots.bays(desk.case.lot.id)) == 7


def test_a_level_is_added_and_looked_at(desk: OpenDesk, bays: BaysPage):
    bays.level_button.click()
    dialog = bays.findChild(QDialog)
    assert dialog is not None
    dialog.save()
    desk.settle()
    assert dialog.form.fields["name"].sentence == "This must not be empty."
    dialog.name.setText("Roof")
    dialog.save()
    desk.settle()
    assert bays.levels.currentText() == "Roof"
    assert drawn(bays) == []


@pytest.mark.parametrize(
    ("code", "steps", "after"),
    [
        ("B7", 3, "B10"),
        ("B07", 3, "B10"),
        ("A", 0, "A1"),
        ("9", 1, "10"),
        ("P-1-9", 1, "P-1-10"),
        ("", 4, ""),
    ],
)
def test_codes_count_on(code: str, steps: int, after: str):
    assert code_after(code, steps) == after
