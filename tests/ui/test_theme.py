"""Both themes can be read, and changing them repaints what is on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QProgressBar, QRadioButton, QStyle, QStyleOptionButton, QWidget

import parkdesk
from parkdesk.domain.board import BayState
from parkdesk.ui.resources import resource_folder
from parkdesk.ui.theme import DARK, LIGHT, Density, Mode, State, Text, Theme, Tokens, contrast, font, icon
from parkdesk.ui.theme.tokens import luminance
from parkdesk.ui.widgets import Badge, Button, Kind, LoadingState

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def pairs(tokens: Tokens) -> list[tuple[str, QColor, QColor]]:
    """Every colour words are written in, with every ground they are written on."""
    grounds = {"card": tokens.card, "window": tokens.window, "hover": tokens.hover}
    found = [
        (f"{name} on {ground}", getattr(tokens, name), colour)
        for name in ("ink", "mute")
        for ground, colour in grounds.items()
    ]
    for state in State:
        shade = tokens.shade(state)
        found += [(f"{state} on {ground}", shade.ink, colour) for ground, colour in grounds.items()]
        found += [
            (f"{state} on its tint", shade.ink, shade.tint),
            (f"ink on {state}", tokens.ink, shade.tint),
        ]
    found += [
        ("accent words on card", tokens.accent_ink, tokens.card),
        ("accent words on their tint", tokens.accent_ink, tokens.accent_tint),
        ("on accent", tokens.on_accent, tokens.accent),
        ("on brand", tokens.on_brand, tokens.brand),
        ("rail", tokens.rail_mute, tokens.rail),
        ("rail, here", tokens.rail_ink, tokens.rail_active),
        ("tooltip", tokens.card, tokens.ink),
    ]
    return found


@BOTH
def test_every_text_stands_out_from_its_ground(tokens: Tokens) -> None:
    faint = {name: round(contrast(ink, ground), 2) for name, ink, ground in pairs(tokens)}
    assert {name: ratio for name, ratio in faint.items() if ratio < 4.5} == {}


@BOTH
def test_a_filled_button_can_be_read_up_over_and_down(tokens: Tokens, theme: Theme) -> None:
    theme.choose(mode=Mode.DARK if tokens.dark else Mode.LIGHT)
    for kind in (Kind.PRIMARY, Kind.DANGER):
        button = Button("Renew", kind, key="F5")
        for down in (False, True):
            button.setDown(down)
            fill, _, ink, key_ink = button.colours(theme.tokens)
            assert fill is not None
            assert contrast(ink, fill) >= 4.5
            assert contrast(key_ink, fill) >= 4.5


@BOTH
def test_tints_are_a_breath_of_their_colour(tokens: Tokens) -> None:
    for state in State:
        shade = tokens.shade(state)
        assert 1.0 <= contrast(shade.tint, tokens.card) < 1.6, state


def test_contrast_is_the_one_of_the_standard() -> None:
    white, black = QColor("white"), QColor("black")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert luminance(QColor(119, 119, 119)) == pytest.approx(0.1845, abs=0.001)


def test_every_bay_state_has_its_shade(theme: Theme) -> None:
    colours = {theme.shade(state).colour.name() for state in BayState}
    assert len(colours) == len(BayState)


def test_a_change_of_theme_repaints_what_is_there(theme: Theme, qtbot) -> None:
    badge = Badge("Booked", State.BOOKED)
    qtbot.addWidget(badge)
    light = badge.grab().toImage()
    with qtbot.waitSignal(theme.changed):
        theme.choose(mode=Mode.DARK)
    assert badge.grab().toImage() != light
    theme.toggle()
    assert badge.grab().toImage() == light


def test_every_icon_there_is_shows_somewhere() -> None:
    modules = Path(parkdesk.__file__).parent.rglob("*.py")
    named = set(
        re.findall(r'"([a-z0-9-]+)(?:\.svg)?"', " ".join(file.read_text("utf-8") for file in modules))
    )
    assert {file.stem for file in (resource_folder() / "icons").glob("*.svg")} - named == set()


def test_icons_follow_the_theme(theme: Theme) -> None:
    mark = icon("car-front", "ink")
    light = mark.pixmap(16, 16).toImage()
    theme.choose(mode=Mode.DARK)
    assert mark.pixmap(16, 16).toImage() != light


def test_nothing_is_told_when_nothing_changes(theme: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(mode=Mode.LIGHT, density=Density.COMFORTABLE)


def test_touch_density_makes_every_target_a_finger_wide(theme: Theme) -> None:
    assert Button("Check out").sizeHint().height() >= 32
    theme.choose(density=Density.TOUCH)
    assert Button("Check out").sizeHint().height() >= 44


def test_reduced_motion_stills_what_moves_while_one_waits(theme: Theme) -> None:
    def moves() -> bool:
        waiting = LoadingState()
        return waiting.findChild(QProgressBar).maximum() == 0

    assert moves()
    theme.choose(reduced_motion=True)
    assert not moves()


@pytest.mark.parametrize("role", Text)
def test_figures_are_as_wide_as_each_other(role: Text, theme: Theme) -> None:
    metrics = QFontMetricsF(font(role))
    widths = [metrics.horizontalAdvance(digit * 8) for digit in "0123456789"]
    assert max(widths) - min(widths) < 1  # a 4 of Inter Bold is 0.3 % narrower


def test_no_colour_is_written_outside_the_tokens() -> None:
    import parkdesk.ui

    folder = resource_folder().parent / "parkdesk" / "ui"
    assert parkdesk.ui.__file__ == str(folder / "__init__.py")
    written = re.compile(
        r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|rgba?\(\s*\d|QColor\(\s*\d|GlobalColor\.(?!transparent)"
    )
    found = [
        f"{file.relative_to(folder)}: {line.strip()}"
        for file in [*folder.rglob("*.py"), *resource_folder().rglob("*.qss")]
        if file.name != "tokens.py"
        for line in file.read_text("utf-8").splitlines()
        if written.search(line)
    ]
    assert found == []


def test_the_style_sheet_names_only_tokens_there_are(theme: Theme, qtbot) -> None:
    probe = QWidget()
    qtbot.addWidget(probe)
    probe.ensurePolished()
    assert probe.font().family() == "Inter"


@BOTH
@pytest.mark.parametrize(
    "state",
    [
        QStyle.StateFlag.State_None,
        QStyle.StateFlag.State_HasFocus,
        QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus,
    ],
)
def test_a_chosen_round_button_is_filled_with_the_focus_too(
    tokens: Tokens, state: QStyle.StateFlag, theme: Theme, qtbot
) -> None:
    theme.choose(mode=Mode.DARK if tokens.dark else Mode.LIGHT)
    button = QRadioButton("To the card")
    qtbot.addWidget(button)
    button.setChecked(True)
    button.ensurePolished()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.rect = QRect(0, 0, 18, 18)
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_On | state
    drawn = QPixmap(18, 18)
    drawn.fill(tokens.card)
    painter = QPainter(drawn)
    button.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorRadioButton, option, painter, button)
    painter.end()
    assert drawn.toImage().pixelColor(13, 9) == tokens.accent


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        (QCheckBox, QStyle.SubElement.SE_CheckBoxContents),
        (QRadioButton, QStyle.SubElement.SE_RadioButtonContents),
    ],
)
@pytest.mark.parametrize("checked", [False, True])
def test_words_beside_a_box_stay_where_they_are_with_the_focus(
    theme, qtbot, kind: type[QCheckBox] | type[QRadioButton], element: QStyle.SubElement, checked: bool
) -> None:
    box = kind("A receipt with every sale")
    qtbot.addWidget(box)
    box.setChecked(checked)
    places = set()
    for focused in (False, True):
        option = QStyleOptionButton()
        box.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if focused:
            option.state |= QStyle.StateFlag.State_HasFocus
        places.add(box.style().subElementRect(element, option, box).left())
    assert len(places) == 1
