"""What is said of a charge: where it stands, in two lines and a sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from parkdesk import wording
from parkdesk.domain.attention import Attention, Fact, Reason
from parkdesk.domain.charge import Charge, Mode, Phase, RefundState, Shown, Tender
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.domain.payment_errors import PaymentDisputed
from parkdesk.domain.payment_list import PaymentRow
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.sight import Sight
from parkdesk.ui.theme import State
from parkdesk.ui.vocabulary import method_words

translate = QCoreApplication.translate
_SHOWN = {
    Shown.PENDING: (QT_TRANSLATE_NOOP("payments", "Pending"), State.ENDING),
    Shown.PAID: (QT_TRANSLATE_NOOP("payments", "Paid"), State.FREE),
    Shown.FAILED: (QT_TRANSLATE_NOOP("payments", "Failed"), State.OVERSTAYING),
    Shown.PARTLY_REFUNDED: (QT_TRANSLATE_NOOP("payments", "Partly refunded"), State.RESERVED),
    Shown.REFUNDED: (QT_TRANSLATE_NOOP("payments", "Refunded"), State.RESERVED),
}


@dataclass(frozen=True)
class Said:
    """`icon` is empty where a code shows in its place."""

    title: str
    words: str = ""
    icon: str = ""
    state: State = State.PLAIN


def shown_words(shown: Shown) -> tuple[str, State]:
    words, state = _SHOWN[shown]
    return translate("payments", str(words)), state


def tender_words(tender: Tender) -> str:
    return translate("payments", "QR code") if tender is Tender.QR else translate("payments", "Card reader")


def fact_words(fact: str) -> str:
    """What the provider or its driver says, as a sentence of its own."""
    said = translate("facts", fact) if fact else ""
    return said[:1].upper() + said[1:].rstrip(".") + "." if said else ""


def attention_words(attention: Attention, lot: Lot | None, language: str) -> str:
    """Why a person must look at a charge, a sentence for each reason: sums as its lot writes them, days as the person
    does."""
    return " ".join(_reason_words(reason, lot, language) for reason in attention)


def _reason_words(reason: Reason, lot: Lot | None, language: str) -> str:
    template = translate("facts", reason.why.value)
    return fact_words(template.format(*(_fact_words(fact, lot, language) for fact in reason.facts)))


def _fact_words(fact: Fact, lot: Lot | None, language: str) -> str:
    if isinstance(fact, Money):
        return wording.money(fact, "en" if lot is None else lot.language)
    if isinstance(fact, datetime):
        return wording.short_date(local_day(fact, "UTC" if lot is None else lot.time_zone), language)
    return translate("facts", fact)


def preparing(tender: Tender) -> Said:
    if tender is Tender.QR:
        return Said(translate("payments", "Preparing the code…"), icon="qr-code")
    return Said(translate("payments", "Preparing the card reader…"), icon="nfc")


def standing(sight: Sight, lot: Lot, *, reader: str = "", trouble: str = "") -> Said:
    """How a charge stands, for whoever takes the money; `trouble` is why the provider does not work right now."""
    charge = sight.charge
    if charge.phase is Phase.PAID:
        return Said(translate("payments", "Paid"), _by(charge), "check", State.FREE)
    if not charge.is_open:
        return _ended(charge)
    latest = charge.latest
    if latest.closing:
        words = translate("payments", "Until Stripe agrees, the driver may still have paid.")
        return Said(translate("payments", "Cancelling…"), words, "hourglass", State.PLAIN)
    if charge.phase is Phase.PROCESSING:
        words = translate("payments", "The driver has done everything; the bank takes a while.")
        return Said(translate("payments", "The bank is at work"), words, "hourglass", State.BOOKED)
    if not sight.presented:
        return _waiting(charge, trouble)
    if sight.on_reader:
        return _on_reader(charge, reader, trouble)
    if latest.standing.declined:
        words = translate("payments", "The driver can try again with this code, or with another card.")
        said = fact_words(latest.standing.declined)
        return Said(translate("payments", "Declined"), f"{said} {words}", "", State.OVERSTAYING)
    if trouble:
        words = translate("payments", "The driver can pay all the same; it shows here once Stripe answers.")
        return Said(translate("payments", "Scan and pay"), f"{fact_words(trouble)} {words}", "", State.ENDING)
    words = translate("payments", "The driver scans the code with a phone and pays there.")
    if latest.expires_at is not None:
        until = _clock(latest.expires_at, lot)
        words += " " + translate("payments", "It is good until {time}.").format(time=until)
    return Said(translate("payments", "Scan and pay"), words)


def mode_words(mode: Mode) -> str:
    return {
        Mode.CASH: translate("payments", "Cash only"),
        Mode.TEST: translate("payments", "Test: no money moves"),
        Mode.LIVE: translate("payments", "Live: real money"),
    }[mode]


def _waiting(charge: Charge, trouble: str) -> Said:
    tender = charge.latest.tender
    if not trouble and not charge.latest.unknown:
        return preparing(tender)
    words = translate("payments", "It goes on by itself as soon as it can. Or cancel it and take cash.")
    why = fact_words(trouble) if trouble else translate("payments", "Stripe has not answered yet.")
    return Said(translate("payments", "Waiting for Stripe"), f"{why} {words}", "wifi-off", State.ENDING)


def _on_reader(charge: Charge, reader: str, trouble: str) -> Said:
    declined = charge.latest.standing.declined
    if declined:
        words = translate("payments", "Try once more, or take another tender.")
        title = translate("payments", "Not paid on the card reader")
        return Said(title, f"{fact_words(declined)} {words}", "x", State.OVERSTAYING)
    name = translate("payments", "the reader “{reader}”").format(reader=reader) if reader else ""
    name = name or translate("payments", "the card reader")
    words = translate("payments", "The driver holds a card or a phone to {reader}.").format(reader=name)
    if trouble:
        words = fact_words(trouble)
    return Said(translate("payments", "Present the card"), words, "nfc", State.BOOKED)


def _ended(charge: Charge) -> Said:
    declined = charge.latest.standing.declined
    why = fact_words(declined)
    if charge.phase is Phase.EXPIRED:
        words = translate("payments", "Nobody paid in time.")
        return Said(translate("payments", "The code has run out"), why or words, "hourglass", State.ENDING)
    if charge.phase is Phase.CANCELED:
        words = translate("payments", "No money has moved.")
        return Said(translate("payments", "Cancelled"), why or words, "ban", State.PLAIN)
    words = translate("payments", "No money has moved. Try again, or take another tender.")
    return Said(translate("payments", "Not paid"), f"{why} {words}".strip(), "x", State.OVERSTAYING)


def _by(charge: Charge) -> str:
    paid = next(attempt for attempt in charge.attempts if attempt.phase is Phase.PAID)
    if paid.tender is Tender.QR:
        return translate("payments", "Paid by QR code.")
    return translate("payments", "Paid on the card reader.")


def _clock(moment: datetime, lot: Lot) -> str:
    return wording.clock(moment, lot.time_zone)


def row_standing(row: PaymentRow) -> tuple[str, State]:
    """A payment's badge in a list."""
    if row.attention or row.mail_given_up:
        return translate("payments", "Needs attention"), State.ENDING
    if row.shown is None:
        return translate("payments", "Taken back"), State.CLOSED
    return shown_words(row.shown)


