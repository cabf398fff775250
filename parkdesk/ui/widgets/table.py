"""Tables as the desk shows them: quiet heads, even rows, whole rows chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from parkdesk.ui.theme import Text, current, font


def tidy(view: QTableView, *, name: str) -> None:
    """Give a table view its rows, heads and habits; `name` is what a screen reader calls it."""
    view.setAccessibleName(name)
    view.setFont(font(Text.BODY))
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    heads = view.horizontalHeader()
    heads.setFont(font(Text.SMALL, weight=500))
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heads.setHighlightSections(False)
    heads.setStretchLastSection(True)
    view.verticalHeader().hide()
    current().changed.connect(_Rows(view).fit)


class _Rows(QObject):
    """Keeps a view's rows as high as the density asks; goes with its view."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.fit()

    def fit(self) -> None:
        height = current().sizes.row
        self._view.verticalHeader().setMinimumSectionSize(height)
        self._view.verticalHeader().setDefaultSectionSize(height)
