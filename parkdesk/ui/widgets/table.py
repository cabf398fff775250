"""Tables as the desk shows them: quiet heads, even rows, whole rows chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
    sides = view.verticalHeader()
    sides.hide()
    sides.setMinimumSectionSize(current().sizes.row)
    sides.setDefaultSectionSize(current().sizes.row)
