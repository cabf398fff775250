"""A choice of a few, as pills; and the badge that names a state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from parkdesk.ui.theme import State, Text, current, font
from parkdesk.ui.widgets.choice import Choice
from parkdesk.ui.widgets.layouts import row
from parkdesk.ui.widgets.painting import box


class Pill(Choice):
    """One checkable choice."""

    def __init__(self, text: str, *, least_width: int = 80) -> None:
        super().__init__(text)
        self._least_width = least_width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # Measured in the heavier weight, so that choosing a pill does not move its neighbours.
        width = QFontMetrics(font(Text.SMALL, weight=600)).horizontalAdvance(self.text()) + 28
        return QSize(max(self._least_width, width), current().sizes.pill)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row of pills moves the choice
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        self.draw_ground(painter, self.height() / 2, chosen_edge=1.0)
        painter.setFont(font(Text.SMALL, weight=600 if chosen else 400))
        ink = tokens.accent_ink if chosen else tokens.mute
        painter.setPen(ink if self.isEnabled() else tokens.faint)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Pills(QWidget):
    """Exclusive choices side by side. `chosen` carries the key of the one a person picked."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), *, least_width: int = 80, name: str = ""
    ) -> None:
        super().__init__()
        self._least_width = least_width
        self._group = QButtonGroup(self)
        self._row = row(self, gap=6)
        self._pills: dict[str, Pill] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); what was chosen stays chosen if it is still there, else the first is."""
        before = self.current()
        if [key for key, _ in choices] != list(self._pills):
            for pill in self._pills.values():
                self._group.removeButton(pill)
                self._row.removeWidget(pill)
                pill.deleteLater()
            self._pills = {key: self._pill(key, words) for key, words in choices}
        for key, words in choices:
            self.set_words(key, words)
        if choices:
            self.choose(before if before in self._pills else choices[0][0])

    def set_words(self, key: str, words: str) -> None:
        pill = self._pills[key]
        if pill.text() != words:
            pill.setText(words)
            pill.setAccessibleName(words)
            pill.updateGeometry()

    def choose(self, key: str) -> None:
        """Mark a choice without telling anybody; the focus goes with it."""
        focused = self.focusWidget()
        self._pills[key].setChecked(True)
        self._rove()
        if focused in self._pills.values() and focused is not self._pills[key]:
            self._pills[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Mark none of the choices: something else was chosen beside them."""
        self._group.setExclusive(False)
        for pill in self._pills.values():
            pill.setChecked(False)
        self._group.setExclusive(True)
        self._rove()

    def current(self) -> str:
        return next((key for key, pill in self._pills.items() if pill.isChecked()), "")

    def pill(self, key: str) -> Pill:
        return self._pills[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        keys = list(self._pills)
        if not step or not keys:
            super().keyPressEvent(event)
            return
        position = keys.index(self.current()) + step if self.current() in keys else 0
        if 0 <= position < len(keys):
            pill = self._pills[keys[position]]
            pill.setFocus(Qt.FocusReason.TabFocusReason)
            pill.click()

    def _picked(self, key: str) -> None:
        self._rove()
        self.chosen.emit(key)

    def _rove(self) -> None:
        """Tab stops at the choice alone; arrows go on from there."""
        current = self.current()
        for key, pill in self._pills.items():
            here = key == current or not current
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _pill(self, key: str, words: str) -> Pill:
        pill = Pill(words, least_width=self._least_width)
        pill.setAccessibleName(words)
        pill.clicked.connect(lambda: self._picked(key))
        self._group.addButton(pill)
        self._row.addWidget(pill)
        return pill


class Badge(QWidget):
    """A state's word on its tint."""

    def __init__(self, text: str = "", state: State | str = State.BOOKED) -> None:
        super().__init__()
        self._text = text
        self._state = State(state)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._text

    def set(self, text: str, state: State | str) -> None:
        self._text, self._state = text, State(state)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(Text.SMALL, weight=600)).horizontalAdvance(self._text) + 24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = current().shade(self._state)
        painter = QPainter(self)
        box(painter, self.rect(), self.height() / 2, fill=shade.tint)
        painter.setFont(font(Text.SMALL, weight=600))
        painter.setPen(shade.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
