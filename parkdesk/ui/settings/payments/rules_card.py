"""The lot's rules about money: when drivers pay, how long an unpaid booking keeps its bay, what goes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QSpinBox

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot, PayWhen, RefundRule
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Card, Hairline, Label, Pills, PrimaryButton, column, row


class RulesCard(Card):
    """Of the lot that is looked at; what was chosen counts once it is saved."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 20), gap=14)
        self._ui = ui
        self._lot: Lot | None = None
        self.header(self.tr("The lot's rules"), "")
        self.pay_when = Pills(
            (
                (PayWhen.BOOKING, self.tr("When it is booked")),
                (PayWhen.ANY, self.tr("Whenever it suits")),
                (PayWhen.EXIT, self.tr("At the exit")),
            ),
            name=self.tr("When drivers pay"),
        )
        self.hold = QSpinBox()
        self.hold.setRange(1, 1440)
        self.hold.setSuffix(" " + self.tr("min"))
        self.rule = Pills(
            (
                (RefundRule.UNUSED, self.tr("What was not used")),
                (RefundRule.FULL, self.tr("All of it")),
                (RefundRule.NONE, self.tr("Nothing")),
            ),
            name=self.tr("What goes back"),
        )
        self.about_when = Label("", Text.SMALL, tone="mute", wrap=True)
        self.about_rule = Label("", Text.SMALL, tone="mute", wrap=True)
        self.form = Form(columns=3)
        self.form.put("hold", self.tr("Holds an unpaid bay for"), self.hold)
        self.save_button = PrimaryButton(self.tr("Save"))
        self._lay_out()
        self.pay_when.chosen.connect(lambda _: self._write())
        self.rule.chosen.connect(lambda _: self._write())
        self.hold.valueChanged.connect(lambda _: self._write())
        self.save_button.clicked.connect(self.save)
        ui.lot_changed.connect(lambda _: self.activated())

    def activated(self) -> None:
        """Show the lot's rules, unless somebody is changing them."""
        lot = self._ui.lot
        if lot is None or (self._lot is not None and lot.id == self._lot.id and self._changed() != self._lot):
            return
        self._lot = lot
        self.caption.setText(lot.name)
        self.pay_when.choose(lot.pay_when)
        self.rule.choose(lot.refund_rule)
        self.hold.setValue(lot.hold // timedelta(minutes=1))
        self._write()

    def save(self) -> None:
        who, lots, lot = self._ui.person, self._ui.services.lots, self._changed()
        self.form.forgive()
        if who is not None and lot is not None:
            self._ui.tasks.command(lambda: lots.change(who, lot), self._saved, self._refused, owner=self)

    def _changed(self) -> Lot | None:
        if self._lot is None:
            return None
        return replace(
            self._lot,
            pay_when=PayWhen(self.pay_when.current()),
            hold=timedelta(minutes=self.hold.value()),
            refund_rule=RefundRule(self.rule.current()),
        )

    def _saved(self, lot: Lot) -> None:
        self._lot = lot
        self._write()
        self._ui.messages.done(self.tr("The rules of {lot} are saved").format(lot=lot.name))
        self._ui.read_lots()

    def _refused(self, error: ParkDeskError) -> None:
        self.form.refuse(error)

    def _write(self) -> None:
        when = PayWhen(self.pay_when.current())
        self.about_when.setText(
            {
                PayWhen.BOOKING: self.tr(
                    "A booking only stands once it is paid; until then its bay is held, then let go."
                ),
                PayWhen.ANY: self.tr("At booking, during the stay or at the exit."),
                PayWhen.EXIT: self.tr("Nobody is asked before the exit."),
            }[when]
        )
        self.form.setVisible(when is PayWhen.BOOKING)
        self.about_rule.setText(
            {
                RefundRule.UNUSED: self.tr(
                    "The price of the time that nobody stood there goes back by itself."
                ),
                RefundRule.FULL: self.tr("The whole price goes back where a paid booking is cancelled."),
                RefundRule.NONE: self.tr("Nothing goes back by itself; a person may still give money back."),
            }[RefundRule(self.rule.current())]
        )
        self.save_button.setEnabled(self._changed() != self._lot)

    def _lay_out(self) -> None:
        for title, pills, about in (
            (self.tr("When drivers pay"), self.pay_when, self.about_when),
            (
                self.tr("What goes back when a paid booking is cancelled, shortened or moved"),
                self.rule,
                self.about_rule,
            ),
        ):
            part = column(gap=8)
            part.addWidget(Label(title, Text.STRONG))
            part.addWidget(pills)
            part.addWidget(about)
            self.body.addLayout(part)
            if pills is self.pay_when:
                self.body.addWidget(self.form)
                self.body.addWidget(Hairline())
        no_show = self.tr("Whoever does not come gets nothing back by any of these rules: the bay was held.")
        self.body.addWidget(Label(no_show, Text.SMALL, tone="mute", wrap=True))
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.body.addLayout(foot)
