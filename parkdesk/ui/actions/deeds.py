"""Doing a deed from the window: in the background, told in one line, with an Undo for exactly this deed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.services.desk import new_id
from parkdesk.ui.actions.paper import follow_up
from parkdesk.ui.actions.window import say_undone
from parkdesk.ui.context import UiContext

T = TypeVar("T")
Work = Callable[[Person, UUID], T]
"""What to do, given who does it and the deed's id, under which it can be undone."""


def do(
    ui: UiContext,
    work: Work[T],
    said: Callable[[T], str],
    *,
    then: Callable[[T], None] | None = None,
    failed: Callable[[ParkDeskError], None] | None = None,
    owner: QObject | None = None,
) -> None:
    """Run one deed; `said` words what was done. Without `failed` a refusal goes to the message strip."""
    who, deed_id = ui.person, new_id()
    if who is None:
        return

    def done(value: T) -> None:
        undo_words = QCoreApplication.translate("actions", "Undo")
        more = follow_up(ui, deed_id, value)
        ui.messages.done(said(value), action=undo_words, act=partial(undo, ui, deed_id), more=more)
        if then is not None:
            then(value)

    ui.tasks.command(lambda: work(who, deed_id), done, failed, owner=owner or ui)


def undo(ui: UiContext, deed_id: UUID) -> None:
    """Take back this deed and no other: refused if another one came after it."""
    who, services = ui.person, ui.services
    if who is not None:
        ui.tasks.command(lambda: services.undo.undo(who, deed_id), partial(say_undone, ui), owner=ui)
