"""`python -m tests.card_shots DIR [NAME…]`: the screens of a desk that takes cards, against the Stripe on loopback."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.domain.payment_list import Which
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.live.settling import settling
from parkdesk.ui.payments.give_back import GiveBackDialog
from parkdesk.ui.payments.list import PaymentsScreen
from parkdesk.ui.payments.readers import Reader, keep_reader
from parkdesk.ui.reports import ReportsScreen
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.payments.section import PaymentsSection
from parkdesk.ui.shots.scenes import ATTENDANT, CITY, OWNER
from parkdesk.ui.shots.studio import Studio
from parkdesk.ui.theme import Mode
from tests.demo import demo_file
from tests.stripe_double import Clock, StripeDouble

MOMENT = datetime(2026, 11, 21, 9, 2, tzinfo=UTC)
SIZE = (1440, 900)


class CardStudio:
    """A studio whose desk has a key, and the driver at the other end."""

    def __init__(self, studio: Studio, stripe: StripeDouble, clock: Clock) -> None:
        self.studio, self.stripe, self.clock = studio, stripe, clock
        self.ui = studio.ui

    def until(self, done: Callable[[], object], patience: int = 8000) -> None:
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        timer.start(20)
        QTimer.singleShot(patience, loop.quit)
        loop.exec()
        self.studio.settle()

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
                self.until(lambda: not dialog.card.is_open, 300)
        dialog.reject()


Scene = Callable[[CardStudio], Callable[[], None] | None]


def qr(desk: CardStudio) -> Callable[[], None]:
    dialog, _ = desk.scanned("D11")
    return partial(desk.end, dialog)


def qr_preparing(desk: CardStudio) -> Callable[[], None]:
    from tests.stripe_double import Fault

    desk.stripe.faults.next(Fault.delayed(2.0), "POST", "/v1/checkout/sessions")
    dialog = desk.pay("D11", Qt.Key.Key_F11)

    def end() -> None:
        desk.stripe.hurry()
        desk.until(lambda: dialog.card.panel.shows_code)
        desk.end(dialog)

    return end


def qr_declined(desk: CardStudio) -> Callable[[], None]:
    dialog, session = desk.scanned("D11")
    desk.stripe.checkout.decline(session)
    desk.later()
    desk.until(lambda: dialog.card.panel.title.text() == "Declined")
    return partial(desk.end, dialog)


def qr_paid(desk: CardStudio) -> Callable[[], None]:
    dialog, session = desk.scanned("C6")
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    return dialog.reject


def offline(desk: CardStudio) -> Callable[[], None]:
    from tests.stripe_double import Fault

    desk.stripe.faults.next(Fault.refused(500), times=None)
    dialog = desk.pay("D11", Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.title.text() == "Waiting for Stripe", 4000)

    def end() -> None:
        desk.stripe.faults.clear()
        desk.later(90)
        desk.until(lambda: dialog.card.panel.shows_code)
        desk.end(dialog)

    return end


def reader(desk: CardStudio) -> Callable[[], None]:
    keep_reader(desk.ui.preferences, Reader(desk.stripe.terminal.add("Exit"), "Exit"))
    dialog = desk.pay("D11", Qt.Key.Key_F12)
    desk.until(lambda: dialog.card.panel.title.text() == "Present the card")
    return partial(desk.end, dialog)


def reader_declined(desk: CardStudio) -> Callable[[], None]:
    reader_id = desk.stripe.terminal.add("Kiosk")
    keep_reader(desk.ui.preferences, Reader(reader_id, "Kiosk"))
    dialog = desk.pay("D11", Qt.Key.Key_F12)
    desk.until(lambda: dialog.card.panel.title.text() == "Present the card")
    desk.stripe.terminal.decline(reader_id)
    desk.later()
    desk.until(lambda: dialog.card.sight is not None and dialog.card.sight.refused_by_reader)
    return partial(desk.end, dialog)


def reader_choice(desk: CardStudio) -> Callable[[], None]:
    keep_reader(desk.ui.preferences, None)
    dialog = desk.pay("D11", Qt.Key.Key_F12)
    desk.until(lambda: dialog.card.readers.readers)
    return dialog.reject


def form(desk: CardStudio) -> Callable[[], None]:
    return desk.pay("D6", action="stay.check_out").reject


def change(desk: CardStudio) -> Callable[[], None]:
    dialog = desk.pay("T4")
    dialog.tendered.setText("500")
    dialog.primary.click()
    desk.studio.settle()
    return dialog.reject


def left_open(desk: CardStudio) -> Callable[[], None]:
    dialog, _ = desk.scanned("D11")
    dialog.reject()
    desk.studio.settle()

    def end() -> None:
        again = desk.pay("D11")
        desk.until(lambda: again.card.panel.shows_code)
        desk.end(again)

    return end


def paid_list(desk: CardStudio) -> None:
    dialog, session = desk.scanned("T8")
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    dialog.reject()
    desk.studio.screen("payments")


def give_back(desk: CardStudio) -> Callable[[], None]:
    desk.studio.person(OWNER)
    screen = desk.payments()
    desk.until(lambda: screen.card.story is not None)
    screen.card.give_back.click()
    desk.studio.settle()
    dialog = desk.studio.dialog()
    assert isinstance(dialog, GiveBackDialog)
    dialog.reason.editor.setText("Left early")
    return dialog.reject


def attention(desk: CardStudio) -> None:
    """A bank takes back what was paid."""
    screen = desk.payments()
    paid = [line for line in desk.stripe.ledger().values() if line.received]
    desk.stripe.disputes.open(paid[-1].intents[0])
    for _ in range(4):
        desk.later(90)
        desk.until(lambda: charge_watch(desk.ui).attention, 1500)
    screen.narrow(Which.ATTENTION)
    desk.studio.settle()


def settings(desk: CardStudio) -> None:
    desk.stripe.terminal.go(desk.stripe.terminal.add("Kiosk"), online=False)
    keep_reader(desk.ui.preferences, Reader(desk.stripe.terminal.add("Exit"), "Exit"))
    desk.studio.person(OWNER)
    desk.studio.screen("settings")
    desk.studio.section("payments")
    screen = desk.ui.screen_widget("settings")
    assert isinstance(screen, SettingsScreen)
    section = screen.page("payments")
    assert isinstance(section, PaymentsSection)
    desk.until(lambda: section.readers.choices)
    section.key.test()
    desk.until(lambda: section.key.said.text().startswith("Stripe"))
    section.rules.pay_when.choose("booking")
    section.rules.pay_when.chosen.emit("booking")


def cancel(desk: CardStudio) -> Callable[[], None]:
    desk.studio.lot(CITY)
    desk.studio.screen("lot")
    desk.studio.bay("B7")
    desk.studio.action("stay.cancel")
    return desk.studio.dialog().reject


def check_out(desk: CardStudio) -> Callable[[], None]:
    desk.studio.lot(CITY)
    desk.studio.screen("lot")
    desk.studio.bay("B2")
    desk.studio.action("stay.check_out")
    desk.studio.settle()
    return desk.studio.dialog().reject


def reconciliation(desk: CardStudio) -> None:
    desk.studio.person(OWNER)
    desk.studio.screen("reports")
    screen = desk.ui.screen_widget("reports")
    assert isinstance(screen, ReportsScreen)
    screen.show_cards()
    page = screen.reconciliation
    assert page is not None
    desk.until(lambda: page.result is not None)


SCENES: dict[str, Scene] = {
    "pay-form": form,
    "pay-qr-preparing": qr_preparing,
    "pay-qr": qr,
    "pay-qr-declined": qr_declined,
    "pay-offline": offline,
    "pay-reader": reader,
    "pay-reader-declined": reader_declined,
    "pay-reader-choice": reader_choice,
    "pay-left-open": left_open,
    "pay-qr-paid": qr_paid,
    "pay-change": change,
    "payments": paid_list,
    "payments-give-back": give_back,
    "payments-attention": attention,
    "refund-cancel": cancel,
    "refund-check-out": check_out,
    "settings-payments": settings,
    "reports-cards": reconciliation,
}


def draw(folder: Path, names: Iterable[str] = (), themes: Iterable[Mode] = (Mode.LIGHT, Mode.DARK)) -> int:
    wanted = tuple(names) or tuple(SCENES)
    drawn = 0
    for theme in themes:
        # A theme has its own desk: what is paid in one is not owed any more.
        with tempfile.TemporaryDirectory(prefix="parkdesk-") as scratch:
            drawn += _draw(folder, wanted, theme, Path(scratch))
    return drawn


def _draw(folder: Path, names: Iterable[str], theme: Mode, scratch: Path) -> int:
    clock = Clock(MOMENT)
    demo_file(scratch)
    config = replace(Config.read(data_dir=scratch, demo=True, language="en"), data_dir=scratch)
    application = QApplication.instance() or QApplication(["parkdesk"])
    assert isinstance(application, QApplication)
    drawn = 0
    with StripeDouble(clock) as stripe:
        os.environ["PARKDESK_STRIPE_KEY"] = "rk_test_desk"
        os.environ["PARKDESK_STRIPE_ADDRESS"] = stripe.address
        studio = Studio(application, config, partial(open_services, config, clock))
        desk = CardStudio(studio, stripe, clock)
        try:
            studio.open(may_fail=False)
            studio.window.resize(*SIZE)
            studio.ui.theme.choose(mode=theme)
            desk.until(lambda: settling(studio.ui).tick)
            studio.quiet()
            for name in names:
                end = SCENES[name](desk)
                studio.take(folder / f"{name}-{theme}.png")
                drawn += 1
                if end is not None:
                    with suppress(RuntimeError):
                        end()
                studio.restore(ATTENDANT)
                studio.quiet()
        finally:
            studio.close()
    return drawn


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    print(f"{draw(Path(sys.argv[1]), sys.argv[2:])} pictures")
