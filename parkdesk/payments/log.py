"""What the log may hold of calls to Stripe: how far they got and which request it was, never what was in them."""

from __future__ import annotations

import logging

from parkdesk.payments.gateway import GatewayFault, Reached

_log = logging.getLogger(__name__)


def keep_bodies_out() -> None:
    """The SDK logs whole answers, with a driver's name, where DEBUG is wanted; each call where INFO is."""
    wanted = logging.getLogger().isEnabledFor(logging.DEBUG)
    logging.getLogger("stripe").setLevel(logging.INFO if wanted else logging.WARNING)


def tell(fault: GatewayFault, error: BaseException) -> None:
    """Leave what Stripe's support asks for; its own words stay out, for they may repeat what was sent."""
    level = logging.INFO if fault.reached is Reached.NOT_SENT else logging.WARNING
    request, parameter = getattr(error, "request_id", None), getattr(error, "param", None)
    facts = [fault.code, type(error).__name__, parameter, request]
    _log.log(level, "%s: %s", fault.reached, " ".join(str(fact) for fact in facts if fact))
