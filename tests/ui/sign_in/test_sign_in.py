"""Between two people at the desk: a password first, then PINs, and a lock-out that says how long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from parkdesk.domain.people import Person, Role
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.ui.sign_in import SignInScreen
from parkdesk.ui.sign_in.people_cards import PersonCard
from parkdesk.ui.sign_in.pin_pad import PinPad
from parkdesk.ui.widgets import ErrorState
from tests.ui.open_desk import OpenDesk

PASSWORD = "correct horse"


@pytest.fixture
def people(desk: OpenDesk) -> PeopleService:
    service = PeopleService(desk.case.desk, Hashing(rounds=1, memory_kib=8, lanes=1))
    object.__setattr__(desk.case.services, "people", service)
    service.set_password(desk.case.owner, desk.case.owner.id, PASSWORD)
    for known in (desk.case.supervisor, desk.case.attendant):
        service.change(desk.case.owner, Person(known.id, known.name, known.role, active=False))
    service.add(desk.case.owner, "Asha", Role.ATTENDANT, PASSWORD, "1357")
    service.add(desk.case.owner, "Ravi", Role.ATTENDANT, PASSWORD)
    return service


@pytest.fixture
def screen(desk: OpenDesk, people: PeopleService, qtbot) -> SignInScreen:
    return shown(desk, qtbot)


def shown(desk: OpenDesk, qtbot, last: Person | None = None) -> SignInScreen:
    made = SignInScreen(desk.ui, last=last)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    desk.settle()
    return made


def choose(screen: SignInScreen, name: str) -> None:
    next(card for card in screen.findChildren(PersonCard) if card.text() == name).click()


def try_password(desk: OpenDesk, screen: SignInScreen, password: str, qtbot) -> None:
    screen.secret.password.clear()
    qtbot.keyClicks(screen.secret.password, password)
    qtbot.keyClick(screen.secret.password, Qt.Key.Key_Return)
    desk.settle()


def tap(pad: PinPad, names: str) -> None:
    """Tap the digits wherever they stand now."""
    keys = {key.accessibleName(): key for key in pad.findChildren(QAbstractButton)}
    for name in names:
        keys[name].click()


def type_pin(desk: OpenDesk, screen: SignInScreen, pin: str, qtbot) -> None:
    qtbot.keyClicks(screen.secret.pad, pin)
    qtbot.keyClick(screen.secret.pad, Qt.Key.Key_Return)
    desk.settle()


def test_those_who_work_here_stand_to_choose(desk: OpenDesk, screen: SignInScreen) -> None:
    names = {card.text() for card in screen.findChildren(PersonCard)}
    assert names == {"Asha", "Ravi", desk.case.owner.name}
    assert screen.secret.isHidden()


def test_a_password_opens_the_desk(desk: OpenDesk, screen: SignInScreen, qtbot) -> None:
    choose(screen, "Asha")
    assert not screen.secret.by_pin
    assert screen.secret.password.hasFocus()
    try_password(desk, screen, PASSWORD, qtbot)
    assert desk.ui.person is not None
    assert desk.ui.person.name == "Asha"
    assert screen.secret.password.text() == ""


def test_a_wrong_password_says_so_and_keeps_the_place(desk: OpenDesk, screen: SignInScreen, qtbot) -> None:
    choose(screen, "Asha")
    try_password(desk, screen, "wrong horse", qtbot)
    assert screen.secret.told == "That password is not right."
    assert desk.ui.person is None
    assert screen.secret.password.hasFocus()
    qtbot.keyClicks(screen.secret.password, "x")
    assert screen.secret.told == ""


def test_at_an_open_desk_a_pin_is_enough(desk: OpenDesk, people: PeopleService, qtbot) -> None:
    people.sign_in("Ravi", PASSWORD)
    screen = shown(desk, qtbot)
    choose(screen, "Asha")
    assert screen.secret.by_pin
    type_pin(desk, screen, "1111", qtbot)
    assert screen.secret.told == "That PIN is not right."
    type_pin(desk, screen, "1357", qtbot)
    assert desk.ui.person is not None
    assert desk.ui.person.name == "Asha"
    choose(screen, "Ravi")
    assert not screen.secret.by_pin


def test_a_locked_desk_asks_for_whoever_was_there(desk: OpenDesk, people: PeopleService, qtbot) -> None:
    asha = people.sign_in("Asha", PASSWORD)
    screen = shown(desk, qtbot, last=asha)
    assert not screen.secret.isHidden()
    assert screen.secret.by_pin
    assert screen.secret.pad.hasFocus()


def test_five_wrong_tries_lock_out_and_say_how_long(desk: OpenDesk, screen: SignInScreen, qtbot) -> None:
    choose(screen, "Asha")
    for _ in range(4):
        try_password(desk, screen, "wrong horse", qtbot)
        assert screen.secret.told == "That password is not right."
    try_password(desk, screen, "wrong horse", qtbot)
    assert "Try again in 1\u00a0min" in screen.secret.told
    assert not screen.secret.password.isEnabled()
    choose(screen, "Ravi")
    assert screen.secret.password.isEnabled()
    assert screen.secret.told == ""
    choose(screen, "Asha")
    assert not screen.secret.password.isEnabled()
    desk.tick(seconds=61)
    assert screen.secret.password.isEnabled()
    assert screen.secret.told == ""
    try_password(desk, screen, PASSWORD, qtbot)
    assert desk.ui.person is not None


def test_taps_tell_nothing(qtbot) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    pad.show()
    orders = set()
    for _ in range(20):
        pad.shuffle()
        orders.add(pad.digits)
        assert sorted(pad.digits) == list("0123456789")
    assert len(orders) > 1
    # A pressed key looks like one let alone.
    key = pad.findChildren(QAbstractButton)[0]
    before = key.grab().toImage()
    key.setDown(True)
    assert key.grab().toImage() == before


def test_a_pin_can_be_tapped(qtbot) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    tap(pad, "1357")
    assert entered == []
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    tap(pad, "9")
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert entered == ["1359"]


def test_who_cannot_be_read_can_be_asked_again(
    desk: OpenDesk, people: PeopleService, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    def gone() -> None:
        raise DatabaseUnavailable(reason="no answer")

    with monkeypatch.context() as lost:
        lost.setattr(people, "all", gone)
        screen = shown(desk, qtbot)
        (error,) = screen.findChildren(ErrorState)
        assert "no answer" in error.accessibleDescription()
    screen.read()
    desk.settle()
    assert len(screen.findChildren(PersonCard)) == 3
