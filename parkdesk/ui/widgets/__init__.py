"""The shared widgets, painted from tokens; screens are put together from these."""

from __future__ import annotations

from parkdesk.ui.widgets.button import (
    Button,
    DangerLink,
    IconButton,
    Kind,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    shown_key,
)
from parkdesk.ui.widgets.card import Card, Facts, FigureCard, Hairline
from parkdesk.ui.widgets.field import Faults, Field
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
