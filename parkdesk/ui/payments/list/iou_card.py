"""The card at the right: one IOU, and what can be done about it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.iou_list import IouRow
from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Right
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.payments.strike_off import StrikeDialog
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import (
    Button,
    Facts,
    Kind,
    Label,
    PrimaryButton,
    SecondaryButton,
    column,
)
from parkdesk.ui.widgets.plate_card import PlateCard


class IouCard(PlateCard):
    """Shows what it is given; asking is the page's work."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._row: IouRow | None = None
        self._locale = "en"
        self.badge.set(self.tr("Owed"), State.OVERSTAYING)
        self.amount = Label("", Text.COUNTDOWN, size=28)
        self.reason = Label("", Text.BODY, weight=500, wrap=True)
        self.facts = Facts(row_height=32)
        self.take = PrimaryButton(self.tr("Take payment"))
        self.booking = SecondaryButton(self.tr("Booking"), icon="calendar-days")
        self.strike = Button(self.tr("Strike off…"), Kind.DANGER_LINK)
        self.why_not = Label("", Text.SMALL, tone="mute", wrap=True)
        self.why_not.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.take.clicked.connect(self.take_payment)
        self.booking.clicked.connect(self._open_booking)
        self.strike.clicked.connect(self._strike)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._row = None
        self._only_told(self.tr("Choose one to see who owes it and why."))

    def show_iou(self, row: IouRow, lot: Lot) -> None:
        self._row, self._locale = row, lot.language
        self.told.hide()
        for part in (self.badge, self.caption, self._inside, self._foot):
            part.show()
        self.plate.setText(row.iou.plate)
        self.caption.setText(" · ".join((row.bay_code, row.iou.ticket, row.lot_name)))
        self.amount.setText(wording.money(row.owed, lot.language))
        self.reason.setText(row.iou.reason)
        self.facts.set(self._facts(row, lot))
        person = self._ui.person
        self.take.setEnabled(person is not None and person.may(Right.WORK))
        may = person is not None and person.may(Right.OVERRIDE)
        self.strike.setEnabled(may)
        self.why_not.setText("" if may else self.tr("A supervisor or an owner can strike it off."))
        self.why_not.setVisible(not may)
        self.strike.setToolTip(self.why_not.text())

    def take_payment(self) -> None:
        if self._row is not None and self.take.isEnabled():
            charge_watch(self._ui).open_payment(self._row.iou.booking_id)

    def _open_booking(self) -> None:
        if self._row is not None:
            self._ui.open_screen("bookings")
            self._ui.select(Selection(booking_id=self._row.iou.booking_id))

    def _strike(self) -> None:
        if self._row is not None:
            StrikeDialog(self._ui, self._row, self._locale, parent=cast(QWidget, self._ui.shell)).open()

    def _facts(self, row: IouRow, lot: Lot) -> list[tuple[str, str]]:
        since = wording.when(row.iou.issued_at, self._ui.clock.now(), lot.time_zone, self._ui.language)
        facts = [(self.tr("Since"), since), (self.tr("Written by"), row.issued_by)]
        if row.driver:
            facts.append((self.tr("Driver"), row.driver))
        if row.phone:
            facts.append((self.tr("Phone"), row.phone))
        if row.paid.minor:
            facts.append((self.tr("Owed at first"), wording.money(row.iou.amount, lot.language)))
            facts.append((self.tr("Paid since"), wording.money(row.paid, lot.language)))
        return facts

    def _only_told(self, words: str) -> None:
        self.plate.setText(self.tr("No IOU chosen"))
        self.told.setText(words)
        self.told.show()
        for part in (self.badge, self.caption, self._inside, self._foot):
            part.hide()

    def _lay_out(self) -> None:
        self.body.addSpacing(6)
        self.body.addWidget(self.told)
        self._inside = QWidget()
        inside = column(self._inside, gap=4)
        for part in (self.amount, self.reason, self.facts):
            inside.addWidget(part)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self._foot = QWidget()
        foot = column(self._foot, gap=8, margins=(0, 10, 0, 0))
        for button in (self.take, self.booking, self.strike, self.why_not):
            foot.addWidget(button)
        self.body.addWidget(self._foot)
