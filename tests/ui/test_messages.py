"""Messages replace themselves, alerts stay, errors become sentences."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from parkdesk.domain.errors import BayTaken, DeedNotAllowed, ImportFault
from parkdesk.ui.messages import Messages, Tone, sentence
from parkdesk.ui.shell.alerts import AlertStrip
from parkdesk.ui.shell.message_strip import MessageStrip
from parkdesk.ui.widgets import Button, column


def button(widget: QWidget, words: str) -> Button:
    return next(one for one in widget.findChildren(Button) if one.text() == words)


@pytest.fixture
def strip(theme, qtbot) -> tuple[Messages, MessageStrip]:
    messages, host = Messages(), QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    strip = MessageStrip(host, messages, lambda: host)
    messages.setParent(host)
    host.show()
    return messages, strip


def test_a_sentence_carries_its_facts() -> None:
    assert sentence(BayTaken(bay="B7")).startswith("Bay B7 is taken")
    assert "row" in sentence(ImportFault(row=3, column="code", reason=BayTaken(bay="A1"))).lower()
    assert "A1" in sentence(ImportFault(row=3, column="code", reason=BayTaken(bay="A1")))
    assert "completed" in sentence(DeedNotAllowed(status="completed", deed="extend"))


def test_a_new_message_replaces_the_old(strip) -> None:
    messages, shown = strip
    messages.done("B7 booked")
    messages.done("B8 booked")
    assert shown.words == "B8 booked"
    messages.error(BayTaken(bay="B9"))
    assert shown.words == sentence(BayTaken(bay="B9"))


def test_a_message_carries_its_undo(strip, qtbot) -> None:
    messages, shown = strip
    undone: list[str] = []
    messages.done("B7 checked out", action="Undo", act=lambda: undone.append("B7"))
    qtbot.mouseClick(button(shown, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == ["B7"]
    assert shown.words == ""


def test_a_long_message_stays_inside_the_window(strip) -> None:
    messages, shown = strip
    messages.say("A sentence that goes on and on. " * 12)
    host = shown.parentWidget()
    assert host.rect().contains(shown.geometry())
    host.resize(500, 400)
    assert host.rect().contains(shown.geometry())


@pytest.fixture
def alerts(theme, qtbot) -> tuple[Messages, AlertStrip]:
    messages = Messages()
    strip = AlertStrip(messages)
    qtbot.addWidget(strip)
    messages.setParent(strip)
    return messages, strip


def test_alerts_stack_newest_first_until_withdrawn(alerts) -> None:
    messages, strip = alerts
    assert strip.isHidden()
    for bay in ("A1", "A2", "A3"):
        messages.alert(f"ending:{bay}", f"{bay} ends in 5 minutes")
    assert [alert.key for alert in strip.alerts] == ["ending:A3", "ending:A2", "ending:A1"]
    messages.withdraw("ending:A2")
    assert [alert.key for alert in strip.alerts] == ["ending:A3", "ending:A1"]
    strip.clear()
    assert strip.isHidden()


def test_what_a_person_must_decide_comes_first_and_is_never_folded_away(alerts) -> None:
    messages, strip = alerts
    strip.show()
    for number in range(3):
        messages.alert(
            f"attention/{number}", f"Dispute {number}", action="Show", act=lambda: None, decision=True
        )
        messages.alert(f"ending/{number}", f"A{number} overstays")
    words = [alert.words for alert in strip.alerts]
    assert words == ["Dispute 2", "Dispute 1", "Dispute 0", "A2 overstays", "A1 overstays", "A0 overstays"]
    assert sum(shown.text() == "Show" for shown in strip.findChildren(Button) if shown.isVisible()) == 3
    assert button(strip, "Show 3 more").isVisible()


def test_lines_with_a_beginning_keep_their_order_when_one_says_something_else(alerts) -> None:
    messages, strip = alerts
    began = datetime(2026, 3, 29, 12, tzinfo=UTC)
    for minutes in (2, 1):
        messages.alert(f"{minutes}", "is being paid", since=began + timedelta(minutes=minutes), standing=True)
    messages.alert("clock", "The clock went back")
    assert [alert.key for alert in strip.alerts] == ["clock", "2", "1"]
    messages.alert("1", "declined", since=began + timedelta(minutes=1), standing=True)
    assert [alert.key for alert in strip.alerts] == ["2", "clock", "1"]


def test_a_click_in_an_alert_leaves_the_keys_where_they_were(theme, qtbot) -> None:
    window, messages = QWidget(), Messages()
    qtbot.addWidget(window)
    strip, grid = AlertStrip(messages), QLineEdit()
    layout = column(window)
    for part in (QLineEdit(), strip, grid, QLineEdit()):
        layout.addWidget(part)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    grid.setFocus()
    messages.alert("paid", "2 € is being paid", action="Cancel payment", act=lambda: None)
    qtbot.mouseClick(button(strip, "Cancel payment"), Qt.MouseButton.LeftButton)
    assert strip.alerts == ()
    assert grid.hasFocus()


def test_an_alert_of_the_same_key_takes_the_place_of_the_other(alerts) -> None:
    messages, strip = alerts
    messages.alert("clock", "The clock went back", Tone.WARNING)
    messages.alert("clock", "The clock went back an hour", Tone.ERROR)
    assert [alert.words for alert in strip.alerts] == ["The clock went back an hour"]


def test_an_alert_that_says_the_same_again_keeps_its_place_and_the_focus(alerts, qtbot) -> None:
    messages, strip = alerts
    done: list[str] = []
    messages.alert("open", "2 € is being paid", action="Open", act=lambda: done.append("old"))
    messages.alert("clock", "The clock went back")
    with qtbot.waitActive(strip):
        strip.show()
        strip.activateWindow()
    opening = button(strip, "Open")
    opening.setFocus()
    messages.alert("open", "2 € is being paid", action="Open", act=lambda: done.append("new"))
    assert [alert.key for alert in strip.alerts] == ["clock", "open"]
    assert button(strip, "Open") is opening
    assert opening.hasFocus()
    qtbot.keyClick(opening, Qt.Key.Key_Space)
    assert done == ["new"]


def test_a_standing_alert_that_was_dismissed_comes_back_only_with_something_new(alerts) -> None:
    messages, strip = alerts
    messages.alert("open", "2 € is being paid", standing=True)
    strip.dismiss("open")
    messages.alert("open", "2 € is being paid", standing=True)
    assert strip.alerts == ()
    messages.alert("open", "2 €: declined", standing=True)
    assert [alert.words for alert in strip.alerts] == ["2 €: declined"]
    strip.dismiss("open")
    messages.withdraw("open")
    messages.alert("open", "2 €: declined", standing=True)
    assert len(strip.alerts) == 1


def test_other_alerts_that_were_dismissed_are_raised_anew(alerts) -> None:
    messages, strip = alerts
    messages.alert("printer", "The printer is out of paper")
    strip.dismiss("printer")
    messages.alert("printer", "The printer is out of paper")
    assert len(strip.alerts) == 1


def test_many_alerts_fold_and_unfold(alerts, qtbot) -> None:
    messages, strip = alerts
    for number in range(5):
        messages.alert(str(number), f"Alert {number}")
    strip.show()
    shown = [line for line in strip.findChildren(QWidget) if line.accessibleName().startswith("Alert")]
    assert sum(line.isVisible() for line in shown) == 2
    qtbot.mouseClick(button(strip, "Show 3 more"), Qt.MouseButton.LeftButton)
    assert sum(line.isVisible() for line in shown) == 5


def test_two_alerts_share_a_row_where_there_is_room(alerts) -> None:
    messages, strip = alerts
    messages.alert("1", "D6 is 12 minutes over")
    messages.alert("2", "A5 ends at 14:36")
    strip.show()

    def rows() -> int:
        lines = [line for line in strip.findChildren(QWidget) if line.accessibleName()[:2] in ("D6", "A5")]
        QApplication.processEvents()
        return len({line.y() for line in lines})

    strip.resize(1200, 120)
    assert rows() == 1
    strip.resize(360, 120)
    assert rows() == 2


def test_an_alerts_action_is_done_and_the_alert_goes(alerts, qtbot) -> None:
    messages, strip = alerts
    done: list[str] = []
    messages.alert("over", "D6 is 12 minutes over", action="Show", act=lambda: done.append("D6"))
    strip.show()
    qtbot.mouseClick(button(strip, "Show"), Qt.MouseButton.LeftButton)
    assert done == ["D6"]
    assert strip.alerts == ()
