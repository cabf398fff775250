"""How a driver pays: cash, QR code and card reader as tiles with their keys, the rest smaller beneath them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from parkdesk.domain.payment import Method
from parkdesk.ui.theme import RADIUS, Text, current, font, pixmap
from parkdesk.ui.vocabulary import method_words
from parkdesk.ui.widgets import box, column, focus_ring, row
from parkdesk.ui.widgets.keys import shown_key
from parkdesk.ui.widgets.painting import note_focus, shows_focus

CASH, QR, READER = "cash", "qr", "reader"
COLLECTED = (QR, READER)
"""The tenders that the provider collects."""
KEYS = {CASH: "F10", QR: "F11", READER: "F12"}
_ICONS = {CASH: "banknote", QR: "qr-code", READER: "credit-card"}
_ICON, _TALL, _LOW = 22, 84, 36


@dataclass(frozen=True)
class Tender:
    name: str
    words: str
    icon: str = ""
    key: str = ""


class TenderTile(QAbstractButton):
    """A tall tile with icon, words and key, or a low one with words alone."""

    def __init__(self, tender: Tender) -> None:
        super().__init__()
        self.tender = tender
        self._key = shown_key(tender.key) if tender.key else ""
        self.setText(tender.words)
        self.setAccessibleName(tender.words)
        self.setAccessibleDescription(self._key)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(104, _TALL if self.tender.icon else max(_LOW, current().sizes.pill))

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row moves the choice
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        chosen = self.isChecked()
        ground = tokens.accent_tint if chosen else tokens.hover if self.underMouse() else tokens.card
        ink = tokens.accent_ink if chosen else tokens.ink
        painter = QPainter(self)
        box(
            painter,
            self.rect(),
            RADIUS,
            fill=ground,
            edge=tokens.accent if chosen else tokens.line,
            width=1.5 if chosen else 1.0,
        )
        if shows_focus(self):
            focus_ring(painter, self.rect(), RADIUS, tokens.accent, ground)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(ink)
        if not self.tender.icon:
            painter.setFont(font(Text.SMALL, weight=600 if chosen else 500))
            painter.drawText(self.rect(), middle, self.text())
            return
        picture = pixmap(self.tender.icon, ink, _ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - _ICON) // 2, 11, picture)
        painter.setFont(font(Text.STRONG))
        painter.drawText(QRect(0, 36, self.width(), 20), middle, self.text())
        painter.setFont(font(Text.CAPTION))
        painter.setPen(tokens.mute)
        painter.drawText(QRect(0, 57, self.width(), 16), middle, self._key)


class TenderRow(QWidget):
    """`chosen` carries the name of a tender that a person picked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How it is paid"))
        self._group = QButtonGroup(self)
        self._tiles: dict[str, TenderTile] = {}
        words = {CASH: self.tr("Cash"), QR: self.tr("QR code"), READER: self.tr("Card reader")}
        layout = column(self, gap=8)
        layout.addLayout(
            self._line(Tender(name, words[name], _ICONS[name], key) for name, key in KEYS.items())
        )
        elsewhere = (
            Tender(Method.CARD.value, self.tr("Other terminal")),
            Tender(Method.TRANSFER.value, method_words(Method.TRANSFER)),
            Tender(Method.OTHER.value, method_words(Method.OTHER)),
        )
        layout.addLayout(self._line(elsewhere))
        self.choose(CASH)

    def choose(self, name: str) -> None:
        """Mark a tender without telling anybody."""
        self._tiles[name].setChecked(True)

    def current(self) -> str:
        return next(name for name, tile in self._tiles.items() if tile.isChecked())

    def pill(self, name: str) -> TenderTile:
        return self._tiles[name]

    def offer_cards(self, offered: bool) -> None:
        """A cash desk has nothing that collects from cards."""
        for name in COLLECTED:
            self._tiles[name].setVisible(offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        # What the provider collects begins at once, so that arrows walk past it.
        names = [name for name in self._tiles if name not in COLLECTED]
        here = self.current()
        position = names.index(here) + step if here in names else 0
        if step and 0 <= position < len(names):
            tile = self._tiles[names[position]]
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            tile.click()
        else:
            super().keyPressEvent(event)

    def _line(self, tenders: Iterable[Tender]) -> QHBoxLayout:
        line = row(gap=8)
        for tender in tenders:
            tile = TenderTile(tender)
            tile.clicked.connect(partial(self._pick, tender.name))
            self._group.addButton(tile)
            self._tiles[tender.name] = tile
            line.addWidget(tile)
        return line

    def _pick(self, name: str) -> None:
        self.chosen.emit(name)
