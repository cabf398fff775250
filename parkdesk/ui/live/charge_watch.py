"""Card payments that nobody looks at: each stays in the alert strip until it is settled; its end is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.attention import Attention
from parkdesk.domain.charge import Charge, Mode, Phase
from parkdesk.domain.charge_list import ChargeRow
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Payment
from parkdesk.domain.payment_list import Which
from parkdesk.ui.actions.paper import follow_up
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.settling import settling
from parkdesk.ui.live.showing import show_payments
from parkdesk.ui.messages import Tone
from parkdesk.ui.payments.words import attention_words, fact_words

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

ONE_BY_ONE = 3
"""More than this many fold into one line."""
MANY = "charges"
MANY_LOOKED_AT = "attention"


@dataclass(frozen=True)
class Seen:
    """This desk's charges: those open now, those that ended since, and those that a person must look at; and how many
    payments of the lot somebody must look at, whatever for."""

    open: tuple[ChargeRow, ...]
    ended: tuple[tuple[ChargeRow, tuple[Payment, ...]], ...]
    attention: tuple[ChargeRow, ...]
    count: int


class ChargeWatch(QObject):
    """See `charge_watch`."""

    attention_changed = Signal(int)
    """How many payments of the lot a person must look at: as many as the list of them has."""
    open_changed = Signal(int)
    """How many charges of this desk are open, whether or not their alerts are up."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui)
        self._ui = ui
        self._open: dict[UUID, ChargeRow] = {}
        self._attention: dict[UUID, Attention] = {}
        self._attention_count = 0
        self._up: set[str] = set()
        self._attended: dict[QObject, UUID] = {}
        ui.tasks.changed.connect(self.read)
        ui.lot_changed.connect(self.read)
        settling(ui).began.connect(self._begin)
        settling(ui).told.connect(self.read)

    @property
    def open_count(self) -> int:
        return len(self._open)

    @property
    def attention(self) -> frozenset[UUID]:
        """The charges that a person must look at, of any lot."""
        return frozenset(self._attention)

    @property
    def attention_count(self) -> int:
        """See `attention_changed`."""
        return self._attention_count

    def attend(self, who: QObject, charge_id: UUID) -> None:
        """A dialog shows this charge: the strip need not."""
        self._attended[who] = charge_id
        self._withdraw(_key(charge_id))

    def leave(self, who: QObject) -> None:
        if self._attended.pop(who, None) is not None:
            self._show_open()

    def read(self) -> None:
        services, known, lot = self._ui.services, tuple(self._open.values()), self._ui.lot
        lot_id = None if lot is None else lot.id
        if settling(self._ui).mode in (None, Mode.CASH):
            # A cash desk's receipts go by e-mail too.
            self._ui.tasks.query(
                lambda: _count(services, lot_id),
                self._counted,
                self._unread,
                owner=self,
                replaces="attention",
            )
            return
        self._ui.tasks.query(
            lambda: _read(services, lot_id, known), self._seen, self._unread, owner=self, replaces="charges"
        )

    def open_payment(self, booking_id: UUID) -> None:
        from parkdesk.ui.dialogs.payment import PaymentDialog

        PaymentDialog(self._ui, booking_id, parent=cast(QWidget, self._ui.shell)).open()

    def _begin(self, found: tuple[ChargeRow, ...]) -> None:
        """What ended while this desk was closed is told as if it had been open."""
        here = self._ui.services.desk.id
        self._open = {row.charge.id: row for row in found if row.charge.desk_id == here}
        self.open_changed.emit(len(self._open))

    def _unread(self, _error: ParkDeskError) -> None:
        """The header says that the database is out of reach; the next change reads again."""

    def _seen(self, seen: Seen) -> None:
        known, self._open = self._open, {row.charge.id: row for row in seen.open}
        for row, payments in seen.ended:
            # Two looks may be under way at once; the first one tells it.
            if row.charge.id in known:
                self._tell_ended(row, payments)
        before, self._attention = (
            self._attention,
            {row.charge.id: row.charge.attention for row in seen.attention},
        )
        self._show_attention_anew(before, seen.attention)
        self._counted(seen.count, anew=before != self._attention)
        self.open_changed.emit(len(self._open))
        self._show_open()

    def _counted(self, count: int, *, anew: bool = False) -> None:
        if anew or count != self._attention_count:
            self._attention_count = count
            self.attention_changed.emit(count)

    def _show_open(self) -> None:
        shown = set(self._attended.values())
        rows = [row for charge_id, row in self._open.items() if charge_id not in shown]
        wanted: set[str] = set()
        if len(rows) > ONE_BY_ONE:
            wanted.add(MANY)
            words = self.tr("%n card payments are open", "", len(rows))
            show = partial(show_payments, self._ui, Which.OPEN)
            self._ui.messages.alert(MANY, words, Tone.INFO, action=self.tr("Show"), act=show, standing=True)
        else:
            for row in rows:
                wanted.add(_key(row.charge.id))
                self._alert_open(row)
        for key in self._up - wanted:
            self._ui.messages.withdraw(key)
        self._up = wanted

    def _alert_open(self, row: ChargeRow) -> None:
        charge = row.charge
        declined = charge.latest.standing.declined
        facts = {"plate": row.plate, "amount": self._money(charge), "reason": fact_words(declined)}
        if charge.latest.closing:
            words, tone = self.tr("{plate} · the payment of {amount} is being cancelled"), Tone.INFO
        elif declined:
            words, tone = self.tr("{plate} · {amount} not paid yet: {reason}"), Tone.WARNING
        else:
            words, tone = self.tr("{plate} · {amount} is being paid by card"), Tone.INFO
        self._ui.messages.alert(
            _key(charge.id),
            words.format(**facts),
            tone,
            action=self.tr("Open"),
            act=partial(self.open_payment, charge.booking_id),
            standing=True,
            since=charge.opened_at,
        )

    def _show_attention_anew(self, before: dict[UUID, Attention], rows: tuple[ChargeRow, ...]) -> None:
        were_many, are_many = len(before) > ONE_BY_ONE, len(rows) > ONE_BY_ONE
        for charge_id in before.keys() if are_many else before.keys() - self._attention.keys():
            self._ui.messages.withdraw(f"attention/{charge_id}")
        if are_many:
            if before != self._attention:
                words = self.tr("%n card payments need a decision", "", len(rows))
                show = partial(self._show_attention, rows[0].charge.lot_id)
                self._ui.messages.alert(
                    MANY_LOOKED_AT, words, action=self.tr("Show"), act=show, decision=True
                )
            return
        if were_many:
            self._ui.messages.withdraw(MANY_LOOKED_AT)
        for row in rows:
            if were_many or before.get(row.charge.id) != row.charge.attention:
                self._alert_attention(row)

    def _alert_attention(self, row: ChargeRow) -> None:
        charge = row.charge
        reason = attention_words(charge.attention, self._lot(charge), self._ui.language)
        words = self.tr("{plate} · {amount}: {reason}").format(
            plate=row.plate, amount=self._money(charge), reason=reason
        )
        show = partial(self._show_attention, charge.lot_id)
        self._ui.messages.alert(
            f"attention/{charge.id}", words, Tone.WARNING, action=self.tr("Show"), act=show, decision=True
        )

    def _show_attention(self, lot_id: UUID) -> None:
        self._ui.choose_lot(lot_id)
        show_payments(self._ui, Which.ATTENTION)

    def _tell_ended(self, row: ChargeRow, payments: tuple[Payment, ...]) -> None:
        """Money that came in prints its receipt like any other, whether or not its dialog is still open."""
        charge = row.charge
        facts = {"plate": row.plate, "amount": self._money(charge)}
        if charge.phase is Phase.PAID:
            more = follow_up(self._ui, charge.id, payments)
            self._ui.messages.done(self.tr("{plate} paid {amount}").format(**facts), more=more)
        elif charge.id not in self._attended.values() and not charge.latest.closing:
            words = self.tr("{plate} · {amount} was not paid").format(**facts)
            self._ui.messages.alert(
                f"unpaid/{charge.id}",
                words,
                Tone.WARNING,
                action=self.tr("Open"),
                act=partial(self.open_payment, charge.booking_id),
            )

    def _withdraw(self, key: str) -> None:
        if key in self._up:
            self._up.discard(key)
            self._ui.messages.withdraw(key)

    def _lot(self, charge: Charge) -> Lot | None:
        return next((lot for lot in self._ui.lots if lot.id == charge.lot_id), None)

    def _money(self, charge: Charge) -> str:
        lot = self._lot(charge)
        return wording.money(charge.amount, lot.language if lot is not None else "en", short=True)


def charge_watch(ui: UiContext) -> ChargeWatch:
    """The one of this window."""
    found = ui.findChild(ChargeWatch)
    return found if isinstance(found, ChargeWatch) else ChargeWatch(ui)


def _key(charge_id: UUID) -> str:
    return f"charge/{charge_id}"


def _count(services: Services, lot_id: UUID | None) -> int:
    return 0 if lot_id is None else services.payment_list.attention(lot_id)


def _read(services: Services, lot_id: UUID | None, known: Iterable[ChargeRow]) -> Seen:
    """On the database thread."""
    open_rows = tuple(
        row for row in services.charges.open_charges() if row.charge.desk_id == services.desk.id
    )
    still = {row.charge.id for row in open_rows}
    ended = []
    for row in known:
        if row.charge.id not in still:
            charge = services.charges.get(row.charge.id)
            found = services.bookings.detail(charge.booking_id).payments
            payments = tuple(payment for payment in found if payment.charge_id == charge.id)
            ended.append((ChargeRow(charge, row.ticket, row.plate, row.bay_code), payments))
    attention = services.charges.attention()
    return Seen(open_rows, tuple(ended), attention, _count(services, lot_id))
