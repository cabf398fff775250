"""What a plan is made from: the board of this moment and the window's means; and what a plan is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.board import Board
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.ui.actions.deeds import Work, do
from parkdesk.ui.board import LiveBoard
from parkdesk.ui.context import UiContext

translate = QCoreApplication.translate
T = TypeVar("T")
Failed = Callable[[ParkDeskError], None]


@dataclass(frozen=True)
class Plan:
    """`words` say what Enter will do, or why it can do nothing: then there is no `act`.

    `act` takes what to call when the deed is refused. `extension` asks for a price that only the services know.
    """

    words: str
    act: Callable[[Failed], None] | None = None
    extension: tuple[UUID, timedelta] | None = None


@dataclass(frozen=True)
class Sight:
    ui: UiContext
    live: LiveBoard
    board: Board
    now: datetime

    def money(self, minor: int) -> str:
        lot = self.board.lot
        return wording.money(Money(minor, lot.currency), lot.language, short=True)

    def when(self, moment: datetime) -> str:
        return wording.when(moment, self.now, self.board.lot.time_zone, self.ui.language)

    def deed(
        self, work: Work[T], said: Callable[[T], str], then: Callable[[T], None] | None = None
    ) -> Callable[[Failed], None]:
        """A deed of the services that needs no more questions."""
        ui = self.ui

        def act(failed: Failed) -> None:
            do(ui, work, said, then=then, failed=failed)

        return act

    def on_bay(self, bay_id: UUID, action: str) -> Callable[[Failed], None]:
        """An action of the card, done on a bay as if it had been chosen there."""
        ui, live = self.ui, self.live

        def act(_failed: Failed) -> None:
            live.choose(bay_id)
            ui.registry.run(action)

        return act


def joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
