"""Collecting money through the provider: opening a charge, trying again, ending it, and looking at how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.attention import kept
from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Attempt, Charge, Tender
from parkdesk.domain.charge_list import ChargeFilter, ChargeRow
from parkdesk.domain.errors import NothingOwed, PaymentTooLittle, PaymentTooMuch
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.domain.payment_errors import (
    ChargeOpen,
    ChargeSettled,
    ChargeUnknown,
    ReaderBusy,
    ReaderUnknown,
)
from parkdesk.domain.people import Person, Right
from parkdesk.domain.provider_money import check_collectable
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lifecycle import the_booking, the_lot, visit
from parkdesk.services.owing import Owed, owed, shared_out, without_pending
from parkdesk.services.provider import Provider
from parkdesk.services.settling import asking, outcomes
from parkdesk.services.settling.worlds import refuse_other_world

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_MOST_OPEN = 1000


class ChargeService:
    """Writes down what is wanted and answers at once; the settlement's next tick brings it about."""

    def __init__(self, desk: Desk, provider: Provider) -> None:
        self._desk = desk
        self._provider = provider

    def open(
        self,
        who: Person,
        booking_id: UUID,
        tender: Tender,
        amount_minor: int | None = None,
        *,
        reader_id: str | None = None,
        deed_id: UUID | None = None,
    ) -> Charge:
        """Ask a driver for all that is due for a stay, or a part of it, by QR code or on a card reader.

        Raises CardsUnavailable, HoldsTestPayments, HoldsLivePayments, NothingOwed, PaymentTooLittle, PaymentTooMuch,
        ChargeOpen, ReaderUnknown, ReaderBusy or what `check_collectable` raises.
        """
        mode = self._provider.collecting()

        def work(deed: Deed) -> Charge:
            store = deed.store
            refuse_other_world(store, mode)
            booking = the_booking(store, booking_id)
            lot = the_lot(store, booking.lot_id)
            links = visit(store, booking, lock=True)
            if store.charges.open_of([link.id for link in links]):
                raise ChargeOpen
            due = without_pending(store, owed(deed, links, lot))
            amount = _amount(due, booking, amount_minor)
            charge = Charge(
                id=deed.id,
                booking_id=booking.id,
                lot_id=lot.id,
                desk_id=deed.desk_id,
                amount=amount,
                mode=mode,
                opened_at=deed.now,
                opened_by=deed.who.id,
            )
            attempt = _attempt(deed, charge, tender, reader_id, 1)
            charge = charge.with_attempt(attempt)
            store.charges.add(charge)
            for payment in _shares(deed, charge, due):
                link = next(link for link in links if link.id == payment.booking_id)
                store.payments.add(payment, lot.id, deed.desk_id, link.day)
                deed.touch(payment.id, payment.booking_id)
            asking.collect(deed, charge, attempt)
            return _done(deed, charge)

        arguments = {"booking": booking_id.hex, "tender": tender.value, "amount": amount_minor}
        return self._desk.do(
            "open_charge", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )

    def retry(
        self,
        who: Person,
        charge_id: UUID,
        tender: Tender,
        *,
        reader_id: str | None = None,
        deed_id: UUID | None = None,
    ) -> Charge:
        """Try again once an attempt has ended without money; on a reader that said no, also before that.

        Raises CardsUnavailable, HoldsTestPayments, HoldsLivePayments, ChargeUnknown, ChargeSettled where it is paid,
        ChargeOpen, NothingOwed, PaymentTooMuch, ReaderUnknown or ReaderBusy.
        """
        mode = self._provider.collecting()

        def work(deed: Deed) -> Charge:
            refuse_other_world(deed.store, mode)
            charge = _locked(deed, charge_id)
            latest = charge.latest
            if charge.is_open:
                if not _may_present(latest, tender, reader_id):
                    raise ChargeOpen
                return _done(deed, charge.with_attempt(asking.present(deed, charge, latest)))
            if charge.shown.value != "failed":
                raise ChargeSettled
            booking = the_booking(deed.store, charge.booking_id)
            lot = the_lot(deed.store, booking.lot_id)
            links = visit(deed.store, booking, lock=True)
            if deed.store.charges.open_of([link.id for link in links]):
                raise ChargeOpen
            _amount(without_pending(deed.store, owed(deed, links, lot)), booking, charge.amount.minor)
            attempt = _attempt(deed, charge, tender, reader_id, latest.number + 1)
            deed.store.charges.add_attempt(attempt)
            for payment in deed.store.payments.of_charge(charge.id):
                if payment.status is PaymentStatus.FAILED:
                    deed.store.payments.set_status(payment.id, PaymentStatus.PENDING)
                    deed.touch(payment.id)
            charge = charge.with_attempt(attempt)
            asking.collect(deed, charge, attempt)
            return _done(deed, charge)

        return self._on(who, "retry_charge", charge_id, work, deed_id, tender=tender.value)

    def cancel(self, who: Person, charge_id: UUID, *, deed_id: UUID | None = None) -> Charge:
        """Ask for a charge's end. Until the provider agrees it may still turn out paid. Raises ChargeSettled."""

        def work(deed: Deed) -> Charge:
            charge = _locked(deed, charge_id)
            if not charge.is_open:
                raise ChargeSettled
            outcomes.close(deed, charge, charge.latest)
            return _done(deed, _the_charge(deed.store, charge_id))

        return self._on(who, "cancel_charge", charge_id, work, deed_id)

    def settle_attention(
        self, who: Person, charge_id: UUID, note: str, *, deed_id: UUID | None = None
    ) -> Charge:
        """A person has looked at it, and says what was done. Raises TextMissing."""
        note = texts.line(note, field="note", required=True)

        def work(deed: Deed) -> Charge:
            charge = _locked(deed, charge_id)
            deed.store.charges.set_attention(charge.id, ())
            deed.outcome["attention"] = kept(charge.attention)
            return _done(deed, _the_charge(deed.store, charge_id))

        return self._on(who, "settle_attention", charge_id, work, deed_id, note=note)

    def get(self, charge_id: UUID) -> Charge:
        """Raises ChargeUnknown."""
        with self._desk.look() as store:
            return _the_charge(store, charge_id)

    def waits(self, charge_id: UUID) -> bool:
        """Whether the provider has yet to be told something about it, or to answer; a reader asks nobody before."""
        with self._desk.look() as store:
            return store.outbox.waits(charge_id)

    def of_booking(self, booking_id: UUID) -> tuple[Charge, ...]:
        """The charges of a booking's whole stay, oldest first."""
        with self._desk.look() as store:
            links = visit(store, the_booking(store, booking_id))
            return store.charges.of_bookings([link.id for link in links])

    def open_charges(self, lot_id: UUID | None = None) -> tuple[ChargeRow, ...]:
        """Newest first."""
        return self.listed(ChargeFilter(lot_id=lot_id, open=True), _MOST_OPEN)

    def attention(self) -> tuple[ChargeRow, ...]:
        """What a person must look at, newest first."""
        return self.listed(ChargeFilter(attention=True), _MOST_OPEN)

    def listed(
        self, which: ChargeFilter, limit: int = 50, after: UUID | None = None
    ) -> tuple[ChargeRow, ...]:
        """Newest first; `after` is the charge that the page before ended with."""
        with self._desk.look() as store:
            return store.charges.listed(which, limit, after)

    def _on(
        self, who: Person, name: str, charge_id: UUID, work: Any, deed_id: UUID | None, **arguments: Any
    ) -> Charge:
        charge: Charge = self._desk.do(
            name,
            who,
            Right.WORK,
            work,
            arguments={"charge": charge_id.hex, **arguments},
            deed_id=deed_id,
            answer=_answer,
        )
        return charge


