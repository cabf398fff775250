"""The alert of an open payment: dismissed it stays away, and the payment is still one click from the status bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from parkdesk.domain.booking import Booking
from parkdesk.ui.live.card_status import CardStatus
from tests.ui.payments.conftest import CardDesk


def _button(desk: CardDesk, words: str) -> QAbstractButton:
    """One of the alert strip's, by what a screen reader calls it."""
    found = desk.window.window.desk.alerts.findChildren(QAbstractButton)
    return next(one for one in found if words in (one.text(), one.accessibleName()) and one.isVisible())


@pytest.fixture
def status(desk: CardDesk) -> Iterator[CardStatus]:
    made = CardStatus(desk.ui, desk.window.window)
    yield made
    made.deleteLater()


def _leave_open(desk: CardDesk, booking: Booking) -> str:
    """A code is shown and its dialog closed; the payment's page."""
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(booking)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.press(dialog, Qt.Key.Key_Escape)
    desk.until(lambda: desk.window.window.desk.alerts.alerts)
    return session


def _dismiss(desk: CardDesk) -> None:
    desk.bot.mouseClick(_button(desk, "Dismiss"), Qt.MouseButton.LeftButton)


def test_a_dismissed_alert_stays_away_until_the_payment_says_something_new(
    desk: CardDesk, stay: Booking
) -> None:
    strip = desk.window.window.desk.alerts
    session = _leave_open(desk, stay)
    _dismiss(desk)
    assert strip.alerts == ()
    for _ in range(2):
        desk.window.refresh()
    assert strip.alerts == ()
    desk.stripe.checkout.decline(session)
    desk.later()
    desk.until(lambda: strip.alerts)
    assert "not paid yet" in strip.alerts[0].words


def test_looking_again_leaves_the_buttons_of_an_alert_as_they_are(desk: CardDesk, stay: Booking) -> None:
    _leave_open(desk, stay)
    opening = _button(desk, "Open")
    opening.setFocus()
    desk.window.refresh()
    assert _button(desk, "Open") is opening
    assert desk.window.window.focusWidget() is opening


def test_the_status_bar_counts_what_is_open_and_leads_there(
    desk: CardDesk, stay: Booking, status: CardStatus
) -> None:
    link: QAbstractButton = desk.window.window.desk.status.open_payments
    assert not link.isVisible()
    session = _leave_open(desk, stay)
    _dismiss(desk)
    assert (link.isVisible(), link.text()) == (True, "1 open")
    wanted: list[str] = []
    desk.ui.screen_wanted.connect(wanted.append)
    link.click()
    assert wanted == ["payments"]
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: not link.isVisible())
