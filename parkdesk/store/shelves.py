"""What a transaction can reach: one shelf a family of tables, each made when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from parkdesk.store.activity import Activity
    from parkdesk.store.bays import Bays
    from parkdesk.store.board import Boards
    from parkdesk.store.bookings import Bookings
    from parkdesk.store.charges import Charges
    from parkdesk.store.desks import Desks
    from parkdesk.store.disputes import Disputes
    from parkdesk.store.feed import Feed
    from parkdesk.store.iou_list import IouList
    from parkdesk.store.ious import Ious
    from parkdesk.store.journal import Journal
    from parkdesk.store.lots import Lots
    from parkdesk.store.mails import Mails
    from parkdesk.store.outbox import Outbox
    from parkdesk.store.payment_list import PaymentList
    from parkdesk.store.payments import Payments
    from parkdesk.store.people import People
    from parkdesk.store.polls import Polls
    from parkdesk.store.provider_events import ProviderEvents
    from parkdesk.store.receipts import Receipts
    from parkdesk.store.recount import Recount
    from parkdesk.store.refunds import Refunds
    from parkdesk.store.reports import Reports
    from parkdesk.store.rollups import Rollups
    from parkdesk.store.search import Search
    from parkdesk.store.sweep import Sweeps

NOTIFY_CHANNEL = "parkdesk"
_NOTIFY = text("SELECT pg_notify(:channel, :payload)")


class Store:
    """The shelves of one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def is_sqlite(self) -> bool:
        return self.connection.dialect.name == "sqlite"

    @cached_property
    def desks(self) -> Desks:
        from parkdesk.store.desks import Desks

        return Desks(self.connection)

    @cached_property
    def people(self) -> People:
        from parkdesk.store.people import People

        return People(self.connection)

    @cached_property
    def lots(self) -> Lots:
        from parkdesk.store.lots import Lots

        return Lots(self.connection)

    @cached_property
    def bays(self) -> Bays:
        from parkdesk.store.bays import Bays

        return Bays(self.connection)

    @cached_property
    def bookings(self) -> Bookings:
        from parkdesk.store.bookings import Bookings

        return Bookings(self.connection)

    @cached_property
    def sweeps(self) -> Sweeps:
        from parkdesk.store.sweep import Sweeps

        return Sweeps(self.connection)

    @cached_property
    def boards(self) -> Boards:
        from parkdesk.store.board import Boards

        return Boards(self.connection)

    @cached_property
    def search(self) -> Search:
        from parkdesk.store.search import Search

        return Search(self.connection)

    @cached_property
    def payment_list(self) -> PaymentList:
        from parkdesk.store.payment_list import PaymentList

        return PaymentList(self.connection)

    @cached_property
    def payments(self) -> Payments:
        from parkdesk.store.payments import Payments

        return Payments(self.connection)

    @cached_property
    def receipts(self) -> Receipts:
        from parkdesk.store.receipts import Receipts

        return Receipts(self.connection)

    @cached_property
    def mails(self) -> Mails:
        from parkdesk.store.mails import Mails

        return Mails(self.connection)

    @cached_property
    def charges(self) -> Charges:
        from parkdesk.store.charges import Charges

        return Charges(self.connection)

    @cached_property
    def polls(self) -> Polls:
        from parkdesk.store.polls import Polls

        return Polls(self.connection)

    @cached_property
    def refunds(self) -> Refunds:
        from parkdesk.store.refunds import Refunds

        return Refunds(self.connection)

    @cached_property
    def iou_list(self) -> IouList:
        from parkdesk.store.iou_list import IouList

        return IouList(self.connection)

    @cached_property
    def disputes(self) -> Disputes:
        from parkdesk.store.disputes import Disputes

        return Disputes(self.connection)

    @cached_property
    def ious(self) -> Ious:
        from parkdesk.store.ious import Ious

        return Ious(self.connection)

    @cached_property
    def outbox(self) -> Outbox:
        from parkdesk.store.outbox import Outbox

        return Outbox(self.connection)

    @cached_property
    def provider_events(self) -> ProviderEvents:
        from parkdesk.store.provider_events import ProviderEvents

        return ProviderEvents(self.connection)

    @cached_property
    def rollups(self) -> Rollups:
        from parkdesk.store.rollups import Rollups

        return Rollups(self.connection)

    @cached_property
    def recount(self) -> Recount:
        from parkdesk.store.recount import Recount

        return Recount(self.connection)

    @cached_property
    def reports(self) -> Reports:
        from parkdesk.store.reports import Reports

        return Reports(self.connection)

    @cached_property
    def feed(self) -> Feed:
        from parkdesk.store.feed import Feed

        return Feed(self.connection)

    @cached_property
    def journal(self) -> Journal:
        from parkdesk.store.journal import Journal

        return Journal(self.connection)

    @cached_property
    def activity(self) -> Activity:
        from parkdesk.store.activity import Activity

        return Activity(self.connection)

    def announce(self, payload: str) -> None:
        """Tell other processes on commit that something changed; SQLite needs no telling."""
        if not self.is_sqlite:
            self.connection.execute(_NOTIFY, {"channel": NOTIFY_CHANNEL, "payload": payload})
