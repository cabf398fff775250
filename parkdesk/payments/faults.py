"""Stripe's exceptions as what they mean for the money; no stripe type leaves this package.

Sources: docs.stripe.com/error-low-level and docs.stripe.com/api/errors.
"""

from __future__ import annotations

import stripe

from parkdesk.payments.gateway import Reached

_NEVER_SENT = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeout",
    "SSLError",
    "TooManyRedirects",
    "ProxyError",
)


def reached(error: stripe.StripeError) -> Reached:
    """How far the call behind an error may have got."""
    if isinstance(error, stripe.CardError):
        return Reached.DECLINED
    if isinstance(error, (stripe.AuthenticationError, stripe.PermissionError)):
        return Reached.MISCONFIGURED
    if isinstance(error, stripe.RateLimitError):
        return Reached.NOT_SENT
    if isinstance(error, (stripe.IdempotencyError, stripe.InvalidRequestError)):
        return Reached.UNKNOWN if error.http_status == 409 else Reached.DEFINITE
    if isinstance(error, stripe.APIConnectionError):
        return _connection(error)
    return Reached.UNKNOWN


def _connection(error: stripe.APIConnectionError) -> Reached:
    """A fault before the first byte left is sure; any later one is not."""
    told = f"{error.__cause__!r} {error.__context__!r} {error.user_message}"
    if "SSLError" in told or "TooManyRedirects" in told:
        return Reached.MISCONFIGURED
    return Reached.NOT_SENT if any(name in told for name in _NEVER_SENT) else Reached.UNKNOWN


def reason(error: stripe.StripeError) -> str:
    """One line for a person, without parameters or keys."""
    if isinstance(error, stripe.AuthenticationError):
        return "Stripe does not accept this key"
    if isinstance(error, stripe.PermissionError):
        return "this key has too few rights"
    if isinstance(error, stripe.APIConnectionError):
        return "Stripe cannot be reached"
    return f"Stripe answered {error.http_status or 'with an error'}"
