"""The registry: every action by name, its Qt counterpart, and who may use it now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from parkdesk.ui.actions.action import Action
from parkdesk.ui.context import UiContext
from parkdesk.ui.theme import icon
from parkdesk.ui.widgets.button import Button, Kind


class Registry(QObject):
    """Knows the actions. `updated` follows `update()`, whenever what may be done has changed."""

    updated = Signal()

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._actions: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._shortcuts: dict[str, list[QShortcut]] = {}
        self._window: QWidget | None = None
        ui.selection_changed.connect(self.update)
        ui.session_changed.connect(self.update)
        ui.screen_changed.connect(self.update)

    def add(self, *actions: Action) -> None:
        for action in actions:
            if action.name in self._actions:
                raise ValueError(f"the action {action.name} is declared twice")
            self._actions[action.name] = action
            if self._window is not None:
                self._bind(action, self._window)

    def bind(self, window: QWidget) -> None:
        """Let the keys of all actions, present and to come, work in a window."""
        self._window = window
        for action in self._actions.values():
            self._bind(action, window)
        self.update()

    def unbind(self) -> None:
        """Let go of all keys: another registry takes over."""
        for shortcuts in self._shortcuts.values():
            for shortcut in shortcuts:
                shortcut.setEnabled(False)
                shortcut.deleteLater()
        self._shortcuts.clear()
        self._window = None

    def actions(self) -> tuple[Action, ...]:
        return tuple(self._actions.values())

    def __getitem__(self, name: str) -> Action:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def allowed(self, name: str) -> bool:
        """Whether the person at the desk has the right, whatever is selected."""
        right = self._actions[name].who
        person = self._ui.person
        return right is None or (person is not None and person.may(right))

    def enabled(self, name: str) -> bool:
        return self.allowed(name) and self._actions[name].enabled(self._ui)

    def run(self, name: str) -> None:
        """Do it, if it may be done now."""
        if self.enabled(name):
            self._actions[name].run(self._ui)

    def qaction(self, name: str) -> QAction:
        """For menus: one QAction an action, whose words, icon and enablement follow the registry."""
        if name not in self._made:
            action = self._actions[name]
            made = QAction(self)
            if action.icon:
                made.setIcon(icon(action.icon))
            made.triggered.connect(lambda: self.run(name))
            self._made[name] = made
            self._refresh(name, made)
        return self._made[name]

    def menu(self, names: tuple[str, ...], parent: QWidget | None = None) -> QMenu:
        """A menu of actions; an empty name is a separator. What a person may never do is left out."""
        made = QMenu(parent)
        for name in names:
            if not name:
                made.addSeparator()
            elif self.allowed(name):
                made.addAction(self.qaction(name))
        return made

    def button(
        self, name: str, kind: Kind | str = Kind.SECONDARY, *, text: str = "", small: bool = False
    ) -> Button:
        """A button that does an action, shows its key and is enabled when it may be done."""
        action = self._actions[name]
        made = Button(text or action.text, kind, key=action.key, small=small)
        made.setToolTip(action.tip)
        made.clicked.connect(lambda: self.run(name))
        made.setEnabled(self.enabled(name))
        self.updated.connect(_Follower(self, name, made).follow)
        return made

    def update(self) -> None:
        """Look again at what may be done; cheap enough to call on every change of selection."""
        for name, made in self._made.items():
            self._refresh(name, made)
        for name, shortcuts in self._shortcuts.items():
            here = self._actions[name].screen in ("", self._ui.screen)
            for shortcut in shortcuts:
                shortcut.setEnabled(here)
        self.updated.emit()

    def _refresh(self, name: str, made: QAction) -> None:
        action = self._actions[name]
        key = QKeySequence(action.key).toString(QKeySequence.SequenceFormat.NativeText)
        made.setText(f"{action.text}\t{key}" if key else action.text)
        made.setEnabled(self.enabled(name))

    def _bind(self, action: Action, window: QWidget) -> None:
        made = []
        for key in action.keys:
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda name=action.name: self.run(name))
            made.append(shortcut)
        self._shortcuts[action.name] = made


class _Follower(QObject):
    """Lives and dies with its button, and so the registry forgets buttons that are gone."""

    def __init__(self, registry: Registry, name: str, button: Button) -> None:
        super().__init__(button)
        self._registry, self._name, self._button = registry, name, button

    def follow(self) -> None:
        self._button.setEnabled(self._registry.enabled(self._name))
