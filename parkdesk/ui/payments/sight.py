"""A charge as a dialog looks at it, with the code to be scanned worked out off the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Charge, Phase, Tender
from parkdesk.domain.money import Money
from parkdesk.outlets.qr import modules
from parkdesk.ui.payments.qr_code import Rows

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail
    from parkdesk.services.bundle import Services


@dataclass(frozen=True)
class Sight:
    charge: Charge
    code: Rows = ()
    waits: bool = True
    """Whether the provider has yet to hear, or to answer, what it was last asked about it."""

    @property
    def presented(self) -> bool:
        """Whether there is something for the driver to do: a code to scan, or a reader that waits."""
        latest = self.charge.latest
        return bool(self.code) if latest.tender is Tender.QR else latest.presented > 0 and not self.waits

    @property
    def on_reader(self) -> bool:
        return self.charge.latest.tender is Tender.READER

    @property
    def refused_by_reader(self) -> bool:
        """The reader said no and waits for nothing: it can be asked once more."""
        latest = self.charge.latest
        return (
            self.on_reader and self.charge.is_open and bool(latest.standing.declined) and not latest.closing
        )


def look(services: Services, charge_id: UUID) -> Sight:
    """On the database thread. Raises ChargeUnknown."""
    return _sight(services, services.charges.get(charge_id))


def _sight(services: Services, charge: Charge) -> Sight:
    latest = charge.latest
    scanned = latest.phase is Phase.AWAITING and latest.tender is Tender.QR and latest.url
    return Sight(charge, modules(latest.url) if scanned else (), services.charges.waits(charge.id))


@dataclass(frozen=True)
class Paying:
    """A stay that is being paid: what it owes, and the charge that is open for it, if there is one.

    For a driver who leaves, the price is that of the stay as it ends; it was told `at` then, and with `unused` money
    goes back to them.
    """

    detail: BookingDetail
    sight: Sight | None
    at: datetime
    unused: bool = False

    @property
    def due(self) -> Money:
        return Money(self.detail.due_minor, self.detail.booking.currency)


def paying(
    services: Services, booking_id: UUID, *, leaving: bool = False, told_at: datetime | None = None
) -> Paying:
    """On the database thread. Raises BookingUnknown."""
    at = told_at or services.clock()
    detail = services.bookings.detail(booking_id, leaving_at=at if leaving else None)
    open_charges = [charge for charge in services.charges.of_booking(booking_id) if charge.is_open]
    sight = _sight(services, open_charges[-1]) if open_charges else None
    if not leaving:
        return Paying(detail, sight, at)
    unused = services.refunds.preview_check_out(booking_id, told_at=at).back
    return Paying(detail, sight, at, unused=bool(unused))
