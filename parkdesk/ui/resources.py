"""Where the icons, fonts and translations lie: in a checkout, in an installed package, or in a bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource_folder() -> Path:
    """The `resources` folder; a bundle unpacks it beside the program."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent.parent
    beside, inside = package.parent / "resources", package / "resources"
    return inside if inside.is_dir() else beside


def resource(*parts: str) -> Path:
    return resource_folder().joinpath(*parts)
