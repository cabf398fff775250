"""A charge from opening to its end, as one dialog follows it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from parkdesk.domain.charge import Charge, Tender
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.people import Person
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.settling import settling
from parkdesk.ui.payments.sight import Sight, look


class Collecting(QObject):
    """What happens to the charge elsewhere, by the provider or at another desk, is read when something changed."""

    changed = Signal()
    """The charge stands otherwise, or the provider does."""
    refused = Signal(object)

    def __init__(self, ui: UiContext, booking_id: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._booking_id = booking_id
        self.sight: Sight | None = None
        ui.tasks.changed.connect(self.look_again)
        settling(ui).told.connect(self.changed)

    @property
    def trouble(self) -> str:
        return settling(self._ui).trouble

    def open(self, tender: Tender, amount_minor: int, reader_id: str | None = None) -> None:
        charges, booking_id, deed_id = self._ui.services.charges, self._booking_id, new_id()
        self._do(
            lambda who: charges.open(
                who, booking_id, tender, amount_minor, reader_id=reader_id, deed_id=deed_id
            )
        )

    def retry(self) -> None:
        """The same tender once more."""
        if self.sight is None:
            return
        charges, charge, deed_id = self._ui.services.charges, self.sight.charge, new_id()
        latest = charge.latest
        self._do(
            lambda who: charges.retry(
                who, charge.id, latest.tender, reader_id=latest.reader_id, deed_id=deed_id
            )
        )

    def cancel(self) -> None:
        if self.sight is None:
            return
        charges, charge_id, deed_id = self._ui.services.charges, self.sight.charge.id, new_id()
        self._do(lambda who: charges.cancel(who, charge_id, deed_id=deed_id))

    def follow(self, sight: Sight | None) -> None:
        """Take over a charge that is open already, or let go of one that has ended."""
        self.sight = sight
        self.changed.emit()

    def look_again(self) -> None:
        if self.sight is None:
            return
        services, charge_id = self._ui.services, self.sight.charge.id
        self._ui.tasks.query(lambda: look(services, charge_id), self._seen, self.refused.emit, owner=self)

    def _do(self, work: Callable[[Person], Charge]) -> None:
        who = self._ui.person
        if who is None:
            return
        self._ui.tasks.command(lambda: work(who), self._done, self._not_done, owner=self)

    def _done(self, charge: Charge) -> None:
        # Every deed is followed by a look at what changed, which works out the code too.
        self.follow(Sight(charge))

    def _not_done(self, error: ParkDeskError) -> None:
        self.refused.emit(error)
        self.look_again()

    def _seen(self, sight: Sight) -> None:
        if self.sight is not None and sight.charge.id == self.sight.charge.id and sight != self.sight:
            self.follow(sight)
