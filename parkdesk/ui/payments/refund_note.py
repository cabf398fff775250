"""What a deed will give back or charge, said in the dialog before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import PaymentDisputed
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import RADIUS, State, Text, current
from parkdesk.ui.widgets import Label, Picture, box, row

if TYPE_CHECKING:
    from parkdesk.services.settling.by_rule import RefundPreview

translate = QCoreApplication.translate


class RefundNote(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, ui: UiContext, locale: str) -> None:
        super().__init__()
        self._ui, self._locale = ui, locale
        self._state = State.PLAIN
        self._picture = Picture("info", size=18)
        self.words = Label("", Text.BODY, wrap=True)
        layout = row(self, gap=12, margins=(14, 12, 14, 12))
        layout.addWidget(self._picture)
        layout.addWidget(self.words, 1)
        self.hide()

    def ask(self, work: Callable[[], RefundPreview]) -> None:
        """What cannot be foreseen is not said; the deed itself tells what refuses it."""
        self._ui.tasks.query(
            work, self.show_preview, self._unknown, owner=self, replaces=("preview", id(self))
        )

    def show_preview(self, preview: RefundPreview) -> None:
        words = preview_words(preview, self._locale)
        self._state = State.ENDING if preview.back or preview.more else State.PLAIN
        self._picture.set("hand-coins" if preview.back else "info", "ending" if preview.back else "mute")
        self.words.setText(words)
        self.setVisible(bool(words))
        self.update()

    def _unknown(self, _error: object) -> None:
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        shade = theme.shade(self._state)
        plain = self._state is State.PLAIN
        ground = theme.tokens.card if plain else shade.tint
        box(
            QPainter(self),
            self.rect(),
            RADIUS,
            fill=ground,
            edge=theme.tokens.line if plain else shade.outline,
        )


def preview_words(preview: RefundPreview, locale: str) -> str:
    """Empty where no money moves and none was paid."""
    card = sum(part.amount.minor for part in preview.parts if part.by_provider)
    hand = preview.back.minor - card
    sentences = []
    if card:
        words = translate("payments", "{amount} go back to the card by themselves.")
        sentences.append(words.format(amount=_money(card, preview.back, locale)))
    if hand:
        words = translate("payments", "Give {amount} back to the driver.")
        sentences.append(words.format(amount=_money(hand, preview.back, locale)))
    if preview.paid and preview.kept and preview.back:
        words = translate("payments", "The lot keeps {amount}.")
        sentences.append(words.format(amount=wording.money(preview.kept, locale, short=True)))
    elif preview.paid and not preview.back and preview.too_much:
        words = translate("payments", "Nothing goes back: this lot keeps what was paid.")
        sentences.append(sentence(PaymentDisputed()) if preview.disputed else words)
    if preview.more:
        words = translate("payments", "It costs {amount} more, to be paid.")
        sentences.append(words.format(amount=wording.money(preview.more, locale, short=True)))
    return " ".join(sentences)


def _money(minor: int, like: Money, locale: str) -> str:
    return wording.money(Money(minor, like.currency), locale, short=True)
