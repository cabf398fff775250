"""The foot of the bay's card: for every situation of a bay the deeds that fit it, with price and key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget

from parkdesk import wording
from parkdesk.domain.board import BayState, Board
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.money import Money
from parkdesk.ui.actions.lot import book
from parkdesk.ui.board import BayChoice, live_board
from parkdesk.ui.board.quoted import price_words
from parkdesk.ui.context import UiContext
from parkdesk.ui.theme import current
from parkdesk.ui.widgets import Button, Kind, SecondaryButton, column, row

_PAIR_GAP = 8


class BayDeeds(QStackedWidget):
    """One page a situation, each made once; only words change. The page's height is its own, not the highest's."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button = ui.registry.button
        self.renew = button("stay.renew", Kind.PRIMARY)
        self._take = button("stay.take_payment", Kind.ACCENT)
        self._receipt = button("stay.receipt")
        self._staying = self._page(
            self.renew,
            (button("stay.extend"), button("stay.check_out")),
            (_either(self._take, self._receipt), button("stay.move")),
            last=self._links("stay.note", "stay.detail", "stay.cancel"),
        )
        self.leave = button("stay.check_out", Kind.PRIMARY)
        self._renew_late = button("stay.renew")
        self._late = self._page(
            self.leave,
            (self._renew_late, button("stay.extend")),
            (button("stay.take_payment", Kind.ACCENT), button("stay.move")),
            last=self._links("stay.note", "stay.detail", "stay.cancel"),
        )
        self._until_then = button("bay.book")
        self._reserved = self._page(
            button("stay.check_in", Kind.PRIMARY),
            (self._until_then, button("stay.no_show")),
            (button("stay.take_payment", Kind.ACCENT), button("stay.move")),
            last=self._links("stay.note", "stay.detail", "stay.cancel"),
        )
        self._pending = self._page(
            button("stay.confirm", Kind.PRIMARY),
            (button("bay.book"), button("stay.move")),
            last=self._links("stay.note", "stay.detail", "stay.cancel"),
        )
        self._take_held = button("stay.take_payment", Kind.PRIMARY)
        self._held = self._page(
            self._take_held,
            (button("stay.confirm"), button("stay.move")),
            last=self._links("stay.note", "stay.detail", "stay.cancel"),
        )
        self._renew_ended = button("stay.renew", Kind.PRIMARY)
        self._ended = self._page(
            self._renew_ended,
            (button("stay.let_go"), button("bay.book")),
            (button("stay.take_payment", Kind.ACCENT), button("stay.detail")),
        )
        self.quick: list[Button] = []
        self._quick_shown = 0
        self._free = self._free_page()
        self._closed = self._page(button("bay.reopen", Kind.PRIMARY))
        self._many = self._page(button("bay.close"), (button("bay.reopen"),))
        self._nothing = self._page(button("bay.book", Kind.PRIMARY))
        current().changed.connect(self._fit)

    def show_nothing(self) -> None:
        self._turn_to(self._nothing)

    def show_choice(self, board: Board, choice: BayChoice, vehicle_type: str) -> None:
        if choice.others:
            self._turn_to(self._many)
            return
        stay = choice.booking
        if stay is None:
            if choice.state is BayState.CLOSED:
                self._turn_to(self._closed)
            else:
                self._show_quick(board, choice, vehicle_type)
                self._turn_to(self._free)
            return
        renewal = self._renewal_words(board, choice, stay.vehicle_type)
        if stay is choice.stay:
            if choice.state is BayState.OVERSTAYING and board.lot.at_end is AtEnd.HOLD:
                _reword(self._renew_late, renewal)
                self._turn_to(self._late)
            else:
                _reword(self.renew, renewal)
                _reword(self._take, self._take_words(board, stay.due_minor))
                # What is paid asks for its receipt.
                self._take.setVisible(stay.due_minor > 0)
                self._receipt.setVisible(stay.due_minor <= 0)
                self._turn_to(self._staying)
        elif stay.held_until is not None:
            _reword(self._take_held, self._take_words(board, stay.due_minor))
            self._turn_to(self._held)
        elif stay is choice.coming:
            self._turn_to(self._pending if stay.status == "pending" else self._reserved)
        else:
            _reword(self._renew_ended, renewal)
            self._turn_to(self._ended)

    def _renewal_words(self, board: Board, choice: BayChoice, vehicle_type: str) -> str:
        span = board.lot.default_duration
        price = price_words(board, choice.cell, vehicle_type, span)
        words = self.tr("Renew {span}").format(span=wording.span(span))
        return f"{words} · {price}" if price else words

    def _take_words(self, board: Board, due_minor: int) -> str:
        if due_minor <= 0:
            return self.tr("Take payment")
        due = wording.money(Money(due_minor, board.lot.currency), board.lot.language, short=True)
        return self.tr("Take {amount}").format(amount=due)

    def _show_quick(self, board: Board, choice: BayChoice, vehicle_type: str) -> None:
        spans = board.lot.quick_durations[: len(self.quick)]
        for button, span in zip(self.quick, spans, strict=False):
            price = price_words(board, choice.cell, vehicle_type, span)
            _reword(button, f"{wording.span(span)} · {price}" if price else wording.span(span))
        for number, button in enumerate(self.quick):
            button.setVisible(number < len(spans))
        if len(spans) != self._quick_shown:
            self._quick_shown = len(spans)
            for number, button in enumerate(self.quick):
                # The last of an odd number stands across both columns.
                alone = number == len(spans) - 1 and number % 2 == 0
                self._quick_grid.addWidget(button, number // 2, number % 2, 1, 2 if alone else 1)

    def _book_for(self, number: int) -> None:
        lot = live_board(self._ui).model.lot
        if lot is not None and number < len(lot.quick_durations):
            book(self._ui, duration=lot.quick_durations[number])

    def _free_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, gap=_PAIR_GAP)
        self.book = self._ui.registry.button("bay.book", Kind.PRIMARY)
        layout.addWidget(self.book)
        self._quick_grid = QGridLayout()
        self._quick_grid.setSpacing(_PAIR_GAP)
        for place in range(2):
            self._quick_grid.setColumnStretch(place, 1)
        for number in range(6):
            made = SecondaryButton()
            made.clicked.connect(self._booker(number))
            self.quick.append(made)
            _share_width(made)
            self._quick_grid.addWidget(made, number // 2, number % 2)
        layout.addLayout(self._quick_grid)
        close = self._ui.registry.button("bay.close", Kind.LINK, text=self.tr("Close this bay…"))
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self.addWidget(page)
        return page

    def _booker(self, number: int) -> Callable[[], None]:
        """The span's own name follows what the button says now, whichever lot it is."""
        return lambda: self._book_for(number)

    def _page(self, primary: Button, *pairs: Sequence[QWidget], last: QWidget | None = None) -> QWidget:
        page = QWidget()
        layout = column(page, gap=_PAIR_GAP)
        layout.addWidget(primary)
        grid = QGridLayout()
        grid.setSpacing(_PAIR_GAP)
        for line, pair in enumerate(pairs):
            for place, button in enumerate(pair):
                span = 2 if len(pair) == 1 else 1
                _share_width(button)
                grid.addWidget(button, line, place, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        if last is not None:
            layout.addWidget(last, 0, Qt.AlignmentFlag.AlignHCenter)
        self.addWidget(page)
        return page

    def _links(self, *names: str) -> QWidget:
        """What is done now and then, in one quiet line; the keys are in the tips."""
        line = QWidget()
        layout = row(line, gap=0)
        layout.addStretch(1)
        for name in names:
            kind = Kind.DANGER_LINK if name == "stay.cancel" else Kind.LINK
            made = self._ui.registry.button(name, kind)
            made.setToolTip(made.key)
            made.set_key("")
            layout.addWidget(made)
        layout.addStretch(1)
        return line

    def _turn_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self._fit()

    def _fit(self) -> None:
        page = self.currentWidget()
        if page is None:
            return
        for button in page.findChildren(Button):
            button.updateGeometry()
        height = page.sizeHint().height()
        if self.maximumHeight() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


def _either(*buttons: Button) -> QWidget:
    """One place for buttons of which one shows."""
    place = QWidget()
    line = row(place, gap=0)
    for button in buttons:
        _share_width(button)
        line.addWidget(button)
    return place


def _share_width(button: QWidget) -> None:
    """Buttons of a grid are all as wide as their column, whatever their words."""
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


def _reword(button: Button, words: str) -> None:
    if button.text() != words:
        button.setText(words)
        button.updateGeometry()
