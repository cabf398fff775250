"""What every screen is given: the services, the tasks, the clock, who is here, and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from parkdesk.ui.translation import speak

if TYPE_CHECKING:
    from uuid import UUID

    from parkdesk.domain.lot import Lot
    from parkdesk.domain.people import Person
    from parkdesk.services.bundle import Services
    from parkdesk.ui.actions.registry import Registry
    from parkdesk.ui.clock import Clock
    from parkdesk.ui.messages import Messages
    from parkdesk.ui.preferences import Preferences
    from parkdesk.ui.tasks import Tasks
    from parkdesk.ui.theme import Theme


class Screen(Protocol):
    """What the window asks of a screen; a screen is a QWidget that has these."""

    def title(self) -> tuple[str, str]:
        """The header's title and its quieter caption."""

    def header_widget(self) -> QWidget | None:
        """What belongs in the header beside the title, say the level tabs; the window takes it over."""

    def activated(self) -> None:
        """The screen has come to the front."""

    def refresh(self) -> None:
        """Something was changed, here or at another desk: ask again."""


class Leaving(StrEnum):
    """How a person leaves the desk to whoever comes next."""

    LOCK = "lock"
    SWITCH = "switch"
    SIGN_OUT = "sign_out"


class Shell(Protocol):
    """What actions may ask of the window itself."""

    def focus_search(self) -> None: ...

    def focus_command(self) -> None: ...

    def show_keys(self) -> None: ...

    def back(self) -> None: ...

    def leave(self, how: Leaving) -> None: ...

    def quit(self) -> None: ...


@dataclass(frozen=True)
class Selection:
    """What the person is looking at. Screens set it, actions read it."""

    bay_id: UUID | None = None
    booking_id: UUID | None = None
    detail: object = None
    """A frozen value for `enabled` to look into: the board's Cell, a Booking."""


NOTHING = Selection()


class UiContext(QObject):
    """Shared by all screens of one window."""

    lot_changed = Signal(object)
    """The Lot now looked at, or None."""
    lots_changed = Signal()
    selection_changed = Signal()
    session_changed = Signal()
    language_changed = Signal()
    preferences_changed = Signal()
    """The minutes until the desk locks itself are others now; the look has a signal of its own."""
    screen_changed = Signal(str)
    screen_wanted = Signal(str)
    title_changed = Signal()
    """A screen's title() says something new."""

    def __init__(
        self,
        *,
        tasks: Tasks,
        clock: Clock,
        theme: Theme,
        preferences: Preferences,
        messages: Messages,
        language: str = "en",
        demo: bool = False,
    ) -> None:
        super().__init__()
        self.tasks = tasks
        self.clock = clock
        self.theme = theme
        self.preferences = preferences
        self.messages = messages
        self.language = language
        self.demo = demo
        self.registry: Registry
        self.shell: Shell
        self._services: Services | None = None
        self._lots: tuple[Lot, ...] = ()
        self._lot: Lot | None = None
        self._person: Person | None = None
        self._selection = NOTHING
        self._screen = ""
        self._screens: dict[str, QWidget] = {}

    @property
    def services(self) -> Services:
        """The deeds. They open on the database thread after the first paint, before any screen."""
        if self._services is None:
            raise RuntimeError("the services are not open yet")
        return self._services

    @property
    def ready(self) -> bool:
        return self._services is not None

    def open_with(self, services: Services) -> None:
        self._services = services

    @property
    def person(self) -> Person | None:
        """Who is signed in."""
        return self._person

    def sign_in(self, person: Person) -> None:
        self._person = person
        self.session_changed.emit()

    def sign_out(self) -> None:
        self._person = None
        self.select(NOTHING)
        self.session_changed.emit()

    @property
    def lots(self) -> tuple[Lot, ...]:
        return self._lots

    @property
    def lot(self) -> Lot | None:
        return self._lot

    def set_lots(self, lots: tuple[Lot, ...]) -> None:
        """The lots there are. The one looked at stays if it still exists, else a remembered one."""
        self._lots = lots
        wanted = self._lot.id if self._lot is not None else self.preferences.lot_id
        found = next((lot for lot in lots if lot.id == wanted), lots[0] if lots else None)
        self.lots_changed.emit()
        self._look_at(found)

    def read_lots(self) -> None:
        """Ask again which lots there are, after one was added or changed."""
        services = self.services
        self.tasks.query(
            lambda: tuple(summary.lot for summary in services.lots.all()), self.set_lots, replaces="lots"
        )

    def choose_lot(self, lot_id: UUID) -> None:
        self._look_at(next((lot for lot in self._lots if lot.id == lot_id), self._lot))

    def _look_at(self, lot: Lot | None) -> None:
        if lot == self._lot:
            return
        self._lot = lot
        if lot is not None:
            self.preferences.lot_id = lot.id
        self.select(NOTHING)
        self.lot_changed.emit(lot)

    def speak(self, language: str) -> None:
        """Change the window's language for good; its screens are made anew."""
        speak(language)
        self.language = self.preferences.language = language
        self.language_changed.emit()

    @property
    def selection(self) -> Selection:
        return self._selection

    def select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    @property
    def screen(self) -> str:
        """The name of the screen in front; empty while nobody is signed in."""
        return self._screen

    def open_screen(self, name: str) -> None:
        self.screen_wanted.emit(name)

    def show_screen(self, name: str, widget: QWidget | None = None) -> None:
        """Told by the window: this screen is in front now."""
        self._screen = name
        if widget is not None:
            self._screens[name] = widget
        self.screen_changed.emit(name)

    def forget_screens(self) -> None:
        """Told by the window: the screens are made anew."""
        self._screens.clear()

    def screen_widget(self, name: str) -> QWidget | None:
        """A screen that was opened already, for the actions that belong to it."""
        return self._screens.get(name)
