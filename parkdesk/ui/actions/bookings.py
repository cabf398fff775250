"""The bookings' own actions: a day or a week back and on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.ui.bookings import BookingsScreen


def step(steps: int, ui: UiContext) -> None:
    screen = cast("BookingsScreen | None", ui.screen_widget("bookings"))
    if screen is not None:
        screen.filters.day.step(steps)


BOOKING_ACTIONS = (
    Action(
        "bookings.before",
        "Day or week before",
        partial(step, -1),
        key="Alt+Left",
        who=None,
        screen="bookings",
        group=Group.LIST,
    ),
    Action(
        "bookings.after",
        "Day or week after",
        partial(step, 1),
        key="Alt+Right",
        who=None,
        screen="bookings",
        group=Group.LIST,
    ),
)
