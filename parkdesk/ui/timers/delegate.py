"""What a card says of its stay, and which deed its first button offers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from parkdesk import wording
from parkdesk.domain.board import BayState, LiveStay
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.ui.board import Face
from parkdesk.ui.board.quoted import costs_more
from parkdesk.ui.context import UiContext
from parkdesk.ui.theme import GAP_3
from parkdesk.ui.timers.card import LEAST_WIDTH, Part, Words, card_height, card_rect, paint_card
from parkdesk.ui.timers.grid import TimerGrid
from parkdesk.ui.timers.running import share_gone
from parkdesk.ui.widgets import shown_key

Index = QModelIndex | QPersistentModelIndex
Button = tuple[int, int, Part]
"""A card's row and column, and one of its buttons."""


class CardDelegate(QStyledItemDelegate):
    """The view says which button the pointer is on."""

    def __init__(self, ui: UiContext, grid: TimerGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._grid = ui, grid
        self.hovered: Button | None = None
        self.is_down = False

    def deed(self, index: Index, part: Part) -> str:
        """The name of the action behind a button."""
        stay, lot = self._stay(index), self._grid.board.lot
        if part is Part.SECOND:
            return "stay.check_out" if stay is None or stay.held_until is None else "stay.cancel"
        if stay is None or lot is None:
            return ""
        owes = stay.due_minor > 0 or self._costs_more(stay, lot)
        return "stay.take_payment" if owes else "stay.renew"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(LEAST_WIDTH + GAP_3, card_height() + GAP_3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.words(index)
        if words is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        here = self.hovered is not None and self.hovered[:2] == (index.row(), index.column())
        painter.save()
        paint_card(
            painter,
            card_rect(area),
            words,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hovered=self.hovered[2] if here and self.hovered is not None else None,
            pressed=self.is_down,
        )
        painter.restore()

    def words(self, index: Index) -> Words | None:
        board, row = self._grid.board, self._grid.board_row(index)
        lot, stay = board.lot, self._stay(index)
        if stay is None or lot is None:
            return None
        face = board.face(row)
        first, second = self.deed(index, Part.FIRST), self.deed(index, Part.SECOND)
        return Words(
            code=face.code,
            mark=face.mark,
            plate=stay.plate,
            left=face.left,
            caption=self._caption(stay, face, lot),
            state=face.state,
            share=self._share(stay, lot),
            first=self._deed_words(first, stay, lot),
            first_key=self._key(first),
            second=self.tr("Check out") if second == "stay.check_out" else self.tr("Cancel"),
            second_key=self._key(second),
        )

    def _stay(self, index: Index) -> LiveStay | None:
        """Who stands there, or whom the bay is held for until they pay."""
        cell, board = self._grid.cell(index), self._grid.board
        if cell is None or board.lot is None:
            return None
        return cell.held(board.now, board.lot) or cell.stay

    def _share(self, stay: LiveStay, lot: Lot) -> float:
        if stay.held_until is None:
            return share_gone(stay.starts_at, stay.until, self._grid.board.now)
        return share_gone(stay.held_until - lot.hold, stay.held_until, self._grid.board.now)

    def _key(self, deed: str) -> str:
        return shown_key(self._ui.registry[deed].key)

    def _caption(self, stay: LiveStay, face: Face, lot: Lot) -> str:
        if stay.held_until is not None:
            until = wording.when(stay.held_until, self._grid.board.now, lot.time_zone, self._ui.language)
            return self.tr("Held until {time}, not paid").format(time=until)
        moment = wording.when(stay.until, self._grid.board.now, lot.time_zone, self._ui.language)
        over = face.state is BayState.OVERSTAYING
        words = (self.tr("Over since {time}") if over else self.tr("Ends {time}")).format(time=moment)
        return f"{words} · {self.tr('unpaid')}" if face.unpaid else words

    def _deed_words(self, deed: str, stay: LiveStay, lot: Lot) -> str:
        if deed == "stay.renew":
            return self.tr("Renew {span}").format(span=wording.span(lot.default_duration))
        if self._costs_more(stay, lot):
            return self.tr("Take payment")
        amount = wording.money(Money(stay.due_minor, lot.currency), lot.language, short=True)
        return self.tr("Take {amount}").format(amount=amount)

    def _costs_more(self, stay: LiveStay, lot: Lot) -> bool:
        return costs_more(stay, lot, self._grid.board.now)
