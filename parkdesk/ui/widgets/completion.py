"""Words offered while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_NOWHERE = "\n"


class Completion(QCompleter):
    """A word that stands there whole is offered no more, so that Enter means what it means without a list."""

    def __init__(self, words: Sequence[str], editor: QLineEdit) -> None:
        super().__init__(words, editor)
        self._words = frozenset(words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self.popup()
        if popup is not None:
            popup.setProperty("look", "offers")
        editor.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        """What Qt looks for in the words."""
        return [_NOWHERE if path in self._words else path]
