"""Moving a car to another bay: type its code, or pick one that is free for the rest of the stay."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from parkdesk.domain.bay import Bay
from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board import live_board
from parkdesk.ui.board.quoted import hourly_words
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.payments.refund_note import RefundNote
from parkdesk.ui.theme import RADIUS_SMALL, Text, current, font
from parkdesk.ui.widgets import Field, box

PARTS = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class BayLine(QStyledItemDelegate):
    """A bay's line in columns, so that one reads down the list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current().tokens
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, RADIUS_SMALL, fill=tokens.accent_tint if chosen else tokens.hover)
        code, where, rate = index.data(PARTS)
        inner = area.adjusted(10, 0, -10, 0)
        for words, role, ink, left, side in (
            (code, Text.STRONG, tokens.accent_ink if chosen else tokens.ink, 0, Qt.AlignmentFlag.AlignLeft),
            (where, Text.BODY, tokens.mute, 72, Qt.AlignmentFlag.AlignLeft),
            (rate, Text.BODY, tokens.ink, 0, Qt.AlignmentFlag.AlignRight),
        ):
            painter.setFont(font(role))
            painter.setPen(ink)
            painter.drawText(inner.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | side), words)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, current().sizes.chip)


class MoveDialog(DeedDialog):
    def __init__(self, ui: UiContext, subject: Subject, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MoveDialog", "Move {plate}").format(plate=subject.plate)
        caption = QCoreApplication.translate("MoveDialog", "from {bay}").format(bay=subject.bay_code)
        super().__init__(ui, title, caption, parent=parent)
        self._subject = subject
        self._bays: tuple[Bay, ...] = ()
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        self.list = QListWidget()
        self.list.setMinimumHeight(232)
        self.list.setProperty("look", "offers")
        self.list.setItemDelegate(BayLine(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Free bays"))
        field = Field(self.tr("To bay"), self.code, hint=self.tr("Reading the free bays…"))
        self.set_fields({"bay": field})
        self.body.addWidget(field)
        lot = live_board(ui).model.lot
        self.refund = RefundNote(ui, lot.language if lot is not None else "en")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.refund)
        self.primary.setText(self.tr("Move"))
        self.code.textChanged.connect(lambda _: self._narrow())
        self.code.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self.submit())
        self.list.itemClicked.connect(self._pick)
        self.list.currentRowChanged.connect(lambda _: self._foresee())
        self._ask()
        self.code.setFocus()

    def submit(self) -> None:
        bay = self._chosen()
        field = self._fields["bay"]
        if bay is None:
            words = self.tr("No free bay here is called {bay}.").format(bay=self.code.text().strip() or "–")
            field.fault(words)
            return
        booking_id, stays, live = self._subject.booking_id, self.ui.services.stays, live_board(self.ui)
        words = self.tr("Moved {plate} from {old} to {new}").format(
            plate=self._subject.plate, old=self._subject.bay_code, new=bay.code
        )
        self.run(
            lambda who, deed_id: stays.move(who, booking_id, bay.id, deed_id=deed_id),
            lambda _: words,
            lambda _: live.choose(bay.id),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down walk through the list while one types."""
        if watched is self.code and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        services, now, booking_id = self.ui.services, self.ui.clock.now(), self._subject.booking_id
        kind = self._subject.vehicle_type

        def free_for_the_rest() -> tuple[Bay, ...]:
            detail = services.bookings.detail(booking_id)
            starts = max(now, detail.booking.starts_at)
            until = max(detail.chain[-1].until, starts + detail.lot.least_stay)
            return services.lots.availability(detail.lot.id, starts, until, kind)

        self.ui.tasks.query(free_for_the_rest, self._show_bays, self.show_refusal)

    def _show_bays(self, bays: tuple[Bay, ...]) -> None:
        self._bays = bays
        self._fields["bay"].set_hint(self.tr("%n bays are free for it", "", len(bays)))
        self._narrow()

    def _narrow(self) -> None:
        """Bays whose code begins as typed; the whole code first."""
        wanted = self.code.text().strip().casefold()
        fitting = [bay for bay in self._bays if bay.code.casefold().startswith(wanted)]
        fitting.sort(key=lambda bay: bay.code.casefold() != wanted)
        self.list.clear()
        for bay in fitting:
            item = QListWidgetItem(" · ".join(filter(None, self._parts(bay))))
            item.setData(Qt.ItemDataRole.UserRole, str(bay.id))
            item.setData(PARTS, self._parts(bay))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _parts(self, bay: Bay) -> tuple[str, str, str]:
        """Its code, where it is, and what it costs."""
        live = live_board(self.ui)
        row, board = live.model.row_of(bay.id), live.board
        if row < 0 or board is None:
            return bay.code, bay.zone, ""
        level = next((level.name for level in board.levels if level.id == bay.level_id), "")
        rate = hourly_words(board, live.model.cell(row), self._subject.vehicle_type, self.ui.language)
        return bay.code, " · ".join(filter(None, (bay.zone, level))), rate

    def _chosen(self) -> Bay | None:
        if self.list.currentRow() < 0:
            return None
        wanted = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return next((bay for bay in self._bays if str(bay.id) == wanted), None)

    def _foresee(self) -> None:
        """What the bay that is marked now would give back or cost more."""
        bay, refunds, booking_id = self._chosen(), self.ui.services.refunds, self._subject.booking_id
        if bay is None:
            self.refund.hide()
            return
        bay_id = bay.id
        self.refund.ask(lambda: refunds.preview_move(booking_id, bay_id))

    def _pick(self, _item: QListWidgetItem) -> None:
        self.code.setFocus()
