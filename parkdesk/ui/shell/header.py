"""The header: where one is, the screen's own tabs, search, whether all is saved, the time, who is here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from parkdesk import wording
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.ui.context import UiContext
from parkdesk.ui.shell.search import SearchField
from parkdesk.ui.theme import HEADER_HEIGHT, State, Text, current, font, pixmap
from parkdesk.ui.vocabulary import role_words
from parkdesk.ui.widgets.label import ElidedLabel, Label
from parkdesk.ui.widgets.layouts import column, row
from parkdesk.ui.widgets.marks import Avatar, Dot
from parkdesk.ui.widgets.painting import box, focus_ring, note_focus, shows_focus

PERSON_MENU = (
    "person.switch",
    "person.lock",
    "",
    "window.theme",
    "window.keys",
    "",
    "person.sign_out",
    "window.quit",
)


_LEAST_TITLE = 150


class TitleBlock(QAbstractButton):
    """Title over caption. With several lots it is also where the lot is chosen."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._title, self._caption = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose_lot)
        ui.lots_changed.connect(self._show_choice)
        self._show_choice()

    @property
    def offers_lots(self) -> bool:
        """Whether the lot can be chosen here: where there are several, and the title names one."""
        lot = self._ui.lot
        return len(self._ui.lots) > 1 and lot is not None and lot.name in f"{self._title} · {self._caption}"

    def set(self, title: str, caption: str) -> None:
        if (title, caption) != (self._title, self._caption):
            self._title, self._caption = title, caption
            self.setAccessibleName(f"{title}. {caption}")
            self.updateGeometry()
            self._show_choice()

    def sizeHint(self) -> QSize:
        title = QFontMetrics(font(Text.HEADING)).horizontalAdvance(self._title)
        caption = QFontMetrics(font(Text.SMALL)).horizontalAdvance(self._caption)
        return QSize(max(title, caption) + 28, 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_TITLE, self.sizeHint().width()), 46)

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        several = self.offers_lots
        if several and self.underMouse():
            box(painter, self.rect().adjusted(-8, 0, 0, 0), 9, fill=tokens.hover)
        if shows_focus(self):
            focus_ring(painter, self.rect(), 9, tokens.accent, tokens.card)
        lot = self._ui.lot
        at_title = lot is not None and lot.name == self._title
        lines = (
            (self._title, Text.HEADING, tokens.ink, 3, 22),
            (self._caption, Text.SMALL, tokens.mute, 25, 18),
        )
        for number, (words, role, ink, top, height) in enumerate(lines):
            painter.setFont(font(role))
            painter.setPen(ink)
            metrics = painter.fontMetrics()
            room = self.width() - 22 if several else self.width()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(0, top, self.width(), height, int(Qt.AlignmentFlag.AlignVCenter), shown)
            if several and at_title == (number == 0):
                left = metrics.horizontalAdvance(shown) + 6
                painter.drawPixmap(
                    left,
                    top + (height - 14) // 2 + 1,
                    pixmap("chevron-down", tokens.mute, 14, self.devicePixelRatioF()),
                )

    def _show_choice(self) -> None:
        several = self.offers_lots
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("Choose the lot") if several else "")
        self.update()

    def _choose_lot(self) -> None:
        if not self.offers_lots:
            return
        menu = QMenu(self)
        for lot in self._ui.lots:
            entry = menu.addAction(lot.name)
            entry.setCheckable(True)
            entry.setChecked(lot == self._ui.lot)
            entry.triggered.connect(lambda _checked=False, lot_id=lot.id: self._ui.choose_lot(lot_id))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class PersonChip(QAbstractButton):
    """Who is signed in; opens the menu of what concerns the person."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._avatar = Avatar()
        self._name = ElidedLabel("", Text.SMALL, weight=600)
        self._role = ElidedLabel("", Text.CAPTION, tone="mute")
        self.setFixedSize(150, 38)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = row(self, gap=8, margins=(8, 3, 14, 3))
        layout.addWidget(self._avatar)
        words = column(gap=0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        layout.addLayout(words, 1)
        self.clicked.connect(self._open_menu)
        ui.session_changed.connect(self._show_person)
        self._show_person()

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        box(painter, self.rect(), 19, fill=tokens.window, edge=tokens.line)
        if shows_focus(self):
            focus_ring(painter, self.rect(), 19, tokens.accent, tokens.window)

    def _show_person(self) -> None:
        person = self._ui.person
        self.setVisible(person is not None)
        if person is None:
            return
        role = role_words(person)
        self._avatar.set(person.initials)
        self._name.setText(person.name)
        self._role.setText(role)
        self.setAccessibleName(self.tr("{name}, {role}").format(name=person.name, role=role))

    def _open_menu(self) -> None:
        registry = self._ui.registry
        menu = registry.menu(tuple(name for name in PERSON_MENU if not name or name in registry), self)
        size = menu.sizeHint()
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), self.height() + 4)))


class Saved(QWidget):
    """Whether everything done here is in the database."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._dot = Dot(State.FREE)
        self._words = Label(self.tr("Saved"), Text.SMALL, tone="mute")
        layout = row(self, gap=7)
        layout.addWidget(self._dot)
        layout.addWidget(self._words)
        self._unreached = False
        self._saving = False
        ui.tasks.saving.connect(self._on_saving)
        ui.tasks.reached.connect(self._on_reached)
        widest = max((self.tr("Saved"), self.tr("Saving…")), key=len)
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance(widest) + 4)

    def _on_saving(self, saving: bool) -> None:
        self._saving = saving
        self._show()

    def _on_reached(self, error: object) -> None:
        self._unreached = isinstance(error, DatabaseUnavailable)
        self._show()

    def _show(self) -> None:
        if self._unreached:
            self._dot.set(State.OVERSTAYING)
            self._words.setText(self.tr("No database"))
        else:
            self._dot.set(State.ENDING if self._saving else State.FREE)
            self._words.setText(self.tr("Saving…") if self._saving else self.tr("Saved"))


