"""The booking dialog: a plate and Enter; everything else has its likeliest value already."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from parkdesk import wording
from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking, BookingRequest, Driver
from parkdesk.domain.errors import NoSuchLocalTime, ParkDeskError, PlateAlreadyParked, StartInPast
from parkdesk.domain.people import Right
from parkdesk.ui.board import live_board
from parkdesk.ui.board.quoted import quoted
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.bay_list import BayList
from parkdesk.ui.dialogs.deed_dialog import DeedDialog, top_aligned
from parkdesk.ui.dialogs.plate_hint import plate_hint
from parkdesk.ui.dialogs.quote_view import QuoteView
from parkdesk.ui.dialogs.span_choice import SpanChoice
from parkdesk.ui.dialogs.start_choice import StartChoice
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text, font
from parkdesk.ui.vocabulary import vehicle_words
from parkdesk.ui.widgets import Field, SecondaryButton, column, row


class BookingDialog(DeedDialog):
    """Opened for a bay, or without one: then the best free bay for the vehicle and the time is taken."""

    def __init__(
        self,
        ui: UiContext,
        *,
        bay_id: UUID | None = None,
        plate: str = "",
        vehicle_type: str = "",
        duration: timedelta | None = None,
        starts: tuple[date, time] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ui, QCoreApplication.translate("BookingDialog", "Book a bay"), parent=parent)
        self._live = live_board(ui)
        lot = self._live.model.lot or ui.lot
        assert lot is not None, "the action is enabled only with a lot"
        self._lot = lot
        self._bay_id = bay_id
        self._then_pay = False
        self._make_editors(duration or lot.default_duration)
        self._lay_out()
        self._offer_types(vehicle_type)
        if starts is not None:
            self.start.choose_later(*starts)
        self.plate.setText(plate)
        self._connect()
        self._look_at_plate()
        self._recount()
        self.plate.setFocus()

    # What was chosen

    def request(self) -> BookingRequest:
        """What the form asks for. Raises NoSuchLocalTime."""
        return BookingRequest(
            bay_id=self.bay.currentData(),
            plate=self.plate.text(),
            vehicle_type=self.vehicle_type.currentData(),
            duration=self.span.span(),
            starts_at=self.start.moment(),
            driver=Driver(self.driver.text(), self.phone.text(), self.email.text()),
            requests=self.requests.toPlainText(),
            confirmed=not self.pending.isChecked(),
            back_entry=self.late.isChecked(),
            override_reason=self.reason.text(),
        )

    def submit(self) -> None:
        self._submit(then_pay=False)

    def _submit(self, *, then_pay: bool) -> None:
        self._then_pay = then_pay
        if not self._check():
            return
        request, bookings = self.request(), self.ui.services.bookings
        self._live.last_type = request.vehicle_type
        words = self.tr("Booked {bay} for {plate} until {time}")
        if not request.confirmed:
            words = self.tr("{bay} is kept for {plate} until {time}, to be confirmed")
        code = self.bay.cell.code if self.bay.cell is not None else ""
        self.run(
            lambda who, deed_id: bookings.book(who, request, deed_id=deed_id),
            lambda booking: words.format(bay=code, plate=booking.plate.shown, time=self._when(booking.until)),
            self._booked,
        )

    def show_refusal(self, error: ParkDeskError) -> None:
        super().show_refusal(error)
        person = self.ui.person
        if person is None or not person.may(Right.OVERRIDE):
            return
        if isinstance(error, PlateAlreadyParked):
            self._fields["override_reason"].show()
            self.reason.setFocus()
        elif isinstance(error, StartInPast):
            self.late.show()

    def _check(self) -> bool:
        """What can be said before anybody is asked."""
        self.clear_faults()
        if not self.span.readable:
            text = self.span.other.text().strip()
            words = self.tr("“{text}” is no duration; write 90, 1h30 or 2d.").format(text=text)
            self._fields["until"].fault(words)
            self.span.other.setFocus()
            return False
        if self.bay.bay_id is None:
            self._fields["bay"].fault(self.tr("No bay for this vehicle is free for that time."))
            return False
        try:
            self.start.moment()
        except NoSuchLocalTime as error:
            self._fields["starts_at"].fault(sentence(error))
            return False
        return True

    def _booked(self, booking: Booking) -> None:
        self._live.choose(booking.bay_id)
        if self._then_pay:
            from parkdesk.ui.dialogs.payment import PaymentDialog

            PaymentDialog(self.ui, booking.id, parent=self.parentWidget()).open()

    # What follows from it

    def _recount(self) -> None:
        """The bays on offer, the price and the end, from what is chosen now."""
        self._fields["starts_at"].set_hint(
            self.tr("This hour comes twice; the first one is meant.") if self.start.comes_twice() else ""
        )
        self._ask_available()
        self._offer_bays()
        self._show_price()

    def _show_price(self) -> None:
        board, cell, span = self._live.board, self.bay.cell, self.span.span()
        if board is None:
            return
        title = self.tr("Book {bay}").format(bay=cell.code) if cell else self.tr("Book a bay")
        self.heading.setText(title)
        self.setWindowTitle(title)
        starts = self._starts()
        if span is None or starts is None:
            self.quote.show_until("–")
        else:
            self.quote.show_until(self._when(starts + span), wording.span(span))
        quote = None
        if cell is not None and span is not None:
            quote = quoted(board, cell, self.vehicle_type.currentData() or "", span)
        none = self.tr("No tariff yet") if board.tariff is None else ""
        self.quote.show_quote(quote, self._lot.language, self.ui.language, none)
        price = "" if quote is None else wording.money(quote.total, self._lot.language, short=True)
        deed = self.tr("Keep") if self.pending.isChecked() else self.tr("Book")
        self.primary.setText(" · ".join(part for part in (deed, price) if part))
        self.book_and_pay.setEnabled(not self.pending.isChecked())
        self.primary.updateGeometry()

    def _starts(self) -> datetime | None:
        try:
            return self.start.moment() or self.ui.clock.now()
        except NoSuchLocalTime:
            return None

    def _look_at_plate(self) -> None:
        self._fields["plate"].set_hint(*plate_hint(self.plate.text(), self._lot, self._live))

    # Bays and vehicle types

    def _offer_types(self, wanted: str) -> None:
        row = self._live.model.row_of(self._bay_id)
        cell = self._live.model.cell(row) if row >= 0 else None
        first = wanted or self._live.likely_type(cell)
        for kind in self._live.offered_types:
            self.vehicle_type.addItem(vehicle_words(kind), kind.code)
        self.vehicle_type.setCurrentIndex(max(self.vehicle_type.findData(first), 0))

    def _ask_available(self) -> None:
        """Bays for a later time are asked for: the board sees only what comes soon."""
        starts, span = self._starts(), self.span.span()
        if not self.start.later or starts is None or span is None:
            return
        lots, lot_id, kind = self.ui.services.lots, self._lot.id, self.vehicle_type.currentData()
        self.ui.tasks.query(
            lambda: lots.availability(lot_id, starts, starts + span, kind),
            self._show_available,
            lambda _: None,
            owner=self,
            replaces="available bays",
        )

    def _show_available(self, bays: tuple[Bay, ...]) -> None:
        self.bay.set_available(bays)
        self._offer_bays()
        self._show_price()

    def _offer_bays(self) -> None:
        board, kind = self._live.board, self.vehicle_type.currentData() or ""
        if board is not None:
            span = self.span.span() or timedelta(minutes=1)
            words = self.bay.offer(board, kind, span, later=self.start.later)
            self._fields["bay"].set_hint(words)

    def _when(self, moment: datetime) -> str:
        return wording.when(moment, self.ui.clock.now(), self._lot.time_zone, self.ui.language)

    # Putting it together

    def _make_editors(self, span: timedelta) -> None:
        self.plate = QLineEdit()
        self.plate.setMaxLength(400)
        self.vehicle_type = QComboBox()
        self.span = SpanChoice(self._lot.quick_durations, span, name=self.tr("For how long"))
        self.start = StartChoice(self.ui.clock.now(), self._lot.time_zone)
        self.bay = BayList(self._live, self._bay_id)
        self.driver, self.phone, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.requests = QPlainTextEdit()
        self.requests.setFixedHeight(56)
        self.requests.setTabChangesFocus(True)
        self.reason = QLineEdit()
        self.pending = QCheckBox(self.tr("Still to be confirmed: keep the bay until then"))
        self.late = QCheckBox(self.tr("A late entry: this stay began in the past"))
        self.late.hide()
        self.quote = QuoteView(self.tr("Price"))

    def _lay_out(self) -> None:
        fields = {
            "plate": Field(self.tr("Plate"), self.plate, hint=" "),
            "vehicle_type": Field(self.tr("Vehicle type"), self.vehicle_type),
            "until": Field(self.tr("For how long"), self.span),
            "starts_at": Field(self.tr("Start"), self.start),
            "bay": Field(self.tr("Bay"), self.bay),
            "driver_name": Field(self.tr("Driver"), self.driver),
            "phone": Field(self.tr("Phone"), self.phone),
            "email": Field(self.tr("E-mail"), self.email),
            "requests": Field(self.tr("Special requests"), self.requests),
            "override_reason": Field(self.tr("Why book it a second time"), self.reason),
        }
        self.set_fields(fields | {"duration": fields["until"]})
        self.plate.setFont(font(Text.BODY, size=17, weight=600))
        fields["override_reason"].hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        places = (
            ("plate", 0, 0, 1),
            ("vehicle_type", 0, 1, 1),
            ("override_reason", 1, 0, 2),
            ("until", 2, 0, 2),
            ("starts_at", 3, 0, 2),
            ("bay", 6, 0, 1),
            ("driver_name", 6, 1, 1),
            ("phone", 7, 0, 1),
            ("email", 7, 1, 1),
            ("requests", 8, 0, 2),
        )
        for name, line, place, width in places:
            grid.addWidget(top_aligned(fields[name]), line, place, 1, width)
        grid.addWidget(self.pending, 4, 0, 1, 2)
        grid.addWidget(self.late, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(9, 1)
        across = row(gap=24)
        left = column()
        left.addLayout(grid, 1)
        across.addLayout(left, 1)
        across.addWidget(self.quote)
        self.body.addLayout(across)
        self.want(780)
        self.book_and_pay = SecondaryButton(self.tr("Book and take payment"), key="Ctrl+Return")
        self.book_and_pay.clicked.connect(lambda: self._submit(then_pay=True))
        self.foot.insertWidget(2, self.book_and_pay)

    def _connect(self) -> None:
        self.plate.textChanged.connect(lambda _: self._look_at_plate())
        self.vehicle_type.currentIndexChanged.connect(lambda _: self._recount())
        self.span.changed.connect(self._recount)
        self.start.changed.connect(self._recount)
        self.pending.toggled.connect(lambda _: self._recount())
        self.bay.activated.connect(lambda _: self._recount())
        self._live.shown.connect(self._recount)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.book_and_pay.click)
