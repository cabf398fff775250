"""What one desk remembers about its window: look, language, geometry, lot; an INI file in the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from parkdesk.ui.theme import Density, Mode

if TYPE_CHECKING:
    from uuid import UUID


class Preferences:
    """Typed access; what is missing or spoiled reads as its default."""

    def __init__(self, file: Path) -> None:
        self._file = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def file(self) -> QSettings:
        """For settings that know their own names, say those of the printer."""
        return self._file

    @property
    def mode(self) -> Mode:
        return Mode(self._one_of("look/mode", Mode.SYSTEM, list(Mode)))

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._file.setValue("look/mode", mode.value)

    @property
    def density(self) -> Density:
        return Density(self._one_of("look/density", Density.COMFORTABLE, list(Density)))

    @density.setter
    def density(self, density: Density) -> None:
        self._file.setValue("look/density", density.value)

    @property
    def reduced_motion(self) -> bool:
        return self._text("look/reduced_motion") == "yes"

    @reduced_motion.setter
    def reduced_motion(self, wanted: bool) -> None:
        self._file.setValue("look/reduced_motion", "yes" if wanted else "no")

    @property
    def language(self) -> str:
        """A language code, or empty for the system's."""
        return self._text("look/language")

    @language.setter
    def language(self, language: str) -> None:
        self._file.setValue("look/language", language)

    @property
    def lock_after_minutes(self) -> int:
        """Minutes without a key or a click until the desk locks itself; 0 never."""
        text = self._text("desk/lock_after_minutes")
        return int(text) if text.isdecimal() else 15

    @lock_after_minutes.setter
    def lock_after_minutes(self, minutes: int) -> None:
        self._file.setValue("desk/lock_after_minutes", str(minutes))

    @property
    def lot_id(self) -> UUID | None:
        from uuid import UUID  # the first paint asks for no lot

        try:
            return UUID(self._text("desk/lot"))
        except ValueError:
            return None

    @lot_id.setter
    def lot_id(self, lot_id: UUID | None) -> None:
        self._file.setValue("desk/lot", str(lot_id or ""))

    @property
    def geometry(self) -> QByteArray:
        value = self._file.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("window/geometry", geometry)

    def save(self) -> None:
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else ""

    def _one_of(self, key: str, default: str, known: list[str]) -> str:
        value = self._text(key)
        return value if value in known else default
