"""The section of the look: theme, density, motion, language, and when this desk locks itself."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from parkdesk import wording
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import WIDTH, scrolled
from parkdesk.ui.settings.section import Screen
from parkdesk.ui.theme import Density, Mode, Text
from parkdesk.ui.translation import LANGUAGES
from parkdesk.ui.widgets import Card, Hairline, Label, Pills, column, row

LOCK_MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)


class LookSection(QWidget):
    """Everything here is this desk's alone and takes effect at once."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.mode = Pills(
            (
                (Mode.SYSTEM, self.tr("As the system")),
                (Mode.LIGHT, self.tr("Light")),
                (Mode.DARK, self.tr("Dark")),
            ),
            name=self.tr("Theme"),
        )
        self.density = Pills(
            ((Density.COMFORTABLE, self.tr("Comfortable")), (Density.TOUCH, self.tr("Touch"))),
            name=self.tr("Density"),
        )
        self.calm = QCheckBox(self.tr("Nothing moves"))
        self.language = Pills(tuple(LANGUAGES.items()), name=self.tr("Language"))
        self.lock = QComboBox()
        self.lock.setAccessibleName(self.tr("Lock this desk"))
        self._card = Card(margins=(24, 16, 24, 16), gap=0)
        self._card.setMaximumWidth(WIDTH)
        self._card.header(self.tr("Look"), self.tr("of this desk; it takes effect at once"))
        self._card.body.addSpacing(8)
        self._row(
            self.tr("Theme"),
            self.tr("Follows the system, or stays light or dark."),
            self.mode,
        )
        self._row(
            self.tr("Density"), self.tr("Touch makes everything large enough for a finger."), self.density
        )
        self._row(
            self.tr("Motion"), self.tr("For calm, or where the system asks for less movement."), self.calm
        )
        self._row(
            self.tr("Language"),
            self.tr("Of this window. Receipts are written in each lot's own language."),
            self.language,
        )
        self._row(
            self.tr("Lock this desk"),
            self.tr("When nobody has touched it for so long, it asks who is there."),
            self.lock,
            last=True,
        )
        inside = QWidget()
        layout = column(inside)
        layout.addWidget(self._card)
        layout.addStretch(1)
        column(self).addWidget(scrolled(inside))
        self._show()
        self.mode.chosen.connect(self._choose_mode)
        self.density.chosen.connect(self._choose_density)
        self.calm.toggled.connect(self._choose_motion)
        self.language.chosen.connect(self._choose_language)
        self.lock.activated.connect(self._choose_lock)
        ui.theme.changed.connect(self._show)

    def activated(self) -> None:
        self._show()

    def refresh(self) -> None:
        self._show()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def _row(self, words: str, explained: str, widget: QWidget, *, last: bool = False) -> None:
        said = column(gap=2)
        said.addWidget(Label(words, Text.STRONG))
        said.addWidget(Label(explained, Text.SMALL, tone="mute", wrap=True))
        across = row(gap=24, margins=(0, 14, 0, 14))
        across.addLayout(said, 1)
        across.addWidget(widget)
        self._card.body.addLayout(across)
        if not last:
            self._card.body.addWidget(Hairline())

    def _show(self) -> None:
        theme, preferences = self._ui.theme, self._ui.preferences
        self.mode.choose(theme.mode)
        self.density.choose(theme.density)
        self.calm.setChecked(theme.reduced_motion)
        self.language.choose(self._ui.language)
        minutes = preferences.lock_after_minutes
        self.lock.clear()
        for choice in sorted({*LOCK_MINUTES[1:], minutes} - {0}):
            self.lock.addItem(self.tr("after {span}").format(span=_span(choice)), choice)
        self.lock.addItem(self.tr("never"), 0)
        self.lock.setCurrentIndex(self.lock.findData(minutes))

    def _choose_mode(self, mode: str) -> None:
        self._ui.preferences.mode = Mode(mode)
        self._ui.theme.choose(mode=mode)

    def _choose_density(self, density: str) -> None:
        self._ui.preferences.density = Density(density)
        self._ui.theme.choose(density=density)

    def _choose_motion(self, calm: bool) -> None:
        self._ui.preferences.reduced_motion = calm
        self._ui.theme.choose(reduced_motion=calm)

    def _choose_lock(self) -> None:
        self._ui.preferences.lock_after_minutes = int(self.lock.currentData())
        self._ui.preferences_changed.emit()

    def _choose_language(self, language: str) -> None:
        """The desk is made anew with it, this very section too: so only once this click is over."""
        if language != self._ui.language:
            ui = self._ui
            QTimer.singleShot(0, ui, lambda: _speak(ui, language))


def _speak(ui: UiContext, language: str) -> None:
    ui.speak(language)
    screen = ui.screen_widget("settings")
    if screen is not None:
        cast(Screen, screen).open("look")


def _span(minutes: int) -> str:
    return wording.span(timedelta(minutes=minutes))
