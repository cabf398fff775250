"""The search field: asks when typing pauses, opens with Enter, and keeps up with a scanner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from parkdesk.ui.shell.found_list import Found, FoundList
from parkdesk.ui.shell.search import SearchField


@pytest.fixture
def field(theme, qtbot) -> SearchField:
    made = SearchField()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def opened() -> list[str]:
    return []


def hits(opened: list[str], *plates: str) -> list[Found]:
    return [Found(plate, "Bay B7", "car-front", lambda plate=plate: opened.append(plate)) for plate in plates]


def test_it_asks_once_when_typing_pauses(field: SearchField, qtbot) -> None:
    asked: list[str] = []
    field.asked.connect(asked.append)
    with qtbot.waitSignal(field.asked):
        qtbot.keyClicks(field, " KL08 ")
    assert asked == ["KL08"]


def test_arrows_choose_and_enter_opens(field: SearchField, opened, qtbot) -> None:
    qtbot.keyClicks(field, "KL08")
    field.show_found("KL08", hits(opened, "KL 08 AZ 1234", "KL 08 AZ 4407"))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened == ["KL 08 AZ 4407"]
    assert field.text() == ""


def test_a_scanned_code_opens_as_soon_as_it_is_found(field: SearchField, opened, qtbot) -> None:
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClicks(field, "7K3Q9F")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == ["7K3Q9F"]
    assert opened == []
    field.show_found("7K3Q9F", hits(opened, "KL 08 AZ 1234"))
    assert opened == ["KL 08 AZ 1234"]


def test_a_refusal_is_read_to_its_end(field: SearchField) -> None:
    shown = field.findChild(FoundList)
    field.show_refusal("No.")
    short = shown.height()
    field.show_refusal("Ticket 7K3-Q9FM is mistyped: its check character does not fit. Read it again.")
    assert shown.height() > short


def test_an_answer_to_an_older_question_is_passed_over(field: SearchField, opened, qtbot) -> None:
    qtbot.keyClicks(field, "KL08A")
    field.show_found("KL", hits(opened, "KL 01 A 1"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened == []


def test_a_refusal_opens_nothing(field: SearchField, opened, qtbot) -> None:
    qtbot.keyClicks(field, "7K3Q9X")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.show_refusal("Ticket 7K3Q9X is mistyped.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened == []
