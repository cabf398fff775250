"""The one style sheet, made from tokens: what Qt's own controls look like."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from parkdesk.ui.resources import resource
from parkdesk.ui.theme.sizes import RADIUS, RADIUS_CARD, RADIUS_SMALL, Sizes
from parkdesk.ui.theme.tokens import State, Tokens

# The small marks a style sheet can only take from a file: theme:<theme>/<mark>.svg, in these tokens.
MARKS = {
    "chevron-down": "mute",
    "chevron-up": "mute",
    "chevron-left": "mute",
    "chevron-right": "mute",
    "check": "on_accent",
    "minus": "on_accent",
}


def style_sheet(tokens: Tokens, sizes: Sizes) -> str:
    lengths = {
        "radius_card": RADIUS_CARD,
        "radius_small": RADIUS_SMALL,
        "radius": RADIUS,
        "inner": sizes.target - 4,
        "small": sizes.target - 8,
    }
    words = {
        "name": tokens.name,
        **{name: str(length) for name, length in lengths.items()},
        **_colours(tokens),
    }
    return Template(resource("theme", "desk.qss").read_text("utf-8")).substitute(words)


def palette(tokens: Tokens) -> QPalette:
    """The colours Fusion itself paints with, for whatever the style sheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    plain = {
        role.Window: tokens.window,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.window,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.overstaying,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.card,
        role.PlaceholderText: tokens.mute,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent_ink,
        role.LinkVisited: tokens.accent_ink,
        role.Light: tokens.card,
        role.Midlight: tokens.window,
        role.Mid: tokens.line,
        role.Dark: tokens.mute,
        role.Shadow: tokens.rail,
    }
    for which, colour in plain.items():
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, tokens.mute)
    return made


def _colours(tokens: Tokens) -> dict[str, str]:
    """Every token the sheet may name, as the style sheet writes colours."""
    names = (field.name for field in fields(tokens) if isinstance(getattr(tokens, field.name), QColor))
    derived = ("edge", "hairline", "hover", "pressed", "accent_tint", "accent_ink")
    found = {name: _css(getattr(tokens, name)) for name in (*names, *derived)}
    return found | {f"ink_{state}": _css(tokens.shade(state).ink) for state in State}


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
