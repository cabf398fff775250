"""The lot's parts on the screen, and how they share its room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk.ui.lot.bay_card import NARROW, WIDTH, BayCard
from parkdesk.ui.lot.ending_list import EndingCard
from parkdesk.ui.lot.figure_strip import FigureStrip
from parkdesk.ui.lot.grid import LotGrid
from parkdesk.ui.lot.legend import Legend
from parkdesk.ui.widgets import Card, column, row

_NARROW_BELOW = 1240
_COMPACT_BELOW = 720
_MOST_ROWS = 12
_GRID_SHARE = 0.66


class LotContent(QWidget):
    """Figures, bays and endings at the left, the chosen bay's card at the right; `head` is over the bays."""

    def __init__(self, figures: FigureStrip, grid: LotGrid, ending: EndingCard, card: BayCard) -> None:
        super().__init__()
        self._figures, self._grid, self._ending, self._card = figures, grid, ending, card
        self.head = Card(margins=(16, 14, 14, 10), gap=8)
        across = row(self, gap=20)
        left = column(gap=16)
        left.addWidget(figures)
        head = self.head.header("")
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(Legend())
        self.head.body.addWidget(grid, 1)
        self.head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        left.addWidget(self.head, 1)
        left.addWidget(ending)
        across.addLayout(left, 1)
        across.addWidget(card)

    def share(self, size: QSize) -> None:
        """The grid comes first; the endings have whole rows in what it leaves, or are chips in one line."""
        self._card.setFixedWidth(NARROW if size.width() < _NARROW_BELOW else WIDTH)
        self._card.set_compact(size.height() < _COMPACT_BELOW)
        grid, ending = self._grid, self._ending
        room = size.height() - self._fixed_height()
        least = grid.least_height()
        if least > room - ending.height_for(0):
            # A level that must be scrolled anyhow leaves the endings their rows.
            least = round(room * _GRID_SHARE)
        rows = next((n for n in (3, 2) if ending.height_for(n) <= room - least), 0)
        while 3 <= rows < _MOST_ROWS and ending.height_for(rows + 1) <= room - grid.content_height():
            rows += 1
        ending.show_rows(rows)

    def _fixed_height(self) -> int:
        """What is neither bays nor endings: margins, figures and the head of the level's card."""
        return 32 + self._figures.sizeHint().height() + 2 * 16 + 56
