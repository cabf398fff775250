"""The shared widgets, painted from tokens; screens are put together from these.

Each module is imported when something of it is first asked for: the first paint needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parkdesk.ui.widgets.button import (
        Button,
        DangerLink,
        IconButton,
        Kind,
        LinkButton,
        PrimaryButton,
        SecondaryButton,
    )
    from parkdesk.ui.widgets.card import Card, Facts, FigureCard, Hairline
    from parkdesk.ui.widgets.dialog import Dialog, Scrolled
    from parkdesk.ui.widgets.field import Faults, Field
    from parkdesk.ui.widgets.keys import shown_key
    from parkdesk.ui.widgets.label import ElidedLabel, Label, Paragraph, repolish
    from parkdesk.ui.widgets.layouts import bare, column, empty, row
    from parkdesk.ui.widgets.marks import Avatar, Dot, KeyChip, Mark, Picture
    from parkdesk.ui.widgets.painting import box, focus_ring
    from parkdesk.ui.widgets.pills import Badge, Pill, Pills
    from parkdesk.ui.widgets.ring import Ring, ThinBar
    from parkdesk.ui.widgets.stage import EmptyState, ErrorState, LoadingState, Notice, Stage
    from parkdesk.ui.widgets.table import tidy

__all__ = [
    "Avatar",
    "Badge",
    "Button",
    "Card",
    "DangerLink",
    "Dialog",
    "Dot",
    "ElidedLabel",
    "EmptyState",
    "ErrorState",
    "Facts",
    "Faults",
    "Field",
    "FigureCard",
    "Hairline",
    "IconButton",
    "KeyChip",
    "Kind",
    "Label",
    "LinkButton",
    "LoadingState",
    "Mark",
    "Notice",
    "Paragraph",
    "Picture",
    "Pill",
    "Pills",
    "PrimaryButton",
    "Ring",
    "Scrolled",
    "SecondaryButton",
    "Stage",
    "ThinBar",
    "bare",
    "box",
    "column",
    "empty",
    "focus_ring",
    "repolish",
    "row",
    "shown_key",
    "tidy",
]

_HOMES = {
    "button": (
        "Button",
        "DangerLink",
        "IconButton",
        "Kind",
        "LinkButton",
        "PrimaryButton",
        "SecondaryButton",
    ),
    "card": ("Card", "Facts", "FigureCard", "Hairline"),
    "dialog": ("Dialog", "Scrolled"),
    "field": ("Faults", "Field"),
    "keys": ("shown_key",),
    "label": ("ElidedLabel", "Label", "Paragraph", "repolish"),
    "layouts": ("bare", "column", "empty", "row"),
    "marks": ("Avatar", "Dot", "KeyChip", "Mark", "Picture"),
    "painting": ("box", "focus_ring"),
    "pills": ("Badge", "Pill", "Pills"),
    "ring": ("Ring", "ThinBar"),
    "stage": ("EmptyState", "ErrorState", "LoadingState", "Notice", "Stage"),
    "table": ("tidy",),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
