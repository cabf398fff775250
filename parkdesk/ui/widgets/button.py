"""Buttons that show their key: one primary a panel, the rest outlined, links for what is rare."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from parkdesk.ui.theme import RADIUS, State, Text, Tokens, current, font, icon, mix, pixmap, readable
from parkdesk.ui.widgets.keys import shown_key
from parkdesk.ui.widgets.painting import box, focus_ring, note_focus, shows_focus


class Kind(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    ACCENT = "accent"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    DANGER_LINK = "danger_link"


_FILLED = (Kind.PRIMARY, Kind.DANGER)
_BARE = (Kind.QUIET, Kind.LINK, Kind.DANGER_LINK)
_KEY_GAP, _LEAST_KEY_GAP = 12, 6
_ICON = 16
_ICON_GAP = 8


class Button(QPushButton):
    """Painted from tokens. `key` is shown after the words; binding it to a deed is the registry's work."""

    def __init__(
        self,
        text: str = "",
        kind: Kind | str = Kind.SECONDARY,
        *,
        key: str = "",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = Kind(kind)
        self._key = shown_key(key) if key else ""
        self._icon = icon
        self._small = small
        self.setFont(font(Text.BODY, weight=600 if self._kind in _FILLED else 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._describe()

    @property
    def kind(self) -> Kind:
        return self._kind

    @property
    def key(self) -> str:
        return self._key

    def set_kind(self, kind: Kind | str) -> None:
        self._kind = Kind(kind)
        self.setFont(font(Text.BODY, weight=600 if self._kind in _FILLED else 500))
        self.update()

    def set_key(self, key: str) -> None:
        self._key = shown_key(key) if key else ""
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._key)

    def sizeHint(self) -> QSize:
        sizes = current().sizes
        filled = self._kind in _FILLED
        height = sizes.chip if self._small else sizes.primary if filled else sizes.target
        padding = 8 if self._kind in (Kind.LINK, Kind.DANGER_LINK) else 12 if self._small else 16
        return QSize(self._content_width() + 2 * padding, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._content_width() + 12), hint.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        fill, edge, ink, faint = self.colours(tokens)
        painter = QPainter(self)
        area = self.rect()
        box(painter, area, RADIUS, fill=fill, edge=edge)
        if shows_focus(self):
            gap = tokens.card if self._kind in _FILLED else fill or tokens.card
            focus_ring(painter, area, RADIUS, tokens.accent, gap)
        self._write(painter, area, ink, faint)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self._key:
            width += _KEY_GAP + QFontMetrics(self._key_font()).horizontalAdvance(self._key)
        return width + self._icon_width()

    def _icon_width(self) -> int:
        if not self._icon:
            return 0
        return _ICON + (_ICON_GAP if self.text() else 0)

    def _key_that_fits(self, room: int) -> tuple[str, int]:
        """The key and its distance from the words: in a narrow button words matter more than their key."""
        if not self._key:
            return "", 0
        room -= QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._icon_width()
        room -= QFontMetrics(self._key_font()).horizontalAdvance(self._key)
        return (self._key, min(room, _KEY_GAP)) if room >= _LEAST_KEY_GAP else ("", 0)

    def _key_font(self) -> QFont:
        return font(Text.SMALL, weight=500)

    def _write(self, painter: QPainter, area: QRect, ink: QColor, faint: QColor) -> None:
        metrics = QFontMetrics(self.font())
        key, gap = self._key_that_fits(area.width() - 12)
        shown = metrics.horizontalAdvance(self.text()) + self._icon_width()
        shown += gap + QFontMetrics(self._key_font()).horizontalAdvance(key) if key else 0
        left = area.x() + max(6, (area.width() - shown) // 2)
        if self._icon:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(
                left, area.center().y() - _ICON // 2 + 1, pixmap(self._icon, ink, _ICON, ratio)
            )
            left += _ICON + _ICON_GAP
        room = area.right() - left - 4
        key_width = QFontMetrics(self._key_font()).horizontalAdvance(key) if key else 0
        words_room = room - (key_width + gap if key else 0)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(words_room, 0))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(QRect(left, area.y(), room, area.height()), flags, words)
        if key:
            left += metrics.horizontalAdvance(words) + gap
            painter.setFont(self._key_font())
            painter.setPen(faint)
            painter.drawText(QRect(left, area.y(), key_width + 2, area.height()), flags, key)

    def colours(self, tokens: Tokens) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        """Fill, edge, ink and the key's fainter ink."""
        down, over = self.isDown() or self.isChecked(), self.underMouse() and self.isEnabled()
        danger = tokens.shade(State.OVERSTAYING)
        if not self.isEnabled():
            bare = self._kind in _BARE
            return (
                (None if bare else tokens.window),
                (None if bare else tokens.line),
                tokens.faint,
                tokens.faint,
            )
        if self._kind in _FILLED:
            ground = tokens.accent if self._kind is Kind.PRIMARY else danger.colour
            deep = mix(tokens.rail, ground, 0.22 if down else 0.10 if over else 0.0)
            ink = readable(tokens.on_accent, tokens.on_accent, deep)
            return deep, None, ink, readable(mix(ink, deep, 0.86), ink, deep)
        ink = tokens.ink
        if self._kind in (Kind.ACCENT, Kind.LINK):
            ink = tokens.accent_ink
        elif self._kind is Kind.DANGER_LINK:
            ink = danger.ink
        ground = tokens.pressed if down else tokens.hover if over else tokens.card
        if self._kind in _BARE:
            return (ground if down or over else None), None, ink, tokens.mute
        return ground, tokens.line, ink, tokens.mute


class PrimaryButton(Button):
    def __init__(self, text: str = "", *, key: str = "", icon: str = "", small: bool = False) -> None:
        super().__init__(text, Kind.PRIMARY, key=key, icon=icon, small=small)


class SecondaryButton(Button):
    def __init__(self, text: str = "", *, key: str = "", icon: str = "", small: bool = False) -> None:
        super().__init__(text, Kind.SECONDARY, key=key, icon=icon, small=small)


class LinkButton(Button):
    def __init__(self, text: str = "", *, key: str = "", icon: str = "") -> None:
        super().__init__(text, Kind.LINK, key=key, icon=icon)


class DangerLink(Button):
    def __init__(self, text: str = "", *, key: str = "", icon: str = "") -> None:
        super().__init__(text, Kind.DANGER_LINK, key=key, icon=icon)


class IconButton(QToolButton):
    """A small button with an icon only; its words are the tooltip and the accessible name."""

    def __init__(self, name: str, words: str, *, token: str = "mute", size: int = 18) -> None:
        super().__init__()
        self.setIcon(icon(name, token))
        self.setIconSize(QSize(size, size))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        side = current().sizes.chip
        return QSize(side, side)
