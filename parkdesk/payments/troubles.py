"""Why card payments do not work, in words for a person; each follows a colon or stands alone."""

from __future__ import annotations

from enum import StrEnum

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment_errors import HoldsLivePayments, HoldsTestPayments, KeyOdd


def _inside(error: type[ParkDeskError]) -> str:
    """An error's sentence as it follows a colon."""
    return error.sentence[:1].lower() + error.sentence[1:].rstrip(".")


class Trouble(StrEnum):
    NO_KEY = "this desk has no key for card payments"
    ODD_KEY = _inside(KeyOdd)
    LIVE_ELSEWHERE = "a live key only talks to api.stripe.com"
    TEST_BOOKS = _inside(HoldsTestPayments)
    LIVE_BOOKS = _inside(HoldsLivePayments)
    ADDRESS_ELSEWHERE = "payments only go to api.stripe.com, or to this computer with a test key"
    AWAY = "Stripe cannot be reached; look at the network"
    CUT_OFF = "the connection to Stripe broke off"
    SLOW = "Stripe took too long to answer"
    NOT_STRIPE = "the network does not lead to Stripe safely: its certificate is not Stripe's"
    REDIRECTED = "the network leads elsewhere; it may ask for a sign-in in a browser"
    ADDRESS = "the network's proxy or certificates cannot be used"
    UNREADABLE = "what answered is not Stripe; the network may ask for a sign-in in a browser"
    STRIPE_FAILED = "Stripe has trouble of its own"
    UNCLEAR = "an earlier try is not settled yet"
    TOO_MANY_CALLS = "Stripe asks for a pause"
    KEY_REFUSED = "Stripe does not accept this key; make a new one in its Dashboard"
    TOO_FEW_RIGHTS = "this key has too few rights; widen them in Stripe's Dashboard"
    DECLINED = "the card was declined"
    REFUSED = "Stripe refused what it was asked"
    MISSING = "Stripe does not know it"
    NO_LOCATION = "Stripe has no Terminal location yet; make one in its Dashboard"
    TOO_LATE = "it took too long to reach Stripe, or this computer's clock is wrong; try again"
    READER_BUSY = "the card reader is busy with another payment"
    READER_OFFLINE = "the card reader is offline"
    READER_SILENT = "the card reader does not answer"
    AMOUNT_TOO_SMALL = "the amount is too small for a card"
    AMOUNT_TOO_LARGE = "the amount is too large for a card"
    REFUNDED_ALREADY = "that was given back already"
    DISPUTED = "the driver's bank disputes that payment"
