"""A desk that takes cards, made to stand before the camera."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.live.settling import settling
from parkdesk.ui.payments.list import PaymentsScreen
from parkdesk.ui.shots.scenes import CITY
from parkdesk.ui.shots.studio import Studio
from tests.stripe_double import Clock, StripeDouble


class CardStudio:
    """A studio whose desk has a key, and the driver at the other end."""

    def __init__(self, studio: Studio, stripe: StripeDouble, clock: Clock) -> None:
        self.studio, self.stripe, self.clock = studio, stripe, clock
        self.ui = studio.ui

    def until(self, done: Callable[[], object], patience: int = 30_000) -> None:
        """Raises TimeoutError, for a picture of something else than its name says would be a false one."""
        if not self.comes(done, patience):
            raise TimeoutError("the window does not come to show what is to be drawn")

    def comes(self, done: Callable[[], object], patience: int) -> bool:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        timer.start(20)
        QTimer.singleShot(patience, loop.quit)
        loop.exec()
        self.studio.settle()
        return bool(done())

    def later(self, seconds: float = 6) -> None:
        self.clock.forward(timedelta(seconds=seconds))
        settling(self.ui).nudge()

    def payments(self) -> PaymentsScreen:
        self.studio.screen("payments")
        screen = self.ui.screen_widget("payments")
        assert isinstance(screen, PaymentsScreen)
        self.until(lambda: screen.table.rows)
        return screen

    def pay(self, bay: str, key: Qt.Key | None = None, *, action: str = "stay.take_payment") -> PaymentDialog:
        self.studio.lot(CITY)
        self.studio.screen("lot")
        self.studio.bay(bay)
        self.studio.action(action)
        dialog = self.studio.dialog()
        assert isinstance(dialog, PaymentDialog)
        if key is not None:
            QTest.keyClick(dialog, key)
        return dialog

    def scanned(self, bay: str) -> tuple[PaymentDialog, str]:
        dialog = self.pay(bay, Qt.Key.Key_F11)
        self.until(lambda: dialog.card.panel.shows_code)
        sight = dialog.card.sight
        assert sight is not None
        return dialog, str(sight.charge.latest.session_id)

    def end(self, dialog: PaymentDialog) -> None:
        """Leave nothing open behind."""
        sight = dialog.card.sight
        if sight is not None and sight.charge.is_open:
            dialog.card.instead("cash")
            for _ in range(20):
                if not dialog.card.is_open:
                    break
                self.later(20)
                self.comes(lambda: not dialog.card.is_open, 300)
        dialog.reject()
