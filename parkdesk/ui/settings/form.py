"""Fields in columns that know whether they were changed, and put a refusal where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.settings.editors import Ticks
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Faults, Field, Label, bare, column

W = TypeVar("W", bound=QWidget)


class Form(QWidget):
    """`put` adds the next field, row by row. What a refusal says of no field stands beneath them all."""

    def __init__(self, *, columns: int = 2) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._columns = columns
        self._cell = 0
        self._others: list[QAbstractButton] = []
        self._clean: tuple[object, ...] | None = None
        self._key: object = None
        self._drafts: dict[object, tuple[object, ...]] = {}
        self.said = Label("", Text.SMALL, tone="overstaying", wrap=True)
        self.said.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
            self._grid.setColumnMinimumWidth(number, 1)
        layout = column(self, gap=12)
        layout.addLayout(self._grid)
        layout.addWidget(self.said)
        layout.addStretch(1)
        self._faults = Faults(self.fields, self._say)

    # Putting it together

    def heading(self, words: str) -> None:
        label = Label(words, Text.STRONG)
        label.setContentsMargins(0, 8 if self._cell else 0, 0, 0)
        self._place(label, self._columns)

    def put(self, name: str, label: str, editor: W, *, hint: str = "", span: int = 1) -> W:
        """Add a field over `span` columns. `name` is the one that refusals use."""
        field = Field(label, editor, hint=hint)
        self.fields[name] = field
        self._place(field, span)
        return editor

    def tick(self, button: QAbstractButton, *, span: int = 0) -> None:
        """Add a check box or a radio button, which is its own label; all across without a `span`."""
        self._others.append(button)
        self._place(button, span or self._columns)

    def add(self, widget: QWidget) -> None:
        """Add something that is no field, all across."""
        self._place(widget, self._columns)

    def _place(self, widget: QWidget, span: int) -> None:
        line, place = divmod(self._cell, self._columns)
        if place + span > self._columns:
            line, place = line + 1, 0
        self._grid.addWidget(widget, line, place, 1, span)
        self._cell = line * self._columns + place + span

    # What was typed

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was shown."""
        return self._clean is not None and self._contents() != self._clean

    def clean(self) -> None:
        """What stands here now is what is stored."""
        self._clean = self._contents()
        self.forgive()

    def turn_to(self, key: object, fill: Callable[[], None]) -> None:
        """Show what `key` stands for. What was typed for another is kept until that one is turned to again."""
        if self.dirty and key == self._key:
            return
        if self.dirty:
            self._drafts[self._key] = self._contents()
        self._key = key
        fill()
        self.clean()
        for widget, content in zip(self._editors(), self._drafts.pop(key, ()), strict=False):
            _put(widget, content)

    def give_up(self) -> None:
        """Throw away what was typed, as the person asked."""
        for widget, content in zip(self._editors(), self._clean or (), strict=False):
            _put(widget, content)
        self.forgive()

    def refuse(self, error: ParkDeskError) -> None:
        """Say it beside the field it names; everything typed stays."""
        self.forgive()
        self._faults.show(error)
        self._reveal(self.fields.get(error.field or ""))

    def fault(self, name: str, words: str) -> None:
        self.fields[name].fault(words)
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(self.fields[name])

    def _reveal(self, field: Field | None) -> None:
        """Scroll until the sentence can be read, once it has found its place."""
        area = self.parent()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        if area is not None:
            shown: QWidget = field or self.said
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(shown, 0, 16))

    def forgive(self) -> None:
        self._faults.clear()
        self._say("")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _contents(self) -> tuple[object, ...]:
        return tuple(_content(widget) for widget in self._editors())

    def _editors(self) -> tuple[QWidget, ...]:
        return (*(field.editor for field in self.fields.values()), *self._others)


def _content(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QSpinBox):
        return widget.value()
    if isinstance(widget, QAbstractButton):
        return widget.isChecked()
    if isinstance(widget, Ticks):
        return widget.ticked
    return None


def _put(widget: QWidget, content: object) -> None:
    """The way back from `_content`."""
    match widget, content:
        case QLineEdit(), str():
            widget.setText(content)
        case QPlainTextEdit(), str():
            widget.setPlainText(content)
        case QComboBox(), str():
            widget.setCurrentText(content)
        case QSpinBox(), int():
            widget.setValue(content)
        case QAbstractButton(), bool():
            widget.setChecked(content)
        case Ticks(), frozenset():
            widget.tick(content)


WIDTH = 860
"""No form is wider: beyond it labels and values lose each other."""


def scrolled(widget: QWidget) -> QScrollArea:
    """Scrolls a form that is higher than the window."""
    area = QScrollArea()
    area.setWidget(bare(widget))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
