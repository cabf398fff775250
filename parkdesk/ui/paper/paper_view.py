"""A paper as it will come out, lying on the desk: drawn by the very document that is printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from parkdesk.outlets.paper import Paper
from parkdesk.outlets.paper_html import WIDTH
from parkdesk.ui.paper.document import MARGIN, paint, paper_document
from parkdesk.ui.theme import current
from parkdesk.ui.theme.tokens import PAPER
from parkdesk.ui.widgets import bare, column

SCALE = 1.12
_AROUND = 20
_SHADOW = 5


class PaperSheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._document: QTextDocument | None = None
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def show_paper(self, paper: Paper | None) -> None:
        self._document = None if paper is None else paper_document(paper)
        self._name = "" if paper is None else paper.name
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("" if paper is None else paper.words())
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        height = 0.0 if self._document is None else self._document.size().height()
        paper = QSize(round((WIDTH + 2 * MARGIN) * SCALE), round((height + 2 * MARGIN) * SCALE))
        return paper + QSize(2 * _AROUND, 2 * _AROUND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._document is None:
            return
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            painter.setOpacity(0.05)
            painter.setBrush(tokens.shadow)
            painter.drawRoundedRect(sheet.adjusted(-step, -step + 2, step, step + 2), step, step)
        painter.setOpacity(1)
        painter.fillRect(sheet, PAPER)
        painter.translate(sheet.topLeft())
        painter.scale(SCALE, SCALE)
        painter.translate(MARGIN, MARGIN)
        paint(self._document, painter)


class PaperView(QScrollArea):
    """Scrolls where the paper is longer than the window."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = PaperSheet()
        inside = bare(QWidget())
        layout = column(inside)
        layout.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        bare(self.viewport())
        self.setWidget(inside)
        self.setWidgetResizable(True)

    def sizeHint(self) -> QSize:
        """A paper's whole width where the screen has it."""
        return QSize(self.sheet.sizeHint().width() + 16, super().sizeHint().height())

    def show_paper(self, paper: Paper | None) -> None:
        self.sheet.show_paper(paper)
        self.verticalScrollBar().setValue(0)
