"""A call ends when its time is up or the desk closes, and is never sent after that."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.payments.stripe_gateway import StripeGateway
from parkdesk.payments.wire import Call, Overdue
from tests.payments.asking import KEY, Asking
from tests.stripe_double import Fault, StripeDouble


def test_closing_ends_a_call_that_drips(stripe: StripeDouble) -> None:
    stripe.faults.next(Fault.dripping(), "GET")
    gateway = StripeGateway(KEY, stripe.address, call_seconds=3600)
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(gateway.session, "cs_1")
        while not stripe.calls:
            pass
        gateway.close()
        with pytest.raises(GatewayFault) as ended:
            asked.result()
    assert ended.value.reached is Reached.UNKNOWN


def test_a_call_whose_time_is_up_leaves_no_thread_behind(stripe: StripeDouble) -> None:
    stripe.faults.next(Fault.dripping(), "GET")
    gateway = StripeGateway(KEY, stripe.address, call_seconds=0.2)
    before = set(threading.enumerate())
    with pytest.raises(GatewayFault):
        gateway.session("cs_1")
    for thread in set(threading.enumerate()) - before:
        if thread.name == "payments":
            thread.join()
    gateway.close()


def test_a_bug_on_the_way_out_is_a_bug_and_no_fault(stripe: StripeDouble, gateway: StripeGateway) -> None:
    with pytest.raises(TypeError):
        gateway.session(None)
    assert stripe.calls == []


def test_nothing_is_sent_once_closed(stripe: StripeDouble, gateway: StripeGateway) -> None:
    gateway.close()
    with pytest.raises(GatewayFault) as refused:
        Asking(gateway).session()
    assert refused.value.reached is Reached.NOT_SENT
    assert stripe.calls == []


def test_a_call_that_was_given_up_before_it_left_never_leaves() -> None:
    let_go, tried = threading.Event(), threading.Event()
    outcome: list[str] = []

    def work() -> None:
        let_go.wait()
        try:
            call.sending(None)
            outcome.append("sent")
        except ConnectionAbortedError:
            outcome.append("kept back")
        tried.set()

    call = Call(work)
    with pytest.raises(Overdue) as overdue:
        call.within(0.01)
    let_go.set()
    tried.wait()
    assert (overdue.value.sent, outcome) == (False, ["kept back"])


def test_connections_are_kept_between_calls(stripe: StripeDouble, gateway: StripeGateway) -> None:
    before = stripe.connections
    for _ in range(5):
        gateway.readers()
    assert stripe.connections == before + 1


def test_several_threads_ask_at_once(stripe: StripeDouble, gateway: StripeGateway) -> None:
    asked = [Asking(gateway) for _ in range(16)]
    with ThreadPoolExecutor(8) as threads:
        sessions = list(threads.map(Asking.session, asked))
    assert [session.reference for session in sessions] == [asking.reference for asking in asked]
