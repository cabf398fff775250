"""A paper as the bytes of a thermal printer (ESC/POS): text in the printer's own fonts, QR codes as dots.

Commands after Epson's "ESC/POS Command Reference"; only what every such printer of the last twenty years knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parkdesk.outlets.paper import Block, Paper, Role
from parkdesk.outlets.qr import modules

WIDE, NARROW = 48, 32
"""Columns of an 80 mm and of a 58 mm roll, in font A."""
_PAGES = {"cp437": 0, "cp858": 19, "cp1252": 16, "cp852": 18, "cp866": 17, "cp1253": 47, "cp1254": 48}
"""Python's name of a code page and the printer's number for it (ESC t)."""
_NBSP = "\u00a0"
# What no code page has and what it is written as; the rest is taken apart into letter and accent.
_SPELLED = str.maketrans(
    {
        **dict.fromkeys("\u2007\u2009\u202f", _NBSP),
        **dict.fromkeys("\u2002\u2003\u2028\u2029", " "),
        **dict.fromkeys("−–—‐‑‒―", "-"),
        **dict.fromkeys("’‘‚′", "'"),
        **dict.fromkeys("“”„″", '"'),
        "…": "...",
        "ẞ": "SS",
    }
)
_SIGNS = {
    "₹": "Rs",
    "₩": "KRW",
    "₪": "ILS",
    "₫": "VND",
    "₭": "LAK",
    "₮": "MNT",
    "₱": "PHP",
    "₲": "PYG",
    "₴": "UAH",
    "₵": "GHS",
    "₸": "KZT",
    "₺": "TRY",
    "₼": "AZN",
    "₽": "RUB",
    "₾": "GEL",
    "₦": "NGN",
    "₡": "CRC",
    "৳": "BDT",
    "฿": "THB",
    "៛": "KHR",
}
"""Of money: a sum must not lose its currency."""
_SIGN = re.compile(f"([{''.join(_SIGNS)}])(?=(\\d)?)")
_LOST = "?"
# Whatever a printer was set to: no double-byte letters (FS .), and ASCII as it is, not as some country has it (ESC R).
_RESET = b"\x1b@\x1c.\x1bR\x00"
_CUT = b"\x1dV\x42\x00"
_BOLD, _PLAIN = b"\x1bE\x01", b"\x1bE\x00"
_INVERSE, _UPRIGHT = b"\x1dB\x01", b"\x1dB\x00"
_CENTRE, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_ONCE, _TALL, _TWICE = b"\x1d!\x00", b"\x1d!\x01", b"\x1d!\x11"
_FEED = b"\x1bJ"
DOTS_A_COLUMN = 12
_QR_SHARE = 0.4
"""Of the paper's width."""
_LEAST_DOT = 4
"""Half a millimetre: what a phone reads at arm's length."""
_QUIET = 4
"""Modules of white above and below a code, as the standard wants (ISO/IEC 18004)."""
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
"""What a printer obeys at once, even where it stands in the middle of a picture."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture in black and white: eight dots a byte, the leftmost in the highest bit."""

    across: int
    rows: tuple[bytes, ...]


Draw = Callable[[Block, int], Dots | None]
"""Makes a picture of a block as wide as the roll, in dots; None where nothing here can draw."""


def escpos(paper: Paper, columns: int = WIDE, *, cut: bool = True, draw: Draw | None = None) -> bytes:
    """The whole job, from the printer's reset to the cut. `draw` makes pictures of what is written in letters that no
    code page has; without it each of them is a question mark."""
    out = bytearray(_RESET)
    text = _Text()
    for block in paper.blocks:
        foreign = block.role is not Role.QR and lost(block.left + block.right)
        drawn = draw(block, columns * DOTS_A_COLUMN) if foreign and draw is not None else None
        if drawn is not None:
            out += _picture(drawn)
            continue
        for part in _block(block, columns):
            out += part if isinstance(part, bytes) else text.encoded(part)
    out += b"\n\n\n"
    return bytes(out + _CUT if cut else out)


