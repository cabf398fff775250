"""Answers the search field: asks the services, and opens what is chosen where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.booking import LIVE, Status
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.shell.found_list import Found
from parkdesk.ui.shell.search import SearchField

if TYPE_CHECKING:
    from parkdesk.services.search import Hit


class Finder(QObject):
    """Shows the answers under the field, each ready to be opened."""

    def __init__(self, ui: UiContext, field: SearchField) -> None:
        super().__init__(field)
        self._ui = ui
        self._field = field
        field.asked.connect(self.find)

    def find(self, text: str) -> None:
        services = self._ui.services
        self._ui.tasks.query(
            lambda: services.search.find(text),
            lambda hits: self._field.show_found(text, [self._found(hit) for hit in hits]),
            self._refused,
            owner=self,
            replaces="search",
        )

    def _refused(self, error: ParkDeskError) -> None:
        self._field.show_refusal(sentence(error))

    def _found(self, hit: Hit) -> Found:
        if hit.booking_id is None:
            return Found(
                self.tr("Bay {bay}").format(bay=hit.bay_code),
                self._lot_name(hit),
                "square-parking",
                self._opener(hit),
            )
        live = hit.status in LIVE
        where = self.tr("Bay {bay}").format(bay=hit.bay_code)
        parts = [where, hit.driver_name, hit.ticket, self._until(hit)]
        return Found(
            hit.plate,
            " · ".join(part for part in parts if part),
            "car-front" if live else "clock",
            self._opener(hit),
        )

    def _until(self, hit: Hit) -> str:
        lot = next((lot for lot in self._ui.lots if lot.id == hit.lot_id), None)
        if lot is None or hit.until is None:
            return ""
        moment = wording.when(hit.until, self._ui.clock.now(), lot.time_zone, self._ui.language)
        return self.tr("until {moment}").format(moment=moment)

    def _lot_name(self, hit: Hit) -> str:
        return next((lot.name for lot in self._ui.lots if lot.id == hit.lot_id), "")

    def _opener(self, hit: Hit) -> Callable[[], None]:
        return lambda: open_hit(self._ui, hit)


def open_hit(ui: UiContext, hit: Hit) -> None:
    """A stay or a bay shows on the lot; who comes later and who has left, among the bookings."""
    ui.choose_lot(hit.lot_id)
    away = hit.booking_id is not None and hit.status is not Status.ACTIVE
    ui.open_screen("bookings" if away else "lot")
    ui.select(Selection(bay_id=hit.bay_id, booking_id=hit.booking_id))
