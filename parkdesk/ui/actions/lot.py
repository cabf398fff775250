"""The deeds on bays: book one, close and reopen one or many, go from level to level."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.board import Cell
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.actions.deeds import do
from parkdesk.ui.actions.subject import window
from parkdesk.ui.board import BayChoice
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.ui.lot import LotScreen

translate = QCoreApplication.translate


def book(ui: UiContext, **wishes: Any) -> None:
    """Open the booking dialog: for the chosen bay if it can be booked, else for the best that is free."""
    from parkdesk.ui.dialogs.booking import BookingDialog

    chosen = ui.selection.detail
    if "bay_id" not in wishes and isinstance(chosen, BayChoice) and bookable(chosen):
        wishes["bay_id"] = chosen.cell.bay_id
    BookingDialog(ui, parent=window(ui), **wishes).open()


def bookable(choice: BayChoice) -> bool:
    """Free, or kept only for later."""
    return choice.stay is None and choice.cell.closed_reason is None and not choice.others


def close(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.close_bays import CloseBaysDialog

    CloseBaysDialog(ui, open_cells(ui), parent=window(ui)).open()


def reopen(ui: UiContext) -> None:
    services, cells = ui.services, closed_cells(ui)
    bay_ids = [cell.bay_id for cell in cells]
    words = translate("actions", "Reopened {bays}").format(bays=named(cells))
    do(
        ui,
        lambda who, deed_id: services.lots.reopen_bays(who, bay_ids, deed_id=deed_id),
        lambda _: words,
    )


def chosen_cells(ui: UiContext) -> tuple[Cell, ...]:
    chosen = ui.selection.detail
    return chosen.cells if isinstance(chosen, BayChoice) else ()


def open_cells(ui: UiContext) -> tuple[Cell, ...]:
    return tuple(cell for cell in chosen_cells(ui) if cell.closed_reason is None)


def closed_cells(ui: UiContext) -> tuple[Cell, ...]:
    return tuple(cell for cell in chosen_cells(ui) if cell.closed_reason is not None)


def named(cells: tuple[Cell, ...]) -> str:
    """`B7, B8 and B9`, or how many where the names would not fit a line."""
    codes = [cell.code for cell in cells]
    if len(codes) > 4:
        return translate("actions", "{count} bays").format(count=len(codes))
    if len(codes) < 2:
        return "".join(codes)
    return translate("actions", "{some} and {last}").format(some=", ".join(codes[:-1]), last=codes[-1])


def step_level(step: int, ui: UiContext) -> None:
    screen = cast("LotScreen | None", ui.screen_widget("lot"))
    if screen is not None:
        screen.step_level(step)


def has_lot(ui: UiContext) -> bool:
    return ui.lot is not None


LOT_ACTIONS = (
    Action("bay.book", "Book…", book, icon="plus", key="F2", enabled=has_lot, group=Group.BAY),
    Action(
        "bay.close",
        "Close bays…",
        close,
        icon="ban",
        key="Ctrl+B",
        enabled=lambda ui: bool(open_cells(ui)),
        group=Group.BAY,
    ),
    Action(
        "bay.reopen",
        "Reopen",
        reopen,
        icon="check",
        key="Ctrl+Shift+B",
        enabled=lambda ui: bool(closed_cells(ui)),
        group=Group.BAY,
    ),
    Action(
        "lot.level_up",
        "Level before",
        partial(step_level, -1),
        key="Ctrl+PgUp",
        who=None,
        screen="lot",
        group=Group.BAY,
    ),
    Action(
        "lot.level_down",
        "Next level",
        partial(step_level, 1),
        key="Ctrl+PgDown",
        who=None,
        screen="lot",
        group=Group.BAY,
    ),
)
