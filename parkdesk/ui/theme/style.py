"""The one style sheet, made from tokens: what Qt's own controls look like."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

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

_SHEET = """
QToolTip { background: @ink; color: @card; border: none; padding: 6px 8px; }
QFrame[surface="card"] { background: @card; border: 1px solid @line; border-radius: @radius_cardpx; }
QFrame[surface="plain"] { background: @card; border: none; }
QFrame[surface="header"] { background: @card; border: none; border-bottom: 1px solid @line; }
QFrame[surface="status"] { background: @card; border: none; border-top: 1px solid @line; }
QFrame[surface="rail"] { background: @rail; border: none; }
QFrame[surface="hairline"] { background: @hairline; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[tone="mute"] { color: @mute; }
QLabel[tone="accent"] { color: @accent_ink; }
QLabel[tone="free"] { color: @ink_free; }
QLabel[tone="booked"] { color: @ink_booked; }
QLabel[tone="ending"] { color: @ink_ending; }
QLabel[tone="overstaying"] { color: @ink_overstaying; }
QLabel[tone="reserved"] { color: @ink_reserved; }
QLabel[tone="closed"] { color: @ink_closed; }
QScrollArea, QScrollArea > QWidget > QWidget[surface="bare"] { background: transparent; border: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: @card; color: @ink; border: 1px solid @edge; border-radius: @radiuspx;
  padding: 1px 10px; selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: @innerpx; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: @mute; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid @accent; padding: 0px 9px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 7px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border-color: @overstay;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: @mute; background: @window;
}
QLineEdit:read-only { background: @window; }
QLineEdit[look="search"] { background: @window; border: 1px solid @line; border-radius: 10px; min-height: 0; }
QLineEdit[look="search"]:focus { background: @card; border: 2px solid @accent; }
QFrame[surface="popup"] { background: @card; border: 1px solid @line; border-radius: @radiuspx; }

QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(theme:@name/chevron-down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @card; border: 1px solid @line; padding: 4px; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 24px; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 3px; }
QAbstractSpinBox::up-arrow { image: url(theme:@name/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(theme:@name/chevron-down.svg); width: 12px; height: 12px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 28px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(theme:@name/chevron-down.svg); width: 14px; height: 14px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: @smallpx; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 16px; height: 16px; border: 1px solid @mute; background: @card;
}
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; }
QCheckBox::indicator:checked { image: url(theme:@name/check.svg); }
QCheckBox::indicator:indeterminate { image: url(theme:@name/minus.svg); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 8px; height: 8px; background: @on_accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @window; }

QPushButton {
  background: @card; color: @ink; border: 1px solid @line; border-radius: @radiuspx;
  padding: 0 14px; min-height: @innerpx;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:default { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13px; }
QPushButton:disabled { color: @mute; background: @window; }
QToolButton { background: transparent; border: none; border-radius: @radiuspx; padding: 4px; color: @ink; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border: 2px solid @accent; padding: 2px; }
QToolButton::menu-indicator { image: none; }

QTableView, QListView, QTreeView {
  background: @card; alternate-background-color: @window; color: @ink; border: none; outline: none;
  gridline-color: @hairline; selection-background-color: @accent_tint; selection-color: @ink;
}
QTableView::item, QTreeView::item { padding: 0 8px; border: none; border-bottom: 1px solid @hairline; }
QTableView::item:selected, QTreeView::item:selected { background: @accent_tint; color: @ink; }
QListView::item { padding: 6px 10px; border-radius: @radius_smallpx; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @accent_tint; color: @accent_ink; }
QTableView:focus, QListView:focus, QTreeView:focus { border: none; }
QHeaderView { background: @card; border: none; }
QHeaderView::section {
  background: @card; color: @mute; border: none; border-bottom: 1px solid @line; padding: 6px 8px;
}
QHeaderView::up-arrow { image: url(theme:@name/chevron-up.svg); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url(theme:@name/chevron-down.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: @card; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @edge; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @mute; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0;
}

QMenu { background: @card; border: 1px solid @line; border-radius: @radiuspx; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: @radius_smallpx; color: @ink; }
QMenu::item:selected { background: @accent_tint; color: @accent_ink; }
QMenu::item:disabled { color: @mute; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 4px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: @mute; padding: 8px 12px; border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: @accent_ink; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @ink; }
QSplitter::handle { background: transparent; }
QProgressBar { background: @track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider::groove:horizontal { background: @track; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
  background: @accent; width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
}
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @card; }
QCalendarWidget QToolButton { color: @ink; font-weight: 600; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent; selection-color: @on_accent; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; }
"""


def style_sheet(tokens: Tokens, sizes: Sizes) -> str:
    colours = {name: _css(value) for name, value in _named(tokens).items()}
    lengths = {
        "radius_card": RADIUS_CARD,
        "radius_small": RADIUS_SMALL,
        "radius": RADIUS,
        "inner": sizes.target - 4,
        "small": sizes.target - 8,
    }
    sheet = _SHEET
    words = {"name": tokens.name, **colours, **{name: str(length) for name, length in lengths.items()}}
    for name in sorted(words, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", words[name])
    return sheet


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


def _named(tokens: Tokens) -> dict[str, QColor]:
    names = "window card line ink mute rail accent on_accent track hairline hover pressed accent_tint accent_ink edge"
    named: dict[str, QColor] = {name: getattr(tokens, name) for name in names.split()}
    named["overstay"] = tokens.shade(State.OVERSTAYING).colour
    named.update({f"ink_{state}": tokens.shade(state).ink for state in State})
    return named


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
