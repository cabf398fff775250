"""The section about the program: its version, what it is made of, and whose work that is."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor, QTextFormat, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from parkdesk import __version__
from parkdesk.ui.resources import resource_folder
from parkdesk.ui.settings.form import WIDTH
from parkdesk.ui.theme import GAP_4, Text, font
from parkdesk.ui.widgets import Card, ElidedLabel, Facts, Label, Mark, SecondaryButton, column, row

_NOTICES = "THIRD_PARTY_NOTICES.md"


class AboutSection(QWidget):
    def __init__(self) -> None:
        super().__init__()
        card = Card(margins=(24, 20, 24, 20), gap=GAP_4)
        card.setMaximumWidth(WIDTH)
        names = column(gap=0)
        names.addWidget(Label("ParkDesk", Text.HEADING))
        names.addWidget(
            ElidedLabel(self.tr("The lot at a glance, every stay timed, every deed on record."), tone="mute")
        )
        top = row(gap=16)
        top.addWidget(Mark(44))
        top.addLayout(names, 1)
        self.copy_button = SecondaryButton(self.tr("Copy"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        top.addWidget(self.copy_button)
        card.body.addLayout(top)
        facts = Facts()
        facts.set(self._facts())
        card.body.addWidget(facts)
        notices = Card(margins=(24, 16, 16, 16))
        notices.setMaximumWidth(WIDTH)
        notices.header(self.tr("The work of others"), self.tr("and the terms it comes under"))
        words = QTextBrowser()
        words.setMarkdown(_notices())
        words.setOpenExternalLinks(True)
        _quieten(words)
        words.setAccessibleName(self.tr("Licences of others' work"))
        notices.body.addWidget(words, 1)
        layout = column(self, gap=GAP_4)
        layout.addWidget(card)
        layout.addWidget(notices, 1)

    def activated(self) -> None:
        """Nothing here changes."""

    def refresh(self) -> None:
        """Nothing here changes."""

    def back(self) -> None:
        """There is nowhere to go back to."""

    def _facts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Version"), __version__),
            (self.tr("Licence"), "MIT"),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            (self.tr("System"), platform.platform(terse=True)),
        ]

    def _copy(self) -> None:
        words = "\n".join(f"{caption}: {value}" for caption, value in self._facts())
        QGuiApplication.clipboard().setText(words)


def _quieten(words: QTextBrowser) -> None:
    """Tables without their frames, titles no larger than the card's."""
    frames = words.document().rootFrame().childFrames()
    for table in frames:
        if isinstance(table, QTextTable):
            looks = table.format().toTableFormat()
            looks.setBorder(0)
            looks.setCellPadding(4)
            table.setFormat(looks)
    block = words.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            marks = QTextCursor(block)
            marks.select(QTextCursor.SelectionType.BlockUnderCursor)
            title = QTextCharFormat()
            title.setFont(font(Text.TITLE))
            title.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            marks.mergeCharFormat(title)
        block = block.next()


def _notices() -> str:
    """The notices lie beside the resources, in a checkout and in the bundle."""
    for folder in (resource_folder(), resource_folder().parent):
        file = folder / _NOTICES
        if file.is_file():
            return file.read_text("utf-8")
    return ""
