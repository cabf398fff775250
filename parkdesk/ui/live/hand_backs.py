"""Cash that goes back to a driver who was not there: it stands in the alert strip until a person has handed it over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.charge import Refund
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment import HandBack, Method
from parkdesk.domain.payment_list import Which
from parkdesk.domain.people import Right
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.showing import show_payments
from parkdesk.ui.messages import Choice, Tone

ONE_BY_ONE = 3
"""More than this many fold into one line."""
MANY = "hand_backs"


class HandBacks(QObject):
    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._up: dict[str, str] = {}
        ui.tasks.changed.connect(self.read)
        ui.session_changed.connect(self.read)

    def read(self) -> None:
        refunds = self._ui.services.refunds
        self._ui.tasks.query(refunds.to_hand_back, self._show, self._unread, owner=self, replaces=MANY)

    def _unread(self, _error: ParkDeskError) -> None:
        """The header says that the database is out of reach; the next change reads again."""

    def _show(self, waiting: tuple[HandBack, ...]) -> None:
        """What stands there already is left alone, so that nothing jumps under a hand."""
        may_keep = self._ui.person is not None and self._ui.person.may(Right.OVERRIDE)
        wanted: dict[str, str] = {}
        if len(waiting) > ONE_BY_ONE:
            words = self.tr("%n drivers have cash to get back", "", len(waiting))
            wanted[MANY] = words
            if self._up.get(MANY) != words:
                show = partial(show_payments, self._ui, Which.REFUNDED)
                self._ui.messages.alert(MANY, words, action=self.tr("Show"), act=show, decision=True)
        else:
            for one in waiting:
                words = self._words(one)
                wanted[_key(one.refund_id)] = f"{words}{may_keep}"
                if self._up.get(_key(one.refund_id)) != f"{words}{may_keep}":
                    self._alert(one, words, may_keep=may_keep)
        for key in self._up.keys() - wanted.keys():
            self._ui.messages.withdraw(key)
        self._up = wanted

    def _words(self, one: HandBack) -> str:
        words = (
            self.tr("Give {amount} back in cash to {plate}: the booking was let go")
            if one.method is Method.CASH
            else self.tr("Give {amount} back to {plate}: the booking was let go")
        )
        return words.format(amount=self._money(one), plate=one.plate)

    def _alert(self, one: HandBack, words: str, *, may_keep: bool) -> None:
        refunds = self._ui.services.refunds
        given = self.tr("{plate} has {amount} back").format(plate=one.plate, amount=self._money(one))
        kept = self.tr("{amount} of {plate} stay here").format(plate=one.plate, amount=self._money(one))
        nobody = Choice(self.tr("Nobody came for it"), partial(self._do, refunds.keep, one.refund_id, kept))
        self._ui.messages.alert(
            _key(one.refund_id),
            words,
            Tone.WARNING,
            action=self.tr("Given back"),
            act=partial(self._do, refunds.hand_back, one.refund_id, given),
            more=(nobody,) if may_keep else (),
            decision=True,
        )

    def _do(self, deed: Callable[..., Refund], refund_id: UUID, said: str) -> None:
        who, deed_id = self._ui.person, new_id()
        # The strip has let go of it by the press; what comes of it is read again.
        self._up.pop(_key(refund_id), None)
        if who is None:
            self.read()
            return
        self._ui.tasks.command(
            lambda: deed(who, refund_id, deed_id=deed_id),
            lambda _: self._ui.messages.done(said),
            self._refused,
            owner=self,
        )

    def _refused(self, error: ParkDeskError) -> None:
        self._ui.messages.error(error)
        self.read()

    def _money(self, one: HandBack) -> str:
        lot = next((lot for lot in self._ui.lots if lot.id == one.lot_id), None)
        return wording.money(one.amount, lot.language if lot is not None else "en", short=True)


def _key(refund_id: UUID) -> str:
    return f"hand_back/{refund_id}"
