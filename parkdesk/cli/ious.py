"""`payments --ious`: what drivers who could not pay still owe, oldest first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.cli.terminal import Terminal, table
from parkdesk.domain.iou_list import IouFilter, IouRow
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.services.bundle import Services

_MOST = 500


def list_ious(terminal: Terminal, services: Services, lot: Lot | None) -> Exit:
    page = services.payment_list.ious(IouFilter(None if lot is None else lot.id), most=_MOST)
    record = {
        "ious": [_record(row) for row in page.rows],
        "count": page.count,
        "totals": {total.currency: total.minor for total in page.totals},
    }
    languages = {summary.lot.id: summary.lot.language for summary in services.lots.all()}
    terminal.answer(record, _told(page.rows, page.count, page.totals, languages))
    return Exit.OK


def _record(row: IouRow) -> dict[str, Any]:
    return {
        "id": row.iou.id,
        "booking": row.iou.booking_id,
        "ticket": row.iou.ticket,
        "plate": row.iou.plate,
        "bay": row.bay_code,
        "lot": row.lot_name,
        "driver": row.driver,
        "phone": row.phone,
        "reason": row.iou.reason,
        "issued_at": row.iou.issued_at,
        "issued_by": row.issued_by,
        "amount_minor": row.iou.amount.minor,
        "owed_minor": row.owed.minor,
        "currency": row.owed.currency,
    }


def _told(rows: tuple[IouRow, ...], count: int, totals: tuple[Money, ...], languages: dict[UUID, str]) -> str:
    if not rows:
        return "Nobody owes anything."
    lines = [
        (
            f"{row.iou.issued_at:%Y-%m-%d %H:%M}",
            row.iou.ticket,
            row.lot_name,
            row.iou.plate,
            row.driver,
            wording.money(row.owed, languages[row.lot_id]),
            row.iou.reason,
        )
        for row in rows
    ]
    heading = ("since (UTC)", "ticket", "lot", "plate", "driver", "owed", "reason")
    left = f" The oldest {len(rows)} are listed." if count > len(rows) else ""
    sums = " and ".join(wording.money(total, languages[rows[0].lot_id]) for total in totals)
    return f"{table(heading, lines, right=(5,))}\n{count} open, {sums} in all.{left}"
