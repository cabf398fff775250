"""A form's fields: a label, an editor, and the sentence that says what is wrong, beside what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text, font
from parkdesk.ui.widgets.label import Label, repolish
from parkdesk.ui.widgets.layouts import column


class Field(QWidget):
    """`fault()` shows a sentence under the editor and outlines it; the next edit takes both away again."""

    def __init__(self, label: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint, self._hint_tone = hint, "mute"
        self._label = Label(label, Text.SMALL, tone="mute", weight=500)
        self._label.setBuddy(editor)
        self._sentence = Label(hint, Text.SMALL, tone="mute", wrap=True)
        self._sentence.setVisible(bool(hint))
        self._label.setVisible(bool(label))
        editor.setAccessibleName(label)
        editor.setFont(font())
        layout = column(self, gap=4)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self._sentence)
        if not isinstance(editor, QPlainTextEdit):
            layout.addStretch(1)  # beside a taller field the editors still stand in one line
        self.setFocusProxy(editor)
        if isinstance(editor, (QComboBox, QAbstractSpinBox)):
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            editor.installEventFilter(self)
        if isinstance(editor, QAbstractSpinBox) and not _drops_down(editor):
            # A style sheet's padding does not reach the line inside a spin box.
            editor.lineEdit().setTextMargins(10, 0, 0, 0)
        edited = _edited(editor)
        if edited is not None:
            edited.connect(self.clear_fault)

    @property
    def faulty(self) -> bool:
        return bool(self.editor.property("wrong"))

    @property
    def sentence(self) -> str:
        """What stands under the editor now: the fault, else the hint."""
        return self._sentence.text()

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str, tone: str = "mute") -> None:
        """`tone` is a warning's where what stands there will be refused."""
        self._hint, self._hint_tone = hint, tone
        if not self.faulty:
            self._say(hint, tone)

    def fault(self, words: str) -> None:
        self.editor.setProperty("wrong", True)
        repolish(self.editor)
        self._say(words, "overstaying")
        self.editor.setAccessibleDescription(words)

    def clear_fault(self) -> None:
        if not self.faulty:
            return
        self.editor.setProperty("wrong", False)
        repolish(self.editor)
        self.editor.setAccessibleDescription("")
        self._say(self._hint, self._hint_tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel over an unfocused box scrolls the form instead of changing what was chosen."""
        if isinstance(event, QWheelEvent) and not self.editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _say(self, words: str, tone: str) -> None:
        self._sentence.setText(words)
        self._sentence.set_tone(tone)
        self._sentence.setVisible(bool(words))


class Faults:
    """Puts a known error beside the field it names; what belongs to no field goes to `elsewhere`."""

    def __init__(self, fields: Mapping[str, Field], elsewhere: Callable[[str], None]) -> None:
        self._fields = fields
        self._elsewhere = elsewhere

    def show(self, error: ParkDeskError) -> None:
        field = self._fields.get(error.field or "")
        words = sentence(error)
        if field is None:
            self._elsewhere(words)
            return
        field.fault(words)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        for field in self._fields.values():
            field.clear_fault()


def _drops_down(editor: QAbstractSpinBox) -> bool:
    return isinstance(editor, QDateTimeEdit) and editor.calendarPopup()


def _edited(editor: QWidget) -> SignalInstance | None:
    """The signal by which an editor says that its content changed."""
    if isinstance(editor, (QLineEdit, QPlainTextEdit)):
        return editor.textChanged
    if isinstance(editor, QComboBox):
        return editor.currentIndexChanged
    for name in ("dateTimeChanged", "valueChanged", "changed"):
        found = getattr(editor, name, None)
        if found is not None:
            return cast(SignalInstance, found)
    return None
