"""What can go wrong with money that a provider moves, or that goes back."""

from __future__ import annotations

from parkdesk.domain.errors import ParkDeskError


class CardsUnavailable(ParkDeskError):
    sentence = "This desk has no key for card payments; it takes cash."


class CardsOffline(ParkDeskError):
    sentence = "Card payments do not work right now: {reason}. Take cash, or try again."


class HoldsTestPayments(ParkDeskError):
    sentence = "This data holds test payments; a live key needs a data folder or database of its own."


class HoldsLivePayments(ParkDeskError):
    sentence = "This data holds live payments; a test key needs a data folder or database of its own."


class CurrencyNotForCards(ParkDeskError):
    sentence = "Cards cannot be charged in {currency}; take cash."


class AmountNotForCards(ParkDeskError):
    sentence = "{amount} cannot be charged to a card; take cash."


class AmountTooSmallForCards(ParkDeskError):
    sentence = "{amount} is less than the {least} a card can be charged; take cash."


class ChargeOpen(ParkDeskError):
    sentence = "A card payment for this stay is still open; wait for it or cancel it first."


class ChargeUnknown(ParkDeskError):
    sentence = "That card payment does not exist."


class ChargeSettled(ParkDeskError):
    sentence = "That card payment has ended already."


class ReaderBusy(ParkDeskError):
    sentence = "The card reader {reader} is busy with another payment."


class ReaderUnknown(ParkDeskError):
    sentence = "There is no card reader {reader}; an owner adds it in Settings."


class ReaderCodeUnknown(ParkDeskError):
    sentence = "No card reader shows this code; read it again on the reader's screen."


class KeyOdd(ParkDeskError):
    sentence = "This is not a secret or restricted key of Stripe (rk_… or sk_…)."


class KeyGiven(ParkDeskError):
    sentence = "The key comes from {variable} in this computer's environment; change it there."


class RefundTooMuch(ParkDeskError):
    sentence = "{amount} is more than the {left} that can still be given back."


class RefundTooLittle(ParkDeskError):
    sentence = "Type what to give back."


class PaymentUnknown(ParkDeskError):
    sentence = "That payment does not exist."


class NotRefundable(ParkDeskError):
    sentence = "Nothing was paid there that could be given back."


class PaymentDisputed(ParkDeskError):
    sentence = (
        "The driver's bank disputes this payment. Until that is decided at Stripe, nothing can be given back."
    )


class NotToHandBack(ParkDeskError):
    sentence = "That money was handed back already, or stays."


class CardPaymentStays(ParkDeskError):
    sentence = "A card payment cannot be undone; cancel it while it is open, or give the money back."


class RefundStays(ParkDeskError):
    sentence = "Money is on its way back to the driver already; that cannot be undone."


class IouUnknown(ParkDeskError):
    sentence = "That IOU does not exist, or is settled already."


class IouStands(ParkDeskError):
    sentence = "An IOU stands for all that is owed there."


class CardNumberTyped(ParkDeskError):
    sentence = "That looks like a card number; ParkDesk never keeps one. Take it out."
