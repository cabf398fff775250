"""What a person sees of a bug: that the desk goes on, and the details to copy."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from parkdesk import __version__
from parkdesk.domain.redaction import without_secrets
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets.button import Button, Kind
from parkdesk.ui.widgets.dialog import Dialog
from parkdesk.ui.widgets.label import Label
from parkdesk.ui.widgets.layouts import column, row


def details(error: BaseException) -> str:
    """What a person can send to whoever mends the program."""
    where = "".join(traceback.format_exception(error))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"ParkDesk {__version__}\n{system}\n\n{without_secrets(where)}"


class CrashDialog(Dialog):
    """Not modal: the desk goes on beneath it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=640, height=400)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Details"))
        copy = Button(self.tr("Copy details"), Kind.SECONDARY, icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close = Button(self.tr("Go on"), Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.close)
        words = self.tr(
            "This is a fault in ParkDesk, not in what you did. What was saved is safe, and you can go on "
            "working. Copy the details for whoever looks after this desk."
        )
        buttons = row(gap=8)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        layout.addWidget(Label(self.tr("Something went wrong"), Text.HEADING))
        layout.addWidget(Label(words, Text.BODY, tone="mute", wrap=True))
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
