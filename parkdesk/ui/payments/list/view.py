"""The payments as a person sees them: what stands where, and what gives way where room is short."""

from __future__ import annotations

from parkdesk.ui.payments.list.table import Column, PaymentsTable
from parkdesk.ui.widgets.paged_view import PagedView

_LEAST: dict[int, int] = {
    Column.WHEN: 114,
    Column.PLATE: 120,
    Column.BAY: 64,
    Column.TENDER: 130,
    Column.AMOUNT: 100,
    Column.STATUS: 130,
    Column.BY: 108,
    Column.TICKET: 96,
}
_GIVE_WAY = (Column.TICKET, Column.BY, Column.BAY)
"""The card beside the table has them all."""


class PaymentsView(PagedView):
    """`opened` asks for the stay of the chosen row."""

    def __init__(self, table: PaymentsTable) -> None:
        super().__init__(table, _LEAST, _GIVE_WAY)
        self.setAccessibleName(self.tr("Payments"))
