"""The gateway against a real HTTP server on loopback, with the real SDK."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from parkdesk.domain.charge import Mode
from parkdesk.payments.gateway import Reached
from parkdesk.payments.no_gateway import NoGateway
from parkdesk.payments.stripe_gateway import StripeGateway

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def said(status: int, body: str, content: str = "application/json") -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", content)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body.encode())

    return answer


def hung_up(request: BaseHTTPRequestHandler) -> None:
    request.connection.close()


GOOD = '{"object": "list", "data": [], "has_more": false, "url": "/v1/payment_intents"}'


def error(kind: str) -> str:
    return f'{{"error": {{"type": "{kind}", "message": "no"}}}}'


def test_a_good_key_works_and_says_which_money_it_moves() -> None:
    with answering(said(200, GOOD)) as address:
        state = StripeGateway("rk_test_1", address).state()
    assert (state.works, state.mode) == (True, Mode.TEST)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (said(401, error("invalid_request_error")), Reached.MISCONFIGURED),
        (said(403, error("invalid_request_error")), Reached.MISCONFIGURED),
        (said(402, error("card_error")), Reached.DECLINED),
        (said(400, error("invalid_request_error")), Reached.DEFINITE),
        (said(409, error("idempotency_error")), Reached.UNKNOWN),
        (said(429, error("rate_limit_error")), Reached.NOT_SENT),
        (said(500, error("api_error")), Reached.UNKNOWN),
        (said(502, "<html>bad gateway</html>", "text/html"), Reached.UNKNOWN),
        (said(200, "<html>sign in to the hotel's network</html>", "text/html"), Reached.UNKNOWN),
        (hung_up, Reached.UNKNOWN),
    ],
)
def test_every_fault_is_told_by_how_far_it_got(answer: Answer, fault: Reached) -> None:
    with answering(answer) as address:
        state = StripeGateway("rk_test_secret", address).state()
    assert state.fault is fault
    assert "rk_test_secret" not in state.reason


def test_a_refused_connection_was_never_sent() -> None:
    with answering(said(200, GOOD)) as address:
        pass
    assert StripeGateway("rk_test_1", address).state().fault is Reached.NOT_SENT


def test_a_live_key_never_leaves_for_another_address() -> None:
    asked: list[str] = []
    with answering(lambda request: asked.append(request.path)) as address:
        state = StripeGateway("rk_live_1", address).state()
    assert (state.fault, state.mode, asked) == (Reached.MISCONFIGURED, Mode.LIVE, [])
    assert StripeGateway("rk_test_1", "http://pay.example.org").state().fault is Reached.MISCONFIGURED


def test_without_a_key_the_desk_is_a_cash_desk() -> None:
    state = NoGateway().state()
    assert (state.works, state.mode) == (True, Mode.CASH)
