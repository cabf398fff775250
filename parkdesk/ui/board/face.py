"""What a bay shows at one moment, and when that changes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from parkdesk import wording
from parkdesk.domain.board import BayState, Cell, LiveStay
from parkdesk.domain.lot import Lot
from parkdesk.ui.vocabulary import state_words

_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)
_MARKS = {BayState.ENDING: "!", BayState.OVERSTAYING: "!!", BayState.RESERVED: "R"}


@dataclass(frozen=True, slots=True)
class Face:
    """`left` is the countdown of a stay or of a hold, or the clock time a reservation begins; `left_at` is that
    moment."""

    code: str
    state: BayState
    plate: str = ""
    left: str = ""
    left_at: datetime | None = None
    unpaid: bool = False
    pending: bool = False
    held: bool = False

    @property
    def mark(self) -> str:
        """What says the state beside colour and words; a stay not paid has a `P` besides."""
        return "R?" if self.pending else _MARKS.get(self.state, "")


def shown_stay(cell: Cell, now: datetime, lot: Lot) -> LiveStay | None:
    """The stay in the bay, else the booking it is kept for."""
    return cell.standing(now, lot) or (None if cell.closed_reason is not None else cell.upcoming(now))


def face_of(cell: Cell, now: datetime, lot: Lot) -> Face:
    state = cell.state(now, lot)
    stay = shown_stay(cell, now, lot)
    if stay is None:
        return Face(cell.code, state)
    if state is BayState.RESERVED and stay.held_until is not None:
        unpaid = stay.due_minor > 0
        left = held_left(stay.held_until, now)
        return Face(cell.code, state, stay.plate, left, stay.held_until, unpaid=unpaid, held=True)
    if state is BayState.RESERVED:
        starts = wording.clock(stay.starts_at, lot.time_zone)
        pending = stay.status == "pending"
        return Face(cell.code, state, stay.plate, starts, stay.starts_at, pending=pending)
    left = wording.countdown(stay.until - now)
    return Face(cell.code, state, stay.plate, left, stay.until, unpaid=stay.due_minor > 0)


def held_left(until: datetime, now: datetime) -> str:
    """What counts down to a bay that is let go; at nothing the sweep, or the payment under way, has the word."""
    return wording.countdown(until - now) if until > now else "0:00"


def changes_in(cell: Cell, face: Face, now: datetime) -> timedelta | None:
    """How long a face stays as it is at most; None for as long as the board itself does not change."""
    if face.state is BayState.RESERVED and not (
        face.held and face.left_at is not None and face.left_at > now
    ):
        coming = cell.upcoming(now)
        return None if coming is None else coming.until - now
    if face.left_at is None:
        return None
    left = face.left_at - now
    # A minute sooner, so that the step from hours to seconds is not a moment late.
    if left < wording.SECONDS_BELOW + _MINUTE:
        return _SECOND
    # Hours and minutes are cut, not rounded: they change when the seconds behind them are used up.
    return timedelta(seconds=-(-left // _SECOND) % 60 + 1)


def spoken(face: Face) -> str:
    """The bay in one sentence, for who listens instead of looks."""
    parts = [
        QCoreApplication.translate("board", "Bay {code}").format(code=face.code),
        state_words(face.state),
        face.plate,
    ]
    if face.held:
        parts.append(QCoreApplication.translate("board", "held for {time}").format(time=face.left))
    elif face.state is BayState.RESERVED:
        parts.append(QCoreApplication.translate("board", "from {time}").format(time=face.left))
    elif face.state is BayState.OVERSTAYING:
        parts.append(QCoreApplication.translate("board", "{time} over").format(time=face.left.lstrip("+")))
    elif face.left:
        parts.append(QCoreApplication.translate("board", "{time} left").format(time=face.left))
    if face.pending:
        parts.append(QCoreApplication.translate("board", "to be confirmed"))
    if face.unpaid:
        parts.append(QCoreApplication.translate("board", "not paid"))
    return ", ".join(part for part in parts if part)
