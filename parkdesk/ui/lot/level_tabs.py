"""The levels of a lot in the header: pills for a few, a list for many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from parkdesk.domain.bay import Level
from parkdesk.ui.widgets import Pills, row

_AS_PILLS = 4


class LevelTabs(QWidget):
    """`chosen` carries the Level a person picked; a lot of one level shows nothing."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._levels: dict[str, Level] = {}
        self.pills = Pills(name=self.tr("Level"), least_width=56)
        self.list = QComboBox()
        self.list.setAccessibleName(self.tr("Level"))
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        layout = row(self, gap=0)
        layout.addWidget(self.pills)
        layout.addWidget(self.list)
        self.pills.chosen.connect(self._picked)
        self.list.activated.connect(lambda place: self._picked(self.list.itemData(place)))
        self.offer(())

    def offer(self, levels: tuple[Level, ...]) -> None:
        few = len(levels) <= _AS_PILLS
        self.pills.setVisible(few and len(levels) > 1)
        self.list.setVisible(not few)
        if list(self._levels.values()) == list(levels):
            return
        self._levels = {str(level.id): level for level in levels}
        self.pills.set_choices([(key, level.name) for key, level in self._levels.items()] if few else [])
        self.list.clear()
        for key, level in self._levels.items():
            self.list.addItem(level.name, key)

    def show_level(self, level: Level) -> None:
        key = str(level.id)
        if self.pills.current() and self.pills.current() != key:
            self.pills.choose(key)
        self.list.setCurrentIndex(self.list.findData(key))

    def _picked(self, key: str) -> None:
        self.chosen.emit(self._levels[key])
