"""Lots: added, changed, imported; refusals stand beside their fields, and nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from parkdesk.domain.lot import AtEnd
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.editors import DurationEdit
from parkdesk.ui.settings.lots.lot_form import LotForm
from parkdesk.ui.settings.lots.section import LotsSection
from tests.ui.open_desk import OpenDesk

GOOD = "name,capacity,timezone,currency\nHill Yard,30,Asia/Kolkata,INR\n"
BAD = (
    "lot,level,code,row,column,vehicle_types,timezone,currency\n"
    "New,Ground,A1,1,1,tank,Asia/Kolkata,INR\n"
    "New,Ground,A2,x,2,sedan,Mars/Crater,INR\n"
)


@pytest.fixture
def lots(settings: SettingsScreen) -> LotsSection:
    section = settings.page("lots")
    assert isinstance(section, LotsSection)
    return section


def fault(form: LotForm, field: str) -> str:
    shown = form.form.fields[field]
    return shown.sentence if shown.faulty else ""


def type_in(form: LotForm, field: str, text: str) -> None:
    form.form.fields[field].editor.setText(text)


def test_the_lots_are_listed_with_their_bays(desk: OpenDesk, lots: LotsSection):
    assert [summary.lot.name for summary in lots.list.shown] == [desk.case.lot.name]
    assert lots.list.shown[0].bays == 7


def test_a_new_lot_is_laid_out_and_can_be_booked_at_once(desk: OpenDesk, lots: LotsSection):
    lots.list.add_button.click()
    type_in(lots.form, "name", "Hill  Yard")
    lots.form.form.fields["capacity"].editor.setValue(30)
    lots.form.save()
    desk.settle()
    lot = next(lot for lot in desk.ui.lots if lot.name == "Hill Yard")
    assert lot.time_zone == desk.case.lot.time_zone
    assert len(desk.case.services.lots.bays(lot.id)) == 30
    assert desk.case.services.lots.tariff(lot.id) is not None
    assert lots.currentWidget() is not lots.form
    assert {summary.lot.name for summary in lots.list.shown} == {desk.case.lot.name, "Hill Yard"}


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "  ", "This must not be empty."),
        ("time_zone", "Mars/Crater", "'Mars/Crater' is not a time zone such as Asia/Kolkata."),
        ("currency", "rupees", "'RUPEES' is not a currency code such as INR or EUR."),
        ("latitude", "north", "'north' cannot be read as a number; use digits only."),
        ("latitude", "91", "A number between -90 and 90 is needed here; this is 91.0."),
        ("grace", "soon", "'soon' is not a length of time such as 30m, 2h or 1h30."),
        ("quick_durations", "30m, x", "'x' is not a length of time such as 30m, 2h or 1h30."),
        ("quick_durations", "1m", "A stay here lasts 5 minutes at least."),
        ("default_duration", "40d", "A stay here lasts 744 hours at most."),
        ("most_stay", "", "This must not be empty."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_stays_typed(
    desk: OpenDesk, lots: LotsSection, field: str, typed: str, said: str
):
    lots.list.add_button.click()
    type_in(lots.form, "name", "Hill Yard")
    type_in(lots.form, field, typed)
    lots.form.save()
    desk.settle()
    assert fault(lots.form, field) == said
    assert lots.form.form.fields[field].editor.text() == typed
    assert len(desk.ui.lots) == 1


def test_a_name_that_is_taken_is_said_beside_the_name(desk: OpenDesk, lots: LotsSection):
    lots.list.add_button.click()
    type_in(lots.form, "name", desk.case.lot.name)
    lots.form.save()
    desk.settle()
    assert fault(lots.form, "name") == f"There is already a lot called {desk.case.lot.name}."


def test_a_lot_is_changed_and_keeps_its_clock_and_money(desk: OpenDesk, lots: LotsSection):
    lots.list.card(desk.case.lot.name).edit.click()
    form = lots.form
    assert not form.form.fields["time_zone"].editor.isEnabled()
    assert not form.form.fields["currency"].editor.isEnabled()
    type_in(form, "address", "MG Road, Kochi")
    type_in(form, "latitude", "9,97")
    type_in(form, "longitude", "76.28")
    type_in(form, "grace", "1h")
    type_in(form, "quick_durations", "30m, 1h30; 2d")
    form.hold_button.setChecked(True)
    form.save()
    desk.settle()
    lot = desk.case.services.lots.lot(desk.case.lot.id)
    assert (lot.address, lot.latitude, lot.longitude) == ("MG Road, Kochi", 9.97, 76.28)
    assert (lot.at_end, lot.grace) == (AtEnd.HOLD, timedelta(hours=1))
    assert lot.quick_durations == (timedelta(minutes=30), timedelta(minutes=90), timedelta(days=2))
    assert desk.ui.lot == lot


def test_what_was_typed_is_there_again_and_cancel_throws_it_away(desk: OpenDesk, lots: LotsSection):
    name = desk.case.lot.name
    lots.list.card(name).edit.click()
    type_in(lots.form, "address", "half a")
    lots.form.left.emit()
    lots.list.add_button.click()
    assert lots.form.form.fields["address"].editor.text() == ""
    lots.form.left.emit()
    lots.list.card(name).edit.click()
    assert lots.form.form.fields["address"].editor.text() == "half a"
    lots.form.give_up()
    lots.list.card(name).edit.click()
    assert lots.form.form.fields["address"].editor.text() == ""


def test_escape_leaves_a_form_only_when_nothing_was_typed(lots: LotsSection, settings: SettingsScreen):
    lots.list.add_button.click()
    type_in(lots.form, "name", "Hill")
    settings.back()
    assert lots.currentWidget() is lots.form
    lots.form.give_up()
    lots.list.add_button.click()
    settings.back()
    assert lots.currentWidget() is not lots.form


def test_a_lot_file_is_imported(desk: OpenDesk, lots: LotsSection, tmp_path: Path):
    file = tmp_path / "lots.csv"
    file.write_text(GOOD, "utf-8")
    lots.import_file(file)
    desk.settle()
    assert {lot.name for lot in desk.ui.lots} == {desk.case.lot.name, "Hill Yard"}
    assert desk.messages[-1] == "1 lot added · 30 bays added"
    lots.import_file(file)
    desk.settle()
    assert desk.messages[-1] == "The file says nothing new; nothing was changed"


def test_the_faults_of_a_file_are_listed_by_row_and_column(desk: OpenDesk, lots: LotsSection, tmp_path: Path):
    file = tmp_path / "bad.csv"
    file.write_text(BAD, "utf-8")
    lots.import_file(file)
    desk.settle()
    model = lots.faults.model
    found = [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]
    assert found == [
        ("2", "vehicle_types", "'tank' is not a vehicle type here."),
        ("3", "row", "'x' cannot be read as a number; use digits only."),
        ("3", "timezone", "'Mars/Crater' is not a time zone such as Asia/Kolkata."),
    ] or sorted(found) == sorted(
        [
            ("2", "vehicle_types", "'tank' is not a vehicle type here."),
            ("3", "row", "'x' cannot be read as a number; use digits only."),
            ("3", "timezone", "This differs from row 2, which is about the same lot."),
        ]
    )
    assert lots.currentWidget() is lots.faults
    assert len(desk.ui.lots) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\x01", "is not a text file"),
        (b"", "holds no lots"),
        (b"colour,size\nred,1\n", "is not a lot file"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_lot_file_is_said_as_a_whole(
    desk: OpenDesk, lots: LotsSection, tmp_path: Path, content: bytes | None, said: str
):
    file = tmp_path / "some.csv"
    if content is not None:
        file.write_bytes(content)
    lots.import_file(file)
    desk.settle()
    assert said in lots.faults.words
    assert lots.faults.model.rowCount() == 0


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "0m"),
        (timedelta(minutes=30), "30m"),
        (timedelta(minutes=90), "1h30"),
        (timedelta(hours=24), "24h"),
        (timedelta(days=31), "31d"),
    ],
)
def test_a_duration_is_read_as_it_is_written(qtbot, length: timedelta, text: str):
    editor = DurationEdit()
    qtbot.addWidget(editor)
    editor.set(length)
    assert editor.text() == text
    assert editor.length("grace") == length
