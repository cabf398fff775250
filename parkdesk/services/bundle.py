"""Every service of a desk in one value, as the window and the command line use them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkdesk.domain.booking import Booking
    from parkdesk.services.backup import BackupService
    from parkdesk.services.bookings import BookingService
    from parkdesk.services.card_key import CardKeyService
    from parkdesk.services.charges import ChargeService
    from parkdesk.services.desk import Clock, Deed, Desk
    from parkdesk.services.feed import ChangeFeed
    from parkdesk.services.health import HealthService
    from parkdesk.services.journal import JournalService
    from parkdesk.services.lots import LotService
    from parkdesk.services.payment_list import PaymentListService
    from parkdesk.services.payments import PaymentService
    from parkdesk.services.people import PeopleService
    from parkdesk.services.post import PostService
    from parkdesk.services.provider import OpenGateway, Provider
    from parkdesk.services.receipts import ReceiptService
    from parkdesk.services.refunds import RefundService
    from parkdesk.services.reports import ReportService
    from parkdesk.services.search import SearchService
    from parkdesk.services.settlement import Settlement
    from parkdesk.services.stays import StayService
    from parkdesk.services.sweep import SweepService
    from parkdesk.services.undo import UndoService
    from parkdesk.services.unpaid import UnpaidService
    from parkdesk.services.vehicle_types import VehicleTypeService


class Services:
    """Each is imported and made when it is first asked for: showing the board needs but a few."""

    def __init__(self, desk: Desk, open_gateway: OpenGateway | None, data_dir: Path) -> None:
        self.desk = desk
        desk.make_way = _make_way
        self._open_gateway = open_gateway
        self._data_dir = data_dir

    @classmethod
    def of(
        cls, desk: Desk, open_gateway: OpenGateway | None = None, data_dir: Path | None = None
    ) -> Services:
        """Without a gateway it is a cash desk. `data_dir` is what the check looks at beside the database, and
        remembers that there is a card key; the folder worked in, if not said."""
        return cls(desk, open_gateway, data_dir or Path.cwd())

    @property
    def clock(self) -> Clock:
        return self.desk.clock

    @cached_property
    def bookings(self) -> BookingService:
        from parkdesk.services.bookings import BookingService

        return BookingService(self.desk)

    @cached_property
    def stays(self) -> StayService:
        from parkdesk.services.stays import StayService

        return StayService(self.desk)

    @cached_property
    def lots(self) -> LotService:
        from parkdesk.services.lots import LotService

        return LotService(self.desk)

    @cached_property
    def vehicle_types(self) -> VehicleTypeService:
        from parkdesk.services.vehicle_types import VehicleTypeService

        return VehicleTypeService(self.desk)

    @cached_property
    def people(self) -> PeopleService:
        from parkdesk.services.people import PeopleService

        return PeopleService(self.desk)

    @cached_property
    def provider(self) -> Provider:
        from parkdesk.payments.no_gateway import NoGateway
        from parkdesk.services.provider import Provider

        return Provider(self._open_gateway or NoGateway)

    @cached_property
    def payments(self) -> PaymentService:
        from parkdesk.services.payments import PaymentService

        return PaymentService(self.desk, self.provider)

    @cached_property
    def payment_list(self) -> PaymentListService:
        from parkdesk.services.payment_list import PaymentListService

        return PaymentListService(self.desk)

    @cached_property
    def card_key(self) -> CardKeyService:
        from parkdesk.services.card_key import CardKeyService

        return CardKeyService(self.desk, self.settlement, self._data_dir)

    @cached_property
    def charges(self) -> ChargeService:
        from parkdesk.services.charges import ChargeService

        return ChargeService(self.desk, self.provider)

    @cached_property
    def refunds(self) -> RefundService:
        from parkdesk.services.refunds import RefundService

        return RefundService(self.desk)

    @cached_property
    def unpaid(self) -> UnpaidService:
        from parkdesk.services.unpaid import UnpaidService

        return UnpaidService(self.desk)

    @cached_property
    def settlement(self) -> Settlement:
        from parkdesk.services.settlement import Settlement

        return Settlement(self.desk, self.provider)

    @cached_property
    def receipts(self) -> ReceiptService:
        from parkdesk.services.receipts import ReceiptService

        return ReceiptService(self.desk)

    @cached_property
    def post(self) -> PostService:
        from parkdesk.services.post import PostService

        return PostService(self.desk)

    @cached_property
    def sweep(self) -> SweepService:
        from parkdesk.services.sweep import SweepService

        return SweepService(self.desk)

    @cached_property
    def search(self) -> SearchService:
        from parkdesk.services.search import SearchService

        return SearchService(self.desk)

    @cached_property
    def undo(self) -> UndoService:
        from parkdesk.services.undo import UndoService

        return UndoService(self.desk)

    @cached_property
    def journal(self) -> JournalService:
        from parkdesk.services.journal import JournalService

        return JournalService(self.desk)

    @cached_property
    def reports(self) -> ReportService:
        from parkdesk.services.reports import ReportService

        return ReportService(self.desk)

    @cached_property
    def feed(self) -> ChangeFeed:
        from parkdesk.services.feed import ChangeFeed

        return ChangeFeed(self.desk)

    @cached_property
    def backup(self) -> BackupService:
        from parkdesk.services.backup import BackupService

        return BackupService(self.desk)

    @cached_property
    def health(self) -> HealthService:
        from parkdesk.services.health import HealthService

        url = self.desk.database.url.render_as_string(hide_password=False)
        return HealthService(url, self._data_dir)

    def close(self) -> None:
        """Let go of the database. Call when no thread works any more."""
        self.desk.database.close()


def _make_way(deed: Deed, booking: Booking) -> bool:
    from parkdesk.services.running_out import make_way

    return make_way(deed, booking)
