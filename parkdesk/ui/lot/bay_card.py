"""The card at the right: the chosen bay with its ring, its facts, its price and its deeds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from parkdesk import wording
from parkdesk.domain.board import BayState, Board, LiveStay
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.board import BayChoice, LiveBoard
from parkdesk.ui.context import UiContext
from parkdesk.ui.lot.bay_deeds import BayDeeds
from parkdesk.ui.lot.bay_words import NOT_KNOWN, bay_facts, caption, stay_facts
from parkdesk.ui.lot.countdown_line import CountdownLine
from parkdesk.ui.lot.price_block import PriceBlock
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import state_words
from parkdesk.ui.widgets import Badge, Card, ElidedLabel, Facts, Label, Ring, bare, column, row

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

WIDTH, NARROW = 332, 300


class BayCard(Card):
    """Follows the selection. What the board does not know is asked once a booking or a change, never on a tick."""

    def __init__(self, ui: UiContext, live: LiveBoard) -> None:
        super().__init__(margins=(20, 14, 20, 14), gap=0)
        self._ui, self._live = ui, live
        self._detail: BookingDetail | None = None
        self._asked: tuple[object, ...] = ()
        self.bay = Label("", Text.HEADING, size=18)
        self.badge = Badge("", BayState.FREE.value)
        self._caption = ElidedLabel("", Text.SMALL, tone="mute")
        self.ring = Ring()
        self.countdown = CountdownLine()
        self._compact = False
        self.notice = Label("", Text.BODY, tone="mute", wrap=True)
        self.facts = Facts()
        self.price = PriceBlock()
        self.deeds = BayDeeds(ui)
        top = row(gap=8)
        top.addWidget(self.bay, 1)
        top.addWidget(self.badge)
        self.body.addLayout(top)
        self.body.addSpacing(4)
        self.body.addWidget(self._caption)
        self.body.addSpacing(10)
        self.body.addWidget(self._middle(), 1)
        self.body.addSpacing(8)
        self.body.addWidget(self.deeds)
        ui.selection_changed.connect(self.show_selection)
        live.model.ticked.connect(self._tick)
        live.outlook_changed.connect(self._follow_lot)
        self.show_selection()

    @property
    def choice(self) -> BayChoice | None:
        found = self._ui.selection.detail
        return found if isinstance(found, BayChoice) else None

    def set_compact(self, compact: bool) -> None:
        """On a low screen the countdown is a line, so that the price and the deeds stay in sight."""
        if compact != self._compact:
            self._compact = compact
            self.facts.set_row_height(26 if compact else 34)
            self.price.set_compact(compact)
            self.show_selection()

    def show_selection(self) -> None:
        board, choice = self._live.board, self.choice
        if board is None or choice is None:
            self._show_nothing()
            return
        stay = choice.booking
        self._ask(choice)
        names = [self._live.vehicle_name(code) for code in sorted(choice.cell.vehicle_types)]
        if stay is not None:
            names = [self._live.vehicle_name(stay.vehicle_type)]
        self._head(choice)
        self._caption.setText(caption(board, choice, names, self._ui.language))
        if choice.others:
            self._show_many(choice)
        elif stay is None:
            self._show_bay(board, choice, names)
        else:
            self._show_stay(board, choice, stay)
        self.deeds.show_choice(board, choice, self._live.likely_type(choice.cell))
        self._tick(self._live.model.now)

    # Situations

    def _head(self, choice: BayChoice) -> None:
        if choice.others:
            self.bay.setText(self.tr("%n bays", "", len(choice.cells)))
            self.badge.hide()
            return
        self.bay.setText(self.tr("Bay {code}").format(code=choice.cell.code))
        ended = choice.booking is not None and choice.booking is choice.ended
        words = self.tr("Completed") if ended else state_words(choice.state)
        if (
            choice.coming is not None
            and choice.coming is choice.booking
            and choice.coming.status == "pending"
        ):
            words = self.tr("To be confirmed") if choice.coming.held_until is None else self.tr("Held")
        self.badge.set(words, BayState.CLOSED.value if ended else choice.state.value)
        self.badge.show()

    def _show_nothing(self) -> None:
        """Of no bay in particular: the lot as a whole."""
        self._asked, self._detail = (), None
        self.bay.setText(self.tr("No bay chosen"))
        self.badge.hide()
        self._caption.setText(self.tr("Click one, or go to it with the arrow keys"))
        self.price.hide()
        self._say("")
        self._show_ring()
        self.facts.show()
        self._show_lot()
        self.deeds.show_nothing()

    def _show_lot(self) -> None:
        figures = self._live.outlook.figures
        usable = max(figures.bays - figures.closed, 1)
        lot = self._live.model.lot
        share = wording.percent(figures.booked / usable, lot.language if lot is not None else "en")
        self._count(figures.booked / usable, share, self.tr("taken"), BayState.BOOKED.value)
        self.facts.set(
            [
                (self.tr("Taken"), str(figures.booked)),
                (self.tr("Free"), str(figures.free)),
                (self.tr("Reserved"), str(figures.reserved)),
                (self.tr("Closed"), str(figures.closed)),
                (self.tr("Not paid"), str(figures.unpaid)),
            ]
        )

    def _show_many(self, choice: BayChoice) -> None:
        self._caption.setText(", ".join(cell.code for cell in choice.cells))
        closed = sum(cell.closed_reason is not None for cell in choice.cells)
        words = self.tr("Close them all with one reason, or reopen those that are closed.")
        if closed:
            words += " " + self.tr("Closed already: {count}.").format(count=closed)
        self._only_notice(words)

    def _show_bay(self, board: Board, choice: BayChoice, names: list[str]) -> None:
        self._show_ring()
        self.price.hide()
        self._say("")
        self.facts.show()
        self.facts.set(bay_facts(choice, names, board.lot))
        closed = choice.cell.closed_reason is not None
        words = self.tr("out of use") if closed else self.tr("nothing booked")
        self._count(0.0, state_words(choice.state), words, choice.state.value)

    def _show_stay(self, board: Board, choice: BayChoice, stay: LiveStay) -> None:
        now, reserved = self._live.model.now, stay is choice.coming
        ended = stay is choice.ended
        self._show_ring()
        self.facts.setVisible(True)
        known = self._known(stay)
        facts = stay_facts(stay, known, board.lot, now, self._ui.language, reserved=reserved)
        if self._compact:
            # Only what is known: each row costs the price one.
            facts = [(caption, value) for caption, value in facts if value != NOT_KNOWN]
        self.facts.set(facts)
        self.price.setVisible(True)
        self.price.show_stay(stay, self._known(stay), board, self._ui.language, coming=reserved)
        words = ""
        if ended:
            words = self.tr("The time has run out and the bay is free. Renew it, or let the driver exit.")
        elif choice.coming is not None and not reserved:
            starts = wording.clock(choice.coming.starts_at, board.lot.time_zone)
            words = self.tr("Kept for {plate} from {time}").format(plate=choice.coming.plate, time=starts)
        elif choice.cell.closed_reason is not None:
            words = self.tr("Closed: {reason}").format(reason=choice.cell.closed_reason)
        self._say(words)

    def _show_ring(self) -> None:
        self.ring.setVisible(not self._compact)
        self.countdown.setVisible(self._compact)

    def _only_notice(self, words: str) -> None:
        for widget in (self.ring, self.countdown, self.facts, self.price):
            widget.setVisible(False)
        self._say(words)

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _follow_lot(self) -> None:
        if self.choice is None:
            self._show_lot()

    # Time

    def _tick(self, now: datetime) -> None:
        choice, board = self.choice, self._live.board
        stay = choice.booking if choice is not None else None
        if choice is None or board is None or stay is None or choice.others:
            return
        clock = wording.clock(stay.until, board.lot.time_zone)
        state = choice.state.value
        if stay.held_until is not None:
            left = max(stay.held_until - now, timedelta(0))
            until = wording.clock(stay.held_until, board.lot.time_zone)
            figure = wording.long_countdown(left).lstrip("+")
            words = self.tr("held until {time}, not paid").format(time=until)
            self._count(left / board.lot.hold, figure, words, BayState.ENDING.value)
            return
        if stay is choice.coming and stay is not choice.stay:
            waits = stay.starts_at - now
            figure = wording.long_countdown(waits)
            late = waits <= timedelta(0)
            starts = wording.clock(stay.starts_at, board.lot.time_zone)
            words = self.tr("expected since {time}") if late else self.tr("to go · comes {time}")
            self._count(0.0, figure, words.format(time=starts), state)
            return
        left = stay.until - now
        if stay is choice.ended:
            self.ring.set(
                0.0, wording.long_countdown(left), self.tr("ended {time}").format(time=clock), state
            )
            return
        whole = max(stay.until - stay.starts_at, timedelta(seconds=1))
        over = left <= timedelta(0)
        words = self.tr("over · ended {time}") if over else self.tr("left · ends {time}")
        share = 1.0 if over else left / whole
        figure = wording.countdown(left) if over else wording.long_countdown(left)
        self._count(share, figure, words.format(time=clock), state)
        if self.price.outdated(now):
            self.show_selection()
            return
        self.price.tick(now)

    def _count(self, share: float, figure: str, words: str, state: str) -> None:
        (self.countdown if self._compact else self.ring).set(share, figure, words, state)

    # What only the services know

    def _known(self, stay: LiveStay) -> BookingDetail | None:
        found = self._detail
        return found if found is not None and found.booking.id == stay.booking_id else None

    def _ask(self, choice: BayChoice) -> None:
        stay = choice.booking
        step = None if stay is None else self.price.step_of(stay, choice, self._live)
        key = () if stay is None or choice.others else (stay, step)
        if key == self._asked:
            return
        self._asked = key
        if stay is None or choice.others:
            return
        booking_id, bookings = stay.booking_id, self._ui.services.bookings
        self._ui.tasks.query(
            lambda: bookings.detail(booking_id), self._show_detail, self._no_detail, replaces="bay card"
        )

    def _show_detail(self, detail: BookingDetail) -> None:
        self._detail = detail
        self.show_selection()

    def _no_detail(self, error: ParkDeskError) -> None:
        self._asked = ()
        self._say(sentence(error))

    def _middle(self) -> QWidget:
        inside = bare(QWidget())
        layout = column(inside, gap=0)
        layout.addWidget(self.ring)
        layout.addWidget(self.countdown)
        layout.addSpacing(8)
        layout.addWidget(self.notice)
        layout.addWidget(self.facts)
        layout.addSpacing(10)
        layout.addWidget(self.price)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bare(area.viewport())
        area.setWidget(inside)
        return area
