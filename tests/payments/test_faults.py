"""Every fault that a network or a provider has, told by how far the call got; the same key then puts it right."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.payments.stripe_gateway import StripeGateway
from tests.loopback import AUTHORITY, serving
from tests.payments.asking import KEY, Asking
from tests.stripe_double import Fault, StripeDouble

SESSIONS = "/v1/checkout/sessions"
UNKNOWN = [
    ("reset before it was carried out", Fault.lost(executed=False), ""),
    ("reset before the reply", Fault.lost(executed=True), ""),
    ("reset in the body", Fault.truncated(), ""),
    ("too late, carried out", Fault.delayed(60), ""),
    ("too late, not carried out", Fault.dripping(executed=False), ""),
    ("dripping for ever", Fault.dripping(), ""),
    ("502 of a gateway", Fault.html(502), "http_502"),
    ("502 of a gateway, carried out", Fault.html(502, executed=True), "http_502"),
    ("captive portal", Fault.html(200), "unreadable"),
    ("nothing at all", Fault.empty(), "unreadable"),
    ("something else in JSON", Fault.told('{"hotel": "welcome"}'), "unreadable"),
    ("a list in JSON", Fault.told("[1]"), "unreadable"),
    ("503", Fault.refused(503), "http_503"),
    ("key in use", Fault.refused(409, "idempotency_key_in_use"), "idempotency_key_in_use"),
]


@pytest.fixture
def hasty(stripe: StripeDouble) -> Iterator[StripeGateway]:
    """A gateway that gives up soon."""
    gateway = StripeGateway(KEY, stripe.address, call_seconds=0.5)
    yield gateway
    gateway.close()


def fault_of(asking: Asking) -> GatewayFault:
    with pytest.raises(GatewayFault) as raised:
        asking.session()
    assert KEY not in str(raised.value)
    return raised.value


@pytest.mark.parametrize(("fault", "code"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_what_may_have_happened_is_unknown_and_the_same_key_settles_it(
    stripe: StripeDouble, hasty: StripeGateway, fault: Fault, code: str
) -> None:
    stripe.faults.next(fault, "POST", SESSIONS)
    asking = Asking(hasty)
    known = fault_of(asking)
    assert (known.reached, known.code) == (Reached.UNKNOWN, code)
    stripe.hurry()
    if fault.status != 503:
        assert asking.session().reference == asking.reference
        assert len(list(hasty.sessions_since(datetime(2020, 1, 1, tzinfo=UTC)))) == 1


def test_a_500_is_kept_under_its_key_and_the_object_is_found_by_its_reference(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    stripe.faults.next(Fault.refused(500, executed=True), "POST", SESSIONS)
    asking = Asking(gateway)
    assert [fault_of(asking).reached for _ in range(3)] == [Reached.UNKNOWN] * 3
    (found,) = gateway.sessions_since(datetime(2020, 1, 1, tzinfo=UTC))
    assert (found.reference, found.attempt) == (asking.reference, 1)


@pytest.mark.parametrize(
    ("status", "code", "reached"),
    [
        (400, "parameter_invalid_empty", Reached.DEFINITE),
        (404, "resource_missing", Reached.DEFINITE),
        (402, "card_declined", Reached.DECLINED),
        (401, "key_refused", Reached.MISCONFIGURED),
        (403, "too_few_rights", Reached.MISCONFIGURED),
        (429, "rate_limit", Reached.NOT_SENT),
    ],
)
def test_what_the_provider_says_is_taken_at_its_word(
    stripe: StripeDouble, gateway: StripeGateway, status: int, code: str, reached: Reached
) -> None:
    stripe.faults.next(Fault.refused(status, None if reached is Reached.MISCONFIGURED else code))
    known = fault_of(Asking(gateway))
    assert (known.reached, known.code) == (reached, code)


def test_a_pause_that_is_asked_for_is_told() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(minutes=2), usegmt=True)
    for said, least, most in [
        ("7", 7, 7),
        (soon, 100, 120),
        ("1e9", 300, 300),
        ("-1", 0, 0),
        ("later", None, None),
    ]:
        with StripeDouble() as stripe:
            stripe.faults.next(Fault.refused(429, headers={"Retry-After": said}))
            gateway = StripeGateway(KEY, stripe.address)
            wait = fault_of(Asking(gateway)).retry_after
            gateway.close()
        if least is None or most is None:
            assert wait is None
        else:
            assert wait is not None
            assert timedelta(seconds=least) <= wait <= timedelta(seconds=most)


def test_a_changed_question_under_a_known_key_is_told_by_its_code(
    stripe: StripeDouble, gateway: StripeGateway
) -> None:
    asking = Asking(gateway)
    asking.session()
    stripe.clock.forward(timedelta(minutes=1))
    changed = Asking(gateway, minor=600)
    changed.charge = asking.charge.__class__(
        **{
            **{name: getattr(changed.charge, name) for name in changed.charge.__slots__},
            "id": asking.charge.id,
        }
    )
    known = fault_of(changed)
    assert (known.reached, known.code) == (Reached.DEFINITE, "idempotency_error")


def test_a_redirect_leads_away_from_the_provider(stripe: StripeDouble, gateway: StripeGateway) -> None:
    stripe.faults.next(Fault.redirected(), times=None)
    known = fault_of(Asking(gateway))
    assert (known.reached, known.code) == (Reached.MISCONFIGURED, "redirect")
    assert len(stripe.calls) == 1


def test_a_refused_connection_was_never_sent() -> None:
    with StripeDouble() as stripe:
        pass
    known = fault_of(Asking(StripeGateway(KEY, stripe.address)))
    assert known.reached is Reached.NOT_SENT


def test_an_unknown_name_was_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    known = fault_of(Asking(StripeGateway(KEY, "http://localhost:9")))
    assert known.reached is Reached.NOT_SENT


# Over TLS


def test_a_certificate_of_somebody_else_stops_everything_before_a_byte_is_said() -> None:
    with StripeDouble(tls=serving()) as stripe:
        gateway = StripeGateway(KEY, stripe.address)
        known = fault_of(Asking(gateway))
        gateway.close()
    assert (known.reached, known.code, stripe.calls) == (Reached.MISCONFIGURED, "tls", [])


def test_a_file_of_authorities_makes_it_good() -> None:
    with StripeDouble(tls=serving()) as stripe:
        gateway = StripeGateway(KEY, stripe.address, authorities=str(AUTHORITY))
        assert gateway.state().works
        gateway.close()
        lacking = StripeGateway(KEY, stripe.address, authorities="no such file.pem")
        known = fault_of(Asking(lacking))
        lacking.close()
    assert (known.reached, known.code) == (Reached.MISCONFIGURED, "address")


def test_tls_that_breaks_off_after_the_call_is_unknown_all_the_same() -> None:
    with StripeDouble(tls=serving()) as stripe:
        gateway = StripeGateway(KEY, stripe.address, authorities=str(AUTHORITY), call_seconds=0.5)
        for fault in (Fault.lost(executed=True), Fault.truncated(), Fault.dripping()):
            stripe.faults.next(fault, "POST", SESSIONS)
            asking = Asking(gateway)
            assert fault_of(asking).reached is Reached.UNKNOWN
            assert asking.session().reference == asking.reference
        gateway.close()