class _Text:
    """Remembers the code page that is set, so that it is changed only where a letter needs another one."""

    def __init__(self) -> None:
        self._page = ""

    def encoded(self, text: str) -> bytes:
        """Of a text that was spelled out."""
        out = bytearray()
        for letter in text.replace(_NBSP, " "):
            page = self._page_of(letter)
            if page != self._page:
                out += b"\x1bt" + bytes([_PAGES[page]])
                self._page = page
            out += letter.encode(page or "ascii")
        return bytes(out)

    def _page_of(self, letter: str) -> str:
        if letter.isascii():
            return self._page
        known = (self._page, *_PAGES) if self._page else _PAGES
        return next(page for page in known if _has(page, letter))


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
            yield from (_CENTRE, *_code(block.left, columns), _LEFT)
        case Role.CODE:
            yield from (_CENTRE, _TWICE, _BOLD)
            yield from (f"{line}\n" for line in _wrapped(spelled(block.left), columns // 2))
            yield from (_PLAIN, _ONCE, _LEFT)
        case Role.NAME:
            wide = 2 if len(spelled(block.left)) <= columns // 2 else 1
            yield from (_TWICE if wide == 2 else _TALL, _BOLD)
            yield from (f"{line}\n" for line in _wrapped(spelled(block.left), columns // wide))
            yield from (_PLAIN, _ONCE)
        case Role.TOTAL | Role.PLACE:
            wide = 2 if len(spelled(block.left)) + len(spelled(block.right)) < columns // 2 else 1
            yield (_TWICE if wide == 2 else _TALL) + _BOLD
            yield from _sides(block, columns // wide)
            yield _PLAIN + _ONCE
        case Role.TITLE:
            yield _BOLD
            yield from _sides(block, columns)
            yield _PLAIN
        case Role.STAMP:
            yield _INVERSE + _BOLD
            yield from (f"{line.center(columns)}\n" for line in _wrapped(spelled(block.left), columns))
            yield _PLAIN + _UPRIGHT
        case _:
            yield from _sides(block, columns)


def _sides(block: Block, columns: int) -> Iterator[str]:
    """Left and right on one line, the last one of the left; where both do not fit, the right one gets its own."""
    lines, right = list(_wrapped(spelled(block.left), columns)), spelled(block.right)
    beside = columns - len(lines[-1])
    if right and len(right) < beside:
        lines[-1] += right.rjust(beside)
    elif right:
        lines += [line.rjust(columns) for line in _wrapped(right, columns)]
    yield from (f"{line}\n" for line in lines)


def spelled(text: str) -> str:
    """In letters that some code page has, and so as long as it will be on paper; spaces that must not break stay."""
    text = unicodedata.normalize("NFC", _SIGN.sub(_sign, text).translate(_SPELLED))
    return "".join(map(_near, text))


def lost(text: str) -> bool:
    """Whether any of its letters would be a mere question mark."""
    return spelled(text).count(_LOST) > text.count(_LOST)


def _sign(found: re.Match[str]) -> str:
    """A sign made of letters stands off the digits it stood before."""
    return _SIGNS[found[1]] + (_NBSP if found[2] else "")


def _near(character: str) -> str:
    """The character, or what comes nearest to it."""
    if character.isascii():
        return character if character.isprintable() else ""
    if character == _NBSP or any(_has(page, character) for page in _PAGES):
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Mn", "Me"):
        return ""  # says how its neighbours are written, and is nothing by itself
    apart = unicodedata.normalize("NFKD", character)
    return "".join(part for part in apart if any(_has(page, part) for page in _PAGES)) or _LOST


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
            end = _break(line, columns)
            yield line[:end].rstrip(_NBSP)
            line = line[end:]
    yield line


def _break(word: str, columns: int) -> int:
    """Where a word too long for a line is parted: after a mark, if there is one far enough along."""
    marks = (place for place in range(columns, columns // 3, -1) if not word[place - 1].isalnum())
    return next(marks, columns)


def _code(text: str, columns: int) -> Iterator[bytes]:
    code = modules(text)
    width = columns * DOTS_A_COLUMN
    dot = min(max(_LEAST_DOT, int(width * _QR_SHARE) // len(code)), width // len(code))
    across = -(-len(code) * dot // 8)
    rows: list[bytes] = []
    for line in code:
        bits = 0
        for module in line:
            bits = bits << dot | ((1 << dot) - 1 if module else 0)
        bits <<= across * 8 - len(code) * dot
        rows += [bits.to_bytes(across, "big")] * dot
    white = _FEED + bytes([min(255, _QUIET * dot)])
    yield from (white, _picture(Dots(across, tuple(rows))), white)


def _picture(dots: Dots) -> bytes:
    """GS v 0: a picture, row by row."""
    height = len(dots.rows)
    size = bytes([dots.across % 256, dots.across // 256, height % 256, height // 256])
    # One more dot beside a lone one is not seen; a command in its place would be.
    return b"\x1dv0\x00" + size + _REAL_TIME.sub(b"\x18", b"".join(dots.rows))