def _answer(store: Store, outcome: Mapping[str, Any]) -> Charge:
    return _the_charge(store, UUID(hex=outcome["charge"]))


def _the_charge(store: Store, charge_id: UUID) -> Charge:
    charge = store.charges.find(charge_id)
    if charge is None:
        raise ChargeUnknown
    return charge


def _locked(deed: Deed, charge_id: UUID) -> Charge:
    _the_charge(deed.store, charge_id)
    return outcomes.locked(deed, charge_id)


def _done(deed: Deed, charge: Charge) -> Charge:
    deed.touch(charge.id, charge.booking_id)
    deed.outcome |= {"charge": charge.id.hex, "booking": charge.booking_id.hex}
    return charge


def _amount(due: Owed, booking: Booking, amount_minor: int | None) -> Money:
    total = Money(sum(minor for _, minor in due), booking.currency)
    if not total:
        raise NothingOwed(field="amount")
    amount = total if amount_minor is None else Money(amount_minor, booking.currency)
    if amount.minor <= 0:
        raise PaymentTooLittle(field="amount")
    if total < amount:
        raise PaymentTooMuch(due=str(total), field="amount")
    check_collectable(amount)
    return amount


def _attempt(deed: Deed, charge: Charge, tender: Tender, reader_id: str | None, number: int) -> Attempt:
    if tender is Tender.READER:
        if not reader_id:
            raise ReaderUnknown(reader="?", field="reader")
        if deed.store.charges.on_reader(reader_id) is not None:
            raise ReaderBusy(reader=reader_id, field="reader")
    return Attempt(
        id=new_id(),
        charge_id=charge.id,
        number=number,
        tender=tender,
        opened_at=deed.now,
        reader_id=reader_id if tender is Tender.READER else None,
    )


def _may_present(latest: Attempt, tender: Tender, reader_id: str | None) -> bool:
    """Whether the same intent can go to its reader once more: it said no, and nobody wants it ended."""
    same = tender is Tender.READER is latest.tender and reader_id in (None, latest.reader_id)
    return same and bool(latest.standing.declined) and latest.intent_id is not None and not latest.closing


def _shares(deed: Deed, charge: Charge, due: Owed) -> tuple[Payment, ...]:
    return tuple(
        Payment(
            id=new_id(),
            booking_id=link.id,
            method=Method.CARD,
            amount_minor=part,
            currency=charge.amount.currency,
            status=PaymentStatus.PENDING,
            processed_at=deed.now,
            taken_by=deed.who.id,
            charge_id=charge.id,
        )
        for link, part in shared_out(due, charge.amount.minor)
    )
