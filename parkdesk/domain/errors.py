"""What can go wrong at a desk, each as one sentence a person can read and act on."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

MOST_OF_A_FACT = 200


class ParkDeskError(Exception):
    """A known refusal. `str()` is the English sentence; a screen translates `sentence` and fills in `facts`.

    `field` names the form field the sentence belongs beside, if there is one.
    """

    sentence: ClassVar[str] = "That is not possible."
    one: ClassVar[tuple[str, str]] = ("", "")
    """The fact that the sentence counts, and the sentence where there is one of it."""

    def __init__(self, *, field: str | None = None, **facts: object) -> None:
        self.field = field
        self.facts = {name: _fit(fact) for name, fact in facts.items()}
        super().__init__(self.source.format(**self.facts))

    @property
    def source(self) -> str:
        """The English sentence with its facts still to be filled in."""
        counted, of_one = self.one
        return of_one if counted and self.facts.get(counted) == 1 else self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.field, self.facts))


def _fit(fact: object) -> object:
    """A fact that a sentence can hold: not endless, and nothing that a terminal obeys or no file can hold."""
    if isinstance(fact, str):
        short = fact if len(fact) <= MOST_OF_A_FACT else f"{fact[: MOST_OF_A_FACT - 1]}…"
        return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") else c for c in short)
    return fact


def _rebuild(kind: type[ParkDeskError], field: str | None, facts: dict[str, object]) -> ParkDeskError:
    return kind(field=field, **facts)


# What a person typed


class PlateMissing(ParkDeskError):
    sentence = "Type the number plate."


class PlateTooLong(ParkDeskError):
    sentence = "A number plate has at most {most} characters; this one has {length}."


class PlateUnreadable(ParkDeskError):
    sentence = "A number plate holds letters and digits; '{character}' is neither."


class TextTooLong(ParkDeskError):
    sentence = "This text has {length} characters; at most {most} fit."


class TextUnreadable(ParkDeskError):
    sentence = "This text holds a character that cannot be stored; type it again."


class TextMissing(ParkDeskError):
    sentence = "This must not be empty."


class EmailUnreadable(ParkDeskError):
    sentence = "'{text}' is not an e-mail address."


class PhoneUnreadable(ParkDeskError):
    sentence = "'{text}' is not a telephone number."


class AmountUnreadable(ParkDeskError):
    sentence = "'{text}' is not an amount of money."


class AmountOutOfRange(ParkDeskError):
    sentence = "An amount lies between {least} and {most}."


class CurrencyUnknown(ParkDeskError):
    sentence = "'{currency}' is not a currency code such as INR or EUR."


class CurrencyMismatch(ParkDeskError):
    sentence = "{left} and {right} cannot be added together."


class TicketMistyped(ParkDeskError):
    sentence = "Ticket {text} is mistyped: its check character does not fit. Read it again."


class TicketUnknown(ParkDeskError):
    sentence = "No stay has the ticket {text}."


class TimeZoneUnknown(ParkDeskError):
    sentence = "'{time_zone}' is not a time zone such as Asia/Kolkata."


class LanguageUnknown(ParkDeskError):
    sentence = "'{language}' is not a language such as en_IN."


class NoSuchLocalTime(ParkDeskError):
    sentence = "{time} does not exist on {day}: the clocks go forward then."


class NumberOutOfRange(ParkDeskError):
    sentence = "A number between {least} and {most} is needed here; this is {number}."


class DurationUnreadable(ParkDeskError):
    sentence = "'{text}' is not a length of time such as 30m, 2h or 1h30."


class CommandUnreadable(ParkDeskError):
    sentence = "'{text}' is not understood; try '{example}'."


# Time


class EndBeforeStart(ParkDeskError):
    sentence = "The end must come after the start."


class StartInPast(ParkDeskError):
    sentence = "A booking cannot start in the past."


class StartTooFar(ParkDeskError):
    sentence = "A booking can start {days} days ahead at most."


class BackEntryTooOld(ParkDeskError):
    sentence = "A late entry reaches back {hours} hours at most."
    one = ("hours", "A late entry reaches back one hour at most.")


class StayTooShort(ParkDeskError):
    sentence = "A stay here lasts {minutes} minutes at least."
    one = ("minutes", "A stay here lasts one minute at least.")


class StayTooLong(ParkDeskError):
    sentence = "A stay here lasts {hours} hours at most."
    one = ("hours", "A stay here lasts one hour at most.")


class BayWasTaken(ParkDeskError):
    sentence = "Another car stood in bay {bay} until {time}; enter this one from then on, or in another bay."


class PlateWasParked(ParkDeskError):
    sentence = "{plate} stood in bay {bay} until {time}; enter it from then on."


class AlreadyOver(ParkDeskError):
    sentence = "The new end {until} has already passed; choose a longer time."


class NotYetDue(ParkDeskError):
    sentence = "This booking starts at {starts}; a no-show can be marked from then on."


# Bays, lots, bookings


class BayTaken(ParkDeskError):
    sentence = "Bay {bay} is taken for that time; choose another bay or another time."


class BayClosed(ParkDeskError):
    sentence = "Bay {bay} is closed: {reason}."


class BayUnsuitable(ParkDeskError):
    sentence = "Bay {bay} does not take this vehicle type."


class BayUnknown(ParkDeskError):
    sentence = "There is no bay {bay} in this lot."


class BayCodeTaken(ParkDeskError):
    sentence = "There is already a bay {bay} in this lot."


class PlaceTaken(ParkDeskError):
    sentence = "Another bay stands where bay {bay} should be on the plan."


class NoBayFree(ParkDeskError):
    sentence = "No bay for this vehicle is free for that time."


class LotUnknown(ParkDeskError):
    sentence = "There is no lot '{lot}'."


class LotNameTaken(ParkDeskError):
    sentence = "There is already a lot called {name}."


class CurrencyFixed(ParkDeskError):
    sentence = "The lot {lot} reckons in {currency}; its prices and bookings stay in that currency."


class VehicleTypeUnknown(ParkDeskError):
    sentence = "'{vehicle_type}' is not a vehicle type here."


class TariffMissing(ParkDeskError):
    sentence = "The lot {lot} has no tariff yet; an owner sets it under Settings."


class PlateAlreadyParked(ParkDeskError):
    sentence = "{plate} already stands in bay {bay}; give a reason to book it a second time."


class BookingUnknown(ParkDeskError):
    sentence = "That booking does not exist."


class DeedNotAllowed(ParkDeskError):
    sentence = "A booking that is {status} cannot be changed this way ({deed})."


class NothingToUndo(ParkDeskError):
    sentence = "There is nothing left to undo."


class UndoOvertaken(ParkDeskError):
    sentence = "The last deed cannot be undone any more: its booking has changed since."


class DeedIdReused(ParkDeskError):
    sentence = "This deed's number already belongs to another deed."


class PaymentTooMuch(ParkDeskError):
    sentence = "Only {due} is owed."


class PaymentTooLittle(ParkDeskError):
    sentence = "A payment must be more than nothing."


class TenderTooLittle(ParkDeskError):
    sentence = "{tendered} is less than the {amount} to pay."


class TenderTooMuch(ParkDeskError):
    sentence = "{tendered} for {amount} would be {change} of change; check what was handed over."


class NothingOwed(ParkDeskError):
    sentence = "Nothing is owed on this booking."


# People


class SignInRefused(ParkDeskError):
    sentence = "That name and password do not belong together."


class PasswordNeeded(ParkDeskError):
    sentence = "Sign in with the password first; a PIN only changes who works at an open desk."


class LockedOut(ParkDeskError):
    sentence = "Too many wrong tries; try again in {minutes} minutes."
    one = ("minutes", "Too many wrong tries; try again in one minute.")


class NotAllowed(ParkDeskError):
    sentence = "{name} may not do this; ask {who}."


class SecretTooShort(ParkDeskError):
    sentence = "At least {least} characters are needed."


class PinNotDigits(ParkDeskError):
    sentence = "A PIN has {least} to {most} digits."


class NameTaken(ParkDeskError):
    sentence = "There is already someone called {name}."


class PersonUnknown(ParkDeskError):
    sentence = "There is nobody called {name} here."


class LastOwner(ParkDeskError):
    sentence = "One owner must remain who can sign in."


# Lot files and backups


class ImportFault(ParkDeskError):
    sentence = "Row {row}, column {column}: {reason}"


class ImportFaults(ParkDeskError):
    """Every fault of a file, so that all can be mended in one go. `faults` holds them."""

    sentence = "{file} was not imported; faults: {count}. {first}"

    def __init__(
        self, *, field: str | None = None, faults: tuple[ImportFault, ...] = (), **facts: object
    ) -> None:
        self.faults = faults
        super().__init__(field=field, **facts)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_faults, (self.field, self.faults, self.facts))


def _rebuild_faults(
    field: str | None, faults: tuple[ImportFault, ...], facts: dict[str, object]
) -> ImportFaults:
    return ImportFaults(field=field, faults=faults, **facts)


class RestoreOverRunningDesk(ParkDeskError):
    sentence = "A desk is running on this data; close it before restoring a backup."


class BackupUnreadable(ParkDeskError):
    sentence = "{file} is not a ParkDesk backup that can be restored: {reason}."


class RestoreNeedsServer(ParkDeskError):
    sentence = "A Postgres database is restored on its server, with pg_restore; see the guide to backups."


class BackupFailed(ParkDeskError):
    sentence = "The backup was not made: {reason}."


class BackupToolMissing(ParkDeskError):
    sentence = "A backup of Postgres needs {tool}; install the PostgreSQL client programs."
