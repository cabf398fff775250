"""The desk's window with a key for the Stripe on loopback: the real SDK, the real services, a clock that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Charge, Phase
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.services.bundle import Services
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.settling import settling
from parkdesk.ui.messages import Alert
from tests.kit import Case
from tests.stripe_double import StripeDouble
from tests.ui.desk_window import DeskWindow, case, open_desk

__all__ = ["case"]

KEY = "rk_test_desk"


class CardDesk:
    """A window at which cards are taken. `up` are the alerts in the strip."""

    def __init__(self, window: DeskWindow, stripe: StripeDouble) -> None:
        self.window, self.stripe, self.case = window, stripe, window.case
        self.ui, self.bot = window.ui, window.bot
        self.up: dict[str, Alert] = {}
        self.ui.messages.alerted.connect(self._alerted)
        self.ui.messages.withdrawn.connect(lambda key: self.up.pop(key, None))
        self.settling, self.watch = settling(self.ui), charge_watch(self.ui)

    def _alerted(self, alert: Alert) -> None:
        self.up[alert.key] = alert

    def open(self) -> None:
        """Begin to settle and wait until it is known which money moves here."""
        self.settling.start()
        self.until(lambda: self.settling.tick is not None)
        self.window.settle()

    def until(self, done: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(done()), timeout=10_000)

    def later(self, **span: float) -> None:
        """Let time pass, so that what is open is asked after."""
        self.case.clock.move(**(span or {"seconds": 6}))
        self.settling.nudge()

    def dialog(self) -> PaymentDialog:
        return self.window.dialog(PaymentDialog)

    def pay_dialog(self, key: Qt.Key = Qt.Key.Key_F10) -> PaymentDialog:
        self.window.key(key)
        return self.dialog()

    def press(self, dialog: PaymentDialog, key: Qt.Key) -> None:
        """A key at the dialog, answered at once: nothing is waited for."""
        self.bot.keyClick(dialog, key)

    def charges(self, booking: Booking) -> tuple[Charge, ...]:
        return self.case.services.charges.of_booking(booking.id)

    def session(self, booking: Booking) -> str:
        """The page that the driver scans, once there is one."""
        self.until(lambda: self.charges(booking) and self.charges(booking)[-1].latest.session_id)
        return str(self.charges(booking)[-1].latest.session_id)

    def phase(self, booking: Booking) -> Phase:
        return self.charges(booking)[-1].phase

    def due(self, booking: Booking) -> int:
        return self.case.services.bookings.detail(booking.id).due_minor


@pytest.fixture
def stripe(case: Case) -> Iterator[StripeDouble]:
    with StripeDouble(case.clock) as double:
        yield double


@pytest.fixture
def window(case: Case, stripe: StripeDouble, theme, tmp_path, qtbot) -> Iterator[DeskWindow]:
    case.services = Services.of(case.desk, partial(StripeGateway, KEY, stripe.address))
    yield from open_desk(case, theme, tmp_path, qtbot)


@pytest.fixture
def desk(window: DeskWindow, stripe: StripeDouble) -> Iterator[CardDesk]:
    made = CardDesk(window, stripe)
    made.open()
    yield made
    made.settling.stop()


@pytest.fixture
def stay(desk: CardDesk) -> Booking:
    """One car in A1, chosen, with an hour to go and nothing paid."""
    booked = desk.case.book("A1")
    desk.window.refresh()
    desk.window.choose("A1")
    return booked
