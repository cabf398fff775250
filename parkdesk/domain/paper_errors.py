"""What can go wrong with tickets and receipts: issuing, printing and mailing them."""

from __future__ import annotations

from parkdesk.domain.errors import ParkDeskError


class PaperLinesTooMany(ParkDeskError):
    sentence = "At most {most} lines fit here; these are {count}."


class NothingPaid(ParkDeskError):
    sentence = "Nothing has been paid for this stay yet, so there is no receipt."


class ReceiptUnknown(ParkDeskError):
    sentence = "That receipt does not exist."


class PrinterFault(ParkDeskError):
    """A printer that did not print. Nothing that was sold depends on it."""

    sentence = "{printer} did not print."

    @property
    def begun(self) -> bool:
        """Whether some of the paper, or all of it, may have come out all the same."""
        return bool(self.facts.get("begun"))


class PrinterUnset(PrinterFault):
    sentence = "This desk has no printer; choose one under Settings, Printing."


class PrinterGone(PrinterFault):
    sentence = "{printer} cannot be reached: {reason}."


class PrinterOutOfPaper(PrinterFault):
    sentence = "{printer} is out of paper."


class PrinterOpen(PrinterFault):
    sentence = "{printer} is open; close its cover."


class PrinterOffline(PrinterFault):
    sentence = "{printer} is offline; look at its buttons and lamps."


class PrinterSlow(PrinterFault):
    sentence = "{printer} stopped taking what it should print; look whether it is jammed."


class PrinterAddressUnreadable(ParkDeskError):
    sentence = "'{text}' is not a printer's address such as 192.168.1.50 or 192.168.1.50:9100."


class MailUnset(ParkDeskError):
    sentence = "This desk cannot send e-mail yet; enter a mail server under Settings, Printing."


class MailUnreachable(ParkDeskError):
    sentence = "The mail server {server} cannot be reached: {reason}."


class MailRefused(ParkDeskError):
    sentence = "The mail server {server} refused: {reason}."


class MailSignInRefused(ParkDeskError):
    sentence = "The mail server {server} does not accept this user and password."


class MailAddressRefused(ParkDeskError):
    sentence = "The mail server {server} does not deliver to {address}."


class MailUnknown(ParkDeskError):
    sentence = "That e-mail does not exist."


class PasswordNotKept(ParkDeskError):
    sentence = (
        "This computer has no keyring to keep a password in; set {variable} in its environment instead."
    )
