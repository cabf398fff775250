"""The first start from an empty folder to a car in a bay, and every refusal beside its field."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

import parkdesk
from parkdesk.app import introduce, open_services
from parkdesk.config import Config
from parkdesk.domain.booking import BookingRequest
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.people import Person, Role
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.ui.application import DeskApplication
from parkdesk.ui.context import UiContext
from parkdesk.ui.first_start import FirstStart
from parkdesk.ui.first_start.draft import TEMPLATES, LotDraft, new_lot
from parkdesk.ui.first_start.lot_step import LotStep
from parkdesk.ui.first_start.owner_step import OwnerStep
from parkdesk.ui.first_start.place_step import PlaceStep
from parkdesk.ui.theme import Theme
from tests.ui.parts import SetClock

PASSWORD = "correct horse"
LOTS = (
    b"name,capacity,timezone,currency\nMarine Drive,120,Asia/Kolkata,INR\nRound South,48,Asia/Kolkata,INR\n"
)
FAULTY = b"name,capacity,timezone,currency\nA,ten,Asia/Kolkata,INR\n,5,Nowhere,INR\n"


@pytest.fixture
def services(ui: UiContext, now: SetClock, sqlite_url: str) -> Iterator[Services]:
    desk = Desk(Database(sqlite_url), now, new_id(), "Desk 1")
    introduce(desk)
    made = Services.of(desk)
    ui.open_with(made)
    yield made
    assert ui.tasks.close()
    made.close()


@pytest.fixture
def start(ui: UiContext, services: Services, qtbot) -> Callable[[], FirstStart]:
    def begin() -> FirstStart:
        made = FirstStart(ui)
        qtbot.addWidget(made)
        made.resize(1100, 700)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        qtbot.waitUntil(lambda: made.step is not None)
        return made

    return begin


def place(assistant: FirstStart, time_zone: str = "Asia/Kolkata", currency: str = "INR") -> None:
    step = assistant.step
    assert isinstance(step, PlaceStep)
    step.time_zone.setText(time_zone)
    step.currency.setText(currency)
    assistant.next()


def account(
    assistant: FirstStart, name: str = "Olga Thomas", password: str = PASSWORD, pin: str = ""
) -> None:
    step = assistant.step
    assert isinstance(step, OwnerStep)
    step.person.setText(name)
    step.password.setText(password)
    step.again.setText(password)
    step.pin.setText(pin)


def test_from_nothing_to_a_booked_bay(start, services: Services, qtbot) -> None:
    assistant = start()
    place(assistant)
    lot = assistant.step
    assert isinstance(lot, LotStep)
    lot.choose("city")
    lot.lot_name.setText("Riverside Lot")
    lot.price.setText("90")
    assistant.next()
    account(assistant, pin="2468")
    with qtbot.waitSignal(assistant.finished) as finished:
        assistant.next()
    owner: Person = finished.args[0]
    assert (owner.name, owner.role, owner.has_pin) == ("Olga Thomas", Role.OWNER, True)
    (summary,) = services.lots.all()
    assert (summary.lot.name, summary.bays, summary.lot.language) == ("Riverside Lot", 120, "en_IN")
    assert summary.lot.at_end is AtEnd.HOLD
    bays = {bay.code: bay for bay in services.lots.bays(summary.lot.id)}
    assert bays["T12"].vehicle_types == {"two-wheeler"}
    car = services.bookings.book(owner, BookingRequest(bays["A5"].id, "KL 08 AZ 1234", "sedan"))
    bike = services.bookings.book(owner, BookingRequest(bays["T1"].id, "KL 08 B 1", "two-wheeler"))
    assert (car.total_minor, bike.total_minor) == (10620, 3540)


def test_enter_goes_on_from_every_step(start, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "lots.csv"
    file.write_bytes(LOTS)
    assistant = start()
    place_step = assistant.step
    assert isinstance(place_step, PlaceStep)
    for field, words in ((place_step.time_zone, "Asia/Kolkata"), (place_step.currency, "INR")):
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, words)
        # What is complete is not offered: a list would take the key.
        assert not field.completer().popup().isVisible()
    qtbot.keyClick(place_step.currency, Qt.Key.Key_Return)
    lot = assistant.step
    assert isinstance(lot, LotStep)
    lot.choose("file")
    lot.file.read(file)
    qtbot.waitUntil(lambda: lot.file.chosen is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(assistant.step, OwnerStep)


def test_the_lots_of_a_file(start, services: Services, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "lots.csv"
    assistant = start()
    place(assistant)
    lot = assistant.step
    assert isinstance(lot, LotStep)
    lot.choose("file")
    assistant.next()
    assert lot.file.said.text() == "Choose a file first."
    file.write_bytes(FAULTY)
    lot.file.read(file)
    qtbot.waitUntil(lambda: lot.file.faults.rowCount() == 3)
    shown = [
        tuple(lot.file.faults.index(row, column).data() for column in range(3))
        for row in range(lot.file.faults.rowCount())
    ]
    assert shown[0] == ("2", "capacity", "'ten' cannot be read as a number; use digits only.")
    assert [cell[:2] for cell in shown[1:]] == [("3", "name"), ("3", "timezone")]
    assistant.next()
    assert assistant.step is lot
    file.write_bytes(LOTS)
    lot.file.read(file)
    qtbot.waitUntil(lambda: lot.file.chosen is not None)
    assert lot.file.said.text() == "2 lots with 168 bays: Marine Drive, Round South"
    assistant.next()
    account(assistant)
    with qtbot.waitSignal(assistant.finished):
        assistant.next()
    assert {summary.lot.name: summary.bays for summary in services.lots.all()} == {
        "Marine Drive": 120,
        "Round South": 48,
    }


def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(start, services: Services) -> None:
    assistant = start()
    place(assistant, "Europe/Atlantis")
    step = assistant.step
    assert isinstance(step, PlaceStep)
    assert "Europe/Atlantis" in step.form.fields["time_zone"].sentence
    place(assistant, currency="RUPEE")
    assert step.form.fields["currency"].faulty
    assert step.currency.text() == "RUPEE"
    place(assistant)
    lot = assistant.step
    assert isinstance(lot, LotStep)
    lot.lot_name.setText("  ")
    assistant.next()
    assert lot.form.fields["name"].faulty
    lot.lot_name.setText("Riverside")
    lot.price.setText("-1")
    assistant.next()
    assert lot.form.fields["hourly"].faulty
    lot.price.setText("60")
    assistant.next()
    owner = assistant.step
    assert isinstance(owner, OwnerStep)
    for name, password, again, pin, field in (
        ("", PASSWORD, PASSWORD, "", "name"),
        ("Olga", "short", "short", "", "password"),
        ("Olga", PASSWORD, "another horse", "", "again"),
        ("Olga", PASSWORD, PASSWORD, "12ab", "pin"),
    ):
        owner.person.setText(name)
        owner.password.setText(password)
        owner.again.setText(again)
        owner.pin.setText(pin)
        assistant.next()
        assert [found for found, shown in owner.form.fields.items() if shown.faulty] == [field]
        assert owner.password.text() == password
    assert services.people.all() == ()


def test_going_back_keeps_everything(start) -> None:
    assistant = start()
    place(assistant, "Europe/Berlin", "eur")
    lot = assistant.step
    assert isinstance(lot, LotStep)
    lot.choose("garage")
    lot.lot_name.setText("Altmarkt")
    assistant.next()
    account(assistant)
    assistant.back()
    assert (lot.lot_name.text(), lot.bays.value()) == ("Altmarkt", 400)
    assistant.back()
    first = assistant.step
    assert isinstance(first, PlaceStep)
    assert (first.time_zone.text(), first.currency.text()) == ("Europe/Berlin", "EUR")


def test_enter_goes_on(start, qtbot) -> None:
    assistant = start()
    first = assistant.step
    assert isinstance(first, PlaceStep)
    first.time_zone.setText("Asia/Kolkata")
    first.currency.setText("INR")
    qtbot.keyClick(first.time_zone, Qt.Key.Key_Return)
    assert isinstance(assistant.step, LotStep)


def test_an_owner_without_a_lot_only_says_who_they_are(start, services: Services, qtbot) -> None:
    services.people.first_owner("Olga Thomas", PASSWORD)
    assistant = start()
    place(assistant)
    assistant.next()
    owner = assistant.step
    assert isinstance(owner, OwnerStep)
    owner.person.setText("Olga Thomas")
    owner.password.setText("wrong horse")
    assistant.next()
    qtbot.waitUntil(lambda: owner.form.fields["password"].faulty)
    assert services.lots.all() == ()
    owner.password.setText(PASSWORD)
    with qtbot.waitSignal(assistant.finished):
        assistant.next()
    assert len(services.lots.all()) == 1


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("currency", ["INR", "EUR", "JPY", "KWD"])
def test_every_template_makes_a_lot_that_can_be_stored(services: Services, template, currency: str) -> None:
    owner = services.people.first_owner("Olga Thomas", PASSWORD)
    draft = LotDraft("Lot", "Asia/Kolkata", currency, template.bays, 900, template.at_end, template.bikes)
    new = new_lot(draft)
    services.lots.add(owner, new.lot, new.tariff, levels=new.levels, bays=new.bays)
    (summary,) = services.lots.all()
    assert summary.bays == template.bays + template.bikes
    assert new.tariff.hourly_minor == 900


def test_an_empty_folder_leads_to_the_desk(qapp: QApplication, theme: Theme, tmp_path: Path, qtbot) -> None:
    config = Config.read(data_dir=tmp_path, database=f"sqlite:///{tmp_path / 'parkdesk.db'}")
    desk = DeskApplication(qapp, config, lambda: open_services(config))
    desk.window.show()
    desk.start()
    qtbot.waitUntil(lambda: isinstance(desk.window.page, FirstStart) and desk.window.page.step is not None)
    assistant = desk.window.page
    assert isinstance(assistant, FirstStart)
    place(assistant)
    assistant.next()
    account(assistant)
    assistant.next()
    qtbot.waitUntil(lambda: desk.window.on_desk, timeout=15_000)
    assert desk.ui.person is not None
    assert desk.ui.person.name == "Olga Thomas"
    assert [lot.name for lot in desk.ui.lots] == ["Small lot"]
    desk.close()
    desk.window.close()
    desk.window.deleteLater()
    theme.apply(qapp)


@pytest.mark.parametrize(("starts", "words"), [(True, "a window of its own"), (False, "did not start")])
def test_the_demo_can_be_looked_at_first(
    start: Callable[[], FirstStart], qtbot, monkeypatch, starts: bool, words: str
) -> None:
    asked: list[list[str]] = []

    def detached(program: str, arguments: list[str], folder: str) -> tuple[bool, int]:
        asked.append([program, *arguments, folder])
        return starts, 0

    monkeypatch.setattr(QProcess, "startDetached", detached)
    step = start().step
    assert isinstance(step, PlaceStep)
    qtbot.mouseClick(step.demo, Qt.MouseButton.LeftButton)
    assert asked == [[sys.executable, "-m", "parkdesk", "--demo", str(Path(parkdesk.__file__).parents[1])]]
    assert words in step.said
