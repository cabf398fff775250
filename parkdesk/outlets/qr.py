"""QR codes of ticket codes: as dots for a printer's head and as a picture for a page."""

from __future__ import annotations

from functools import lru_cache

_QUIET = 2
"""Light modules around it: a white paper goes on, so half of the standard's four are enough to be seen apart."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark and light, with nothing around them."""
    import segno  # with the first code, not with the window

    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in line) for line in code.matrix)


@lru_cache(maxsize=64)
def as_image(text: str) -> str:
    """A picture that needs no file: a `data:` address with a PNG in it."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return str(code.png_data_uri(scale=16, border=_QUIET))
