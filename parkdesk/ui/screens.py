"""The screens there are, in the rail's order. Each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.domain.people import Right
from parkdesk.ui.context import UiContext


@dataclass(frozen=True)
class Place:
    """A screen's place in the rail. `words` is an English source in the translation context `rail`."""

    name: str
    words: str
    icon: str
    key: str
    open: Callable[[UiContext], QWidget]
    who: Right = Right.WORK
    at_bottom: bool = False

    @property
    def text(self) -> str:
        return QCoreApplication.translate("rail", self.words)


def _lot(ui: UiContext) -> QWidget:
    from parkdesk.ui.lot import LotScreen

    return LotScreen(ui)


def _bookings(ui: UiContext) -> QWidget:
    from parkdesk.ui.bookings import BookingsScreen

    return BookingsScreen(ui)


def _timers(ui: UiContext) -> QWidget:
    from parkdesk.ui.timers import TimersScreen

    return TimersScreen(ui)


def _payments(ui: UiContext) -> QWidget:
    from parkdesk.ui.payments.list import PaymentsScreen

    return PaymentsScreen(ui)


def _reports(ui: UiContext) -> QWidget:
    from parkdesk.ui.reports import ReportsScreen

    return ReportsScreen(ui)


def _settings(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings import SettingsScreen

    return SettingsScreen(ui)


SCREENS = (
    Place("lot", "Lot", "layout-grid", "Ctrl+1", _lot),
    Place("bookings", "Bookings", "calendar-days", "Ctrl+2", _bookings),
    Place("timers", "Timers", "clock", "Ctrl+3", _timers),
    Place("payments", "Payments", "wallet", "Ctrl+8", _payments),
    Place("reports", "Reports", "chart-column", "Ctrl+6", _reports, who=Right.REPORT),
    Place("settings", "Settings", "settings", "Ctrl+7", _settings, at_bottom=True),
)
