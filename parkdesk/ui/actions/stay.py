"""The deeds on a stay or a booking, from wherever it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from parkdesk import wording
from parkdesk.domain.booking import Booking, Deed
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.actions.action import Action, Group
from parkdesk.ui.actions.deeds import do
from parkdesk.ui.actions.paper import arrived
from parkdesk.ui.actions.subject import may, subject, window
from parkdesk.ui.board import BayChoice, live_board
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.services.settling.by_rule import RefundPreview

translate = QCoreApplication.translate
Failed = Callable[[ParkDeskError], None]


def renew(ui: UiContext) -> None:
    found, services = subject(ui), ui.services
    if found is None:
        return
    words = translate("actions", "Renewed {plate} in {bay} until {time}")
    do(
        ui,
        lambda who, deed_id: services.bookings.renew(who, found.booking_id, deed_id=deed_id),
        lambda booking: words.format(plate=found.plate, bay=found.bay_code, time=_until(ui, booking)),
    )


def _at_once(
    method: str, words: str, then: Callable[[UiContext, Booking], None] | None = None
) -> Callable[[UiContext], None]:
    """A deed of the stays' service that needs nothing but the booking; `words` say it was done."""

    def run(ui: UiContext) -> None:
        found, stays = subject(ui), ui.services.stays
        if found is None:
            return
        said = translate("actions", words).format(plate=found.plate, bay=found.bay_code)
        do(
            ui,
            lambda who, deed_id: getattr(stays, method)(who, found.booking_id, deed_id=deed_id),
            lambda _: said,
            then=None if then is None else partial(then, ui),
        )

    return run


check_in = _at_once("check_in", str(QT_TRANSLATE_NOOP("actions", "Checked in {plate} in {bay}")), arrived)
confirm = _at_once("confirm", str(QT_TRANSLATE_NOOP("actions", "Confirmed {plate} for {bay}")))
_miss = _at_once("mark_no_show", str(QT_TRANSLATE_NOOP("actions", "{plate} did not come; {bay} is free")))


def mark_no_show(ui: UiContext) -> None:
    """At once, unless something was paid: that it stays is said first."""
    found, refunds = subject(ui), ui.services.refunds
    if found is None:
        return

    def told(preview: RefundPreview) -> None:
        if preview.kept:
            from parkdesk.ui.dialogs.no_show import NoShowDialog

            NoShowDialog(ui, found, preview.kept, parent=window(ui)).open()
        else:
            _miss(ui)

    ui.tasks.query(lambda: refunds.preview_no_show(found.booking_id), told, owner=ui)


def extend(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.extend import ExtendDialog

    found = subject(ui)
    if found is not None:
        ExtendDialog(ui, found, parent=window(ui)).open()


def move(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.move import MoveDialog

    found = subject(ui)
    if found is not None:
        MoveDialog(ui, found, parent=window(ui)).open()


def note(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.note import NoteDialog

    found = subject(ui)
    if found is not None:
        NoteDialog(ui, found, parent=window(ui)).open()


def cancel(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.cancel import CancelDialog

    found = subject(ui)
    if found is not None:
        CancelDialog(ui, found, parent=window(ui)).open()


def detail(ui: UiContext) -> None:
    from parkdesk.ui.dialogs.booking_detail import BookingDetailDialog

    found = subject(ui)
    if found is not None:
        BookingDetailDialog(ui, found.booking_id, parent=window(ui)).open()


def let_go(ui: UiContext) -> None:
    """The driver of a stay that has run out left: stop offering to renew it."""
    chosen = ui.selection.detail
    if isinstance(chosen, BayChoice) and chosen.ended is not None:
        live_board(ui).let_go(chosen.ended)


def has_booking(ui: UiContext) -> bool:
    return subject(ui) is not None


def has_ended(ui: UiContext) -> bool:
    chosen = ui.selection.detail
    return isinstance(chosen, BayChoice) and chosen.booking is not None and chosen.booking is chosen.ended


def _until(ui: UiContext, booking: Booking) -> str:
    lot = ui.lot
    return wording.when(
        booking.until, ui.clock.now(), lot.time_zone if lot is not None else "UTC", ui.language
    )


STAY_ACTIONS = (
    Action(
        "stay.check_in",
        "Check in",
        check_in,
        icon="log-in",
        key="F4",
        enabled=may(Deed.CHECK_IN),
        group=Group.STAY,
    ),
    Action("stay.renew", "Renew", renew, icon="repeat", key="F5", enabled=may(Deed.RENEW), group=Group.STAY),
    Action(
        "stay.extend",
        "Extend…",
        extend,
        icon="hourglass",
        key="F6",
        enabled=may(Deed.EXTEND),
        group=Group.STAY,
    ),
    Action("stay.move", "Move…", move, icon="move", key="Ctrl+M", enabled=may(Deed.MOVE), group=Group.STAY),
    Action("stay.note", "Note…", note, icon="pencil", key="Ctrl+N", enabled=has_booking, group=Group.STAY),
    Action(
        "stay.detail",
        "Details",
        detail,
        icon="file-text",
        key="Ctrl+I",
        who=None,
        enabled=has_booking,
        group=Group.STAY,
    ),
    Action(
        "stay.confirm",
        "Confirm",
        confirm,
        icon="check",
        key="F3",
        enabled=may(Deed.CONFIRM),
        group=Group.STAY,
    ),
    Action(
        "stay.no_show",
        "No-show",
        mark_no_show,
        icon="ban",
        key="Shift+F3",
        enabled=may(Deed.MARK_NO_SHOW),
        group=Group.STAY,
    ),
    Action(
        "stay.cancel",
        "Cancel booking…",
        cancel,
        icon="x",
        key="Ctrl+Del",
        enabled=may(Deed.CANCEL),
        group=Group.STAY,
    ),
    Action(
        "stay.let_go",
        "Exit",
        let_go,
        icon="log-out",
        key="Shift+F8",
        enabled=has_ended,
        group=Group.STAY,
    ),
)
