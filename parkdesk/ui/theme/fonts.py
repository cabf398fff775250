"""Inter, bundled, with tabular figures everywhere, so that numbers do not dance."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from parkdesk.ui.resources import resource


class Text(StrEnum):
    """The roles of text, from LOOK's type scale."""

    CAPTION = "caption"
    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEADING = "heading"
    FIGURE = "figure"
    COUNTDOWN = "countdown"
    TIMER = "timer"


_SCALE: dict[Text, tuple[int, QFont.Weight]] = {
    Text.CAPTION: (11, QFont.Weight.Normal),
    Text.SMALL: (12, QFont.Weight.Normal),
    Text.BODY: (13, QFont.Weight.Normal),
    Text.STRONG: (13, QFont.Weight.DemiBold),
    Text.TITLE: (15, QFont.Weight.Bold),
    Text.HEADING: (17, QFont.Weight.Bold),
    Text.FIGURE: (24, QFont.Weight.Bold),
    Text.COUNTDOWN: (27, QFont.Weight.Bold),
    Text.TIMER: (42, QFont.Weight.Bold),
}
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
_TABULAR = QFont.Tag("tnum")
_loaded: list[int] = []


def load_fonts() -> bool:
    """Make Inter known to Qt; False when a file is missing and the system's font has to serve."""
    if not _loaded:
        _loaded.extend(QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES)
    return all(number >= 0 for number in _loaded)


def font(role: Text | str = Text.BODY, *, size: float | None = None, weight: int | None = None) -> QFont:
    """A font of the scale; `size` in pixels and `weight` (400, 500, 600, 700) may differ from the role's."""
    pixels, heavy = _SCALE[Text(role)]
    made = QFont()
    made.setFamilies(["Inter", "Segoe UI", "Cantarell", "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(round(size if size is not None else pixels))
    made.setWeight(QFont.Weight(weight) if weight is not None else heavy)
    made.setFeature(_TABULAR, 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
