"""A charge while it is being paid: the large code or a sign, the amount, and what to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from parkdesk.ui.payments.qr_code import QrCode
from parkdesk.ui.payments.sight import Sight
from parkdesk.ui.payments.sign import Sign
from parkdesk.ui.payments.words import Said
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import Label, Paragraph, column

SIDE = 356
"""Four dots a module for the address that Stripe gives, and room for a longer one."""
TWO_LINES = 40


class ChargePanel(QWidget):
    """Everything keeps its place while the standing changes: only the picture and the words do."""

    def __init__(self) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.code, self.sign = QrCode(SIDE), Sign(SIDE)
        self.code.setAccessibleName(self.tr("QR code to pay by"))
        self._picture = QStackedWidget()
        self._picture.setFixedSize(SIDE, SIDE)
        self._picture.addWidget(self.sign)
        self._picture.addWidget(self.code)
        self.amount = Label("", Text.COUNTDOWN, size=28, align=middle)
        self.title = Label("", Text.TITLE, align=middle)
        self.words = Paragraph("", Text.BODY, width=SIDE, align=middle)
        self.words.setAlignment(middle | Qt.AlignmentFlag.AlignTop)
        layout = column(self, gap=4)
        layout.addWidget(self._picture, 0, middle)
        layout.addSpacing(6)
        layout.addWidget(self.amount, 0, middle)
        layout.addWidget(self.title, 0, middle)
        layout.addWidget(self.words, 0, middle)
        layout.addStretch(1)

    @property
    def shows_code(self) -> bool:
        return self._picture.currentWidget() is self.code

    def show_said(self, said: Said, amount: str, sight: Sight | None = None) -> None:
        self.amount.setText(amount)
        self.title.setText(said.title)
        self.title.set_tone("ink" if said.state is State.PLAIN else said.state.value)
        self.words.setText(said.words)
        self.words.setFixedHeight(max(self.words.height(), TWO_LINES))
        self.setAccessibleName(f"{said.title} {amount}")
        self.setAccessibleDescription(said.words)
        if said.icon or sight is None:
            self.sign.set(said.icon, said.state)
            self._picture.setCurrentWidget(self.sign)
        else:
            self.code.show_rows(sight.code)
            self._picture.setCurrentWidget(self.code)
