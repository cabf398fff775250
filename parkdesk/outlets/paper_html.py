"""A paper as one page of HTML: the same for the screen, a printer, a PDF and an e-mail.

It keeps to what Qt's rich text and old mail programs both understand: tables, inline styles, sizes in pixels of a
96th of an inch. Two columns share one table, so that figures stand under each other at the right edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from parkdesk.outlets.paper import Block, Paper, Role
from parkdesk.outlets.qr import as_image

WIDTH = 266
"""The column's width in pixels: 70 mm, what an 80 mm roll prints, with a little air."""
FONT = "'Inter Tabular', Inter, 'Segoe UI', Helvetica, Arial, sans-serif"
INK, MUTE, LINE, PAPER = "#14181f", "#5b6470", "#c8cdd4", "#ffffff"
_QR_WIDTH = 136
_DENSE_WIDTH = 200
"""For an address, whose code has three times as many dots a side."""
_SHORT = 40
_GAP, _LEAST = 12, 12
_SIZE = re.compile(r"font-size:(\d+)px")
_LETTER = 0.62
"""How wide a bold letter is, as a share of its size."""


def html(paper: Paper, *, greeting: str = "", width: int = WIDTH) -> str:
    """`greeting` stands above it in a letter; `width` is the column's, in pixels."""
    said = f'<p style="margin:0 0 20px 0">{escape(greeting)}</p>' if greeting else ""
    return (
        f'<html><head><meta charset="utf-8"></head><body style="margin:0; color:{INK}; '
        f'font-family:{FONT}; font-size:12px">{said}{"".join(_sections(paper, width))}</body></html>'
    )


def _sections(paper: Paper, width: int) -> Iterator[str]:
    """Each run of blocks between two rules is a table of its own; the rule is its upper edge."""
    first = True
    for is_rule, blocks in groupby(paper.blocks, key=lambda block: block.role is Role.RULE):
        if is_rule:
            continue
        rows = "".join(_row(block, width) for block in blocks)
        yield "" if first else _rule(width)
        yield f'<table width="{width}" cellspacing="0" cellpadding="0">{rows}</table>'
        first = False


def _rule(width: int) -> str:
    cell = f'<td style="font-size:6px; line-height:6px; border-bottom:1px solid {LINE}">&nbsp;</td>'
    gap = '<td style="font-size:6px; line-height:6px">&nbsp;</td>'
    return f'<table width="{width}" cellspacing="0" cellpadding="0"><tr>{cell}</tr><tr>{gap}</tr></table>'


def _row(block: Block, width: int) -> str:
    if block.role is Role.QR:
        side = _QR_WIDTH if len(block.left) <= _SHORT else _DENSE_WIDTH
        image = f'<img src="{as_image(block.left)}" width="{side}" height="{side}" alt="">'
        return f'<tr><td colspan="2" align="center" style="padding:8px 0 6px 0">{image}</td></tr>'
    left, right, padding = _STYLES[block.role]
    left, right = _fitted(left, block.left, width), _fitted(right, block.right, width - _beside(block))
    if not block.right:
        align = ' align="center"' if block.role in _CENTRED else ""
        return f'<tr><td colspan="2"{align} style="{padding}">{_said(block.left, left)}</td></tr>'
    return (
        f'<tr><td valign="bottom" style="{padding}">{_said(block.left, left)}</td>'
        f'<td align="right" valign="bottom" style="{padding}; padding-left:12px">'
        f"{_said(block.right, right)}</td></tr>"
    )


def _beside(block: Block) -> int:
    """What the words at the left need of the line, at least."""
    return _GAP + round(_longest(block.left) * _size(_STYLES[block.role][0]) * _LETTER)


def _fitted(style: str, words: str, room: int) -> str:
    """In smaller letters where its longest word would have to be broken, down to the size of the rest."""
    size, longest = _size(style), _longest(words)
    fits = int(room / (longest * _LETTER)) if longest else size
    return _SIZE.sub(f"font-size:{max(fits, _LEAST)}px", style) if fits < size > _LEAST else style


def _size(style: str) -> int:
    found = _SIZE.search(style)
    return int(found[1]) if found else _LEAST


def _longest(words: str) -> int:
    return max(map(len, re.split(r"[ \-]", words)))


def _said(words: str, style: str) -> str:
    return f'<span style="{style}">{escape(words)}</span>'


_PLAIN = f"color:{INK}"
_STRONG = f"color:{INK}; font-weight:500"
_MUTE = f"color:{MUTE}"
_STYLES: dict[Role, tuple[str, str, str]] = {
    Role.NAME: (f"color:{INK}; font-size:19px; font-weight:700", "", "padding:0 0 3px 0"),
    Role.ABOUT: (f"color:{MUTE}; font-size:11px", "", "padding:1px 0"),
    Role.TITLE: (
        f"color:{INK}; font-size:15px; font-weight:700",
        f"color:{INK}; font-size:15px; font-weight:500",
        "padding:2px 0",
    ),
    Role.STAMP: (f"color:{PAPER}; font-weight:700", "", f"padding:4px 0 3px 0; background-color:{INK}"),
    Role.FACT: (_MUTE, _STRONG, "padding:2px 0"),
    Role.PLACE: (
        f"color:{INK}; font-size:26px; font-weight:700",
        f"color:{INK}; font-size:26px; font-weight:700",
        "padding:0 0 2px 0",
    ),
    Role.PART: (f"color:{MUTE}; font-size:11px", f"color:{MUTE}; font-size:11px", "padding:3px 0 1px 0"),
    Role.LINE: (_PLAIN, _PLAIN, "padding:2px 0"),
    Role.SUM: (f"color:{MUTE}; font-size:11px", f"color:{MUTE}; font-size:11px", "padding:1px 0"),
    Role.TOTAL: (
        f"color:{INK}; font-size:20px; font-weight:700",
        f"color:{INK}; font-size:20px; font-weight:700",
        "padding:0 0 2px 0",
    ),
    Role.TENDER: (_PLAIN, _STRONG, "padding:2px 0"),
    Role.QUIET: (f"color:{MUTE}; font-size:11px", f"color:{MUTE}; font-size:11px", "padding:1px 0"),
    Role.CODE: (f"color:{INK}; font-size:36px; font-weight:700", "", "padding:0 0 4px 0"),
    Role.FOOT: (f"color:{MUTE}; font-size:11px", "", "padding:1px 0"),
}
_CENTRED = (Role.CODE, Role.STAMP)
