"""The shared widgets do what a hand, a key and a screen reader expect of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from parkdesk.domain.errors import BayTaken, PlateMissing
from parkdesk.ui.theme import State
from parkdesk.ui.widgets import (
    Button,
    Facts,
    Faults,
    Field,
    FigureCard,
    Pills,
    Ring,
    Stage,
    shown_key,
)

pytestmark = pytest.mark.usefixtures("theme")


def test_a_fault_stands_beside_its_field_until_the_next_edit(qtbot) -> None:
    plate = QLineEdit("KL 08")
    field = Field("Plate", plate, hint="As on the car")
    qtbot.addWidget(field)
    field.fault("Type the number plate.")
    assert (field.sentence, field.faulty) == ("Type the number plate.", True)
    assert plate.text() == "KL 08"
    assert plate.accessibleDescription() == "Type the number plate."
    qtbot.keyClicks(plate, "A")
    assert (field.sentence, field.faulty) == ("As on the car", False)


def test_an_error_finds_its_field_or_goes_elsewhere(qtbot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    field = Field("Plate", QLineEdit())
    field.setParent(form)
    elsewhere: list[str] = []
    faults = Faults({"plate": field}, elsewhere.append)
    faults.show(PlateMissing(field="plate"))
    assert field.sentence == "Type the number plate."
    assert elsewhere == []
    faults.clear()
    faults.show(BayTaken(bay="B7"))
    assert not field.faulty
    assert elsewhere[0].startswith("Bay B7 is taken")


def test_a_number_field_forgives_the_wheel(qtbot) -> None:
    minutes = QSpinBox()
    minutes.setValue(30)
    field = Field("Minutes", minutes)
    qtbot.addWidget(field)
    field.fault("Too short")
    minutes.setValue(60)
    assert not field.faulty


def test_pills_are_one_choice_by_hand_and_by_keys(qtbot) -> None:
    pills = Pills([("g", "Ground"), ("1", "Level 1"), ("2", "Level 2")])
    qtbot.addWidget(pills)
    chosen: list[str] = []
    pills.chosen.connect(chosen.append)
    assert pills.current() == "g"
    qtbot.mouseClick(pills.pill("1"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(pills.pill("1"), Qt.Key.Key_Right)
    qtbot.keyClick(pills.pill("2"), Qt.Key.Key_Right)
    assert chosen == ["1", "2"]
    assert pills.current() == "2"


def test_pills_keep_the_choice_when_their_words_change(qtbot) -> None:
    pills = Pills([("all", "All 62"), ("over", "Over 2")])
    qtbot.addWidget(pills)
    pills.choose("over")
    pills.set_choices([("all", "All 63"), ("over", "Over 3")])
    assert (pills.current(), pills.pill("over").text()) == ("over", "Over 3")
    pills.set_choices([("all", "All 0")])
    assert pills.current() == "all"


def test_the_focus_follows_the_choice(qtbot) -> None:
    pills = Pills([("day", "Yesterday"), ("month", "30 days")])
    qtbot.addWidget(pills)
    pills.pill("day").setFocus(Qt.FocusReason.OtherFocusReason)
    pills.choose("month")
    assert pills.focusWidget() is pills.pill("month")
    tabbed = [key for key in ("day", "month") if pills.pill(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["month"]


def test_choosing_a_pill_moves_nothing(qtbot) -> None:
    pills = Pills([("a", "A rather long level name"), ("b", "B")])
    qtbot.addWidget(pills)
    before = pills.sizeHint()
    pills.choose("b")
    assert pills.sizeHint() == before


def test_facts_keep_their_rows(qtbot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.set([("Plate", "KL 08 AZ 1234"), ("Ticket", "7K3-Q9F")])
    plate = facts.value(0)
    facts.set([("Plate", "TN 37 M 2210")])
    assert facts.value(0) is plate
    assert plate.text() == "TN 37 M 2210"
    assert facts.value(1).isHidden()


def test_figures_and_rings_can_be_heard(qtbot) -> None:
    card, ring = FigureCard("Free now", State.FREE), Ring()
    for widget in (card, ring):
        qtbot.addWidget(widget)
    card.set("38", "of 120 bays")
    ring.set(0.7, "0:41:12", "left · ends 15:13")
    assert (card.accessibleName(), card.accessibleDescription()) == ("Free now", "38 of 120 bays")
    assert ring.accessibleName() == "0:41:12 left · ends 15:13"


def test_a_ring_takes_any_share(qtbot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    pictures = []
    for share in (-1.0, 0.0, 1.0, 7.0):
        ring.set(share, "", "")
        pictures.append(ring.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[2] == pictures[3]
    assert pictures[1] != pictures[2]


def test_a_stage_shows_one_thing_at_a_time(qtbot) -> None:
    content = QWidget()
    stage = Stage(content)
    qtbot.addWidget(stage)
    tries: list[int] = []
    stage.show_error("The lot could not be read", "No answer.", lambda: tries.append(1))
    assert stage.state is not content
    again = next(button for button in stage.findChildren(Button) if button.text() == "Try again")
    again.click()
    assert tries == [1]
    stage.show_empty("car-front", "No stays now")
    assert stage.state is not None
    assert stage.state.accessibleName() == "No stays now"
    stage.show_content()
    assert stage.state is content


def test_what_is_quick_shows_no_loading(qtbot) -> None:
    content = QWidget()
    stage = Stage(content)
    qtbot.addWidget(stage)
    stage.show_loading()
    assert stage.state is content
    qtbot.waitUntil(lambda: stage.state is not content)


@pytest.mark.parametrize(
    ("key", "shown"), [("Ctrl+K", "Ctrl K"), ("F5", "F5"), ("Return", "⏎"), ("Ctrl+Shift+D", "Ctrl Shift D")]
)
def test_keys_are_shown_as_people_read_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_a_button_grows_with_its_key(qtbot) -> None:
    plain, keyed = Button("Renew"), Button("Renew", key="F5")
    for button in (plain, keyed):
        qtbot.addWidget(button)
    assert keyed.sizeHint().width() > plain.sizeHint().width()
    assert keyed.accessibleDescription() == "F5"
