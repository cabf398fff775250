"""The foot of the booking's card: the deeds its status allows, the likeliest one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget

from parkdesk.domain.booking import Status
from parkdesk.ui.context import UiContext
from parkdesk.ui.widgets import Kind, column, row

_LINKS = ("stay.note", "stay.receipt", "stay.cancel")
_PAGES: dict[Status, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    Status.PENDING: ("stay.confirm", ("stay.extend", "stay.move"), _LINKS),
    Status.CONFIRMED: (
        "stay.check_in",
        ("stay.no_show", "stay.move", "stay.take_payment", "stay.extend"),
        _LINKS,
    ),
    Status.ACTIVE: (
        "stay.renew",
        ("stay.extend", "stay.check_out", "stay.take_payment", "stay.move"),
        _LINKS,
    ),
    Status.COMPLETED: ("stay.renew", ("stay.take_payment", "stay.receipt"), ("stay.note",)),
    Status.CANCELLED: ("", ("stay.note",), ()),
    Status.NO_SHOW: ("", ("stay.note",), ()),
}


class BookingDeeds(QStackedWidget):
    """One page a status, each made when it is first needed."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._made: dict[Status, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_status(self, status: Status) -> None:
        if status not in self._made:
            self._made[status] = self._page(*_PAGES[status])
            self.addWidget(self._made[status])
        page = self._made[status]
        self.setCurrentWidget(page)
        self.setFixedHeight(page.sizeHint().height())

    def _page(self, primary: str, pairs: Sequence[str], links: Sequence[str]) -> QWidget:
        registry = self._ui.registry
        page = QWidget()
        layout = column(page, gap=8)
        if primary:
            layout.addWidget(registry.button(primary, Kind.PRIMARY))
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, name in enumerate(pairs):
            made = registry.button(name, Kind.ACCENT if name == "stay.take_payment" else Kind.SECONDARY)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(made, number // 2, number % 2)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        layout.addLayout(grid)
        if links:
            line = row(gap=0)
            line.addStretch(1)
            for name in links:
                kind = Kind.DANGER_LINK if name == "stay.cancel" else Kind.LINK
                made = registry.button(name, kind)
                made.setToolTip(made.key)
                made.set_key("")
                line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addStretch(1)
            layout.addLayout(line)
        return page