class Header(QFrame):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.setProperty("surface", "header")
        self.setFixedHeight(HEADER_HEIGHT + 1)
        self.title = TitleBlock(ui)
        self.search = SearchField()
        self.saved = Saved(ui)
        self.clock = Label("", Text.HEADING, size=18, weight=600)
        self.person = PersonChip(ui)
        self._slot: QHBoxLayout = row(gap=6)
        self._in_slot: QWidget | None = None
        layout = row(self, gap=16, margins=(24, 0, 20, 1))
        layout.addWidget(self.title)
        layout.addLayout(self._slot)
        layout.addStretch(1)
        layout.addWidget(self.search, 100)
        layout.addSpacing(8)
        layout.addWidget(self.saved)
        layout.addSpacing(8)
        layout.addWidget(self.clock)
        layout.addWidget(self.person)
        ui.clock.ticked.connect(self._show_time)
        ui.lot_changed.connect(self._show_lots_time)
        self._show_lots_time()

    def set_slot(self, widget: QWidget | None) -> None:
        """Put a screen's own widget beside the title; the one before stays with its screen, hidden."""
        if self._in_slot is not None:
            self._in_slot.hide()
            self._slot.removeWidget(self._in_slot)
        self._in_slot = widget
        if widget is not None:
            self._slot.addWidget(widget)
            widget.show()

    def _show_lots_time(self) -> None:
        self._show_time(self._ui.clock.now())

    def _show_time(self, now: datetime) -> None:
        lot = self._ui.lot
        words = wording.clock(now, lot.time_zone if lot is not None else "UTC")
        if words != self.clock.text():
            self.clock.setText(words)
            self.clock.setToolTip(lot.time_zone if lot is not None else "UTC")
