"""What the screens' tests are made of: a clock that stands, plain screens, a person and a lot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Person, Role
from parkdesk.ui.context import UiContext
from parkdesk.ui.screens import Place
from parkdesk.ui.widgets import Button

MOMENT = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)


class SetClock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.moment = MOMENT

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


class PlainScreen(QWidget):
    """The least a screen can be; it counts what the window tells it."""

    def __init__(self, name: str, ui: UiContext) -> None:
        super().__init__()
        self.name = name
        self.activations = 0
        self.refreshes = 0
        self.tabs = QLabel(f"{name} tabs", self)

    def title(self) -> tuple[str, str]:
        return self.name, "in a test"

    def header_widget(self) -> QWidget | None:
        return self.tabs

    def activated(self) -> None:
        self.activations += 1

    def refresh(self) -> None:
        self.refreshes += 1


def person(name: str = "Asha Menon", role: Role = Role.ATTENDANT, *, supervisor: bool = False) -> Person:
    return Person(UUID(int=len(name)), name, role, supervisor=supervisor)


def lot(number: int = 1, name: str = "Riverside Lot") -> Lot:
    return Lot(UUID(int=number), name, "Asia/Kolkata", "INR")


def place(name: str, key: str, opened: list[str]) -> Place:
    def make(ui: UiContext) -> QWidget:
        opened.append(name)
        return PlainScreen(name, ui)

    return Place(name, name.capitalize(), "clock", key, make)


def shown_button(page: QWidget, qtbot) -> Button:
    """The one button of a page that says what went wrong; a layout shows what it was given only a moment later."""

    def shown() -> list[Button]:
        return [button for button in page.findChildren(Button) if button.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    (button,) = shown()
    return button
