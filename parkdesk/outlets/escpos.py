"""A paper as the bytes of a thermal printer (ESC/POS): text in the printer's own fonts, QR codes as dots.

Commands after Epson's "ESC/POS Command Reference"; only what every such printer of the last twenty years knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from parkdesk.outlets.paper import Block, Paper, Role
from parkdesk.outlets.qr import modules

WIDE, NARROW = 48, 32
"""Columns of an 80 mm and of a 58 mm roll, in font A."""
_PAGES = {"cp437": 0, "cp858": 19, "cp1252": 16, "cp852": 18, "cp866": 17, "cp1253": 47, "cp1254": 48}
"""Python's name of a code page and the printer's number for it (ESC t)."""
# Signs that no code page has; the rest is taken apart into letter and accent.
_SPELLED = str.maketrans(
    {
        "₹": "Rs",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "−": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
    }
)
_RESET = b"\x1b@"
_CUT = b"\x1dV\x42\x00"
_BOLD, _PLAIN = b"\x1bE\x01", b"\x1bE\x00"
_INVERSE, _UPRIGHT = b"\x1dB\x01", b"\x1dB\x00"
_CENTRE, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_ONCE, _TALL, _TWICE = b"\x1d!\x00", b"\x1d!\x01", b"\x1d!\x11"
_DOTS_A_COLUMN = 12
_QR_SHARE = 0.4
"""Of the paper's width."""
_LEAST_DOT = 4
"""Half a millimetre: what a phone reads at arm's length."""


def escpos(paper: Paper, columns: int = WIDE, *, cut: bool = True) -> bytes:
    """The whole job, from the printer's reset to the cut."""
    out = bytearray(_RESET)
    text = _Text()
    for block in paper.blocks:
        for part in _block(block, columns):
            out += part if isinstance(part, bytes) else text.encoded(part)
    out += b"\n\n\n"
    return bytes(out + _CUT if cut else out)


class _Text:
    """Remembers the code page that is set, so that it is changed only where a letter needs another one."""

    def __init__(self) -> None:
        self._page = "cp437"

    def encoded(self, text: str) -> bytes:
        """Of a text that was spelled out."""
        out = bytearray()
        for letter in text:
            page = self._page_of(letter)
            if page != self._page:
                out += b"\x1bt" + bytes([_PAGES[page]])
                self._page = page
            out += letter.encode(page)
        return bytes(out)

    def _page_of(self, letter: str) -> str:
        if letter.isascii():
            return self._page
        return next(page for page in (self._page, *_PAGES) if _has(page, letter))


def _has(page: str, letter: str) -> bool:
    try:
        letter.encode(page)
    except UnicodeEncodeError:
        return False
    return True


def _block(block: Block, columns: int) -> Iterator[bytes | str]:
    match block.role:
        case Role.RULE:
            yield "-" * columns + "\n"
        case Role.QR:
            yield from (_CENTRE, _raster(block.left, columns), b"\n", _LEFT)
        case Role.CODE:
            yield from (_CENTRE, _TWICE, _BOLD, f"{spelled(block.left)}\n", _PLAIN, _ONCE, _LEFT)
        case Role.NAME:
            wide = 2 if len(spelled(block.left)) <= columns // 2 else 1
            yield from (_TWICE if wide == 2 else _TALL, _BOLD)
            yield from (f"{line}\n" for line in _wrapped(spelled(block.left), columns // wide))
            yield from (_PLAIN, _ONCE)
        case Role.TOTAL | Role.PLACE:
            yield _TALL + _BOLD
            yield from _sides(block, columns)
            yield _PLAIN + _ONCE
        case Role.TITLE:
            yield _BOLD
            yield from _sides(block, columns)
            yield _PLAIN
        case Role.STAMP:
            yield from (_INVERSE, _BOLD, f"{spelled(block.left).center(columns)}\n", _PLAIN, _UPRIGHT)
        case _:
            yield from _sides(block, columns)


def _sides(block: Block, columns: int) -> Iterator[str]:
    """Left and right on one line; where both do not fit, the right one gets a line of its own."""
    left, right = spelled(block.left), spelled(block.right)
    if not right:
        yield from (f"{line}\n" for line in _wrapped(left, columns))
    elif len(left) + len(right) < columns:
        yield f"{left}{right.rjust(columns - len(left))}\n"
    else:
        yield from (f"{line}\n" for line in _wrapped(left, columns))
        yield from (f"{line.rjust(columns)}\n" for line in _wrapped(right, columns))


def spelled(text: str) -> str:
    """In letters that some code page has, and so as long as it will be on paper."""
    return "".join(map(_near, text.translate(_SPELLED)))


def _near(character: str) -> str:
    """The character, or what comes nearest to it."""
    if character.isascii():
        return character if character.isprintable() else ""
    if any(_has(page, character) for page in _PAGES):
        return character
    apart = unicodedata.normalize("NFKD", character)
    return "".join(part for part in apart if any(_has(page, part) for page in _PAGES)) or "?"


def _wrapped(text: str, columns: int) -> Iterator[str]:
    """At spaces where it can, within a word where it must."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > columns:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
        while len(line) > columns:
            yield line[:columns]
            line = line[columns:]
    yield line


def _raster(text: str, columns: int) -> bytes:
    """GS v 0: a picture, row by row, eight dots a byte, the leftmost dot in the highest bit."""
    code = modules(text)
    width = columns * _DOTS_A_COLUMN
    dot = min(max(_LEAST_DOT, int(width * _QR_SHARE) // len(code)), width // len(code))
    across = -(-len(code) * dot // 8)
    rows = bytearray()
    for line in code:
        bits = 0
        for module in line:
            bits = bits << dot | ((1 << dot) - 1 if module else 0)
        bits <<= across * 8 - len(code) * dot
        rows += bits.to_bytes(across, "big") * dot
    height = len(code) * dot
    size = bytes([across % 256, across // 256, height % 256, height // 256])
    return b"\x1dv0\x00" + size + bytes(rows)
