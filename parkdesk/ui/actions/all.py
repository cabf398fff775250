"""Every action there is, so that keys, the command bar and F1 know them before their screen is opened."""

from __future__ import annotations

from parkdesk.ui.actions.action import Action
from parkdesk.ui.actions.bookings import BOOKING_ACTIONS
from parkdesk.ui.actions.lot import LOT_ACTIONS
from parkdesk.ui.actions.money import MONEY_ACTIONS
from parkdesk.ui.actions.paper import PAPER_ACTIONS
from parkdesk.ui.actions.reports import REPORT_ACTIONS
from parkdesk.ui.actions.stay import STAY_ACTIONS
from parkdesk.ui.actions.window import WINDOW_ACTIONS

ALL: tuple[Action, ...] = (
    *WINDOW_ACTIONS,
    *LOT_ACTIONS,
    *STAY_ACTIONS,
    *MONEY_ACTIONS,
    *PAPER_ACTIONS,
    *BOOKING_ACTIONS,
    *REPORT_ACTIONS,
)
