"""An action: one intention, declared once, that menus, buttons, keys, the command bar and F1 all show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.people import Right

if TYPE_CHECKING:
    from parkdesk.ui.context import UiContext


class Group(StrEnum):
    """The headings of the F1 sheet."""

    SCREENS = "Screens"
    STAY = "Stay"
    BAY = "Bay"
    LIST = "List"
    WINDOW = "Window"
    PERSON = "Person"


def always(_ui: UiContext) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """`words`, `tip` and groups are English sources in the translation context `actions`.

    `who` is the right a person needs: None lets anyone act, signed in or not. `screen` binds the key to one
    screen; without it the key works in the whole window. `hidden` keeps it out of the F1 sheet.
    """

    name: str
    words: str
    run: Callable[[UiContext], None]
    icon: str = ""
    key: str = ""
    more_keys: tuple[str, ...] = ()
    who: Right | None = Right.WORK
    enabled: Callable[[UiContext], bool] = always
    screen: str = ""
    group: Group = Group.WINDOW
    tip: str = ""
    hidden: bool = False

    @property
    def text(self) -> str:
        """The words in the person's language."""
        return QCoreApplication.translate("actions", self.words)

    @property
    def keys(self) -> tuple[str, ...]:
        return ((self.key,) if self.key else ()) + self.more_keys
