"""The grid of a level: a table view with one delegate, so that 50,000 bays cost what the visible ones cost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
)

from parkdesk.ui.board.level_grid import LevelGrid, Line
from parkdesk.ui.lot.cell_delegate import GAP, CellDelegate
from parkdesk.ui.lot.cell_picture import RADIUS
from parkdesk.ui.lot.measures import LANE, LEAST_HEIGHT, cell_width, folded_at, low_height
from parkdesk.ui.theme import Density, Text, current, font
from parkdesk.ui.widgets.painting import box

_FEW_COLUMNS = 64
"""Up to so many the last pixels are shared out too; beyond, every column is as wide as the next."""
_TWO_WHEELERS = frozenset({"two-wheeler"})
"""A row of places for these needs less room."""
_WIDE_ROW, _NARROW_ROW = 16, 8
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class LotGrid(QTableView):
    """`opened` by Enter or a double click on a bay; `typed` carries letters meant for the command bar."""

    opened = Signal()
    typed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, grid: LevelGrid) -> None:
        super().__init__()
        self._grid = grid
        self._row_gap = _WIDE_ROW
        self._cell = QSize(74, 70)
        self._measured: tuple[Line, ...] = ()
        self._low_rows: list[int] = []
        self._lanes: list[int] = []
        self._row_heights = (0, 0)
        self._resized: tuple[int, ...] = ()
        """Lines of another height than most, also before a reset: Qt remembers sizes by number, whatever is there."""
        self.setModel(grid)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Bays"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        # Painted all over by itself: only so does Qt move the picture when it scrolls instead of drawing all of it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.hide()
            head.setMinimumSectionSize(1)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grid.modelReset.connect(self.fit)
        current().changed.connect(self.fit)
        selection = self.selectionModel()
        selection.currentChanged.connect(self._repaint_rings)
        selection.selectionChanged.connect(self._repaint_rings)

    # Sizes

    @property
    def cell_size(self) -> QSize:
        return self._cell

    def cell_rect(self, section: QRect) -> QRect:
        """Where the bay itself is drawn in its section of the table."""
        return self._cells.cell_rect(section)

    def content_height(self) -> int:
        """How high the grid would like to be."""
        return self._height_with(72 if current().density is Density.TOUCH else 70, _WIDE_ROW)

    def least_height(self) -> int:
        """How low the grid can be without a need to scroll."""
        return self._height_with(LEAST_HEIGHT, _NARROW_ROW)

    def fit(self) -> None:
        """Give the bays the size at which the level fills the room there is, if it can."""
        room = self.viewport().size()
        self._fold(room.width())
        lines, columns = self._grid.lines, max(self._grid.columnCount(), 1)
        if lines is not self._measured:
            self._measured, self._row_heights = lines, (0, 0)
            self._lanes = self._grid.lanes()
            self._low_rows = self._grid.lines_for(_TWO_WHEELERS)
        width = cell_width(columns, room.width())
        height, self._row_gap = self._fitting_height(room.height())
        self._cells.row_gap = self._row_gap
        self._cell = QSize(width - GAP, height)
        heads, rows = self.horizontalHeader(), self.verticalHeader()
        heads.setDefaultSectionSize(width)
        rest = room.width() - width * columns
        if columns <= _FEW_COLUMNS:
            for column in range(self._grid.columnCount()):
                _size(heads, column, width + (0 <= column < rest < columns))
        full, low = height + self._row_gap, low_height(height) + self._row_gap
        if self._row_heights != (full, low):
            self._row_heights = full, low
            rows.setDefaultSectionSize(full)
            sizes = dict.fromkeys(self._resized, full)
            sizes |= dict.fromkeys(self._lanes, LANE) | dict.fromkeys(self._low_rows, low)
            for number, size in sizes.items():
                if number < len(lines):
                    _size(rows, number, size)
            self._resized = (*self._lanes, *self._low_rows)
        self.viewport().update()

    def _fold(self, room: int) -> None:
        """Rows stay whole where their bays can be read, if need be narrow; the chosen bay stays chosen."""
        here, bays = self.chosen()
        self._grid.fold(folded_at(self._grid.width, room))
        if here is not None and not self._grid.cell(self.currentIndex()):
            self.choose(here, [bay_id for bay_id in bays if bay_id != here])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _fitting_height(self, room: int) -> tuple[int, int]:
        """The height of a bay and the gap between rows: as airy as they fit, else ones to scroll through."""
        touch = current().density is Density.TOUCH
        most = 84 if touch else 78
        for gap, good in ((_WIDE_ROW, 70), (12, LEAST_HEIGHT), (_NARROW_ROW, LEAST_HEIGHT)):
            for height in range(most, good - 1, -1):
                if self._height_with(height, gap) <= room:
                    return height, gap
        return (72, 12) if touch else (66, 12)

    def _height_with(self, height: int, gap: int) -> int:
        low = len(self._low_rows)
        lanes = len(self._lanes)
        full = len(self._grid.lines) - lanes - low
        return lanes * LANE + full * (height + gap) + low * (low_height(height) + gap)

    # Choosing

    def chosen(self) -> tuple[UUID | None, tuple[UUID, ...]]:
        """The bay the cursor is on, and all that are selected."""
        here = self._grid.cell(self.currentIndex())
        cells = [self._grid.cell(index) for index in self.selectionModel().selectedIndexes()]
        return None if here is None else here.bay_id, tuple(cell.bay_id for cell in cells if cell is not None)

    def choose(self, bay_id: UUID | None, others: Sequence[UUID] = ()) -> None:
        """Put the cursor on a bay, or on none, and select others beside it."""
        here, wanted = self.chosen()[1], {*others, *([bay_id] if bay_id else [])}
        index = self._grid.index_of(bay_id)
        if set(here) == wanted and (index == self.currentIndex() or not index.isValid()):
            return
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if not index.isValid():
            selection.clear()
            return
        selection.setCurrentIndex(index, flag.ClearAndSelect)
        for other in others:
            selection.select(self._grid.index_of(other), flag.Select)
        self.scrollTo(index)

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here = self.currentIndex()
        if self._grid.board_row(here) < 0:
            return self._grid.first_bay()
        row, column = here.row(), here.column()
        if action in (Move.MoveLeft, Move.MovePrevious):
            return self._beside(row, column, -1)
        if action in (Move.MoveRight, Move.MoveNext):
            return self._beside(row, column, 1)
        if action is Move.MoveHome:
            return self._grid.nearest(row, 0)
        if action is Move.MoveEnd:
            return self._grid.nearest(row, self._grid.columnCount() - 1)
        steps = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -1, Move.MovePageDown: 1}
        step = steps.get(action, 0)
        count = 1
        if action in (Move.MovePageUp, Move.MovePageDown):
            count = max(1, self.viewport().height() // max(self.rowHeight(row), 1) - 1)
        return self._across(row, column, step, count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        plain = held & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
            self.opened.emit()
        elif not plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        elif key in _ARROWS and not self.selectionModel().hasSelection():
            self._choose_first()
        else:
            super().keyPressEvent(event)

    def _choose_first(self) -> None:
        """With the focus Qt puts the cursor on the first bay without choosing it."""
        index = self.currentIndex() if self._grid.cell(self.currentIndex()) else self._grid.first_bay()
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._grid.cell(self.indexAt(event.pos())):
            self.opened.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and not event.buttons():
            over = self._grid.board_row(self.indexAt(event.position().toPoint())) >= 0
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)

    def _beside(self, row: int, column: int, step: int) -> QModelIndex:
        """The next bay in the row; from its end on to the next row, as one reads."""
        found = self._grid.next_in_line(row, column, step)
        if found.isValid():
            return found
        edge = 0 if step > 0 else self._grid.columnCount() - 1
        return self._across(row, edge, step, 1, stay=(row, column))

    def _across(
        self, row: int, column: int, step: int, count: int, *, stay: tuple[int, int] | None = None
    ) -> QModelIndex:
        lines = self._grid.lines
        full = [number for number, line in enumerate(lines) if not line.is_lane]
        place = bisect_left(full, row) + step * count
        if not 0 <= place < len(full) and stay is not None:
            return self._grid.index(*stay)
        return self._grid.nearest(full[min(max(place, 0), len(full) - 1)], column)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as ground:
            ground.fillRect(event.rect(), current().tokens.card)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_lanes(painter, event.rect())
        for index in self.selectionModel().selectedIndexes():
            area = self.cell_rect(self.visualRect(index))
            if area.adjusted(-2, -2, 2, 2).intersects(event.rect()):
                self._paint_ring(painter, area, index == self.currentIndex())

    def _paint_lanes(self, painter: QPainter, exposed: QRect) -> None:
        painter.setFont(font(Text.CAPTION))
        painter.setPen(current().tokens.mute)
        rows = self.verticalHeader()
        for number in range(max(rows.visualIndexAt(exposed.top()), 0), self._grid.rowCount()):
            top = rows.sectionViewportPosition(number)
            if top > exposed.bottom():
                break
            if self._grid.lines[number].is_lane:
                # The room between the rows above and below belongs to the lane too.
                area = QRect(0, top - self._row_gap // 2, self._content_width(), LANE + self._row_gap)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("drive lane  →"))

    def _paint_ring(self, painter: QPainter, area: QRect, cursor: bool) -> None:
        tokens = current().tokens
        outer = area.adjusted(-2, -2, 2, 2)
        box(painter, outer, RADIUS + 2, edge=tokens.accent, width=1.5 if cursor else 2.5)
        if cursor:
            box(painter, outer.adjusted(1, 1, -1, -1), RADIUS + 1, edge=tokens.card, width=2)
            box(painter, area.adjusted(1, 1, -1, -1), RADIUS - 1, edge=tokens.accent, width=2)

    def _content_width(self) -> int:
        return min(self.horizontalHeader().length(), self.viewport().width())

    def _repaint_rings(self, *_changed: object) -> None:
        self.viewport().update()


def _size(head: QHeaderView, section: int, size: int) -> None:
    """Telling a header the size a section has already would lay out everything again."""
    if head.sectionSize(section) != size:
        head.resizeSection(section, size)
