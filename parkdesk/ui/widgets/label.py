"""Text by role and tone, elided where space is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from parkdesk.ui.theme import Text, font


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Label(QLabel):
    """`role` is a step of the type scale; `tone` one of ink, mute, accent or a state's name."""

    def __init__(
        self,
        text: str = "",
        role: Text | str = Text.BODY,
        *,
        tone: str = "ink",
        weight: int | None = None,
        size: float | None = None,
        wrap: bool = False,
        align: Qt.AlignmentFlag | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role, weight=weight, size=size))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if align is not None:
            self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)

    @property
    def tone(self) -> str:
        return str(self.property("tone"))

    def set_tone(self, tone: str) -> None:
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            repolish(self)


class Paragraph(Label):
    """A few sentences of a fixed width, as tall as they need to be even where a layout centres them."""

    def __init__(
        self,
        text: str = "",
        role: Text | str = Text.BODY,
        *,
        width: int,
        tone: str = "mute",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__("", role, tone=tone, wrap=True, align=align)
        self.setFixedWidth(width)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setFixedHeight(max(self.heightForWidth(self.width()), 1))


class ElidedLabel(Label):
    """A label that gives way: too long a text ends in … and its tooltip says the whole."""

    def __init__(
        self,
        text: str = "",
        role: Text | str = Text.BODY,
        *,
        tone: str = "ink",
        weight: int | None = None,
        size: float | None = None,
    ) -> None:
        super().__init__(text, role, tone=tone, weight=weight, size=size)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 2, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)
        whole = self.text() if shown != self.text() else ""
        if self.toolTip() != whole:
            self.setToolTip(whole)
