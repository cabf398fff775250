"""The buttons at the foot of a payment: which of them there are follows from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parkdesk.ui.widgets import Button, Kind

if TYPE_CHECKING:
    from parkdesk.ui.dialogs.deed_dialog import DeedDialog


TICKET_KEY = "Ctrl+T"


class Foot(QObject):
    """Beside the dialog's own two. `unpaid` checks out and `more` offers what else goes without money."""

    cancel_wanted = Signal()
    cash_wanted = Signal()

    def __init__(self, dialog: DeedDialog, *, leaving: bool) -> None:
        super().__init__(dialog)
        self._dialog, self._leaving = dialog, leaving
        self.unpaid = Button(self.tr("Check out without payment"), Kind.QUIET)
        self.more = Button(self.tr("Cannot pay…"), Kind.QUIET)
        self.cancel = Button(self.tr("Cancel payment"), Kind.DANGER_LINK)
        self.cash = Button(self.tr("Cash instead"), key="F10", icon="banknote")
        self.ticket = Button(self.tr("Print ticket"), key=TICKET_KEY, icon="ticket")
        self.cancel.clicked.connect(self.cancel_wanted)
        self.cash.clicked.connect(self.cash_wanted)
        for place, button in enumerate((self.unpaid, self.more, self.cancel)):
            dialog.foot.insertWidget(place, button)
        for button in (self.ticket, self.cash):
            dialog.foot.insertWidget(dialog.foot.count() - 2, button)
        self.show_form("")

    def show_form(self, primary: str) -> None:
        self._show(primary, self.tr("Cancel"), unpaid=self._leaving, more=True)

    def show_choice(self) -> None:
        """While a card reader is chosen."""
        self._show("", self.tr("Close"), cash=True)

    def show_under_way(self, *, again: bool, closing: bool, ticket: bool = False) -> None:
        """The payment goes on when the dialog closes. With `ticket` the driver may take its code along."""
        primary = self.tr("Try again") if again else ""
        self._show(primary, self.tr("Leave open"), cancel=not closing, cash=not closing, ticket=ticket)

    def show_paid(self, *, rest: bool) -> None:
        self._show(self.tr("Take the rest") if rest else self.tr("Done"), "")

    def show_ended(self) -> None:
        self._show(self.tr("Try again"), self.tr("Close"), cash=True)

    def show_change(self) -> None:
        self._show(self.tr("Given"), "")

    def _show(
        self,
        primary: str,
        leave: str,
        *,
        unpaid: bool = False,
        more: bool = False,
        cancel: bool = False,
        cash: bool = False,
        ticket: bool = False,
    ) -> None:
        dialog = self._dialog
        dialog.primary.setText(primary)
        dialog.primary.setVisible(bool(primary))
        dialog.primary.updateGeometry()
        dialog.leave.setText(leave)
        dialog.leave.setVisible(bool(leave))
        dialog.leave.updateGeometry()
        for button, shown in (
            (self.unpaid, unpaid),
            (self.more, more),
            (self.cancel, cancel),
            (self.cash, cash),
            (self.ticket, ticket),
        ):
            button.setVisible(shown)
