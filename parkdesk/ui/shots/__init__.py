"""Pictures of the screens as they stand at one moment, drawn without a screen."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from parkdesk.config import Config
from parkdesk.ui.shots.scenes import ALERTS, ATTENDANT, DESK, MAIN
from parkdesk.ui.shots.studio import NotDrawn, Studio
from parkdesk.ui.theme import Mode

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

__all__ = ["DESK", "MAIN", "SIZE", "THEMES", "NotDrawn", "draw", "draw_page"]

SIZE = (1440, 900)
THEMES = (Mode.LIGHT, Mode.DARK)
_log = logging.getLogger(__name__)


def draw(
    config: Config,
    open_services: Callable[[], Services],
    folder: Path,
    *,
    size: tuple[int, int] = SIZE,
    themes: Iterable[Mode] = THEMES,
    names: Collection[str] | None = None,
    suffix: str = "",
) -> tuple[Path, ...]:
    """Draw shots of the demo's desk into `NAME-THEME.png`, all of them or those that `names` has.

    The desk's own settings are neither read nor changed. Raises NotDrawn.
    """
    drawn = []
    with _studio(config, open_services, size) as studio:
        if names is None:
            ALERTS.set_up(studio)
            drawn.append(folder / f"{ALERTS.name}{suffix}.png")
            studio.take(drawn[-1])
        studio.quiet()
        for theme in themes:
            studio.ui.theme.choose(mode=theme)
            for shot in DESK:
                if names is None or shot.name in names:
                    shot.set_up(studio)
                    drawn.append(folder / f"{shot.name}-{theme}{suffix}.png")
                    studio.take(drawn[-1])
                    studio.restore(ATTENDANT)
    return tuple(drawn)


def draw_page(
    config: Config,
    open_services: Callable[[], Services],
    folder: Path,
    name: str,
    *,
    size: tuple[int, int] = SIZE,
    themes: Iterable[Mode] = THEMES,
) -> tuple[Path, ...]:
    """Draw the page that stands in the desk's place: the first start, or why the desk did not open."""
    drawn = []
    with _studio(config, open_services, size, may_fail=True) as studio:
        for theme in themes:
            studio.ui.theme.choose(mode=theme)
            drawn.append(folder / f"{name}-{theme}.png")
            studio.take(drawn[-1])
    return tuple(drawn)


@contextmanager
def _studio(
    config: Config, open_services: Callable[[], Services], size: tuple[int, int], *, may_fail: bool = False
) -> Iterator[Studio]:
    application = QApplication.instance() or QApplication(["parkdesk"])
    assert isinstance(application, QApplication)
    complained = qInstallMessageHandler(lambda _kind, _where, words: _log.info("%s", words))
    with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch:
        studio = Studio(application, replace(config, data_dir=Path(scratch)), open_services)
        try:
            studio.open(may_fail=may_fail)
            studio.window.resize(*size)
            yield studio
        finally:
            studio.close()
            qInstallMessageHandler(complained)
