"""The look: tokens, type, icons and the style sheet; no colour is written anywhere else."""

from __future__ import annotations

from parkdesk.ui.theme.fonts import Text, font
from parkdesk.ui.theme.icons import app_icon, icon, pixmap
from parkdesk.ui.theme.sizes import (
    GAP_1,
    GAP_2,
    GAP_3,
    GAP_4,
    GAP_6,
    HEADER_HEIGHT,
    RADIUS,
    RADIUS_CARD,
    RADIUS_SMALL,
    RAIL_WIDTH,
    Density,
    Sizes,
)
from parkdesk.ui.theme.theme import Mode, Theme, current
from parkdesk.ui.theme.tokens import DARK, LIGHT, Shade, State, Tokens, contrast, mix, readable

__all__ = [
    "DARK",
    "GAP_1",
    "GAP_2",
    "GAP_3",
    "GAP_4",
    "GAP_6",
    "HEADER_HEIGHT",
    "LIGHT",
    "RADIUS",
    "RADIUS_CARD",
    "RADIUS_SMALL",
    "RAIL_WIDTH",
    "Density",
    "Mode",
    "Shade",
    "Sizes",
    "State",
    "Text",
    "Theme",
    "Tokens",
    "app_icon",
    "contrast",
    "current",
    "font",
    "icon",
    "mix",
    "pixmap",
    "readable",
]
