"""This desk's card reader, and the choice among several where none was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.preferences import Preferences
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Button, Label, Paragraph, Stage, column, empty

if TYPE_CHECKING:
    from parkdesk.domain.reading import ReaderReading

_WIDTH = 356


@dataclass(frozen=True)
class Reader:
    id: str
    label: str


def kept_reader(preferences: Preferences) -> Reader | None:
    """The one that F12 asks without a question."""
    reader_id = preferences.file.value("payments/reader", "")
    label = preferences.file.value("payments/reader_label", "")
    if not isinstance(reader_id, str) or not reader_id:
        return None
    return Reader(reader_id, label if isinstance(label, str) and label else reader_id)


def keep_reader(preferences: Preferences, reader: Reader | None) -> None:
    preferences.file.setValue("payments/reader", "" if reader is None else reader.id)
    preferences.file.setValue("payments/reader_label", "" if reader is None else reader.label)


class ReaderChoice(QWidget):
    """`chosen` carries a Reader; the only one there is needs no question."""

    chosen = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        inside = QWidget()
        self._list = column(inside, gap=8)
        self.readers: list[Button] = []
        self.stage = Stage(inside)
        column(self).addWidget(self.stage)

    def ask(self) -> None:
        settlement = self._ui.services.settlement
        self.stage.show_loading(self.tr("Looking for card readers…"))
        self._ui.tasks.query(settlement.readers, self._show, self._failed, network=True, owner=self)

    def _show(self, readers: Sequence[ReaderReading]) -> None:
        if len(readers) == 1:
            self.chosen.emit(Reader(readers[0].id, readers[0].label or readers[0].id))
            return
        if not readers:
            words = self.tr("An owner adds one in Settings, Payments, with the code on its screen.")
            self.stage.show_empty("nfc", self.tr("No card reader yet"), words)
            return
        empty(self._list)
        self._list.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._list.addWidget(Label(self.tr("Which card reader?"), Text.TITLE, align=middle))
        words = self.tr("An owner chooses this desk's own in Settings, Payments.")
        self._list.addWidget(Paragraph(words, Text.SMALL, width=_WIDTH, align=middle), 0, middle)
        self._list.addSpacing(8)
        self.readers = [self._button(reader) for reader in readers]
        self._list.addStretch(2)
        self.stage.show_content()
        self.readers[0].setFocus()

    def _button(self, reader: ReaderReading) -> Button:
        label = reader.label or reader.id
        words = label if reader.online else self.tr("{reader} · offline").format(reader=label)
        button = Button(words, icon="nfc")
        button.setMinimumWidth(260)
        button.clicked.connect(partial(self.chosen.emit, Reader(reader.id, label)))
        self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("No card reader was found"), sentence(error), self.ask)
