"""What only a command line can get wrong, each as one sentence."""

from __future__ import annotations

from parkdesk.domain.errors import ParkDeskError

PASSWORD_VARIABLE = "PARKDESK_PASSWORD"
"""The environment variable that holds the password of whoever --as names."""


class LotNotSaid(ParkDeskError):
    sentence = "There are several lots; say which with --lot: {lots}."


class NoLots(ParkDeskError):
    sentence = "There is no lot yet; 'parkdesk import-lot FILE' adds one."


class BayUnreadable(ParkDeskError):
    sentence = "There is no bay {bay} in {lot}."


class StayUnknown(ParkDeskError):
    sentence = "No live booking fits '{text}'; a ticket, a plate or a bay names one."


class SeveralStays(ParkDeskError):
    sentence = "'{text}' fits several bookings: {found}. Type the ticket."


class DurationUnreadable(ParkDeskError):
    sentence = "'{text}' is not a length of time such as 90m, 2h or 1h30."


class MomentUnreadable(ParkDeskError):
    sentence = "'{text}' is not a time such as 14:30 or 2026-11-21T14:30."


class DayUnreadable(ParkDeskError):
    sentence = "'{text}' is not a day such as 2026-11-21, today or yesterday."


class NameNeeded(ParkDeskError):
    sentence = "Say who does this with --as NAME; the password comes from {variable} or is asked for."


class SecretNeeded(ParkDeskError):
    sentence = "The password of {name} is needed: set {variable}, or type it at a terminal."


class WebhookSecretMissing(ParkDeskError):
    sentence = "Set {variable} to the signing secret of the endpoint; without it anybody could say anything."


class NoScreen(ParkDeskError):
    sentence = (
        "There is no screen here ({reason}), so the window cannot open; "
        "'parkdesk --demo' plays the demo without one, 'parkdesk --help' lists what works in a terminal."
    )
