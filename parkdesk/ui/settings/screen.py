"""The Settings screen: sections at the left, the one that was chosen beside them."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from parkdesk.domain.people import Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.section import Page, Section, SectionList
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import row

_ROOMY = 1100
"""Below this width the sections are icons alone."""


class SettingsScreen(QWidget):
    """Sections are made when first seen. An owner's are hidden from others, and refused by the services."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._sections = {section.name: section for section in self._all_sections()}
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self.list = SectionList(tuple(self._sections.values()))
        self._stack = QStackedWidget()
        layout = row(self, gap=GAP_4, margins=(24, 16, 20, 20))
        layout.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._stack, 1)
        self.list.wanted.connect(self.open)
        ui.session_changed.connect(self._show_rights)
        self._show_rights()

    # What the window asks

    def title(self) -> tuple[str, str]:
        words = self._sections[self._current].words if self._current else ""
        if self._current in ("prices", "payments") and self._ui.lot is not None:
            words = f"{words} · {self._ui.lot.name}"
        return self.tr("Settings"), words

    def header_widget(self) -> QWidget | None:
        return None

    def activated(self) -> None:
        self.open(self._current if self._allowed(self._current) else self._first())

    def refresh(self) -> None:
        if self._current:
            cast(Page, self._pages[self._current]).refresh()

    def back(self) -> None:
        if self._current:
            cast(Page, self._pages[self._current]).back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_narrow(self.width() < _ROOMY)

    # Sections

    @property
    def current(self) -> str:
        return self._current

    def page(self, name: str) -> QWidget:
        """A section's widget, made if it was not seen yet."""
        if name not in self._pages:
            self._pages[name] = self._sections[name].make()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def open(self, name: str) -> None:
        if not self._allowed(name):
            return
        page = self.page(name)
        self._current = name
        self._stack.setCurrentWidget(page)
        self.list.show_current(name)
        self._ui.title_changed.emit()
        cast(Page, page).activated()

    def _allowed(self, name: str) -> bool:
        section, person = self._sections.get(name), self._ui.person
        if section is None or person is None:
            return False
        return section.who is None or person.may(section.who)

    def _first(self) -> str:
        return next(name for name in self._sections if self._allowed(name))

    def _show_rights(self) -> None:
        for name in self._sections:
            self.list.allow(name, self._allowed(name))

    def _all_sections(self) -> tuple[Section, ...]:
        owner = Right.MANAGE
        return (
            Section("lots", self.tr("Lots and bays"), "square-parking", partial(_lots, self._ui), owner),
            Section("vehicles", self.tr("Vehicle types"), "truck", partial(_vehicles, self._ui), owner),
            Section("prices", self.tr("Prices"), "coins", partial(_prices, self._ui), owner),
            Section("payments", self.tr("Payments"), "credit-card", partial(_payments, self._ui), owner),
            Section("people", self.tr("People"), "users", partial(_people, self._ui), owner),
            Section("activity", self.tr("Activity"), "history", partial(_activity, self._ui), owner),
            Section("you", self.tr("Your sign-in"), "key-round", partial(_you, self._ui)),
            Section("printing", self.tr("Printing"), "printer", partial(_printing, self._ui)),
            Section("look", self.tr("Look"), "palette", partial(_look, self._ui)),
            Section(
                "database", self.tr("Database and backup"), "database", partial(_database, self._ui), owner
            ),
            Section("about", self.tr("About"), "info", _about),
        )


def _lots(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.lots.section import LotsSection

    return LotsSection(ui)


def _vehicles(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.vehicles.section import VehiclesSection

    return VehiclesSection(ui)


def _prices(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.prices.section import PricesSection

    return PricesSection(ui)


def _payments(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.payments.section import PaymentsSection

    return PaymentsSection(ui)


def _people(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.people.section import PeopleSection

    return PeopleSection(ui)


def _activity(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.activity.section import ActivitySection

    return ActivitySection(ui)


def _you(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.people.you import YouSection

    return YouSection(ui)


def _printing(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.printing.section import PrintingSection

    return PrintingSection(ui)


def _look(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.look import LookSection

    return LookSection(ui)


def _database(ui: UiContext) -> QWidget:
    from parkdesk.ui.settings.database import DatabaseSection

    return DatabaseSection(ui)


def _about() -> QWidget:
    from parkdesk.ui.settings.about import AboutSection

    return AboutSection()
