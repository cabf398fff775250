"""Every service of a desk in one value, as the window and the command line use them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parkdesk.payments.no_gateway import NoGateway
from parkdesk.services.backup import BackupService
from parkdesk.services.bookings import BookingService
from parkdesk.services.desk import Clock, Desk
from parkdesk.services.feed import ChangeFeed
from parkdesk.services.health import HealthService
from parkdesk.services.journal import JournalService
from parkdesk.services.lots import LotService
from parkdesk.services.payments import OpenGateway, PaymentService
from parkdesk.services.people import PeopleService
from parkdesk.services.post import PostService
from parkdesk.services.receipts import ReceiptService
from parkdesk.services.reports import ReportService
from parkdesk.services.search import SearchService
from parkdesk.services.stays import StayService
from parkdesk.services.sweep import SweepService
from parkdesk.services.undo import UndoService
from parkdesk.services.vehicle_types import VehicleTypeService


@dataclass(frozen=True, slots=True)
class Services:
    desk: Desk
    bookings: BookingService
    stays: StayService
    lots: LotService
    vehicle_types: VehicleTypeService
    people: PeopleService
    payments: PaymentService
    receipts: ReceiptService
    post: PostService
    sweep: SweepService
    search: SearchService
    undo: UndoService
    journal: JournalService
    reports: ReportService
    feed: ChangeFeed
    backup: BackupService
    health: HealthService

    @classmethod
    def of(cls, desk: Desk, open_gateway: OpenGateway = NoGateway, data_dir: Path | None = None) -> Services:
        """`data_dir` is what the check looks at beside the database; the folder worked in, if not said."""
        database_url = desk.database.url.render_as_string(hide_password=False)
        return cls(
            desk=desk,
            bookings=BookingService(desk),
            stays=StayService(desk),
            lots=LotService(desk),
            vehicle_types=VehicleTypeService(desk),
            people=PeopleService(desk),
            payments=PaymentService(desk, open_gateway),
            receipts=ReceiptService(desk),
            post=PostService(desk),
            sweep=SweepService(desk),
            search=SearchService(desk),
            undo=UndoService(desk),
            journal=JournalService(desk),
            reports=ReportService(desk),
            feed=ChangeFeed(desk),
            backup=BackupService(desk),
            health=HealthService(database_url, data_dir or Path.cwd()),
        )

    @property
    def clock(self) -> Clock:
        return self.desk.clock

    def close(self) -> None:
        """Let go of the database. Call when no thread works any more."""
        self.desk.database.close()
