"""People: added, changed, sent away; and everybody's own password and PIN."""

from __future__ import annotations

import pytest

from parkdesk.domain.errors import SignInRefused
from parkdesk.domain.people import Role
from parkdesk.services.bundle import Services
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.ui.context import Leaving
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.people.section import PeopleSection
from parkdesk.ui.settings.people.you import YouSection
from tests.ui.open_desk import OpenDesk

CHEAP = Hashing(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "correct horse"


@pytest.fixture
def service(desk: OpenDesk) -> PeopleService:
    """The desk's people; their hashes are cheap, and the owner can sign in."""
    made = PeopleService(desk.case.desk, CHEAP)
    made.set_password(desk.case.owner, desk.case.owner.id, PASSWORD)
    services = Services.of(desk.case.desk)
    services.people = made
    desk.ui.open_with(services)
    return made


@pytest.fixture
def people(desk: OpenDesk, service: PeopleService, settings: SettingsScreen) -> PeopleSection:
    settings.open("people")
    desk.settle()
    section = settings.page("people")
    assert isinstance(section, PeopleSection)
    return section


def listed(people: PeopleSection) -> dict[str, list[str]]:
    model = people.model
    return {
        str(model.index(row, 0).data()): [str(model.index(row, column).data()) for column in range(1, 5)]
        for row in range(model.rowCount())
    }


def fault(people: PeopleSection, field: str) -> str:
    shown = people.panel.form.fields[field]
    return shown.sentence if shown.faulty else ""


def test_everybody_is_listed_with_what_they_may(desk: OpenDesk, people: PeopleSection):
    assert listed(people)[desk.case.owner.name] == ["Owner", "everything", "–", "works here"]
    assert listed(people)[desk.case.supervisor.name] == [
        "Supervisor",
        "work, reports, overrides",
        "–",
        "works here",
    ]
    assert listed(people)[desk.case.attendant.name] == ["Attendant", "work, reports", "–", "works here"]


def test_somebody_is_added_and_can_sign_in(desk: OpenDesk, people: PeopleSection, service: PeopleService):
    people.add_button.click()
    panel = people.panel
    panel.name.setText("Ravi Kumar")
    panel.password.setText(PASSWORD)
    panel.pin.setText("1357")
    panel.supervisor.setChecked(True)
    panel.save()
    desk.settle()
    assert listed(people)["Ravi Kumar"] == ["Supervisor", "work, reports, overrides", "yes", "works here"]
    person = service.sign_in("ravi kumar", PASSWORD)
    assert (person.role, person.supervisor, person.has_pin) == (Role.ATTENDANT, True, True)
    assert panel.password.text() == ""


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "This must not be empty."),
        ("password", "short", "At least 8 characters are needed."),
        ("pin", "12", "A PIN has 4 to 10 digits."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_stays_typed(
    desk: OpenDesk, people: PeopleSection, field: str, typed: str, said: str
):
    people.add_button.click()
    panel = people.panel
    for name, text in {"name": "Ravi", "password": PASSWORD, "pin": "1357", field: typed}.items():
        panel.form.fields[name].editor.setText(text)
    panel.save()
    desk.settle()
    assert fault(people, field) == said
    assert panel.form.fields[field].editor.text() == typed
    assert "Ravi" not in listed(people)


def test_a_name_that_is_taken_is_refused(desk: OpenDesk, people: PeopleSection):
    people.choose(desk.case.attendant.id)
    people.panel.name.setText(desk.case.supervisor.name.upper())
    people.panel.save()
    desk.settle()
    assert fault(people, "name").startswith("There is already someone called")


def test_the_last_owner_stays_one(desk: OpenDesk, people: PeopleSection, service: PeopleService):
    people.choose(desk.case.owner.id)
    people.panel.active.setChecked(False)
    people.panel.save()
    desk.settle()
    assert people.panel.form.said.text() == "One owner must remain who can sign in."
    assert service.get(desk.case.owner.id).active


def test_somebody_leaves_and_cannot_sign_in_any_more(
    desk: OpenDesk, people: PeopleSection, service: PeopleService
):
    service.set_password(desk.case.owner, desk.case.attendant.id, PASSWORD)
    people.choose(desk.case.attendant.id)
    people.panel.active.setChecked(False)
    people.panel.save()
    desk.settle()
    assert listed(people)[desk.case.attendant.name][-1] == "has left"
    with pytest.raises(SignInRefused):
        service.sign_in(desk.case.attendant.name, PASSWORD)


def test_a_pin_is_given_and_taken_away(desk: OpenDesk, people: PeopleSection, service: PeopleService):
    people.choose(desk.case.attendant.id)
    people.panel.pin.setText("2468")
    people.panel.save()
    desk.settle()
    assert service.get(desk.case.attendant.id).has_pin
    people.panel.no_pin.setChecked(True)
    people.panel.save()
    desk.settle()
    assert not service.get(desk.case.attendant.id).has_pin


def test_an_owner_who_makes_themselves_an_attendant_loses_the_sections(
    desk: OpenDesk, people: PeopleSection, service: PeopleService, settings: SettingsScreen
):
    service.add(desk.case.owner, "Other Owner", Role.OWNER, PASSWORD)
    people.choose(desk.case.owner.id)
    people.panel.role.setCurrentIndex(people.panel.role.findData(Role.ATTENDANT))
    people.panel.save()
    desk.settle()
    assert desk.ui.person is not None
    assert desk.ui.person.role is Role.ATTENDANT
    assert not settings.list.button("people").isVisible()


def test_an_owner_who_leaves_leaves_the_desk(
    desk: OpenDesk, people: PeopleSection, service: PeopleService, qtbot
):
    service.add(desk.case.owner, "Other Owner", Role.OWNER, PASSWORD)
    people.choose(desk.case.owner.id)
    people.panel.active.setChecked(False)
    left: list[Leaving] = []
    desk.ui.shell.left.connect(left.append)
    people.panel.save()
    desk.settle()
    assert left == [Leaving.SWITCH]


@pytest.fixture
def you(desk: OpenDesk, service: PeopleService, settings: SettingsScreen) -> YouSection:
    """An attendant's own section; their password is PASSWORD."""
    service.set_password(desk.case.owner, desk.case.attendant.id, PASSWORD)
    desk.ui.sign_in(desk.case.attendant)
    settings.open("you")
    desk.settle()
    section = settings.page("you")
    assert isinstance(section, YouSection)
    return section


def test_an_attendant_changes_password_and_pin_with_the_current_password(
    desk: OpenDesk, you: YouSection, service: PeopleService
):
    you.current.setText(PASSWORD)
    you.password.setText("another horse")
    you.pin.setText("9753")
    you.save()
    desk.settle()
    assert service.sign_in(desk.case.attendant.name, "another horse").has_pin
    assert you.password.text() == ""


def test_a_wrong_current_password_is_said_there(desk: OpenDesk, you: YouSection, service: PeopleService):
    you.current.setText("wrong horse")
    you.password.setText("another horse")
    you.save()
    desk.settle()
    assert you.form.fields["current"].sentence == "That name and password do not belong together."
    assert you.password.text() == "another horse"
    assert service.sign_in(desk.case.attendant.name, PASSWORD)


def test_nothing_of_what_one_person_typed_is_there_for_the_next(desk: OpenDesk, you: YouSection):
    you.current.setText(PASSWORD)
    desk.ui.sign_in(desk.case.supervisor)
    assert you.current.text() == ""
