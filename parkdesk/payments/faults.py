"""What went wrong with a call to Stripe, as what it means for the money; no stripe type leaves this package.

Sources: docs.stripe.com/error-low-level, docs.stripe.com/api/errors and docs.stripe.com/error-codes.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import requests
import stripe

from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.payments.troubles import Trouble
from parkdesk.payments.wire import Overdue

_BY_CODE = {
    "terminal_reader_busy": Trouble.READER_BUSY,
    "terminal_reader_offline": Trouble.READER_OFFLINE,
    "terminal_reader_timeout": Trouble.READER_SILENT,
    "amount_too_small": Trouble.AMOUNT_TOO_SMALL,
    "amount_too_large": Trouble.AMOUNT_TOO_LARGE,
    "charge_already_refunded": Trouble.REFUNDED_ALREADY,
    "charge_disputed": Trouble.DISPUTED,
    "resource_missing": Trouble.MISSING,
}
_LONGEST_WAIT = timedelta(minutes=5)


def fault(error: BaseException, sent: bool) -> GatewayFault:
    """The one mapping. `sent` says whether anything of the call may have left this computer.

    Raises the error itself where it is a bug of this program that kept the call from leaving.
    """
    if isinstance(error, Overdue):
        return GatewayFault(*((Reached.UNKNOWN, Trouble.SLOW) if sent else (Reached.NOT_SENT, Trouble.AWAY)))
    if isinstance(error, stripe.APIConnectionError):
        return _connection(error, sent)
    if not isinstance(error, stripe.StripeError):
        if not sent:
            raise error
        # An answer in a shape that Stripe's are not.
        return GatewayFault(Reached.UNKNOWN, Trouble.UNREADABLE, code="unreadable")
    code = _code(error)
    match error:
        case stripe.CardError():
            return GatewayFault(Reached.DECLINED, Trouble.DECLINED, code=code)
        case stripe.AuthenticationError():
            return GatewayFault(Reached.MISCONFIGURED, Trouble.KEY_REFUSED, code=code or "key_refused")
        case stripe.PermissionError():
            return GatewayFault(Reached.MISCONFIGURED, Trouble.TOO_FEW_RIGHTS, code=code or "too_few_rights")
        case stripe.RateLimitError():
            wait = _retry_after(error.headers or {})
            return GatewayFault(Reached.NOT_SENT, Trouble.TOO_MANY_CALLS, code=code, retry_after=wait)
        case stripe.IdempotencyError():
            # Not this call, but another one under its key may well have taken the money: a bug of ours.
            return GatewayFault(Reached.DEFINITE, Trouble.UNCLEAR, code="idempotency_error")
        case stripe.InvalidRequestError(param="expires_at"):
            # The page would have to close too soon, or too late, by Stripe's own clock.
            return GatewayFault(Reached.DEFINITE, Trouble.TOO_LATE, code=code)
        case stripe.InvalidRequestError():
            return GatewayFault(Reached.DEFINITE, _BY_CODE.get(code, Trouble.REFUSED), code=code)
    if error.http_status == 409:
        wait = _retry_after(error.headers or {})
        return GatewayFault(Reached.UNKNOWN, Trouble.UNCLEAR, code=code, retry_after=wait)
    if error.http_status == 200:
        return GatewayFault(Reached.UNKNOWN, Trouble.UNREADABLE, code="unreadable")
    # docs.stripe.com/api/idempotent_requests and docs.stripe.com/error-low-level
    replayed = str((error.headers or {}).get("Idempotent-Replayed")).lower() == "true"
    code = code or f"http_{error.http_status}"
    return GatewayFault(Reached.UNKNOWN, Trouble.STRIPE_FAILED, code=code, replayed=replayed)


def _connection(error: stripe.APIConnectionError, sent: bool) -> GatewayFault:
    """Before the first byte left, nothing happened; after it, anything may have."""
    causes = tuple(_causes(error))
    if any(isinstance(cause, requests.TooManyRedirects) for cause in causes):
        # Whoever redirects is not Stripe, which never does, so Stripe has not heard the call.
        return GatewayFault(Reached.MISCONFIGURED, Trouble.REDIRECTED, code="redirect")
    if sent:
        return GatewayFault(Reached.UNKNOWN, Trouble.CUT_OFF)
    if any(isinstance(cause, (ssl.SSLError, requests.exceptions.SSLError)) for cause in causes):
        return GatewayFault(Reached.MISCONFIGURED, Trouble.NOT_STRIPE, code="tls")
    if any(isinstance(cause, (requests.ConnectionError, requests.Timeout)) for cause in causes):
        return GatewayFault(Reached.NOT_SENT, Trouble.AWAY)
    # An address, proxy or bundle of certificates that cannot be used.
    return GatewayFault(Reached.MISCONFIGURED, Trouble.ADDRESS, code="address")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """What an error came from, and what that came from."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]


def _code(error: stripe.StripeError) -> str:
    """The provider's own code; the SDK keeps it only on some of its exceptions."""
    if error.code:
        return error.code
    return getattr(error.error, "code", None) or "" if error.error is not None else ""


def _retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """How long the provider asks us to wait: seconds or a date, and never absurdly long."""
    text = headers.get("Retry-After") or headers.get("retry-after")
    if text is None:
        return None
    try:
        wait = timedelta(seconds=float(text))
    except (ValueError, OverflowError):
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(wait, timedelta(0)), _LONGEST_WAIT)
