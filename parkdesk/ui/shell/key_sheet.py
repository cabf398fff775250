"""F1: every action that has a key, by group; made from the registry, so it cannot be out of date."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from parkdesk.ui.actions.action import Action
from parkdesk.ui.actions.registry import Registry
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets.button import Button, Kind
from parkdesk.ui.widgets.dialog import Dialog
from parkdesk.ui.widgets.label import Label
from parkdesk.ui.widgets.layouts import bare, column, row
from parkdesk.ui.widgets.marks import KeyChip

Group = tuple[str, list[Action]]
_COLUMNS = 3
_AROUND = 80
"""The sheet's margins, its scroll bar and the window's frame."""


class KeySheet(Dialog):
    """Not modal; Esc or F1 closes it."""

    def __init__(self, registry: Registry, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=980, height=640)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        room = self.screen().availableSize().width() - _AROUND
        for columns in range(_COLUMNS, 0, -1):
            inside = _sheet(registry, columns)
            if inside.sizeHint().width() <= room or columns == 1:
                scroll.setWidget(inside)
                break
        close = Button(self.tr("Close"), Kind.SECONDARY, key="Esc")
        close.clicked.connect(self.close)
        layout = column(self, gap=16, margins=(24, 20, 24, 20))
        layout.addWidget(Label(self.tr("Keys"), Text.HEADING))
        layout.addWidget(scroll, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _sheet(registry: Registry, columns: int) -> QWidget:
    inside = bare(QWidget())
    across = row(inside, gap=40, margins=(4, 4, 4, 4))
    for groups in _shared_out(_grouped(registry), columns):
        one = column(gap=16)
        for group, actions in groups:
            one.addWidget(_group(group, actions))
        one.addStretch(1)
        across.addLayout(one, 1)
    return inside


def _shared_out(groups: list[Group], columns: int) -> list[list[Group]]:
    """Over the columns, the longest first and each to where there is least yet."""
    shared: list[list[Group]] = [[] for _ in range(columns)]
    for group in sorted(groups, key=lambda group: -len(group[1])):
        min(shared, key=lambda one: sum(len(actions) + 1 for _, actions in one)).append(group)
    return shared


def _grouped(registry: Registry) -> list[Group]:
    groups: dict[str, list[Action]] = {}
    for action in registry.actions():
        if action.keys and not action.hidden and registry.allowed(action.name):
            groups.setdefault(action.group, []).append(action)
    return sorted(groups.items(), key=lambda pair: pair[0] in ("Window", "Person"))


def _group(name: str, actions: list[Action]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(QCoreApplication.translate("actions", name), Text.STRONG), 0, 0, 1, 2)
    for number, action in enumerate(actions, start=1):
        grid.addWidget(Label(action.text, Text.BODY, tone="mute"), number, 0)
        keys = row(gap=4)
        for key in action.keys:
            keys.addWidget(KeyChip(key))
        grid.addLayout(keys, number, 1, Qt.AlignmentFlag.AlignRight)
    return made
