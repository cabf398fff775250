"""The colours of ParkDesk, light and dark: the only place where a colour is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from PySide6.QtGui import QColor


class State(StrEnum):
    """What a bay, a figure or a message can say with a colour (and never with the colour alone)."""

    FREE = "free"
    BOOKED = "booked"
    ENDING = "ending"
    OVERSTAYING = "overstaying"
    RESERVED = "reserved"
    CLOSED = "closed"
    PLAIN = "plain"


@dataclass(frozen=True)
class Shade:
    """One state's colours: `colour` for bars, rings and outlines, `tint` behind it, `ink` for its text."""

    colour: QColor
    tint: QColor
    ink: QColor
    outline: QColor


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """`share` of one colour laid over another (0 … 1), as an opaque colour."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * rest,
        over.greenF() * share + under.greenF() * rest,
        over.blueF() * share + under.blueF() * rest,
    )


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 … 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: QColor, ink: QColor, *grounds: QColor, ratio: float = 4.5) -> QColor:
    """The colour, drawn towards the ink just far enough to be read on every one of the grounds."""
    for step in range(21):
        candidate = mix(ink, colour, step / 20)
        if all(contrast(candidate, ground) >= ratio for ground in grounds):
            return candidate
    return ink


PAPER = QColor("#ffffff")
"""What is printed is white in either theme: a preview shows the paper, not the window."""


@dataclass(frozen=True)
class Tokens:
    """One theme's colours. `LIGHT` and `DARK` are the two that exist."""

    dark: bool
    window: QColor
    card: QColor
    line: QColor
    ink: QColor
    mute: QColor
    rail: QColor
    rail_active: QColor
    rail_ink: QColor
    rail_mute: QColor
    brand: QColor
    on_brand: QColor
    accent: QColor
    on_accent: QColor
    track: QColor
    shadow: QColor
    veil: QColor
    tint_share: float
    free: QColor
    booked: QColor
    ending: QColor
    overstaying: QColor
    reserved: QColor
    closed: QColor

    @cached_property
    def shades(self) -> dict[State, Shade]:
        shades: dict[State, Shade] = {
            state: self._shade(getattr(self, state.value)) for state in State if state is not State.PLAIN
        }
        shades[State.PLAIN] = Shade(self.edge, self.window, self.mute, self.line)
        return shades

    def _shade(self, colour: QColor) -> Shade:
        tint = mix(colour, self.card, self.tint_share)
        ink = readable(colour, self.ink, tint, self.card, self.window)
        return Shade(colour, tint, ink, mix(colour, self.card, 0.38))

    @property
    def name(self) -> str:
        return "dark" if self.dark else "light"

    def shade(self, state: State) -> Shade:
        return self.shades[state]

    @property
    def accent_tint(self) -> QColor:
        return self.shades[State.BOOKED].tint

    @property
    def accent_ink(self) -> QColor:
        return self.shades[State.BOOKED].ink

    @property
    def edge(self) -> QColor:
        """The outline of something one types in or drags: plainer to see than a card's hairline."""
        return mix(self.mute, self.card, 0.40)

    @property
    def faint(self) -> QColor:
        """Words of what cannot be used now; deliberately below reading contrast."""
        return mix(self.mute, self.card, 0.55)

    @property
    def hover(self) -> QColor:
        """The ground of a row or a quiet button under the pointer."""
        return mix(self.ink, self.card, 0.04)

    @property
    def pressed(self) -> QColor:
        return mix(self.ink, self.card, 0.09)

    @property
    def hairline(self) -> QColor:
        """The line between rows, fainter than a card's edge."""
        return mix(self.line, self.card, 0.65)


LIGHT = Tokens(
    dark=False,
    window=QColor("#f4f6f8"),
    card=QColor("#ffffff"),
    line=QColor("#dfe3e8"),
    ink=QColor("#1c2430"),
    mute=QColor("#5a6472"),
    rail=QColor("#17202c"),
    rail_active=QColor("#26354a"),
    rail_ink=QColor("#ffffff"),
    rail_mute=QColor("#9fb0c3"),
    brand=QColor("#2f74b8"),
    on_brand=QColor("#ffffff"),
    accent=QColor("#2563a8"),
    on_accent=QColor("#ffffff"),
    track=QColor("#e3e8ee"),
    shadow=QColor(28, 36, 48, 48),
    veil=QColor(0, 0, 0, 70),
    tint_share=0.10,
    free=QColor("#2f855a"),
    booked=QColor("#2563a8"),
    ending=QColor("#975a16"),
    overstaying=QColor("#c53030"),
    reserved=QColor("#6b46c1"),
    closed=QColor("#66707f"),
)

DARK = Tokens(
    dark=True,
    window=QColor("#12161c"),
    card=QColor("#1b212a"),
    line=QColor("#2c3542"),
    ink=QColor("#e8ecf1"),
    mute=QColor("#9aa7b6"),
    rail=QColor("#0d1116"),
    rail_active=QColor("#202a36"),
    rail_ink=QColor("#ffffff"),
    rail_mute=QColor("#9fb0c3"),
    brand=QColor("#2f74b8"),
    on_brand=QColor("#ffffff"),
    accent=QColor("#6ea8e6"),
    on_accent=QColor("#0d1116"),
    track=QColor("#2c3542"),
    shadow=QColor(0, 0, 0, 140),
    veil=QColor(0, 0, 0, 120),
    tint_share=0.12,
    free=QColor("#5cc08f"),
    booked=QColor("#6ea8e6"),
    ending=QColor("#e0b050"),
    overstaying=QColor("#f28b82"),
    reserved=QColor("#b39df0"),
    closed=QColor("#8b97a6"),
)