def row_tender(row: PaymentRow) -> str:
    """`Cash`, `QR code`, or a card that another terminal took."""
    if row.tender is not None:
        return tender_words(row.tender)
    if row.payment.method is Method.CARD:
        return translate("payments", "Other terminal")
    return method_words(row.payment.method)


def why_nothing_goes_back(payment: Payment, *, may_refund: bool, disputed: bool) -> str:
    """Empty where something can be given back."""
    match payment.status:
        case PaymentStatus.PENDING:
            return translate("payments", "There is nothing to give back yet: the payment is still open.")
        case PaymentStatus.FAILED:
            return translate("payments", "There is nothing to give back: it was not paid.")
        case PaymentStatus.VOID:
            return translate("payments", "There is nothing to give back: the payment was taken back.")
    if not payment.left_minor:
        return translate("payments", "All of it went back already.")
    if disputed:
        return sentence(PaymentDisputed())
    return "" if may_refund else translate("payments", "An owner gives the right to refund.")


def refund_words(state: RefundState) -> str:
    return {
        RefundState.REQUESTED: translate("payments", "waits for Stripe"),
        RefundState.PENDING: translate("payments", "on its way to the card"),
        RefundState.SUCCEEDED: translate("payments", "back on the card"),
        RefundState.FAILED: translate("payments", "failed"),
        RefundState.CANCELED: translate("payments", "cancelled"),
    }[state]
