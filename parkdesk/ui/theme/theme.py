"""The theme in force: which tokens, which density, and the act of putting them on the application."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from parkdesk.ui.theme.fonts import Text, font, load_fonts
from parkdesk.ui.theme.sizes import SIZES, Density, Sizes
from parkdesk.ui.theme.style import MARKS, palette, style_sheet
from parkdesk.ui.theme.svg import tinted
from parkdesk.ui.theme.tokens import DARK, LIGHT, Shade, State, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


class Mode(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Tokens, sizes and fonts of the moment. `changed` tells whoever keeps a picture of them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.SYSTEM
        self._density = Density.COMFORTABLE
        self._reduced_motion = False
        self._application: QApplication | None = None
        self._marks = QTemporaryDir()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def density(self) -> Density:
        return self._density

    @property
    def sizes(self) -> Sizes:
        return SIZES[self._density]

    @property
    def tokens(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            hints = QGuiApplication.styleHints()
            return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    @property
    def dark(self) -> bool:
        return self.tokens.dark

    @property
    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def shade(self, state: State | str) -> Shade:
        return self.tokens.shade(State(state))

    def font(
        self, role: Text | str = Text.BODY, *, size: float | None = None, weight: int | None = None
    ) -> QFont:
        return font(role, size=size, weight=weight)

    def apply(self, application: QApplication) -> None:
        """Put the theme on the application, once; later changes follow by themselves."""
        global _current
        _current = self
        self._application = application
        load_fonts()
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(font())
        QDir.setSearchPaths("theme", [self._marks.path()])
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._paint()

    def choose(
        self,
        *,
        mode: Mode | str | None = None,
        density: Density | str | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change what is given and repaint everything."""
        before = (self._mode, self._density, self._reduced_motion)
        self._mode = Mode(mode) if mode is not None else self._mode
        self._density = Density(density) if density is not None else self._density
        self._reduced_motion = reduced_motion if reduced_motion is not None else self._reduced_motion
        if before != (self._mode, self._density, self._reduced_motion):
            self._paint()

    def toggle(self) -> None:
        self.choose(mode=Mode.LIGHT if self.dark else Mode.DARK)

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._paint()

    def _paint(self) -> None:
        if self._application is None:
            return
        tokens = self.tokens
        self._write_marks(tokens)
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens, self.sizes))
        self.changed.emit()

    def _write_marks(self, tokens: Tokens) -> None:
        folder = Path(self._marks.filePath(tokens.name))
        if folder.is_dir():
            return
        folder.mkdir()
        for mark, token in MARKS.items():
            (folder / f"{mark}.svg").write_bytes(tinted(mark, getattr(tokens, token)))


_current: Theme | None = None


def current() -> Theme:
    """The theme on the application; what `paintEvent`s ask."""
    global _current
    if _current is None:
        _current = Theme()
    return _current
