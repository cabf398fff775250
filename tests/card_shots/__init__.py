"""Pictures of the screens of a desk that takes cards, against the Stripe on loopback."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.ui.live.settling import settling
from parkdesk.ui.shots.scenes import ATTENDANT
from parkdesk.ui.shots.studio import Studio
from parkdesk.ui.theme import Mode
from tests.card_shots.scenes import SCENES, Scene
from tests.card_shots.studio import CardStudio
from tests.demo import demo_file
from tests.stripe_double import Clock, StripeDouble

MOMENT = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
SIZE = (1440, 900)


def draw(
    folder: Path,
    names: Iterable[str] = (),
    *,
    themes: Iterable[Mode] = (Mode.LIGHT, Mode.DARK),
    size: tuple[int, int] = SIZE,
    suffix: str = "",
) -> tuple[str, ...]:
    """The names of the pictures drawn. Raises KeyError for a scene that is none, and TimeoutError."""
    wanted = {name: SCENES[name] for name in tuple(names) or SCENES}
    drawn: list[str] = []
    for theme in themes:
        # A theme has its own desk: what is paid in one is not owed any more.
        with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch:
            endings = {name: folder / f"{name}-{theme}{suffix}.png" for name in wanted}
            _draw(wanted, endings, theme, size, Path(scratch))
            drawn += [file.name for file in endings.values()]
    return tuple(drawn)


def _draw(
    scenes: dict[str, Scene], files: dict[str, Path], theme: Mode, size: tuple[int, int], scratch: Path
) -> None:
    clock = Clock(MOMENT)
    demo_file(scratch)
    config = replace(Config.read(data_dir=scratch, demo=True, language="en"), data_dir=scratch)
    application = QApplication.instance() or QApplication(["parkdesk"])
    assert isinstance(application, QApplication)
    with StripeDouble(clock) as stripe:
        os.environ["PARKDESK_STRIPE_KEY"] = "rk_test_desk"
        os.environ["PARKDESK_STRIPE_ADDRESS"] = stripe.address
        studio = Studio(application, config, partial(open_services, config, clock))
        desk = CardStudio(studio, stripe, clock)
        try:
            studio.open(may_fail=False)
            studio.window.resize(*size)
            studio.ui.theme.choose(mode=theme)
            desk.until(lambda: settling(studio.ui).tick)
            studio.quiet()
            for name, scene in scenes.items():
                end = scene(desk)
                studio.take(files[name])
                if end is not None:
                    with suppress(RuntimeError):
                        end()
                studio.restore(ATTENDANT)
                studio.quiet()
        finally:
            studio.close()
