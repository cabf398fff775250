"""What is drawn of a desk that takes cards: each scene sets itself up, and may leave behind what ends it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from parkdesk.domain.payment_list import Which
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.payments.give_back import GiveBackDialog
from parkdesk.ui.payments.readers import Reader, keep_reader
from parkdesk.ui.reports import ReportsScreen
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.payments.section import PaymentsSection
from parkdesk.ui.shots.scenes import CITY, OWNER
from tests.card_shots.studio import CardStudio
from tests.stripe_double import Fault

Scene = Callable[[CardStudio], Callable[[], None] | None]


def qr(desk: CardStudio) -> Callable[[], None]:
    dialog, _ = desk.scanned("D11")
    return partial(desk.end, dialog)


def qr_preparing(desk: CardStudio) -> Callable[[], None]:
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
    desk.stripe.faults.next(Fault.lost(executed=False), times=None)
    dialog = desk.pay("D11", Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.title.text() == "Waiting for Stripe")

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
    if not paid:
        paid_list(desk)
        paid = [line for line in desk.stripe.ledger().values() if line.received]
    desk.stripe.disputes.open(paid[-1].intents[0])
    for _ in range(4):
        desk.later(90)
        if desk.comes(lambda: charge_watch(desk.ui).attention, 1500):
            break
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


def taken_back(desk: CardStudio) -> None:
    """The bank has decided: the money is gone, and the day's comparison says why."""
    attention(desk)
    dispute = desk.stripe.account.all("dispute")[-1]
    desk.stripe.disputes.close(dispute["id"], won=False)
    screen = desk.payments()
    for _ in range(4):
        desk.later(90)
        if desk.comes(lambda: "lost" in screen.card.disputes.lines.text(), 1500):
            break
    reconciliation(desk)


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
    "payments-cards": paid_list,
    "payments-give-back": give_back,
    "payments-attention": attention,
    "refund-cancel": cancel,
    "refund-check-out": check_out,
    "settings-payments-cards": settings,
    "reports-cards": reconciliation,
    "reports-taken-back": taken_back,
}
