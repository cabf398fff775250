"""What the driver's bank disputes of a payment, how far that has come, and until when it wants an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.dispute import Dispute, Stage
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.ui.payments.words import fact_words, translate
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Hairline, Label, column
from parkdesk.ui.widgets.timeline import Timeline

_STAGES = {
    Stage.WARNING_NEEDS_RESPONSE: QT_TRANSLATE_NOOP("payments", "the bank asks"),
    Stage.WARNING_UNDER_REVIEW: QT_TRANSLATE_NOOP("payments", "the bank weighs the answer"),
    Stage.WARNING_CLOSED: QT_TRANSLATE_NOOP("payments", "the bank asks no more"),
    Stage.NEEDS_RESPONSE: QT_TRANSLATE_NOOP("payments", "waits for an answer"),
    Stage.UNDER_REVIEW: QT_TRANSLATE_NOOP("payments", "the bank weighs the answer"),
    Stage.APPEAL_NEEDS_RESPONSE: QT_TRANSLATE_NOOP("payments", "the appeal waits for an answer"),
    Stage.APPEAL_UNDER_REVIEW: QT_TRANSLATE_NOOP("payments", "the bank weighs the appeal"),
    Stage.PREVENTED: QT_TRANSLATE_NOOP("payments", "settled before it began"),
    Stage.WON: QT_TRANSLATE_NOOP("payments", "won; the money stays"),
    Stage.LOST: QT_TRANSLATE_NOOP("payments", "lost; the money is gone"),
}


class DisputePart(QWidget):
    """Hidden where nothing is disputed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Timeline("")
        layout = column(self, gap=4, margins=(0, 14, 0, 0))
        layout.addWidget(Label(self.tr("Disputed by the bank"), Text.STRONG))
        layout.addWidget(Hairline())
        layout.addWidget(self.lines)
        self.hide()

    def show_disputes(
        self, disputes: tuple[Dispute, ...], lot: Lot, language: str, when: Callable[[datetime], str]
    ) -> None:
        """The newest on top."""
        self.lines.show_lines(
            [
                (when(one.opened_at), _what(one, lot), self._why(one, lot, language))
                for one in reversed(disputes)
            ]
        )
        self.setVisible(bool(disputes))

    def _why(self, dispute: Dispute, lot: Lot, language: str) -> str:
        claim = fact_words(dispute.claim)
        if dispute.answer_by is None:
            return claim
        day = wording.short_date(local_day(dispute.answer_by, lot.time_zone), language)
        words = self.tr("Answer by {day} in Stripe's Dashboard.").format(day=day)
        return f"{claim} {words}"


def _what(dispute: Dispute, lot: Lot) -> str:
    stage = translate("payments", str(_STAGES[dispute.stage]))
    return f"{wording.money(dispute.amount, lot.language)} · {stage}"
